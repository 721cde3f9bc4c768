"""Which item of a list a question asks about, by the words of it that this item alone has: 乙馆 of 甲馆投资9亿元；乙馆正在布展.

No table of things is needed: what is asked about stands first in a question, and what is asked of it behind that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question

_ITEM = lazy_pattern(r"[;；]|[，,](?=(?:又|还|另外?|同时|此外)(?!款|贷|有关|一方))")
"""What a sentence goes on with behind 又 or 还 is another thing."""
_GOES_ON = lazy_pattern(
    r"\W*(?:有|共|占|总|预计|可|将|投|用|其中|已|今年|计划|达产|投产|建[成设筑]|并|现|目前|全部|[该其此这]|拟|\d|项目|公司|企业|工程|每|同时|年|一期|二期)"
)
"""How an item begins that tells of the same thing as the one before it."""
_DIGITS = lazy_pattern(r"\d+")
_NAMES_NOTHING = frozenset("的了在是")
_SHORTEST, _LONGEST = 3, 12
"""Characters by which an item is surely the one that is asked about."""


class OwnItem:
    """Finds in sentences the item that one question asks about."""

    def __init__(self, question: Question) -> None:
        self._words = () if question.in_english else tuple(_words_of(question))

    def __bool__(self) -> bool:
        """Whether the question gives it anything to look for."""
        return bool(self._words)

    def found_in(self, sentence: str) -> str:
        """That item of a normalised sentence with those that go on with it; the whole sentence where it is none, or the first."""
        items = _ITEM.split(sentence)
        if len(items) < 2:
            return sentence
        own = next((place for words in self._words if (place := _place_of(words, items)) is not None), None)
        return "；".join([items[own], *takewhile(_GOES_ON.match, items[own + 1 :])]) if own else sentence


def _words_of(question: Question) -> Iterator[str]:
    """The runs of what it says beside parks, times and the words that ask, in their order."""
    for of_matter, run in groupby(question.mentions, key=lambda mention: mention.kind in (MentionKind.NAME, MentionKind.MATTER)):
        words = "".join(str(mention.meaning) for mention in run) if of_matter else ""
        yield from (each for each in _DIGITS.split(words) if len(each) >= _SHORTEST)


def _place_of(words: str, items: Sequence[str]) -> int | None:
    """Where the item stands that alone has the first words, as many together as it may; None where several have them, or none."""
    for start in range(len(words) - _SHORTEST + 1):
        for end in range(min(len(words), start + _LONGEST), start + _SHORTEST - 1, -1):
            having = [place for place, item in enumerate(items) if words[start:end] in item]
            if having and _NAMES_NOTHING.isdisjoint(words[start : start + _SHORTEST]):
                return having[0] if len(having) == 1 else None
    return None
