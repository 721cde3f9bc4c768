"""Buttons that an earlier version sent: `verb:token:number`, the number at times two in one. They stand in chats, and go on working."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversation.browsing import LatestPage, ParkPage, ParksPage
from bot.conversation.following import FollowsPage, SetQuietHours, Unfollow
from bot.conversation.keyboards import (
    AskAgain,
    FollowQuestion,
    ListFollows,
    MoreQuotes,
    NearestQuotes,
    Rate,
    ShowContext,
    ShowSource,
    TakeOut,
    Undo,
)
from bot.conversation.quiet_hours import CHOICES
from bot.conversation.reading_on import ReadArticle, SendArticle
from bot.conversation.report_card import ReadReport, SendReport, ShowReport
from bot.messages.callback_data import CallbackData

STEP = 16
"""The number was a quote's, and so many times a page or a width."""
Reader = Callable[[str, int], CallbackData]
"""From token and number."""

VERBS: Mapping[str, Reader] = {
    "more": MoreQuotes,
    "wider": lambda answer, _: NearestQuotes(answer),
    "context": lambda answer, number: ShowContext(answer, number % STEP, number // STEP),
    "around": lambda answer, number: ShowContext(answer, number % STEP, number // STEP, in_place=True),
    "source": ShowSource,
    "about": lambda answer, quote: ShowSource(answer, quote, in_place=True),
    "page": lambda answer, number: ReadArticle(answer, number % STEP, number // STEP),
    "whole": SendArticle,
    "good": lambda answer, _: Rate(answer, good=True),
    "bad": lambda answer, _: Rate(answer, good=False),
    "bell": lambda answer, number: FollowQuestion(answer, on=bool(number)),
    "mute": lambda answer, number: FollowQuestion(answer, on=bool(number), below_news=True),
    "undo": lambda answer, _: Undo(answer),
    "again": lambda answer, _: AskAgain(answer),
    "without": TakeOut,
    "latest": lambda _, page: LatestPage(page),
    "sources": lambda _, page: ParksPage(page),
    "park": ParkPage,
    "report": lambda report, _: ShowReport(report),
    "card": lambda report, _: ShowReport(report, in_place=True),
    "read": ReadReport,
    "file": lambda report, _: SendReport(report),
    "follows": lambda *_: ListFollows(),
    "turn": lambda _, page: FollowsPage(page),
    "drop": lambda _, follow: Unfollow(follow),
    "quiet": lambda _, number: SetQuietHours(number % len(CHOICES), number // len(CHOICES)),
}


def modern(old: str, verbs: Mapping[str, Reader]) -> CallbackData | None:
    """What a button of that form means today; None where it is none."""
    verb, _, rest = old.partition(":")
    token, _, number = rest.rpartition(":")
    if verb in verbs and token and number.isascii() and number.isdecimal():
        return verbs[verb](token, int(number))
    return None
