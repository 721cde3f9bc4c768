"""The company, project or person that a question names: its brand, which no dictionary has, and what follows it."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.vocabulary import any_of, word_list
from retrieval.question.mention import SUBJECTS, MentionKind
from retrieval.question.names import Words, is_unknown, trades
from retrieval.question.question import Question
from retrieval.ranking.people import surnames

_HAN = lazy_pattern(r"[一-鿿]+")
BRAND, _TWO_PARTS = 2, 4
"""Characters of a brand, and of one with a trade that no dictionary has: 桐漠硅材."""
_PERSON = 3
"""Characters of a name that may be a person's."""
_ORGAN, _LONG_REST = lazy_pattern(r"(?:中心|局|办公?室?|站|研究院|所|馆|基地|平台|公司|医院)(?=$|[的主总院所站馆])"), 4
"""What an organ that is called in short ends in, and how long what follows a brand must be to name it alone."""

Rare = Callable[[str], bool]
"""Whether two characters stand in few texts of the corpus, but in some: those in none are misspelt, those in many no name."""


class Subject(NamedTuple):
    """What a name is made of."""

    brand: str
    """What no dictionary has: 汀鲜 of 汀鲜食品; a person's whole name."""
    ending: str
    """The word after it, where such names end in it: 汀鲜乳业 is another company."""

    rest: str = ""
    """All that follows the brand."""

    @property
    def may_be_person(self) -> bool:
        """Whether a surname begins it, and nothing ends it that names of companies do."""
        return len(self.brand) <= _PERSON and not self.ending and self.brand[0] in surnames()

    def stands_in(self, text: str) -> bool:
        """Whether a text names it: its brand, and no other company of that brand alone; or in full what the question has in short."""
        brand = self.brand[:BRAND]
        place = text.find(brand)
        while place >= 0:
            if not self._is_other(text, place + len(brand)):
                return True
            place = text.find(brand, place + len(brand))
        return self._in_full_in(text) is not None

    def end_in(self, text: str) -> int:
        """Where a text that names it has done so last."""
        place = text.rfind(self.brand[:BRAND])
        if place >= 0:
            return place + len(self.brand) + len(self.ending)
        in_full = self._in_full_in(text)
        return in_full.end() if in_full else 0

    def rest_stands_in(self, text: str) -> bool:
        """Whether a text names it by all that follows the brand, which may be that of a place: 智算中心 for 青屏智算中心."""
        if len(self.rest) < _LONG_REST or not _ORGAN.match(self.rest, BRAND):
            return False
        return re.search(rf"(?<![一-鿿]){re.escape(self.rest)}", text) is not None or _in_full(self.rest, text) is not None

    def _in_full_in(self, text: str) -> re.Match[str] | None:
        return _in_full(self.brand + self.rest, text) if len(self.brand) == BRAND else None

    def _is_other(self, text: str, place: int) -> bool:
        if not self.ending or text.startswith(self.ending, place):
            return False
        return any(text.startswith(word, place) and not self.ending.startswith(word) for word in word_list("company_words.txt"))


def subjects_of(question: Question, words: Words, rare: Rare) -> Iterator[Subject]:
    """The names in a question that no dictionary has, other than those of parks."""
    known = "".join(question.parks)
    for place, mention in enumerate(question.of(*SUBJECTS, MentionKind.PARK_KIND, MentionKind.MATTER)):
        run = _HAN.match(str(mention.meaning))
        subject = _subject(words(run[0])) if run and mention.kind in (MentionKind.NAME, MentionKind.MATTER) else None
        if subject and subject.brand not in known and (mention.kind is MentionKind.NAME or (place == 0 and rare(subject.brand[:BRAND]))):
            yield subject


def known_companies(question: Question) -> Iterator[Subject]:
    """Companies whose brands a dictionary has: 瑞士黎曼制药, of which 黎曼 is the brand."""
    for mention in question.of(MentionKind.NAME, MentionKind.MATTER):
        if match := _any_company().fullmatch(str(mention.meaning)):
            yield Subject(match["brand"], match["ending"])


@functools.cache
def _any_company() -> re.Pattern[str]:
    return re.compile(rf"[一-鿿]{{0,4}}(?P<brand>[一-鿿]{{{BRAND}}})(?P<ending>{any_of(trades())})")


def _subject(words: Sequence[str]) -> Subject | None:
    """The name that a run of words begins with: two characters or more that no dictionary has."""
    unknown = "".join(takewhile(is_unknown, words))
    rest = "".join(words)[len(unknown) :]
    ending = next((word for word in trades() if rest.startswith(word)), "")
    if len(unknown) < BRAND:
        return None
    brand = unknown if len(unknown) < _TWO_PARTS else unknown[:BRAND]
    return Subject(brand, ending, "".join(words)[len(brand) :])


def ending_behind(name: str, text: str) -> str:
    """The word after a name, where such names end in it."""
    place = text.find(name) + len(name)
    return next((word for word in trades() if text.startswith(word, place)), "")


def _in_full(short: str, text: str) -> re.Match[str] | None:
    """创业服务中心 for 创服中心: the same organ, whose name has the characters of the short one in their order."""
    full = _full_name(short)
    return full.search(text) if full else None


@functools.lru_cache(maxsize=64)
def _full_name(short: str) -> re.Pattern[str] | None:
    organ = _ORGAN.match(short, BRAND)
    return re.compile(rf"{short[0]}[一-鿿]{short[1]}[一-鿿]{organ[0]}") if organ else None
