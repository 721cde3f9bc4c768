"""Whether a passage is about another park than those that a question names, and how sure that is. All texts are normalised.

Much is told of a park without its name: 全区 in a report that only its publisher tells from another park's, 高新区 in one on the whole
city. So a passage is surely of another park only where title or publisher say so, or nothing in its article names the one asked for, and
nothing near its best sentence leads to that.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from corpus.article import Article
from corpus.language.park_kinds import kinds_in_chinese, load_park_kinds
from corpus.language.romanisation import romanise, ways_to_read
from corpus.language.script import lightly_simplified
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.question.splicing import is_chinese
from retrieval.ranking.compared_with import only_compared
from retrieval.ranking.park_agreement import same_park
from retrieval.text.park_name import ParkName, park_name
from retrieval.text.passage_facts import PassageFacts, SentenceFacts

UNSURE = 0.5
"""What it says where an article is about another park, or tells no park at all, but may tell of the one asked for all the same."""
_LOOSE_KINDS = ("", "开发区", "园区")
"""What any park may be called."""
OFFICIAL = frozenset(kind.short for kind in load_park_kinds() if kind.official)
_WRITINGS = sorted(
    [(writing, kind.short) for kind in load_park_kinds() if kind.official for writing in (kind.short, kind.spoken) if writing],
    key=lambda pair: -len(pair[0]),
)
"""Of official kinds, the longest first: 沐江高新区 is no 新区."""
_LEVELS = "省市县"
_BRAND = 2
"""Characters that a park without an official kind is known by: 双桅 of 双桅精密轴承产业园."""
_LONGEST_KIND = 3
"""Characters beyond which the rest of a name is no kind of park alone."""
_LATIN_BRAND = 4
"""Letters of the first word of an English name that tell its place."""

_ARTICLES_IN_MEMORY = 512
"""Articles of which is kept what is read here: people ask about the same reports."""
_Normalize = Callable[[str], str]


class AskedPark(NamedTuple):
    """A park as a question names it."""

    name: ParkName
    by_place: bool = False
    """Whether only its place is named: 沐江, Mujiang zone. Then any park of the place may be meant."""
    unheard_of: bool = False
    """Whether no text of the corpus has its name, which so may be one that sounds the same: 木江经开区."""
    spoken: str = ""
    """How it is named where that is in short; it may be another name that begins so: 沐江保税 of 沐江保税物流中心."""


class _ToldOfAll(NamedTuple):
    """What an article tells of all of its sentences; see `ToldOf`."""

    named: tuple[ParkName, ...]
    title: str
    publisher: str
    simplified: str


class ToldOf(NamedTuple):
    """What tells which park a sentence is of."""

    own: Sequence[ParkName]
    """The parks that the article is about, see `ArticleFacts.parks`."""
    named: Sequence[ParkName]
    """All parks that it names."""
    head: str
    """Its title and lead."""
    title: str
    publisher: str
    article: str
    """The whole article, as it is."""
    simplified: str
    """The same, see `lightly_simplified`."""
    passage: str
    near: str
    """The sentence, and the one before it."""
    sentence: str


def asked_parks(question: Question, is_written: Callable[[str], bool]) -> tuple[AskedPark, ...]:
    """The parks of a question; `is_written` says whether any text of the corpus has a name."""
    typed = {str(mention.meaning): mention.text for mention in reversed(question.of(MentionKind.PARK))}
    return tuple(_asked(park_name(park), typed[park], is_written) for park in question.parks)


def told_of(facts: PassageFacts, sentence: SentenceFacts, normalize: _Normalize) -> ToldOf:
    """What a passage and its article tell of one of its sentences."""
    article = _told_of_all(facts.passage.article, normalize)
    before = [each.text for each in facts.sentences if each.span.start < sentence.span.start]
    return ToldOf(
        own=facts.article.parks,
        named=article.named,
        head=f"{article.title}\n{facts.article.lead}",
        title=article.title,
        publisher=article.publisher,
        article=facts.passage.article.text,
        simplified=article.simplified,
        passage=facts.text,
        near="\n".join((*before[-1:], sentence.text)),
        sentence=sentence.text,
    )


@functools.lru_cache(_ARTICLES_IN_MEMORY)
def _told_of_all(article: Article, normalize: _Normalize) -> _ToldOfAll:
    named = tuple(park_name(normalize(park)) for park in article.parks)
    return _ToldOfAll(named, normalize(article.title or ""), normalize(article.publisher or ""), lightly_simplified(article.text))


def is_on(asked: Sequence[AskedPark], own: Sequence[ParkName]) -> bool:
    """Whether one of the parks that an article is about can be one of those asked for: then no sentence of it is of another park."""
    return any(may_be(each, park) for each in asked for park in own)


def other_park(asked: Sequence[AskedPark], told: ToldOf) -> float:
    """1 where a sentence is surely of other parks than any asked for, `UNSURE` where it may be, 0 where it is not."""
    return min((_of_another(park, told) for park in asked), default=0.0)


def _asked(name: ParkName, typed: str, is_written: Callable[[str], bool]) -> AskedPark:
    """A park whose kind the index knows, but the question does not tell, is named by its place, in characters or in pinyin."""
    place = _typed_place(name, typed.lower())
    by_place = bool(place) or name.kind in _LOOSE_KINDS
    spoken = "" if by_place or typed.endswith("区") else typed
    return AskedPark(name._replace(place=place or name.place), by_place, not is_written(name.place), spoken)


def _typed_place(name: ParkName, typed: str) -> str:
    """As much of a park's place as was typed, in characters or in pinyin, where nothing else was."""
    behind = typed.removeprefix(name.place) if typed.startswith(name.place) else ""
    if behind.isalpha() or (name.kind and behind.startswith(name.kind)):  # which no place sounds like
        return ""
    if typed == name.place:  # nor does pinyin need to be loaded for this
        return typed
    sound = romanise(typed)
    return next((name.place[:end] for end in range(1, len(name.place) + 1) if sound in ways_to_read(name.place[:end])), "")


