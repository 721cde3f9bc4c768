"""What a question asks: its terms without the asking words, the kind of thing that would answer it, the times that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.parks import find_parks
from retrieval.analyzer import Analyzer
from retrieval.engine.protocol import Terms
from retrieval.glossary import load_glossary
from retrieval.romanisation import latin_names
from retrieval.time_expression import TimeExpression, find_times


class Kind(StrEnum):
    """What kind of thing answers a question."""

    NUMBER = "number"
    PERSON = "person"
    TIME = "time"
    PLACE = "place"
    LIST = "list"
    REASON = "reason"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Question:
    """A question, understood. Everything but `text` serves matching only."""

    text: str
    asked_on: date
    terms: Terms
    """What to look for: distinct words and bigrams, without the words that only ask."""
    kind: Kind
    unit: str | None
    """What is counted (家, 亿元, 人), where a number is asked and the question names it."""
    times: tuple[TimeExpression, ...]
    parks: tuple[str, ...]
    """Parks that the question names, normalised."""
    names: tuple[str, ...]
    """Words in Latin letters that may be romanised names."""


_KINDS = tuple(
    (kind, re.compile("|".join(patterns)))
    for kind, patterns in (
        (
            Kind.TIME,
            (
                r"什么时[候间]|何时|哪一?[年天日月]|哪个月|几[月号日点]|时间是|日期|多会儿",
                r"\bwhen\b|what (?:year|date|day|month)|which (?:year|month)",
            ),
        ),
        (Kind.PERSON, (r"谁|哪一?位|何人|什么人|叫什么(?:名字)?$|名字是|姓名", r"\bwho(?:se|m)?\b")),
        (Kind.REASON, (r"为什么|为何|为啥|原因|何以|凭什么", r"\bwhy\b")),
        (Kind.LIST, (r"哪些|哪[几两二三四五六七八九十]|分别是|包括什么|都有什么", r"which .*s are|what are")),
        (
            Kind.NUMBER,
            (
                r"多少|几|多[大高长久远快重宽深]|[占比]例|占比|[率额量数值]是?$|增[长速]了?多",
                r"\bhow (?:many|much|large|big|long|far|fast|tall|high|old)\b|percent|what (?:share|rate|area)",
            ),
        ),
        (Kind.PLACE, (r"哪里|哪儿|何处|在哪|什么地[方点]|地[址点]是|位于哪?|从哪", r"\bwhere\b")),
    )
)
"""How each kind is asked for, in Chinese and in English; the first that is found decides."""

_UNIT = re.compile(
    r"(?:多少|几)(?:个)?((?:万|亿)?(?:元|美元|吨|亩|公顷|平方(?:米|公里)|立方米|公里|千瓦时?|千米|米|岁|年|月|天|小时|分钟|%)"
    r"|[家个人名项件条座户位台套辆场次所处种批类届期层间栋份笔只种片颗本部门起例款支路站岁倍])"
)
_MONEY = re.compile(r"多少钱|花[了费]?多少|how much (?:money|did|does|is|was)")

_ASKING = re.compile(
    r"请问|请告诉我|我想知道|想问一?下|有没有人?知道|能不能|是不是|是否|什么时[候间]|什么地[方点]|什么样的?|叫什么(?:名字)?|是什么|有什么|什么|为什么|为何|"
    r"有?是?多少[钱元]|有多少|是多少|达到?多少|多少|怎么样|怎样|怎么|如何|"
    r"哪一?[年天位家个里儿些几次]|哪[两二三四五六七八九十][家个年位项]?|哪|是谁|谁的?|几(?=[个家人名项件条座户位台套辆场次所种年月天岁号点])|"
    r"多[大高长久远快重宽深]|吗|呢|啊|吧|"
    r"\b(?:what|when|where|which|who|whom|whose|why|how|many|much|is|are|was|were|do|does|did|the|a|an|of|in|on|at|to|for|by|has|have|had|be|"
    r"been|it|its|that|this|there|and|or|with|from)\b"
)
_FUNCTION_WORDS = frozenset("的了是在有和与及为被把将对从到由于中上下里个都也又还就而并等其该这那着过给让向以")


def understand(text: str, asked_on: date, analyzer: Analyzer) -> Question:
    """Read a question as asked on a day; what it means in days depends on that."""
    plain = analyzer.simplify(text).strip()
    topic = _ASKING.sub(" ", plain)
    glossary = load_glossary()
    sought = analyzer.terms(" ".join((topic, *glossary.chinese_words(plain))))
    terms = sought if sought.words else analyzer.terms(text)
    kind = next((kind for kind, pattern in _KINDS if pattern.search(plain.rstrip("?？。！! "))), Kind.OTHER)
    return Question(
        text=text,
        asked_on=asked_on,
        terms=Terms(_content(terms.words), tuple(dict.fromkeys(terms.bigrams))),
        kind=kind,
        unit=_unit(plain) if kind is Kind.NUMBER else None,
        times=tuple(find_times(text, asked_on)),
        parks=find_parks(None, analyzer.normalize(text)),
        names=latin_names(glossary.without_phrases(topic)),
    )


def _content(words: tuple[str, ...]) -> tuple[str, ...]:
    """Distinct words without function words, unless nothing else is there."""
    distinct = dict.fromkeys(words)
    return tuple(word for word in distinct if word not in _FUNCTION_WORDS) or tuple(distinct)


def _unit(plain: str) -> str | None:
    match = _UNIT.search(plain)
    if match:
        return match[1].lstrip("万亿")  # figures are folded to plain digits
    return "元" if _MONEY.search(plain) else None
