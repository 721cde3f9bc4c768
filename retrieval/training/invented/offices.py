"""Meetings, visits and appointments: who holds which office of a park."""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.training.invented.lexicon import LEXICON
from retrieval.training.invented.lot import Lot
from retrieval.training.invented.naming import park, people
from retrieval.training.invented.page import Page
from retrieval.training.invented.wording import worded
from retrieval.training.pairs import Pair


def meeting(lot: Lot) -> Iterator[Pair]:
    """One meeting and its questions."""
    of, all_offices = park(lot), LEXICON.words["offices_of_parks"]
    title = lot.one(
        [
            f"{of.short}召开安全生产会议",
            f"{of.short}召开招商引资会议",
            f"{of.short}领导调研企业",
            f"{of.full}干部任免",
            f"{of.short}领导分工",
        ]
    )
    page = Page(lot, title, of, (lot.randint(2018, 2025), lot.randint(1, 12)))
    page.say(
        lot.one([f"{lot.randint(1, 12)}月{lot.randint(1, 28)}日，{of.called(lot)}召开会议。", f"日前，{of.called(lot)}举行专题调度会。"])
    )
    offices = lot.some(all_offices, 4, 1)
    names = people(lot, 2 * len(offices))
    for office, name, former in zip(offices, names[::2], names[1::2], strict=True):
        page.ask(_who(lot, of.called(lot), office), page.say(_sentence(lot, of.short, office, name, former), name))
    for office in lot.some([office for office in all_offices if office not in offices], 2, 2):
        page.ask(_who(lot, of.called(lot), office))
    page.ask(_who(lot, lot.one([of.sister, of.elsewhere])(lot).called(lot), offices[0]))
    page.ask(worded(lot, names[0] + lot.one(LEXICON.words["untold_of_people"])))
    return page.pairs()


def _sentence(lot: Lot, park_named: str, office: str, name: str, former: str) -> str:
    if lot.happens(0.15):
        return lot.one([f"{former}不再担任{park_named}{office}，由{name}接任。", f"免去{former}的{office}职务，任命{name}为{office}。"])
    return lot.one(
        [
            f"{office}{name}出席并讲话。",
            f"会议由{office}{name}主持。",
            f"{office}{name}通报了有关情况。",
            f"{name}（{office}）：分管全面工作。",
            f"{office}{name}参加。",
            f"{office}{name}要求，要压实责任。",
        ]
    )


def _who(lot: Lot, park_named: str, office: str) -> str:
    return worded(lot, f"{park_named}{lot.one(['', '', '的'])}{office}{lot.one(['是谁', '是谁', '叫什么', '是哪位', '叫啥名字', ''])}")
