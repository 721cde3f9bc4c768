"""What a question asks: its terms without the asking words, the kind of thing that would answer it, the times that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.language.asking_words import content_words, in_standard_words, without_asking_words
from corpus.language.glossary import load_glossary
from corpus.language.parks import find_parks
from corpus.language.romanisation import latin_names
from corpus.language.times import TimeExpression, find_times
from retrieval.question.english_parks import chinese_parks, chinese_places
from retrieval.question.gazetteer import NO_PARKS, Gazetteer
from retrieval.text.analyzer import Analyzer
from retrieval.text.terms import Terms


class Kind(StrEnum):
    """What kind of thing answers a question."""

    NUMBER = "number"
    RANK = "rank"
    DURATION = "duration"
    PERSON = "person"
    ORGANISATION = "organisation"
    TIME = "time"
    PLACE = "place"
    CONTACT = "contact"
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
    """What is counted (家, 元, 人, %), where a number is asked and the question names it; Chinese also for an English question."""
    about_now: bool
    """Whether it asks how things stand now: 目前, 截至目前, 现任, 最新, currently."""
    times: tuple[TimeExpression, ...]
    parks: tuple[str, ...]
    """Parks that the question names, normalised."""
    names: tuple[str, ...]
    """Words in Latin letters that may be romanised names."""


_NOW = re.compile(
    r"截[至止到](?:目前|现在|今[天日]?(?!年))|到(?:目前|现在)为止|迄今|目前|当前|现在|如今|眼下|现任|最新|最近|近期|现有|现阶段|"
    r"\b(?:now|currently|current|at present|so far|to date|latest|recently|nowadays|today)\b"
)

_KINDS = tuple(
    (kind, re.compile("|".join(patterns)))
    for kind, patterns in (
        (
            Kind.CONTACT,
            (
                r"电话(?:号码?)?(?:是?多少|是什么|[是呢吗]?$)|联系(?:方式|电话)|邮箱|网址|官网|微信公众号|传真|手机号|怎么联系|如何联系",
                r"phone|telephone|e-?mail|website|\bcontact\b|\bfax\b",
            ),
        ),
        (
            Kind.DURATION,
            (
                r"多久|多长时间|时限|期限(?:是?多|是$)|工期(?:是?多|是$)|周期(?:是?多|是$)",
                r"how long (?:does|did|will|do|has|have|must|should)\b|duration",
            ),
        ),
        (
            Kind.RANK,
            (
                r"第几(?![届期批次年天季])|排名?(?:多少|如何|怎么样|怎样)|名次",
                r"what rank|which rank|how .*\brank(?:ed)?\b|what (?:place|position) did",
            ),
        ),
        (
            Kind.TIME,
            (
                r"什么时[候间]?|何时|哪一?[年天日月]|哪个月|几[月日]|几号(?![楼线厂馆门库院])|几点(?!建议|要求|意见|希望|体会)|时间是|日期",
                r"\bwhen\b|what (?:year|date|day|month|time)|which (?:year|month|day)",
            ),
        ),
        (
            Kind.PERSON,
            (
                r"谁|哪一?位|何人|什么人|叫什么(?:名字)?$|名字是|姓名|(?:主任|书记|局长|区长|市长|院长|校长|董事长|总经理|负责人)(?:是|叫|呢)$",
                r"\bwho(?:se|m)?\b|name (?:of )?the .*(?:director|mayor|secretary|chair|president|manager|head)",
            ),
        ),
        (Kind.REASON, (r"为什么|为何|什么原因|原因|何以|凭什么|怎么回事", r"\bwhy\b|how come|reasons?\b")),
        (
            Kind.LIST,
            (
                r"哪些|哪[几两二三四五六七八九十]|分别是(?!多少|谁|什么时|几)|包括什么|都有什么|有什么(?:[^,，]{0,4})(?:产业|企业|公司|项目|活动|政策|措施|荣誉|设施|专业)",
                r"which (?!.*\b(?:is|was|has)\b)\w*(?:ies|[^s]s)\b|which .*s are|what are|what were|\blist\b|\bname (?:all|some|the)\b",
            ),
        ),
        (
            Kind.NUMBER,
            (
                r"多少|几|多[大高长久远快重宽深]|[占比]例|占比|[率额量数值]是?$|增[长速]了?多",
                r"\bhow (?:many|much|large|big|long|far|fast|tall|high|old|often)\b|percent|what (?:share|rate|area|size|proportion)|"
                r"what(?:'s| is| was) the .*(?:value|output|area|revenue|investment|rate|number|amount|gdp|growth|cost|price|total|size)\b",
            ),
        ),
        (
            Kind.PLACE,
            (
                r"哪里|哪儿|何处|在哪|什么地[方点]|地[址点]是|地[址点]$|位于哪?|从哪",
                r"\bwhere\b|\baddress\b|what place|which (?:city|district|province)",
            ),
        ),
        (
            Kind.ORGANISATION,
            (
                r"哪一?[家个][^,，]{0,4}(?:公司|企业|集团|银行|大学|医院)|什么(?:公司|企业|单位|机构|部门)",
                r"(?:which|what) (?:company|firm|enterprise|organi[sz]ation|institution|university|bank|department|park|hospital)\b",
            ),
        ),
    )
)
"""How each kind is asked for, in Chinese and in English; the first that is found decides."""

_LEVEL = re.compile(r"(?<=[一-鿿])(?:国家级?|省级|市级)(?=经开区|高新区|综保区|保税|开发区|新区)")
"""What stands within the name of 银川国家级经开区 and is no part of it."""

_UNIT = re.compile(
    r"(?:多少|几)(?:个)?(?:万亿|[万亿千百])?(元|美元|欧元|吨|亩|公顷|平方?米|平方公里|立方米|公里|千瓦时|兆瓦时|千瓦|兆瓦|千米|工作日|小时|分钟|百分点|%"
    r"|[家个人名项件条座户位台套辆场次所处种批类届层间栋份笔只种片颗本部门起例款支路站岁倍年月天米张])"
)
_MONEY = re.compile(r"多少钱|花[了费]?多少|(?:多少|几)[万千百]?亿|how much (?:money|did|does|is|was)")
_PERCENT = re.compile(
    r"百分之[几多]|[占比]例|占比|占.{0,6}(?:多少|几成)$|增[速幅]是?多少|(?:增长|下降|提高)率|"
    r"percent|what (?:share|rate|proportion)|growth rate"
)
_ENGLISH_UNITS = (
    (r"compan|enterprise|firm|business|factor|startup|start-up", "家"),
    (r"people|person|worker|employee|resident|student|job|expert|talent", "人"),
    (r"project|measure|agreement|contract|patent", "项"),
    (r"vehicle|car|truck", "辆"),
    (r"ton", "吨"),
    (r"day", "天"),
    (r"year", "年"),
    (r"month", "月"),
    (r"floor", "层"),
    (r"square (?:metre|meter)", "平方米"),
    (r"square kilomet", "平方公里"),
    (r"hectare", "公顷"),
    (r"mu\b", "亩"),
    (r"yuan|rmb", "元"),
    (r"dollar", "美元"),
    (r"household", "户"),
)
_ENGLISH_COUNT = tuple((re.compile(rf"how (?:many|much) (?:[a-z-]+ ){{0,3}}?(?:{words})"), unit) for words, unit in _ENGLISH_UNITS)


_AFTER_DATE = re.compile(r"(?<=\d[年月日号])(?=[一-鿿])(?![度底末初中份内前后来间起以均报产])")
"""Where a name begins right after a date: jieba would make a word of 年沐 in 2022年沐江."""


def understand(text: str, asked_on: date, analyzer: Analyzer, known: Gazetteer = NO_PARKS) -> Question:
    """Read a question as asked on a day; what it means in days depends on that. `known` parks may be named without their kind."""
    plain = in_standard_words(analyzer.simplify(text).strip())
    topic = _AFTER_DATE.sub(" ", without_asking_words(plain))
    glossary = load_glossary()
    sought = analyzer.terms(" ".join((topic, *glossary.chinese_words(plain), *chinese_places(topic, known))))
    terms = sought if sought.words else analyzer.terms(text)
    kind = next((kind for kind, pattern in _KINDS if pattern.search(plain.rstrip("?？。！!呢吗 "))), Kind.OTHER)
    return Question(
        text=text,
        asked_on=asked_on,
        terms=Terms(content_words(terms.words), tuple(dict.fromkeys(terms.bigrams))),
        kind=kind,
        unit=_unit(plain) if kind is Kind.NUMBER else None,
        about_now=_NOW.search(plain) is not None,
        times=tuple(find_times(text, asked_on)),
        parks=_parks(analyzer.normalize(text), plain, known),
        names=latin_names(glossary.without_phrases(topic)),
    )


def _parks(normalized: str, plain: str, known: Gazetteer) -> tuple[str, ...]:
    """The parks that are named in Chinese or in English, with or without their kind; of 上海自贸区临港新片区 the whole alone."""
    whole = (*find_parks(None, _LEVEL.sub("", normalized)), *chinese_parks(plain, known))
    bare = " ".join((normalized, *chinese_places(plain, known)))
    parks = dict.fromkeys((*whole, *known.parks_in(bare, whole)))
    return tuple(park for park in parks if not any(park != other and park in other for other in parks))


def _unit(plain: str) -> str | None:
    if match := _UNIT.search(plain):
        return match[1]
    if _MONEY.search(plain):
        return "元"
    if _PERCENT.search(plain):
        return "%"
    return next((unit for pattern, unit in _ENGLISH_COUNT if pattern.search(plain)), None)
