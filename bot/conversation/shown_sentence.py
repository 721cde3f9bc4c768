"""What is asked of the sentence just shown: the button below its answer is pressed, or the reason is looked for."""

from __future__ import annotations

import logging
from dataclasses import replace

from bot.conversation import reading_on
from bot.conversation.asking import ask_why
from bot.conversation.bare_requests import BareRequest
from bot.conversation.expiry import expired
from bot.conversation.feedback import rate
from bot.conversation.keyboards import MoreQuotes, NearestQuotes, Rate, ShowContext, ShowSource
from bot.conversation.reading_on import ReadArticle
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.errors import StoreUnavailable
from bot.messages.message import Button, Message, join
from bot.store.answers import ShownAnswer
from bot.store.topics import Topic
from bot.texts.asking import Asking

logger = logging.getLogger(__name__)


def of_shown_sentence(services: Services, session: Session, request: BareRequest, typed: Typed) -> Response:
    """Do what is requested of the answer replied to, or of the one shown last. Raises ParkQAError."""
    texts = services.texts(session, typed.text).asking
    topic = _meant(services, session, typed)
    shown = services.store.answers.get(topic.answer) if topic and topic.answer else None
    if topic is None or shown is None:
        return Response(send=Message(_nothing_meant(session, request, texts)))
    if request is BareRequest.WRONG:
        rate(services, session, shown, Rate(shown.token, good=False))
        return Response(send=Message(f"{texts.noted_wrong}\n\n{texts.how_to_ask}").with_buttons(_wider(services, session, shown)))
    if not shown.found:
        return Response(send=Message(texts.nothing_found).with_buttons(_wider(services, session, shown)))
    if request is BareRequest.WHY:
        answered = ask_why(services, session, typed, shown)
        return Response(send=answered.message, answer=answered.shown.token)
    try:
        return _carried_out(services, session, request, shown, topic.seen)
    except Expired:
        return expired(services, session, ShowSource(shown.token), shown.typed)


def _nothing_meant(session: Session, request: BareRequest, texts: Asking) -> str:
    if not session.private:
        return texts.in_reply
    return texts.how_to_ask if request is BareRequest.WRONG else texts.nothing_shown


def _carried_out(services: Services, session: Session, request: BareRequest, shown: ShownAnswer, seen: int) -> Response:
    """As the button of the answer would, in a message of its own; `seen` quotes have been shown. Raises Expired, ParkQAError."""
    match request:
        case BareRequest.MORE:
            return _more(services, session, shown, seen)
        case BareRequest.CONTEXT:
            return reading_on.context(services, session, shown, ShowContext(shown.token))
        case BareRequest.WHOLE:
            return Response(send=reading_on.read(services, session, shown, ReadArticle(shown.token, quote=0, page=0)).edit)
    source = reading_on.source(services, session, shown, ShowSource(shown.token))
    heading = services.texts(session, shown.typed).asking.word_for_word
    return _below(heading, source) if request is BareRequest.SURE else source


def _meant(services: Services, session: Session, typed: Typed) -> Topic | None:
    """The answer that a message replies to, or the last one; in a group only where it replies to something."""
    last = services.store.topics.get(session.chat, session.person)
    if shown := services.store.answers.replied_to(session.chat, typed.replied_to):
        same = last is not None and last.answer == shown.token
        return last if same else Topic(shown.question, shown.found, answer=shown.token, seen=shown.visible)
    return last if session.private or typed.replied_to is not None else None


def _more(services: Services, session: Session, shown: ShownAnswer, seen: int) -> Response:
    """The quotes that have not been shown; asked again, those after them."""
    texts = services.texts(session, shown.typed).asking
    if seen >= len(shown.quotes or ()):
        return Response(send=Message(texts.no_more))
    try:
        services.store.topics.saw(session.chat, session.person, shown.token, seen + services.quotes)
    except StoreUnavailable as error:  # then they are shown again when more is asked for
        logger.warning("%s", error)
    return reading_on.more(services, session, shown, MoreQuotes(shown.token, seen))


def _below(heading: str, response: Response) -> Response:
    card = response.send
    return replace(response, send=join([Message(heading), card], "\n\n").with_buttons(*card.buttons)) if card else response


def _wider(services: Services, session: Session, shown: ShownAnswer) -> list[Button]:
    label = services.texts(session, shown.typed).button_wider
    return [Button(label, callback_data=NearestQuotes(shown.token))] if shown.quotes else []
