"""Policies: whom a park favours, how far, and from where on."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.language.span import Span
from retrieval.training.invented.lexicon import LEXICON, Figure, Promise
from retrieval.training.invented.lot import Lot
from retrieval.training.invented.naming import park
from retrieval.training.invented.page import Page
from retrieval.training.invented.wording import DIGITS, worded
from retrieval.training.pairs import Pair


def policy(lot: Lot) -> Iterator[Pair]:
    """One policy and its questions."""
    of, told = park(lot), dict[tuple[Promise, Figure], Span]()
    title = lot.one([f"{of.short}出台惠企政策", f"{of.short}出台人才政策", f"{of.short}关于支持高质量发展的若干措施", f"{of.full}奖补办法"])
    page = Page(lot, title, of, (lot.randint(2018, 2025), lot.randint(1, 12)))
    promises = lot.some(LEXICON.promises, 3, 1)
    for number, promise in enumerate(promises, start=1):
        page.say(lot.one([f"对{promise.told}，", f"（{DIGITS[number]}）{promise.told}，", f"第{DIGITS[number + 3]}条　对{promise.told}，"]))
        for figure in lot.some(LEXICON.policies, 3, 1):
            value = figure.value(lot)
            told[promise, figure] = page.say(f"{figure.phrase(lot, value)}，", value)
        page.end_with("。")
    for (promise, figure), place in lot.some(list(told.items()), 3, 3):
        page.ask(_question(lot, of.called(lot), promise, figure), place)
    promise, figure = lot.one(list(told))
    silent = [other for other in LEXICON.promises if other not in promises]
    page.ask(_question(lot, of.called(lot), promise, lot.one([other for other in LEXICON.policies if (promise, other) not in told])))
    page.ask(_question(lot, of.called(lot), lot.one(silent), figure))
    page.ask(_question(lot, lot.one([of.sister, of.elsewhere])(lot).called(lot), promise, figure))
    page.ask(worded(lot, of.called(lot) + lot.one(promise.asked) + lot.one(LEXICON.words["untold_of_policies"])))
    return page.pairs()


def _question(lot: Lot, park_named: str, promise: Promise, figure: Figure) -> str:
    return worded(lot, park_named + lot.one(promise.asked) + lot.one(figure.asked))
