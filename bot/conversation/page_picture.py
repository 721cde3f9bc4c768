"""The picture of the page that a quote was read from, so that everybody can see whether it was read right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.conversation.action import Action, below_answer
from bot.conversation.keyboards import ShowPicture
from bot.conversation.response import Attachment, Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.messages.rendering import display_title
from bot.store.answers import ShownAnswer
from corpus.language.span import Span


def show(services: Services, session: Session, shown: ShownAnswer, data: ShowPicture) -> Response:
    """The page on which the answering sentence begins. Raises Expired, IndexUnavailable."""
    quote, texts = services.quote(shown, data.quote), services.texts(session, shown.typed)
    sentence = quote.emphasis[0] if quote.emphasis else Span(quote.start, quote.end)
    page = next(iter(quote.article.recognised_pages(*sentence) or quote.recognised_pages), None)
    if page is None:
        raise Expired
    content = services.picture_of(quote.article.path, page)
    if content is None:
        return Response(texts.picture_gone)
    caption = texts.picture.format(title=display_title(quote.article), page=page)
    return Response(picture=Attachment(f"{page}.jpg", content, caption))


ACTIONS: Sequence[Action[Services, Any]] = (below_answer(ShowPicture, show),)
