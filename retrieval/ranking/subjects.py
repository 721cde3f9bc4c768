"""Whether a sentence is about the company, project or person that a question names, or about another one."""

from __future__ import annotations

import functools
import re

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.romanisation import name_in, sounds_like
from corpus.language.script import simplified
from corpus.language.vocabulary import any_of
from retrieval.question.mention import MentionKind
from retrieval.question.names import Words, find_names, is_unknown, trades
from retrieval.question.question import Question
from retrieval.ranking.companies_told import STREET, companies_told
from retrieval.ranking.named_elsewhere import names_in_pinyin
from retrieval.ranking.own_part import Named, own_part
from retrieval.ranking.subject import BRAND, Rare, Subject, ending_behind, known_companies, subjects_of
from retrieval.ranking.telling import Telling

_HAN = lazy_pattern(r"[一-鿿]+")
_LEAD = lazy_pattern(
    r"\W*(?:(?:(?:截至)?\d+年(?:\d+月)?(?:\d+日)?(?:底|末|上半年|前[1-4一二三四]?个?[季月]度?)?|[今去]年(?:上半年)?|其中|据悉|此外|上半年|目前|(?:达产|投产|建成)后)[,，]?)*"
)
"""What a sentence may say before whom it is about."""
OF_ANOTHER, ELSEWHERE = 0.7, 0.2
"""What it says where another company was named since, and where only another part of the article names the subject."""
UNREAD_NAME = 0.5
"""What it says of an article in which nothing reads as a name in pinyin: its characters may be read otherwise."""

_SUM_ASKED = lazy_pattern(r"营收|收入|产值|投资|利润|销售额|融资|纳税|税收|出口|多少钱")
_OF_ALL = lazy_pattern(
    r"\W*(?:记者从[^,，]{2,16}(?:了解到|获悉)[,，])?(?:(?:目前|现有|全年|[去今]年|上半年|\d+年)[,，]?)*(?:全[区市县省园国]|园区|(?:新?签约|聚集|集聚|汇聚|拥有|引进|落户)[^,，。;；\d]{0,10}(?:企业|项目)\d+[余多]?[家个])"
)
_OF_WHOLE = lazy_pattern(r"\W*(?:规上|规模以上)工业(?:总产值|增加值|企业)")
"""How a sentence begins that tells of all industry there; of a question in English little else says that it asks of a company."""
_GRANT_ASKED, _GIVEN_TO_ALL = lazy_pattern(r"奖补|补贴|补助|奖励|资金"), lazy_pattern(r"惠及(?:企业)?\d+[余多]?[家户]")
_SPEAKS = lazy_pattern(r"[:：说]|介绍|表示|透露")
_TITLED = 3
"""Characters by which a sentence is known to begin with a firm that the title names."""
_POINTS = lazy_pattern(r"\W*(?:该|这个|上述)(?:项目|工程|公司|企业|厂|基地|产品)")
_PICKS = lazy_pattern(r"\W*其中[,，]?(?P<name>[一-鿿]{2,6}?)(?:项目|基地)")
"""One of those that the sentence before lists."""
_CLAUSE = lazy_pattern(r"[^，；。：:,;、（(]+")
_PLACE = lazy_pattern(r"(?:(?![由与和为被向给是在])[一-鿿]){0,3}")
"""What may stand before the company that a clause tells of: 安徽弘曜电器投资15亿元."""
_AT_BEGINNING = 3
"""Characters of a sentence before which it names whom it tells of."""
_WORD = 3
"""Characters by which a question surely names a company."""


