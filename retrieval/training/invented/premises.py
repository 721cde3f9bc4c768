"""What premises cost and offer."""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.training.invented.lexicon import LEXICON
from retrieval.training.invented.lot import Lot
from retrieval.training.invented.naming import park
from retrieval.training.invented.page import Page
from retrieval.training.invented.wording import worded
from retrieval.training.pairs import Pair


def premises(lot: Lot) -> Iterator[Pair]:
    """Premises of a park and their questions."""
    of = park(lot)
    name = lot.one([of.short, of.place, of.short]) + lot.one(["", *LEXICON.words["premises_kinds"]])
    title = lot.one([f"{name}招商公告", f"{name}入驻指南", f"{of.short}投资成本一览", f"热线问答：{name}"])
    page = Page(lot, title, of, (lot.randint(2018, 2025), lot.randint(1, 12)))
    page.say(lot.one([f"{name}现面向社会招商。", f"{name}欢迎企业入驻。", "问：入驻有什么条件？答："]))
    told = lot.some(LEXICON.premises, 5, 2)
    for figure in told:
        value = figure.value(lot)
        page.ask(
            worded(lot, f"{name}{lot.one(['', '', '的'])}{lot.one(figure.asked)}"),
            page.say(figure.phrase(lot, value) + lot.one(["。", "，", "；"]), value),
        )
    page.end_with("。")
    for figure in lot.some([figure for figure in LEXICON.premises if figure not in told], 2, 2):
        page.ask(worded(lot, name + lot.one(figure.asked)))
    page.ask(worded(lot, lot.one([of.sister, of.elsewhere])(lot).short + lot.one(told[0].asked)))
    page.ask(worded(lot, name + lot.one(LEXICON.words["untold_of_premises"])))
    return page.pairs()
