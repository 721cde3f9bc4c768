"""A sentence that counts what is asked for, and the next one that names it: 14家企业未达标。未达标企业包括旺达印染等."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.language.asking_words import Kind
from retrieval.question.question import Question

_NAMES = re.compile(r"(?:包括|分别[为是]|分别有|主要有|依次[为是]|名单|即)[^。；;]*、")


def names_next(question: Question, sentences: Sequence[str], best: int) -> bool:
    """Whether the sentence after the best one of a passage names what is asked for, and the best one does not. All are normalised."""
    if question.kind is not Kind.LIST or best + 1 == len(sentences) or "、" in sentences[best]:
        return False
    return _NAMES.search(sentences[best + 1]) is not None
