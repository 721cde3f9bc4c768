"""What a user is told when something goes wrong."""

from __future__ import annotations

from bot.errors import QueueFull, StoreUnavailable, TooManyQuestions
from bot.texts.wording import Texts
from corpus.errors import ParkQAError
from retrieval.errors import EmbedderUnavailable, IndexMissing, IndexUnavailable, IndexUnreachable, QuestionTooCostly, QuestionTooLong
from retrieval.question.reading import MOST_CHARACTERS


def error_text(error: ParkQAError, texts: Texts) -> str:
    """The sentence for an error; details such as paths are for the log and the admins."""
    match error:
        case IndexMissing():
            told = texts.index_missing
        case IndexUnreachable():
            told = texts.index_unreachable
        case IndexUnavailable():
            told = texts.index_unavailable
        case EmbedderUnavailable():
            told = texts.embedder_unavailable
        case QuestionTooLong():
            told = texts.asking.too_long.format(most=MOST_CHARACTERS)
        case QuestionTooCostly():
            told = texts.asking.too_costly
        case QueueFull():
            told = texts.busy
        case TooManyQuestions():
            told = texts.too_many_questions.format(per_minute=error.per_minute)
        case StoreUnavailable():
            told = texts.store_unavailable
        case _:
            told = texts.internal_error
    return told
