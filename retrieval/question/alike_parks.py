"""The known parks that a question may mean by an unknown one: misheard, mistyped, in pinyin, or of a kind that is not its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.park_kinds import kinds_in_chinese
from corpus.language.parks import split_park
from corpus.language.places import PLACE_NAMES
from corpus.language.romanisation import romanise
from corpus.language.span import Span
from retrieval.question.gazetteer import Gazetteer
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.question.splicing import spliced

MOST = 3
_LONGEST_LATIN = 5
"""Letters from which a name in Latin letters may have a wrong one."""
_SHORT_NAME = 2
"""Characters of a name in which one more or less makes another."""
_USUAL_KIND = "经开区"
"""What people mean most often by 开发区."""
_UNKNOWN_KIND = lazy_pattern(r"(?!的)[一-鿿]{0,3}[区區园園](?![一-鿿]*[区區园園])")
"""What stands for the kind of a park behind its name: 沐江经济区."""


def alike_parks(question: Question, known: Gazetteer) -> tuple[str, ...]:
    """Known parks, normalised, that the unknown ones of a question may be; the likeliest first, at most three."""
    found = list(_sounding_alike(question.plain, known)) or list(_written_alike(question, known))
    return tuple(islice((park for park in dict.fromkeys(found) if park not in question.parks), MOST))


def with_park(question: Question, park: str) -> str:
    """The question, asked about a park in place of the one that it names."""
    if pinyin := _in_pinyin(park).search(question.text):
        return spliced(question.text, [(Span(*pinyin.span()), park)])
    named = next(iter(question.of(MentionKind.PARK, MentionKind.PLACE)), None)
    if named is None:
        return spliced(question.text, [(Span(0, 0), park)])
    unknown_kind = _UNKNOWN_KIND.match(question.text, named.span.end)
    return spliced(question.text, [(Span(named.span.start, unknown_kind.end() if unknown_kind else named.span.end), park)])


def _sounding_alike(plain: str, known: Gazetteer) -> Iterator[str]:
    """木江经开区, mujiang jingkaiqu: parks whose whole name is heard in the question."""
    sounds = romanise(plain)
    return (park for park in known.parks if romanise(park) in sounds and park not in plain)


def _written_alike(question: Question, known: Gazetteer) -> Iterator[str]:
    for asked in question.parks:
        place, kind = split_park(asked)
        yield from (place + other for other in sorted(known.kinds.get(place, ()), key=lambda other: (*_distance(kind, other), other)))
        if place not in PLACE_NAMES:  # 合肥 is no slip of the pen for another place
            yield from (park for park in known.parks if _is_slip(place, kind, park))


def _distance(asked: str, kind: str) -> tuple[bool, bool]:
    """First the kinds that may be called by the one asked for: 开发区 for 经济技术开发区."""
    called = kinds_in_chinese()[kind].long if kind in kinds_in_chinese() else ()
    return not any(long.endswith(asked) for long in called), kind != _USUAL_KIND


def _is_slip(place: str, kind: str, park: str) -> bool:
    """Whether a known park of that kind differs by one character of its name: 沐汀经开区 for 沐江经开区."""
    other, other_kind = split_park(park)
    if kind != other_kind:
        return False
    if place.isascii() and not other.isascii():
        other = romanise(other)
    long_enough = not place.isascii() or len(place) >= _LONGEST_LATIN
    return long_enough and len(place) > 1 and _is_one_step(place, other)


def _is_one_step(one: str, two: str) -> bool:
    """Whether one character was written for another, left out, or added."""
    shorter, longer = sorted((one, two), key=len)
    if len(longer) - len(shorter) > (len(shorter) > _SHORT_NAME) or one == two:
        return False
    start = next((place for place, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    rest = longer[start + 1 :]
    return rest == (shorter[start + 1 :] if len(shorter) == len(longer) else shorter[start:])


def _in_pinyin(park: str) -> re.Pattern[str]:
    """A pattern of a park's name in Latin letters, with or without spaces between the syllables."""
    return re.compile(r"(?<![a-z])" + r"[ '’-]?".join(map(romanise, park)) + r"(?![a-z])", re.IGNORECASE)