def _of_another(asked: AskedPark, told: ToldOf) -> float:
    place, publishing = asked.name.place, _parks_of_publisher(told.publisher)
    if told.own and only_compared(asked.name.text, told.sentence) and not any(may_be(asked, park) for park in told.own):
        return 1.0
    if (
        _is_named_within(asked.name, told)
        or _is_heard(asked.name.text, told.sentence)
        or any(may_be(asked, park) for park in told.own or publishing)
    ):
        return 0.0
    around = told.near if told.own else told.passage
    if (asked.by_place or not told.own) and _is_heard(place, f"{told.head}\n{told.publisher}\n{around}"):
        return 0.0
    if not told.own and not publishing:
        return UNSURE
    return UNSURE if any(may_be(asked, park) for park in publishing) or _may_be_meant(asked, told, sure=bool(publishing)) else 1.0


def _is_named_within(name: ParkName, told: ToldOf) -> bool:
    """Whether it is named without its place in a report on a park of that place: 数据谷 for 青屏数据谷 in one on 青屏新区."""
    rests = (name.text.removeprefix(park.place) for park in told.own if name.place.startswith(park.place))
    return any(_LONGEST_KIND < len(rest) < len(name.text) and rest in told.near for rest in rests)


def _may_be_meant(asked: AskedPark, told: ToldOf, *, sure: bool) -> bool:
    """Whether something leads from a sentence to the park that is asked for; `sure` where the publisher tells of another one."""
    name, named = asked.name, any(may_be(asked, park) for park in told.named)
    article = f"{told.head}\n{told.simplified}"
    if name.text in told.near or (name.kind in told.near and _is_heard(name.place, f"{told.head}{told.passage}{told.publisher}")):
        return True
    if asked.spoken and re.search(rf"{re.escape(asked.spoken)}(?!区)", f"{told.head}\n{told.passage}"):
        return True
    if name.kind not in OFFICIAL and (named or name.place[:_BRAND] in told.passage):
        return True
    if named and any(park.kind == name.kind and article.count(park.place) <= 1 + (told.title in told.article) for park in told.own):
        return True  # 张江谈高新区 is no park
    sure = sure or any(park.kind in OFFICIAL and park.place in told.title for park in told.own)  # 一片园区 is a phrase
    return not sure and (named or _is_told_of(name, told, article))


def _is_told_of(name: ParkName, told: ToldOf, article: str) -> bool:
    """Whether an article names the place, or where it is of that place the kind of park: 高新区 in a report on 沐江经开区."""
    kind = kinds_in_chinese().get(name.kind)
    if kind and any(park.place in name.place or name.place in park.place for park in told.own):
        return any(writing in article for writing in kind.chinese)
    return _is_heard(name.place, article)


def may_be(asked: AskedPark, park: ParkName) -> bool:
    """Whether a park that an article names can be the one asked for."""
    name = asked.name
    if same_park(name, park):
        return True
    if name.place.isascii() != park.place.isascii():
        return _is_translated(asked, park)
    kinds = name.kind == park.kind or asked.by_place or park.kind in _LOOSE_KINDS
    if asked.unheard_of and kinds:
        one, other = romanise(name.place), romanise(park.place)
        return one in other or other in one
    unofficial = name.kind not in OFFICIAL and name.kind == park.kind and name.place[:_BRAND] == park.place[:_BRAND]
    return unofficial or (kinds and name.place in park.place)


def _is_translated(asked: AskedPark, park: ParkName) -> bool:
    """Whether one of two names is the other in English: that begins with the place, and its kind is as loose as 产业园 and 工业园."""
    english, chinese = sorted((asked.name.place, park.place), key=str.isascii, reverse=True)
    place, kinds = english.split(" ")[0], (asked.name.kind, park.kind)
    loose = asked.by_place or kinds[0] == kinds[1] or any(kind in _LOOSE_KINDS for kind in kinds) or all(kind[-1] == "园" for kind in kinds)
    sound = romanise(chinese)
    return loose and ((len(place) >= _LATIN_BRAND and sound.startswith(place)) or english.replace(" ", "").startswith(sound))


def _is_heard(place: str, text: str) -> bool:
    """Whether a text names a place or park, 沐江市青屏 also as 沐江青屏; in an English one by its pinyin."""
    if place in text:
        return True
    proper = _without_level(place)
    return (proper[:1] in text and proper in _without_level(text)) or (not is_chinese(text) and romanise(place) in romanise(text.lower()))


def _without_level(text: str) -> str:
    for level in _LEVELS:  # a third of the time that a pattern takes
        text = text.replace(level, "")
    return text


@functools.lru_cache(_ARTICLES_IN_MEMORY)
def _parks_of_publisher(publisher: str) -> tuple[ParkName, ...]:
    """The park whose office published: 沐江经开发布, 沐江高新区科技创新局."""
    for writing, kind in _WRITINGS:
        place, found, _ = publisher.partition(writing)
        if found and len(place) >= _BRAND:
            return (ParkName(place + kind, place, kind),)
    return ()
