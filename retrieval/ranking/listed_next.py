"""A sentence that counts what is asked for, and the next one that names it: 14家企业未达标。未达标企业包括旺达印染等."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from retrieval.question.question import Question
from retrieval.text.passage_facts import SentenceFacts

_NAMES = lazy_pattern(r"(?:包括|分别[为是]|分别有|主要有|依次[为是]|名单|即)[^。；;]*、")


def named_next(question: Question, sentences: Sequence[SentenceFacts], best: SentenceFacts) -> Span | None:
    """Where the sentence after the best one of a passage stands, if it names what is asked for and the best one does not."""
    if question.kind is not Kind.LIST or "、" in best.text:
        return None
    following = sentences[sentences.index(best) + 1 :]
    if not following or not _NAMES.search(following[0].text):
        return None
    return following[0].span
