"""/privacy and /forget: what is kept about whoever asks, and how they have it deleted."""

from __future__ import annotations

from bot.conversation.command import Arguments
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.store.answers import FORGET_SECONDS, KEEP_SECONDS

_DAY = 86_400


def privacy(services: Services, session: Session) -> Message:
    """What is kept about people, and for how long."""
    texts = services.texts(session).privacy
    return Message(texts.kept.format(quotes=KEEP_SECONDS // _DAY, questions=FORGET_SECONDS // _DAY))


def forget_me(services: Services, session: Session, _: Arguments) -> Response:
    """Delete what somebody asked, thought and follows. Raises StoreUnavailable."""
    texts = services.texts(session).privacy
    if session.person is None:
        return Response(send=Message(texts.nobody))
    services.store.forget(session.person, session.chat if session.private else None)
    return Response(send=Message(texts.forgotten))
