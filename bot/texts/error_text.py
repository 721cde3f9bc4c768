"""What a user is told when something goes wrong."""

from __future__ import annotations

from bot.errors import QueueFull, TooManyQuestions
from bot.texts.wording import Texts
from corpus.errors import ParkQAError
from retrieval.errors import EmbedderUnavailable, IndexMissing, IndexUnavailable


def error_text(error: ParkQAError, texts: Texts) -> str:
    """The sentence for an error; details such as paths are for the log and the admins."""
    match error:
        case IndexMissing():
            return texts.index_missing
        case IndexUnavailable():
            return texts.index_unavailable
        case EmbedderUnavailable():
            return texts.embedder_unavailable
        case QueueFull():
            return texts.busy
        case TooManyQuestions():
            return texts.too_many_questions.format(per_minute=error.per_minute)
        case _:
            return texts.internal_error
