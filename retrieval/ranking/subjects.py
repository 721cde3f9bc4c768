"""Whether a sentence is about the company, project or person that a question names, or about another one."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.romanisation import name_in
from corpus.language.script import simplified
from corpus.language.vocabulary import any_of, word_list
from retrieval.question.mention import SUBJECTS, MentionKind
from retrieval.question.names import Words, find_names, is_unknown, trades
from retrieval.question.question import Question
from retrieval.ranking.named_elsewhere import names_in_pinyin
from retrieval.ranking.telling import Telling

_HAN = lazy_pattern(r"[一-鿿]+")
_LEAD = lazy_pattern(
    r"\W*(?:(?:(?:截至)?\d+年(?:\d+月)?(?:\d+日)?(?:底|末|上半年|前[1-4一二三四]?个?[季月]度?)?|[今去]年(?:上半年)?|其中|据悉|此外|上半年|目前)[,，]?)*"
)
"""What a sentence may say before whom it is about."""
_BRAND, _TWO_PARTS = 2, 4
"""Characters of a brand, and of one with a trade that no dictionary has: 桐漠硅材."""
OF_ANOTHER, ELSEWHERE = 0.7, 0.2
"""What it says where another company was named since, and where only another part of the article names the subject."""
UNREAD_NAME = 0.5
"""What it says of an article in which nothing reads as a name in pinyin: its characters may be read otherwise."""

_ORGAN, _LONG_REST = lazy_pattern(r"(?:中心|局|办公?室?|站|研究院|所|馆|基地|平台|公司|医院)(?=$|[的主总院所站馆])"), 4
"""What an organ that is called in short ends in, and how long what follows a brand must be to name it alone."""

_SUM_ASKED = lazy_pattern(r"营收|收入|产值|投资|利润|销售额|融资|纳税|税收|出口")
_OF_ALL = lazy_pattern(
    r"\W*(?:(?:目前|现有|全年|去年|上半年|\d+年)[,，]?)*(?:全[区市县省园国]|园区|(?:新?签约|聚集|集聚|汇聚|拥有|引进|落户)[^,，。;；\d]{0,10}(?:企业|项目)\d+[余多]?[家个])"
)
_POINTS = lazy_pattern(r"\W*(?:该|这个|上述)(?:项目|工程|公司|企业|厂|基地|产品)")
_STREET = "大道"
"""Where a company is, and none itself."""

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

    def stands_in(self, text: str) -> bool:
        """Whether a text names it: its brand, and no other company of that brand alone; or in full what the question has in short."""
        brand = self.brand[:_BRAND]
        place = text.find(brand)
        while place >= 0:
            if not self._is_other(text, place + len(brand)):
                return True
            place = text.find(brand, place + len(brand))
        return self._in_full_in(text) is not None

    def end_in(self, text: str) -> int:
        """Where a text that names it has done so last."""
        place = text.rfind(self.brand[:_BRAND])
        if place >= 0:
            return place + len(self.brand) + len(self.ending)
        in_full = self._in_full_in(text)
        return in_full.end() if in_full else 0

    def rest_stands_in(self, text: str) -> bool:
        """Whether a text names it by all that follows the brand, which may be that of a place: 智算中心 for 青屏智算中心."""
        if len(self.rest) < _LONG_REST or not _ORGAN.match(self.rest, _BRAND):
            return False
        return re.search(rf"(?<![一-鿿]){re.escape(self.rest)}", text) is not None or _in_full(self.rest, text) is not None

    def _in_full_in(self, text: str) -> re.Match[str] | None:
        return _in_full(self.brand + self.rest, text) if len(self.brand) == _BRAND else None

    def _is_other(self, text: str, place: int) -> bool:
        if not self.ending or text.startswith(self.ending, place):
            return False
        return any(text.startswith(word, place) and not self.ending.startswith(word) for word in word_list("company_words.txt"))


class SubjectContradiction:
    """Compares sentences with the subject of one question."""

    def __init__(self, question: Question, words: Words, rare: Rare) -> None:
        self.subject = next(_subjects(question, words, rare), None)
        self._pinyin = tuple(names_in_pinyin(question)) if question.in_english and self.subject is None else ()
        self._words = words
        unasked = question.kind is Kind.OTHER and not question.of(MentionKind.ASKING)  # 汀鲜食品2024年净利润
        self._figure = unasked or question.kind in (Kind.NUMBER, Kind.TIME)
        self._sum = question.kind is Kind.NUMBER and _SUM_ASKED.search(question.plain) is not None
        self._plain = question.plain
        self._holds_company = functools.cache(self._holds_company_in)  # what stands before one sentence stands before the next

    def found_in(self, telling: Telling) -> float:
        """1 where an article does not name the subject, less where it does, but neither in the sentence nor as the last before it."""
        subject = self._subject_in(telling)
        if subject is None:
            return UNREAD_NAME if self._pinyin else 0.0
        if subject.stands_in(telling.sentence):
            return 0.0
        told = f"{telling.about}\n{telling.before}"
        known = subject.stands_in(told)
        if not known and not subject.stands_in(telling.article):
            return 1.0
        if known and subject.rest_stands_in(telling.sentence):
            return 0.0
        since = told[subject.end_in(told) :] if known else telling.before
        return OF_ANOTHER if self._names_company(f"{since}\n{telling.sentence}") else 0.0 if known else ELSEWHERE

    def narrowed(self, telling: Telling) -> Telling:
        """What the sentence says of the subject."""
        subject = self._subject_in(telling)
        return telling.narrowed_to(subject.brand) if subject else telling

    def _subject_in(self, telling: Telling) -> Subject | None:
        """The subject as an article writes it, where the question has it in pinyin."""
        if not self._pinyin:
            return self.subject
        written = (name_in(telling.article, pinyin) for pinyin in self._pinyin)
        name = next((name for name in written if len(name) >= _BRAND), None)
        return Subject(simplified(name), _ending_behind(name, telling.article)) if name else None

    def begins_with_another(self, sentence: str) -> bool:
        """Whether a sentence in which a figure or a time is looked for begins with another company, and does not name the subject."""
        if self.subject is None or not self._figure:
            return False
        first = None if self.subject.stands_in(sentence) else company_at_beginning(sentence, self._words)
        return first is not None and self._is_another(first, self.subject)

    def is_of_all(self, sentence: str) -> bool:
        """Whether the figure that is asked of a company is one of all companies or projects there: 聚集企业97家，营业收入176亿元."""
        subject = self.subject
        if subject is None or not self._sum or not subject.ending or "园" in subject.rest or subject.stands_in(sentence):
            return False
        return _OF_ALL.match(sentence) is not None

    def goes_on_with_another(self, telling: Telling) -> bool:
        """Whether a sentence tells of 该项目, which is another company's by the sentence before, in an article on more than the subject."""
        if self.subject is None or not self._figure or not _POINTS.match(telling.sentence):
            return False
        last = telling.before.rpartition("\n")[2]
        if any(self.subject.stands_in(text) for text in (telling.sentence, last, telling.about)):
            return False
        runs = [run for run in _HAN.findall(last) if _any_trade().search(run)]
        return any(self._is_another(run[slice(*span)], self.subject) for run in runs for span in find_names(run, self._words))

    def _is_another(self, name: str, subject: Subject) -> bool:
        """Whether it is the name of another company: none that is in the question, nor the subject's own, misspelt there."""
        misspelt = bool(set(name[:_BRAND]) & set(subject.brand)) and (not subject.ending or name.endswith(subject.ending))
        return not misspelt and name[:_BRAND] not in self._plain

    def _names_company(self, text: str) -> bool:
        """Whether a text names any. What holds no word that such names end in is not cut into words, which takes long."""
        return any(self._holds_company(run) for run in _HAN.findall(text) if _any_trade().search(run))

    def _holds_company_in(self, run: str) -> bool:
        names = (run[slice(*span)] for span in find_names(run, self._words))
        return any(name.endswith(trades()) and not name.endswith(_STREET) for name in names)


