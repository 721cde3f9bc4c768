"""What is replied to whatever somebody writes: to small talk, to a word about the sentence just shown, to a question."""

from __future__ import annotations

from bot.conversation.asking import ask_edited
from bot.conversation.asking_back import answer, ask_back
from bot.conversation.bare_requests import bare_request
from bot.conversation.follow_up import Unclear
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.shown_sentence import of_shown_sentence
from bot.conversation.small_talk import small_talk
from bot.conversation.spoken_commands import spoken_command
from bot.conversation.typed import Typed
from bot.messages.message import Message
from bot.store.answers import ShownAnswer
from retrieval.question.reading import refuse_too_long


def respond(services: Services, session: Session, typed: Typed) -> Response:
    """What a message brings. Raises ParkQAError."""
    refuse_too_long(typed.text)
    if pleasantry := small_talk(typed.text, services.texts(session, typed.text)):
        return Response(send=Message(pleasantry))
    if view := spoken_command(services, session, typed.text):
        return Response(send=view)
    if request := bare_request(typed.text):
        return of_shown_sentence(services, session, request, typed)
    return answer(services, session, typed)


def respond_to_edit(services: Services, session: Session, typed: Typed, shown: ShownAnswer) -> Response:
    """What comes of changing a message that `shown` answers, in the place of that answer. Raises ParkQAError."""
    refuse_too_long(typed.text)
    if pleasantry := small_talk(typed.text, services.texts(session, typed.text)):
        return Response(edit=Message(pleasantry))
    if request := bare_request(typed.text):
        return of_shown_sentence(services, session, request, typed)
    try:
        return Response(edit=ask_edited(services, session, typed, shown).message)
    except Unclear as unclear:
        return Response(edit=ask_back(services, session, unclear).send)
