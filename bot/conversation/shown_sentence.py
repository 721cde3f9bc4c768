"""What is asked of the sentence just shown: the button below its answer is pressed, or the reason is looked for."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.asking import ask_why
from bot.conversation.bare_requests import BareRequest
from bot.conversation.buttons import buttons_of
from bot.conversation.keyboards import MoreQuotes, NearestQuotes, ShowContext, ShowSource
from bot.conversation.reading_on import ReadArticle
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Message, join
from bot.store.answers import ShownAnswer
from bot.store.topics import Topic


def _button(request: BareRequest, token: str) -> CallbackData:
    """What the button of an answer that does what is requested tells the bot."""
    match request:
        case BareRequest.CONTEXT:
            return ShowContext(token)
        case BareRequest.WHOLE:
            return ReadArticle(token, quote=0, page=0)
    return ShowSource(token)


def of_shown_sentence(services: Services, session: Session, request: BareRequest, typed: Typed) -> Response:
    """Do what is requested of the answer replied to, or of the one shown last. Raises ParkQAError."""
    texts = services.texts(session, typed.text).asking
    topic = _meant(services, session, typed)
    shown = services.store.answers.get(topic.answer) if topic and topic.answer else None
    if topic is None or shown is None:
        return Response(send=Message(texts.nothing_shown if session.private else texts.in_reply))
    if not shown.found:
        return Response(send=Message(texts.nothing_found).with_buttons(_wider(services, session, shown)))
    match request:
        case BareRequest.WHY:
            answered = ask_why(services, session, typed, shown)
            return Response(send=answered.message, answer=answered.shown.token)
        case BareRequest.MORE:
            return _more(services, session, topic, shown)
        case BareRequest.SURE:
            return _with_source(_pressed(services, session, _button(request, shown.token), shown), texts.word_for_word)
    return _pressed(services, session, _button(request, shown.token), shown)


def _meant(services: Services, session: Session, typed: Typed) -> Topic | None:
    """The answer that a message replies to, or the last one; in a group only where it replies to something."""
    last = services.store.topics.get(session.chat, session.person)
    if shown := services.store.answers.replied_to(session.chat, typed.replied_to):
        same = last is not None and last.answer == shown.token
        return last if same else Topic(shown.question, shown.found, answer=shown.token, seen=shown.visible)
    return last if session.private or typed.replied_to is not None else None


def _pressed(services: Services, session: Session, data: CallbackData, shown: ShownAnswer) -> Response:
    """As if the button had been pressed; what it would put in the place of a card comes as a message of its own."""
    response = buttons_of(services).press(session, str(data), shown.typed)
    return replace(response, edit=None, send=response.edit) if response.edit else response


def _more(services: Services, session: Session, topic: Topic, shown: ShownAnswer) -> Response:
    """The quotes that have not been shown; asked again, those after them."""
    texts = services.texts(session, shown.typed).asking
    if topic.seen >= len(shown.quotes or ()):
        return Response(send=Message(texts.no_more))
    services.store.topics.saw(session.chat, session.person, shown.token, topic.seen + services.quotes)
    return _pressed(services, session, MoreQuotes(shown.token, topic.seen), shown)


def _with_source(response: Response, heading: str) -> Response:
    card = response.send
    return replace(response, send=join([Message(heading), card], "\n\n").with_buttons(*card.buttons)) if card else response


def _wider(services: Services, session: Session, shown: ShownAnswer) -> list[Button]:
    label = services.texts(session, shown.typed).button_wider
    return [Button(label, callback_data=NearestQuotes(shown.token))] if shown.quotes else []