def company_at_beginning(sentence: str, words: Words) -> str | None:
    """The name of a company that a sentence begins with; None where it begins otherwise."""
    lead = _LEAD.match(sentence)
    run = _HAN.match(sentence, lead.end() if lead else 0)
    if run is None or not _any_trade().search(run[0]):
        return None
    first = next(find_names(run[0], words), None)
    name = run[0][slice(*first)] if first is not None and first.start == 0 else ""
    return name if name.endswith(trades()) else None


@functools.cache
def _any_trade() -> re.Pattern[str]:
    return re.compile(any_of(trades()))


def _in_full(short: str, text: str) -> re.Match[str] | None:
    """创业服务中心 for 创服中心: the same organ, whose name has the characters of the short one in their order."""
    full = _full_name(short)
    return full.search(text) if full else None


@functools.lru_cache(maxsize=64)
def _full_name(short: str) -> re.Pattern[str] | None:
    organ = _ORGAN.match(short, _BRAND)
    return re.compile(rf"{short[0]}[一-鿿]{short[1]}[一-鿿]{organ[0]}") if organ else None


def _ending_behind(name: str, text: str) -> str:
    """The word after a name, where such names end in it."""
    place = text.find(name) + len(name)
    return next((word for word in trades() if text.startswith(word, place)), "")


def _subjects(question: Question, words: Words, rare: Rare) -> Iterator[Subject]:
    known = "".join(question.parks)
    for place, mention in enumerate(question.of(*SUBJECTS, MentionKind.PARK_KIND, MentionKind.MATTER)):
        run = _HAN.match(str(mention.meaning))
        subject = _subject(words(run[0])) if run and mention.kind in (MentionKind.NAME, MentionKind.MATTER) else None
        if subject and subject.brand not in known and (mention.kind is MentionKind.NAME or (place == 0 and rare(subject.brand[:_BRAND]))):
            yield subject


def _subject(words: Sequence[str]) -> Subject | None:
    """The name that a run of words begins with: two characters or more that no dictionary has."""
    unknown = "".join(takewhile(is_unknown, words))
    rest = "".join(words)[len(unknown) :]
    ending = next((word for word in trades() if rest.startswith(word)), "")
    if len(unknown) < _BRAND:
        return None
    brand = unknown if len(unknown) < _TWO_PARTS else unknown[:_BRAND]
    return Subject(brand, ending, "".join(words)[len(brand) :])
