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
from bot.conversation.small_talk import SmallTalk, small_talk
from bot.conversation.spoken_commands import spoken_command
from bot.conversation.typed import Typed
from bot.messages.message import Message
from bot.store.answers import ShownAnswer
from bot.texts.wording import Texts
from retrieval.question.reading import refuse_too_long


def respond(services: Services, session: Session, typed: Typed) -> Response:
    """What a message brings. Raises ParkQAError."""
    refuse_too_long(typed.text)
    if said := _to_no_question(services, session, typed):
        return Response(send=said)
    if request := bare_request(typed.text):
        return of_shown_sentence(services, session, request, typed)
    return answer(services, session, typed)


def respond_to_edit(services: Services, session: Session, typed: Typed, shown: ShownAnswer) -> Response:
    """What comes of changing a message that `shown` answers, in the place of that answer. Raises ParkQAError."""
    refuse_too_long(typed.text)
    if said := _to_no_question(services, session, typed):
        return Response(edit=said)
    if request := bare_request(typed.text):
        return of_shown_sentence(services, session, request, typed)
    try:
        return Response(edit=ask_edited(services, session, typed, shown).message)
    except Unclear as unclear:
        return Response(edit=ask_back(services, session, unclear).send)


def _to_no_question(services: Services, session: Session, typed: Typed) -> Message | None:
    """What is said to small talk and to a command in plain words; None to everything else."""
    talk = small_talk(typed.text)
    return _pleasantry(services.texts(session, typed.text), talk) if talk else spoken_command(services, session, typed.text)


def _pleasantry(texts: Texts, talk: SmallTalk) -> Message:
    """What is said in return."""
    match talk:
        case SmallTalk.WORDLESS:
            return Message(texts.text_only)
        case SmallTalk.GREETING:
            return Message(texts.greeting)
        case SmallTalk.THANKS:
            return Message(texts.you_are_welcome)
        case SmallTalk.ACKNOWLEDGEMENT:
            return Message(texts.acknowledged)
