"""What a button says that refers to nothing any more: where its question is known, it offers to ask again."""

from __future__ import annotations

from datetime import date

from bot.conversation.asking_back import answer
from bot.conversation.keyboards import AskAgain, OfAnswer, again_button
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.messages.callback_data import CallbackData
from bot.messages.message import Message
from bot.store.answers import new_answer
from retrieval.answering.answer import Answer
from retrieval.question.question import Question


def expired(services: Services, session: Session, data: CallbackData, replied: str) -> Response:
    """What comes of pressing it after all; `replied` is the text that its message replied to. Raises ParkQAError."""
    if not isinstance(data, OfAnswer):
        return Response(services.texts(session).button_gone)
    try:
        shown = services.shown(session, data.answer)
    except Expired:
        return _forgotten(services, session, data, replied)
    texts = services.texts(session, shown.typed)
    return Response(send=Message(texts.answer_expired).with_buttons([again_button(shown.token, texts)]))


def _forgotten(services: Services, session: Session, data: OfAnswer, replied: str) -> Response:
    """Of an answer that nobody remembers, only the question may be left."""
    texts = services.texts(session, replied)
    if not replied:
        return Response(texts.button_expired)
    if isinstance(data, AskAgain):
        return answer(services, session, Typed(replied))
    return Response(send=Message(texts.answer_expired).with_buttons([again_button(_kept(services, session, replied), texts)]))


def _kept(services: Services, session: Session, question: str) -> str:
    """Token of a question that is kept to be asked again: the message with the offer does not reply to it."""
    nothing = Answer(Question(question, date.today()), (), confidence=1.0, found=True, index_version="", took_ms=0.0)
    shown = new_answer(nothing, visible=0, chat=session.chat, asker=session.person, question_message=None, typed=question)
    services.store.answers.keep(shown)
    return shown.token
