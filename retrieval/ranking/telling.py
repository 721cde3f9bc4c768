"""A sentence as those see it who ask what its figure is of: with what was told before it, and narrowed to what is said of one thing."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import any_of
from retrieval.question.names import trades
from retrieval.text.passage_facts import PassageFacts, SentenceFacts

_LISTED = lazy_pattern(r"[；;](?!其中)")
"""What 其中 begins is part of the item before it."""

_HAN, _LATIN = lazy_pattern(r"[一-鿿]"), lazy_pattern(r"(?<![@.a-z])[a-z]{2,}(?![@.a-z])")
_SENTENCES_IN_MEMORY = 8192
"""Sentences of which is kept whether they are in Chinese: each is looked at by several, and people ask about the same reports."""
_REPLIES = lazy_pattern(r"\W*(?:答|答复|回复|回答)\W")


class Telling(NamedTuple):
    """All texts are normalised."""

    sentence: str
    before: str
    """The sentences of the passage before it."""
    about: str
    """The article's title, month, parks and first sentence."""
    article: str
    """The whole article, as it is."""
    start: int = 0
    """Where the sentence stands in it."""
    after: str = ""
    """The sentence of the passage after it."""

    @property
    def in_chinese(self) -> bool:
        """Whether the sentence is; 18公里 in an English one is how 18 km is normalised."""
        return _in_chinese(self.sentence)

    @property
    def with_question(self) -> str:
        """The sentence, after what it replies to in an interview."""
        return self.before.rpartition("\n")[2] + self.sentence if _REPLIES.match(self.sentence) else self.sentence

    def narrowed_to(self, name: str) -> Telling:
        """What the sentence says of a thing: of a list the items that name it, and those after them that name nothing else."""
        if _LISTED.search(self.sentence) is None:
            return self
        return self._replace(sentence="；".join(_of(name, self.sentence)) or self.sentence)


def without_reply(text: str) -> str:
    """What follows 答： and its like."""
    reply = _REPLIES.match(text)
    return text[reply.end() :] if reply else text


@functools.lru_cache(_SENTENCES_IN_MEMORY)
def _in_chinese(sentence: str) -> bool:
    han = len(_HAN.findall(sentence))
    return han > 0 and han > len(_LATIN.findall(sentence))


def telling_of(sentence: SentenceFacts, facts: PassageFacts) -> Telling:
    """A sentence of a passage, with what the passage and its article tell around it."""
    start = sentence.span.start
    before: list[str] = []
    after = ""
    for other in facts.sentences:
        if other.span.start > start:
            after = other.text
            break
        if other.span.start < start:
            before.append(other.text)
    return Telling(sentence.text, "\n".join(before), facts.article.head, facts.passage.article.text, start, after)


def _of(name: str, sentence: str) -> Iterator[str]:
    named = False
    for item in _LISTED.split(sentence):
        named = name in item or (named and not _opens_another().match(item))
        if named:
            yield item


@functools.cache
def _opens_another() -> re.Pattern[str]:
    """How an item begins that is about a company or project of its own."""
    return re.compile(rf"[一-鿿a-z]{{2,8}}?(?:{any_of(trades())}|项目)")
