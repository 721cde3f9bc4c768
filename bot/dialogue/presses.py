"""What each button does. Buttons outlive restarts and reindexes; one whose answer is gone says so and offers to ask again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.dialogue import asking, browsing, following, opinions, reading, report_card
from bot.dialogue.asking import Answered
from bot.dialogue.desk import Desk, Expired
from bot.dialogue.keyboards import again_button
from bot.dialogue.press import Press, parse_press
from bot.dialogue.reaction import Reaction
from bot.dialogue.visitor import Visitor
from bot.messages.message import Message
from bot.store.answers import ShownAnswer

_UNKNOWN = "-"
"""Token of an answer that nobody remembers: its question is taken from the message that it replied to."""

Rule = Callable[[Desk, Visitor, ShownAnswer, int], Reaction]
"""What a button below an answer does."""
FreeRule = Callable[[Desk, Visitor, Press], Reaction]
"""What a button does that belongs to no answer; may raise Expired."""


def _in_place(rule: Callable[[Desk, Visitor, ShownAnswer], Answered]) -> Rule:
    return lambda desk, visitor, shown, _: Reaction(edit=rule(desk, visitor, shown).message)


_RULES: Mapping[str, Rule] = {
    "more": reading.more,
    "wider": reading.wider,
    "context": reading.context,
    "around": reading.around,
    "source": reading.source,
    "about": reading.about,
    "page": reading.page,
    "whole": reading.whole,
    "good": opinions.good,
    "bad": opinions.bad,
    "bell": following.ring,
    "mute": following.mute,
    "undo": _in_place(asking.undo),
    "again": _in_place(asking.ask_again),
    "without": lambda desk, visitor, shown, number: Reaction(edit=asking.ask_without(desk, visitor, shown, number).message),
}

_FREE_RULES: Mapping[str, FreeRule] = {
    "latest": browsing.turn_latest,
    "sources": browsing.turn_sources,
    "park": browsing.turn_park,
    "report": report_card.report,
    "card": report_card.card,
    "read": report_card.read,
    "file": report_card.file,
    "follows": following.show_list,
    "turn": following.turn,
    "drop": following.drop,
    "quiet": following.choose_quiet,
}
"""Verbs of their own: none is in both tables."""


def press(desk: Desk, visitor: Visitor, data: str, replied: str = "") -> Reaction:
    """What comes of a pressed button; `replied` is the text that its message replied to. Raises ParkQAError."""
    pressed = parse_press(data)
    if pressed and pressed.verb in _FREE_RULES:
        return _press_free(desk, visitor, pressed)
    if pressed is None or pressed.verb not in _RULES:
        return Reaction(desk.texts(visitor, replied).button_unknown)
    if pressed == Press("again", _UNKNOWN) and replied:
        answered = asking.ask(desk, visitor, replied)
        return Reaction(send=answered.message, answer=answered.shown.token)
    shown = desk.store.answers.get(pressed.token)
    if shown and shown.chat != visitor.chat:
        shown = None
    try:
        if shown is None:
            raise Expired
        return _RULES[pressed.verb](desk, visitor, shown, pressed.number)
    except Expired:
        return _expired(desk, visitor, shown, replied)


def _press_free(desk: Desk, visitor: Visitor, pressed: Press) -> Reaction:
    try:
        return _FREE_RULES[pressed.verb](desk, visitor, pressed)
    except Expired:
        return Reaction(desk.texts(visitor).button_gone)


def _expired(desk: Desk, visitor: Visitor, shown: ShownAnswer | None, replied: str) -> Reaction:
    texts = desk.texts(visitor, shown.typed if shown else replied)
    if shown is None and not replied:
        return Reaction(texts.button_expired)
    return Reaction(send=Message(texts.answer_expired).with_buttons([again_button(shown.token if shown else _UNKNOWN, texts)]))
