"""Portraits of companies: their figures of one year or two, who holds which office, since when there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.language.span import Span
from retrieval.training.invented.lexicon import LEXICON, Figure
from retrieval.training.invented.lot import Lot
from retrieval.training.invented.naming import firm, park, people
from retrieval.training.invented.page import Page
from retrieval.training.invented.wording import worded, year_asked
from retrieval.training.pairs import Pair

_STANDING = ("员工", "研发人员", "专利", "注册资本")
"""Figures that people ask for without a year."""
_OFFICES_ASKED = {
    "董事长": ("董事长", "老板"),
    "人力资源经理": ("人力资源经理", "管招聘的经理"),
}
_FOUNDED = ("哪年成立的", "什么时候成立", "成立时间")


@dataclass(slots=True)
class _Company:
    lot: Lot
    name: str
    where: str
    past: int
    page: Page
    told: dict[tuple[int, Figure], Span] = field(default_factory=dict)
    officers: dict[str, tuple[str, Span]] = field(default_factory=dict)
    """By office, who holds it."""


def company(lot: Lot) -> Iterator[Pair]:
    """One company and its questions."""
    told = _begun(lot)
    for year in lot.one([[told.past], [told.past], [told.past, told.past - 1]]):
        _tell(told, year)
    _tell_officers(told)
    _ask(told)
    return told.page.pairs()


def _begun(lot: Lot) -> _Company:
    of, year, name = park(lot), lot.randint(2018, 2025), firm(lot)
    title = lot.one([f"{name}：小零件闯出大市场", f"{name}：向新而行", f"{of.short}企业巡礼", f"走进{name}", f"{name}简介"])
    page = Page(lot, title, of, (year, lot.randint(2, 12)))
    where, founded, product = of.called(lot), f"{year - lot.randint(4, 30)}年", lot.one(LEXICON.words["products"])
    asked_when = worded(lot, name + lot.one(_FOUNDED))
    if lot.happens(0.6):
        place = page.say(f"{name}成立于{founded}，", founded)
        page.ask(asked_when, place)
    else:
        page.say(f"{name}有限公司")
        if lot.happens(0.3):
            page.ask(asked_when)
    place = page.say(f"位于{where}，主要生产{product}。", product)
    if lot.happens(0.2):
        page.ask(worded(lot, name + lot.one(["生产什么", "主要产品", "是做什么的", "产品是什么"])), place)
    return _Company(lot, name, where, year - 1, page)


def _tell(told: _Company, year: int) -> None:
    lot, page = told.lot, told.page
    page.say(lot.one([f"{year}年，", "去年，"]) if year == told.past else f"{year}年，")
    for figure in lot.some(LEXICON.companies, 4, 1):
        value = figure.value(lot)
        told.told[year, figure] = page.say(f"{figure.phrase(lot, value)}，", value)
    page.end_with("。")


def _tell_officers(told: _Company) -> None:
    lot, page = told.lot, told.page
    offices = lot.some(LEXICON.words["offices_of_companies"], 3)
    for office, name in zip(offices, people(lot, len(offices)), strict=True):
        sentence = lot.one(
            [
                f"{office}{name}介绍，公司下一步将扩大产能。",
                f"“订单排到了年底。”{office}{name}说。",
                f"公司{office}由{name}担任。",
                f"{name}任{office}。",
                f"据{office}{name}透露，公司今年形势不错。",
            ]
        )
        told.officers[office] = name, page.say(sentence, name)


def _ask(told: _Company) -> None:
    """What it tells, and the same of another office, figure, year or firm."""
    lot, page = told.lot, told.page
    for (year, figure), place in lot.some(list(told.told.items()), 2, 2):
        page.ask(_question(told, told.name, year, figure), place)
    for office, (_, place) in list(told.officers.items())[:2]:
        page.ask(_who(lot, told.name, office), place)
    (year, figure), twin = lot.one(list(told.told)), firm(lot, told.name, told.name[0])
    others = [other for other in LEXICON.words["offices_of_companies"] if other not in told.officers]
    lacking = [other for other in LEXICON.companies if not any(of == other for _, of in told.told)]
    silent = year + lot.one([1, 1, 2, -2, 3])
    wrong = [
        _who(lot, told.name, lot.one(others)),
        _question(told, told.name, told.past, lot.one(lacking)),
        _question(told, twin, year, figure),
        worded(lot, told.name + lot.one(LEXICON.words["untold_of_companies"])),
        *(worded(lot, name + lot.one(LEXICON.words["untold_of_people"])) for name, _ in list(told.officers.values())[:1]),
        *(_who(lot, twin, office) for office in list(told.officers)[:1]),
        *([_question(told, told.name, silent, figure)] if (silent, figure) not in told.told and not _stands(figure) else []),
    ]
    for question in lot.some(wrong, 4, 4):
        page.ask(question)


def _question(told: _Company, name: str, year: int, figure: Figure) -> str:
    lot = told.lot
    if lot.happens(0.04):
        return lot.one(figure.english).format(x=name) + ("" if _stands(figure) else f" in {year}")
    time, spelt_out = ("", "") if _stands(figure) and lot.happens(0.7) else year_asked(lot, year, lot.one([year + 1, 2026]))
    asked = lot.one(figure.asked)
    return worded(lot, lot.one([f"{name}{time}{asked}", f"{time}{name}{asked}", f"{told.where}的{name}{time}{asked}"]), spelt_out)


def _stands(figure: Figure) -> bool:
    return any(word in figure.told[0] for word in _STANDING)


def _who(lot: Lot, name: str, office: str) -> str:
    asked = lot.one(_OFFICES_ASKED.get(office, (office,)))
    return worded(lot, f"{name}{lot.one(['', '', '的'])}{asked}{lot.one(['是谁', '是谁', '叫什么', '叫什么名字', '', '是哪位'])}")