class SubjectContradiction:
    """Compares sentences with the subject of one question."""

    def __init__(self, question: Question, words: Words, rare: Rare) -> None:
        self.subject = next(subjects_of(question, words, rare), None)
        self._known = None if self.subject else next(known_companies(question), None)
        self._pinyin = tuple(names_in_pinyin(question)) if question.in_english and self.subject is None else ()
        matter = [str(mention.meaning) for mention in question.of(MentionKind.NAME, MentionKind.MATTER)]
        self._named = tuple(text[: _WORD + 1] for text in matter if len(text) > _WORD)
        self._words = words
        self._figure = question.only_names or question.kind in (Kind.NUMBER, Kind.TIME)
        self._sum = question.kind is Kind.NUMBER and _SUM_ASKED.search(question.plain) is not None
        self._grant = question.kind is Kind.NUMBER and _GRANT_ASKED.search(question.plain) is not None
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
        name = next((name for name in written if len(name) >= BRAND), None)
        return Subject(simplified(name), ending_behind(name, telling.article)) if name else None

    def own_part(self, telling: Telling) -> str:
        """What the sentence says of the subject, up to a clause that begins with another company."""
        subject = self._subject_in(telling) or self._known
        if subject is None or not subject.ending or subject.brand[:BRAND] not in telling.sentence:
            return telling.sentence
        brand, sentence = subject.brand[:BRAND], telling.narrowed_to(subject.brand).sentence
        if any(self._is_asked_of(name, subject) for _, name in companies_told(telling.sentence, self._words)):
            return telling.sentence
        begins = [match.start() for match in _CLAUSE.finditer(sentence)]
        others = [
            Named(start, start + len(name), False)
            for start, name in companies_told(sentence, self._words)
            if any(begin <= start and _PLACE.fullmatch(sentence, begin, start) for begin in begins) and self._is_another(name, subject)
        ]
        return own_part(sentence, [*(Named(*match.span(), True) for match in re.finditer(re.escape(brand), sentence)), *others])

    def comes_after_another(self, telling: Telling) -> bool:
        """Whether an article names the subject only after the sentence, and another company up to it."""
        subject = self._subject_in(telling)
        if subject is None or subject.may_be_person or any(map(subject.stands_in, (telling.sentence, telling.about, telling.before))):
            return False
        if subject.stands_in(telling.article[: telling.start]) or not subject.stands_in(telling.article):
            return False
        if not (self._figure or subject.ending):
            return False
        end = telling.start + _AT_BEGINNING
        told = [name for start, name in companies_told(telling.article, self._words) if start <= end]
        return any(self._is_another(name, subject) for name in told)

    def begins_with_another(self, telling: Telling) -> bool:
        """Whether a sentence in which a figure or a time is looked for begins with another company, and does not name the subject."""
        subject = self._subject_in(telling) if self._figure else None
        if subject is None or subject.stands_in(telling.sentence):
            return False
        first = company_at_beginning(telling.sentence, self._words)
        return first is not None and self._is_another(first, subject)

    def is_of_all(self, telling: Telling) -> bool:
        """Whether the figure that is asked of a company is one of all companies or projects there: 聚集企业97家，营业收入176亿元."""
        subject, sentence = self._subject_in(telling), telling.sentence
        if subject is None or not subject.ending or "园" in subject.rest or subject.stands_in(sentence):
            return False
        if self._pinyin and self._figure and _OF_WHOLE.match(sentence):
            return True
        return (self._sum and _OF_ALL.match(sentence) is not None) or (self._grant and _GIVEN_TO_ALL.search(sentence) is not None)

    def is_of_titled(self, telling: Telling) -> bool:
        """Whether a sentence begins with a firm that the title or the first sentence names, and the one asked about is named in neither."""
        subject = self._subject_in(telling) if self._figure else None
        if subject is None or subject.may_be_person:
            return False
        lead = _LEAD.match(telling.sentence)
        run = _HAN.match(telling.sentence, lead.end() if lead else 0)
        name = run[0][:_TITLED] if run and not _SPEAKS.match(telling.sentence, run.start() + _TITLED) else ""
        if len(name) < _TITLED or name not in telling.about or name[:BRAND] in self._plain:
            return False
        misspelt = sounds_like(name[:BRAND], subject.brand[:BRAND])
        if misspelt or subject.stands_in(telling.sentence) or subject.stands_in(telling.about):
            return False
        return all(map(is_unknown, [*self._words(run[0])][:BRAND])) if run else False

    def goes_on_with_another(self, telling: Telling) -> bool:
        """Whether a sentence tells of 该项目, which is another company's by the sentence before, in an article on more than the subject."""
        if self.subject is None or not self._figure or not _POINTS.match(telling.sentence):
            return False
        last = telling.before.rpartition("\n")[2]
        if any(self.subject.stands_in(text) for text in (telling.sentence, last, telling.about)):
            return False
        runs = [run for run in _HAN.findall(last) if _any_trade().search(run)]
        return any(self._is_another(run[slice(*span)], self.subject) for run in runs for span in find_names(run, self._words))

    def picks_another(self, telling: Telling) -> bool:
        """Whether a sentence picks one of those listed before it, where another one of them is asked about: 其中甲项目由园区代建厂房."""
        match = _PICKS.match(telling.sentence) if "其中" in telling.sentence else None
        last = telling.before.rpartition("\n")[2]
        if match is None or match["name"][:BRAND] in self._plain or match["name"][:BRAND] not in last:
            return False
        return any(name in last and name not in telling.sentence for name in self._named)

    def _is_another(self, name: str, subject: Subject) -> bool:
        """Whether it is the name of another company: none that is in the question, nor the subject's own, misspelt there."""
        misspelt = sounds_like(name[:BRAND], subject.brand[:BRAND]) and (not subject.ending or name.endswith(subject.ending))
        return not misspelt and name[:BRAND] not in self._plain

    def _is_asked_of(self, name: str, subject: Subject) -> bool:
        """Whether the question names it, too, by a word of it: 翎阳引导基金 where it asks what 引导基金 paid for the subject."""
        besides = self._plain.replace(subject.brand + subject.rest, " ")
        return any(name[place : place + _WORD] in besides for place in range(len(name) - _WORD + 1))

    def _names_company(self, text: str) -> bool:
        """Whether a text names any. What holds no word that such names end in is not cut into words, which takes long."""
        return any(self._holds_company(run) for run in _HAN.findall(text) if _any_trade().search(run))

    def _holds_company_in(self, run: str) -> bool:
        names = (run[slice(*span)] for span in find_names(run, self._words))
        return any(name.endswith(trades()) and not name.endswith(STREET) for name in names)


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
