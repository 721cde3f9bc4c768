"""Buttons that an earlier version sent: `verb:token:number`, the number at times two in one. They stand in chats, and go on working."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversation import callback_data
from bot.conversation.quiet_hours import CHOICES
from bot.messages.callback_data import CallbackData

STEP = 16
"""The number was a quote's, and so many times a page or a width."""
Reader = Callable[[str, int], CallbackData]
"""From token and number."""

VERBS: Mapping[str, Reader] = {
    "more": callback_data.MoreQuotes,
    "wider": lambda answer, _: callback_data.NearestQuotes(answer),
    "context": lambda answer, number: callback_data.ShowContext(answer, number % STEP, number // STEP),
    "around": lambda answer, number: callback_data.ShowContext(answer, number % STEP, number // STEP, in_place=True),
    "source": callback_data.ShowSource,
    "about": lambda answer, quote: callback_data.ShowSource(answer, quote, in_place=True),
    "page": lambda answer, number: callback_data.ReadArticle(answer, number % STEP, number // STEP),
    "whole": callback_data.SendArticle,
    "good": lambda answer, _: callback_data.Rate(answer, good=True),
    "bad": lambda answer, _: callback_data.Rate(answer, good=False),
    "bell": lambda answer, number: callback_data.FollowQuestion(answer, on=bool(number)),
    "mute": lambda answer, number: callback_data.FollowQuestion(answer, on=bool(number), below_news=True),
    "undo": lambda answer, _: callback_data.Undo(answer),
    "again": lambda answer, _: callback_data.AskAgain(answer),
    "without": callback_data.TakeOut,
    "latest": lambda _, page: callback_data.LatestPage(page),
    "sources": lambda _, page: callback_data.ParksPage(page),
    "park": callback_data.ParkPage,
    "report": lambda report, _: callback_data.ShowReport(report),
    "card": lambda report, _: callback_data.ShowReport(report, in_place=True),
    "read": callback_data.ReadReport,
    "file": lambda report, _: callback_data.SendReport(report),
    "follows": lambda *_: callback_data.ListFollows(),
    "turn": lambda _, page: callback_data.FollowsPage(page),
    "drop": lambda _, follow: callback_data.Unfollow(follow),
    "quiet": lambda _, number: callback_data.SetQuietHours(number % len(CHOICES), number // len(CHOICES)),
}


def modern(old: str, verbs: Mapping[str, Reader]) -> CallbackData | None:
    """What a button of that form means today; None where it is none."""
    verb, _, rest = old.partition(":")
    token, _, number = rest.rpartition(":")
    if verb in verbs and token and number.isascii() and number.isdecimal():
        return verbs[verb](token, int(number))
    return None
