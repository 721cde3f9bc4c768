"""What is replied to whatever somebody writes: to small talk, to a word about the sentence just shown, to a question."""

from __future__ import annotations

import re

from bot.conversation.asking import ask_edited
from bot.conversation.asking_back import answer, ask_back
from bot.conversation.bare_requests import bare_request
from bot.conversation.follow_up import Unclear
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.shown_sentence import of_shown_sentence
from bot.conversation.small_talk import SmallTalk, small_talk
from bot.conversation.spoken_commands import spoken_command
from bot.conversation.starting_points import starting_points
from bot.conversation.typed import Typed
from bot.messages.message import Message
from bot.store.answers import ShownAnswer
from retrieval.question.reading import refuse_too_long

_CLAUSE = re.compile(r"[\s,，.。!！?？;；~～、]*[,，.。!！?？;；~～、\n][\s,，.。!！?？;；~～、]*")
_ANSWERED_IN_GROUPS = (SmallTalk.GREETING, SmallTalk.THANKS)
"""What else people say to each other there, or in passing, wants no word of the bot."""


def respond(services: Services, session: Session, typed: Typed) -> Response:
    """What a message brings. Raises ParkQAError."""
    refuse_too_long(typed.text)
    if response := _to_no_question(services, session, typed):
        return response
    if request := bare_request(typed.text):
        return of_shown_sentence(services, session, request, typed)
    return answer(services, session, typed)


def respond_to_edit(services: Services, session: Session, typed: Typed, shown: ShownAnswer) -> Response:
    """What comes of changing a message that `shown` answers, in the place of that answer. Raises ParkQAError."""
    refuse_too_long(typed.text)
    if response := _to_no_question(services, session, typed):
        return Response(edit=response.send)
    if request := bare_request(typed.text):
        return of_shown_sentence(services, session, request, typed)
    try:
        return Response(edit=ask_edited(services, session, typed, shown).message)
    except Unclear as unclear:
        return Response(edit=ask_back(services, session, unclear).send)


def _to_no_question(services: Services, session: Session, typed: Typed) -> Response | None:
    """What comes of small talk and of a command in plain words, or of the last of several; None to everything else."""
    if talk := small_talk(typed.text):
        return _pleasantry(services, session, typed, talk) if session.private or talk in _ANSWERED_IN_GROUPS else Response()
    if said := spoken_command(services, session, typed.text):
        return Response(send=said)
    *before, last = filter(None, _CLAUSE.split(typed.text)) or ("",)
    return _to_no_question(services, session, typed._replace(text=last)) if before and all(map(small_talk, before)) else None


def _pleasantry(services: Services, session: Session, typed: Typed, talk: SmallTalk) -> Response:
    """What is said in return."""
    texts = services.texts(session, typed.text)
    said = {
        SmallTalk.WORDLESS: texts.text_only,
        SmallTalk.GREETING: texts.greeting,
        SmallTalk.THANKS: texts.you_are_welcome,
        SmallTalk.ACKNOWLEDGEMENT: texts.acknowledged,
        SmallTalk.FAREWELL: texts.farewell,
        SmallTalk.NUMBER: texts.number_alone,
    }
    begin = starting_points(services, services.language(session, typed.text)) if talk is SmallTalk.GREETING and session.private else ()
    return Response(send=Message(said[talk]).with_buttons(*begin))
