"""What each button does. Buttons outlive restarts and reindexes; one whose answer is gone says so and offers to ask again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversation import asking, browsing, following, report_card
from bot.conversation import feedback as opinions
from bot.conversation import reading_on as reading
from bot.conversation.asking import Answered
from bot.conversation.callback_data import Press, parse_press
from bot.conversation.keyboards import again_button
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.store.answers import ShownAnswer

_UNKNOWN = "-"
"""Token of an answer that nobody remembers: its question is taken from the message that it replied to."""

Rule = Callable[[Services, Session, ShownAnswer, int], Response]
"""What a button below an answer does."""
FreeRule = Callable[[Services, Session, Press], Response]
"""What a button does that belongs to no answer; may raise Expired."""


def _in_place(rule: Callable[[Services, Session, ShownAnswer], Answered]) -> Rule:
    return lambda services, session, shown, _: Response(edit=rule(services, session, shown).message)


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
    "without": lambda services, session, shown, number: Response(edit=asking.ask_without(services, session, shown, number).message),
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


def press(services: Services, session: Session, data: str, replied: str = "") -> Response:
    """What comes of a pressed button; `replied` is the text that its message replied to. Raises ParkQAError."""
    pressed = parse_press(data)
    if pressed and pressed.verb in _FREE_RULES:
        return _press_free(services, session, pressed)
    if pressed is None or pressed.verb not in _RULES:
        return Response(services.texts(session, replied).button_unknown)
    if pressed == Press("again", _UNKNOWN) and replied:
        answered = asking.ask(services, session, replied)
        return Response(send=answered.message, answer=answered.shown.token)
    shown = services.store.answers.get(pressed.token)
    if shown and shown.chat != session.chat:
        shown = None
    try:
        if shown is None:
            raise Expired
        return _RULES[pressed.verb](services, session, shown, pressed.number)
    except Expired:
        return _expired(services, session, shown, replied)


def _press_free(services: Services, session: Session, pressed: Press) -> Response:
    try:
        return _FREE_RULES[pressed.verb](services, session, pressed)
    except Expired:
        return Response(services.texts(session).button_gone)


def _expired(services: Services, session: Session, shown: ShownAnswer | None, replied: str) -> Response:
    texts = services.texts(session, shown.typed if shown else replied)
    if shown is None and not replied:
        return Response(texts.button_expired)
    return Response(send=Message(texts.answer_expired).with_buttons([again_button(shown.token if shown else _UNKNOWN, texts)]))
