"""The words by which a question asks, and what each asks for: when they are gone, what is left is what the question is about.

They stand in asking_words.toml. All functions take simplified, lower-case text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.measure_words import UNITS, Measure, any_measure, any_true_measure
from corpus.language.span import Span
from corpus.language.vocabulary import any_of, table, words


class Kind(StrEnum):
    """What kind of thing answers a question."""

    CONTACT = "contact"
    DURATION = "duration"
    RANK = "rank"
    TIME = "time"
    PERSON = "person"
    REASON = "reason"
    LIST = "list"
    NUMBER = "number"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"


class Talk(StrEnum):
    """What a word does that asks for nothing."""

    POLITE = "polite"
    WHETHER = "whether"
    PARTICLE = "particle"
    FUNCTION = "function"
    COURTESY = "courtesy"
    """好的谢谢: said in passing."""
    LEAD = "lead"
    """那, what about: goes on from what was asked before."""
    TAIL = "tail"
    """呢 at the end: often goes on, too."""
    CORRECTION = "correction"
    """我是说, I meant: puts what follows in the place of what was asked."""
    DENIAL = "denial"
    """不是, not: what follows was not meant."""
    COMPARISON = "comparison"
    POINTING = "pointing"
    """它, 该园区: what the question before was about."""
    IT = "it"
    """Perhaps the same: how long does it take."""
    NAMED = "named"
    """她, 该公司: whom or what its answer named."""
    YEAR_BEFORE = "year_before"
    YEAR_AFTER = "year_after"
    WHOLE_YEAR = "whole_year"
    SAME_PERIOD = "same_period"
    """去年同期: the part of the year that was asked about."""
    ANY_TIME = "any_time"
    ANY_PARK = "any_park"


class AskingWord(NamedTuple):
    """A word that asks, and where it stands."""

    span: Span
    asks: Kind | Talk


@dataclass(frozen=True, slots=True)
class _AskingWords:
    """The patterns of asking_words.toml."""

    kinds: tuple[tuple[Kind, re.Pattern[str]], ...]
    """What tells each kind, in the order in which they decide."""
    asking: str
    """Every asking word proper."""
    emptied: re.Pattern[str]
    """What a question is not about: asking words, and talk that does not refer to another question."""
    all: re.Pattern[str]
    """Every word, in a group that is named after what it does."""
    place: re.Pattern[str]
    """A Chinese asking word, or what stands in its place: in English such a word is far from what it asks of."""
    standard: tuple[tuple[re.Pattern[str], str], ...]


_EMPTY = (Talk.POLITE, Talk.WHETHER, Talk.PARTICLE, Talk.FUNCTION)
_REFERRING = tuple(talk for talk in reversed(Talk) if talk not in _EMPTY)
"""By these a question refers to another one; of two that begin at one place the later takes it."""
_MEASURE = f"(?:{any_measure(Measure.COUNTER, Measure.PEOPLE, *UNITS, Measure.TIME)}|{any_true_measure(Measure.LOOSE)})"
"""What 几 asks for a number of; 几度 and 几倍 ask for none."""
FUNCTION_WORDS = frozenset("的了是在有和与及为被把将对从到由于中上下里个都也又还就而并等其该这那着过给让向以各归第")
"""Words of one character that say nothing of what a text is about."""


@functools.cache
def _load() -> _AskingWords:
    listed = table("asking_words.toml")
    kinds, talk = listed["kinds"], listed["talk"]
    asks = [(Kind(name), _any(kind["asks"])) for name, kind in kinds.items() if "asks" in kind]
    asking = _any([pattern for _, pattern in asks])
    instead = [pattern for kind in kinds.values() for pattern in kind.get("instead", ())]
    words = [*((each, _any(talk[each])) for each in _REFERRING), *asks, *((each, _any(talk[each])) for each in _EMPTY)]
    return _AskingWords(
        kinds=tuple((Kind(name), lazy_pattern(_any([*kind.get("asks", ()), *kind.get("signs", ())]))) for name, kind in kinds.items()),
        asking=asking,
        emptied=lazy_pattern(_any([asking, *(_any(talk[each]) for each in _EMPTY)])),
        all=lazy_pattern("|".join(f"(?P<{type(each).__name__}_{each}>{pattern})" for each, pattern in words)),
        place=lazy_pattern(
            _any([*(pattern for kind in kinds.values() for pattern in kind.get("asks", ()) if not pattern.isascii()), *instead])
        ),
        standard=tuple((lazy_pattern(word), standard) for word, standard in listed["standard"].items()),
    )


def _any(patterns: Sequence[str]) -> str:
    english: Mapping[str, str] = table("asking_words.toml")["english"]
    joined = f"(?:{'|'.join(patterns)})".replace("{measure}", _MEASURE)
    for name, nouns in english.items():
        joined = joined.replace(f"{{{name}}}", f"{any_of(words(nouns))}(?:e?s)?")
    return joined


def standard_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of colloquial and dialectal asking words, each with the standard word for it: 啥 → 什么, 咋 → 怎么."""
    return _load().standard


_LED = lazy_pattern(r"(?:(?:by|to|in|for|at|from|with|of|on) )?(?:how|what|which|who|whom|whose|why|where)\b")
_CLAUSE = lazy_pattern(r"(?<!^)(?<!\band )(?<!\bor )\b(?:when|where|who)\b.*$")
"""What follows in a question in English that begins by asking: how many left when it closed."""


def kind_asked(plain: str) -> Kind:
    """The kind of thing that a question in standard words asks for."""
    asked = plain.rstrip("?？。！!呢吗 ")
    if _LED.match(asked):
        asked = _CLAUSE.sub("", asked)
    return next((kind for kind, pattern in _load().kinds if kind is not Kind.OTHER and pattern.search(asked)), Kind.OTHER)


def find_asking_words(plain: str) -> Iterator[AskingWord]:
    """Every word of a question that asks, leads on or points, in reading order."""
    for match in _load().all.finditer(plain):
        family, _, name = (match.lastgroup or "").partition("_")
        yield AskingWord(Span(*match.span()), Kind(name) if family == "Kind" else Talk(name))


def without_asking_words(plain: str) -> str:
    """A question with a space in place of each word that only asks."""
    return _load().emptied.sub(" ", plain)


def asking_place(plain: str) -> Span:
    """Where the first Chinese asking word of a question stands, or what is there instead (工业用地占比); its end where there is none."""
    match = _load().place.search(plain)
    return Span(*match.span()) if match else Span(len(plain), len(plain))


def asking_pattern() -> str:
    """A pattern of the words that ask for something, for use inside other patterns."""
    return _load().asking


def content_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Distinct words without function words, unless nothing else is there."""
    distinct = dict.fromkeys(words)
    return tuple(word for word in distinct if word not in FUNCTION_WORDS) or tuple(distinct)
