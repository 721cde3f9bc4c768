"""What is replied to whatever somebody writes: to small talk, to a word about the sentence just shown, to a question."""

from __future__ import annotations

from bot.conversation.asking import ask, ask_edited
from bot.conversation.bare_requests import bare_request
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.shown_sentence import of_shown_sentence
from bot.conversation.small_talk import small_talk
from bot.conversation.typed import Typed
from bot.messages.message import Message
from bot.store.answers import ShownAnswer


def respond(services: Services, session: Session, typed: Typed) -> Response:
    """What a message brings. Raises ParkQAError."""
    if pleasantry := small_talk(typed.text, services.texts(session, typed.text)):
        return Response(send=Message(pleasantry))
    if request := bare_request(typed.text):
        return of_shown_sentence(services, session, request, typed)
    answered = ask(services, session, typed)
    return Response(send=answered.message, answer=answered.shown.token)


def respond_to_edit(services: Services, session: Session, typed: Typed, shown: ShownAnswer) -> Response:
    """What comes of changing a message that `shown` answers, in the place of that answer. Raises ParkQAError."""
    if pleasantry := small_talk(typed.text, services.texts(session, typed.text)):
        return Response(edit=Message(pleasantry))
    if request := bare_request(typed.text):
        return of_shown_sentence(services, session, request, typed)
    return Response(edit=ask_edited(services, session, typed, shown).message)
