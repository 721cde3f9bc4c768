"""Finds the parks and places that a question names: with their kind or without, by a short one (沐江高新), in English or in pinyin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.language.folding import fold
from corpus.language.glossary import load_glossary
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.park_kinds import ENGLISH_KIND, Doubt, english_kind, load_park_kinds
from corpus.language.parks import find_park_mentions, without_kind
from corpus.language.places import PLACE_NAMES, PLACES, places_in_latin
from corpus.language.romanisation import SHORTEST_PINYIN, is_pinyin, romanise
from corpus.language.span import Span
from corpus.language.vocabulary import any_of
from retrieval.question.gazetteer import Gazetteer
from retrieval.question.plain_text import PlainText

_LONGEST_PLACE = max(map(len, PLACE_NAMES))
_PLACES = lazy_pattern(PLACES)
_CHINESE_KIND = any_of(writing for kind in load_park_kinds() if kind.doubtful is not Doubt.ALL_NAMES for writing in kind.chinese)
_SPOKEN = {kind.spoken: kind.short for kind in load_park_kinds() if kind.spoken}
KIND = lazy_pattern(
    rf"[市县]?(?:(?P<chinese>{_CHINESE_KIND})|(?P<spoken>{any_of(_SPOKEN)})(?!区|技术|产业|企业|科技))|"
    rf"[ ]?(?<![a-z])(?P<english>{ENGLISH_KIND})(?![a-z])"
)
"""What makes of the name before it a park."""
_OFFICIAL_KIND = any_of(writing for kind in load_park_kinds() if kind.official for writing in kind.chinese)
_BARE_KIND = lazy_pattern(
    rf"(?P<chinese>{_OFFICIAL_KIND})|(?P<spoken>{any_of(_SPOKEN)})(?=[的得呢呐那]|[^一-鿿]|$)|(?<![a-z])(?P<english>{ENGLISH_KIND})(?![a-z])"
)
"""A kind alone: 高新区的呢, 经开呢, the high-tech zone."""
_LEVEL = lazy_pattern(rf"(?<=[一-鿿])(?:国家级?|省级|市级)(?={_OFFICIAL_KIND}|{any_of(_SPOKEN)})")
"""What stands within the name of 银川国家级经开区 and is no part of it."""
_OTHERWISE = lazy_pattern("[省市县镇乡村路街河湖港站]")
"""What may not follow a bare name: 平阴县 is the county."""
_LATIN_WORDS = lazy_pattern(r"(?<![a-z0-9])[a-z](?:(?!['’]s\b)[a-z'’-])*")
"""Without the ending of a possessive: yuanping of Yuanping's, and ze'an."""
_NO_NAMES = frozenset(("china", "chinese", "name", "same", "huge", "more", "one", "men", "women", "sane", "change"))
"""Words of English that could be pinyin and stand before a kind of park."""
_MOST_WORDS = 3


class NamedPlace(NamedTuple):
    """A park or a place, and where a text names it."""

    span: Span
    place: str
    """In Chinese, without the kind of the park; empty where the kind stands alone."""
    park: str
    """The park, normalised; its kind where that stands alone; empty for a place that is no park."""


def named_places(plain: str, no_names: Sequence[Span], known: Gazetteer) -> list[NamedPlace]:
    """The parks, places and lone kinds of parks of a plain text, none overlapping another; no name goes over any of `no_names`."""
    text = PlainText(plain, tuple(range(len(plain)))).replacing(_LEVEL, "")
    divided = PlainText(_blanked(plain, no_names), tuple(range(len(plain)))).replacing(_LEVEL, "")
    by_pattern = [NamedPlace(divided.typed(found.span), found.name, fold(found.park)) for found in find_park_mentions(divided.text)]
    found = _apart(by_pattern, [each._replace(span=text.typed(each.span)) for each in _known(text.text, known)], plain)
    found += [park for park in _unheard_of(plain) if not any(park.span.overlaps(other.span) for other in found)]
    alone = (NamedPlace(Span(*match.span()), "", fold(short_kind(match))) for match in _BARE_KIND.finditer(plain))
    return found + [kind for kind in alone if not any(kind.span.overlaps(other.span) for other in found)]


def _blanked(text: str, spans: Sequence[Span]) -> str:
    chars = list(text)
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    return "".join(chars)


def _known(plain: str, known: Gazetteer) -> Iterator[NamedPlace]:
    """Known parks and places, by name and by pinyin, each with the kind that follows it."""
    of_words = list(_in_words(plain, known))
    yield from of_words
    for span, place in (*_in_chinese(plain, known), *_in_latin(plain, known)):
        if any(span.overlaps(other.span) for other in of_words):
            continue
        if kind := KIND.match(plain, span.end):
            yield NamedPlace(Span(span.start, kind.end()), place, known.park(place, fold(short_kind(kind))))
        elif place in known.alone and not _OTHERWISE.match(plain, span.end):
            yield NamedPlace(span, place, known.alone[place])
        elif place in PLACE_NAMES:
            yield NamedPlace(span, place, "")


def short_kind(kind: re.Match[str]) -> str:
    """The short form of a kind that is named."""
    if kind["english"]:
        return english_kind(kind["english"]).short
    return kind["chinese"] or _SPOKEN[kind["spoken"]]


def _in_chinese(plain: str, known: Gazetteer) -> Iterator[tuple[Span, str]]:
    """Names in Chinese, the longest that begins at a place."""
    longest, start = max(_LONGEST_PLACE, known.longest), 0
    while start < len(plain):
        names = (plain[start : start + length] for length in range(longest, 1, -1))
        name = next((name for name in names if name in known.kinds or name in known.alone or name in PLACE_NAMES), "")
        if name:
            yield Span(start, start + len(name)), name
        start += len(name) or 1


def _in_latin(plain: str, known: Gazetteer) -> Iterator[tuple[Span, str]]:
    """Names in pinyin or English: one word, or up to three before the kind of a zone (Shi Jia Zhuang High-tech Zone)."""
    words = list(_LATIN_WORDS.finditer(plain))
    for place, first in enumerate(words):
        for last in reversed(words[place : place + _MOST_WORDS]):
            latin = re.sub(r"['’ -]", "", plain[first.start() : last.end()])
            kind = KIND.match(plain, last.end())
            name = known.latin.get(latin) or places_in_latin().get(latin) or (_before_kind(latin, kind, known) if kind else "")
            if name and (first is last or kind):
                yield Span(first.start(), last.end()), name
                break


def _in_words(plain: str, known: Gazetteer) -> Iterator[NamedPlace]:
    """Parks that a place in pinyin and the words around it name: Lanpu Port Industrial Park, the Sino-German park in Lanpu.

    Of several that begin alike the one that most of the words are in; none where that is several.
    """
    told: list[str] | None = None
    for word in _LATIN_WORDS.finditer(plain):
        parks = known.latin_beginnings.get(re.sub("['’-]", "", word[0]), ())
        if parks and not KIND.match(plain, word.end()):
            told = told if told is not None else _told_in(plain)
            fits = [sum(each in park or (each.isascii() and each in romanise(park)) for each in told) for park in parks]
            if fits.count(max(fits)) == 1 and (max(fits) or len(parks) == 1):
                park = parks[fits.index(max(fits))]
                yield NamedPlace(Span(*word.span()), without_kind(park), park)


def _told_in(plain: str) -> list[str]:
    """What a question may say of a park in English: the Chinese words for it, and its words themselves, which may be pinyin."""
    kinds = [kind.short for match in _BARE_KIND.finditer(plain) if match["english"] for kind in [english_kind(match["english"])]]
    long = (word[0] for word in _LATIN_WORDS.finditer(plain) if len(word[0]) > SHORTEST_PINYIN and is_pinyin(word[0]))
    return list(dict.fromkeys((*load_glossary().chinese_words(plain), *kinds, *long)))


def _unheard_of(plain: str) -> Iterator[NamedPlace]:
    """Parks that are named in pinyin and in no report: Qinghe ETDZ is another one than Mujiang ETDZ."""
    for word in _LATIN_WORDS.finditer(plain):
        kind = KIND.match(plain, word.end())
        if kind and kind["english"] and word[0] not in _NO_NAMES and is_pinyin(word[0]) and not load_glossary().chinese_words(word[0]):
            yield NamedPlace(Span(word.start(), kind.end()), word[0], word[0] + fold(short_kind(kind)))


def _before_kind(latin: str, kind: re.Match[str], known: Gazetteer) -> str:
    """The name of a known park of a kind by its pinyin; empty where there is none."""
    name = known.latin_before_kind.get(latin, "")
    return name if name and known.park(name, fold(short_kind(kind))) in known.parks else ""


def _apart(by_pattern: Sequence[NamedPlace], known: Sequence[NamedPlace], plain: str) -> list[NamedPlace]:
    """Of those that overlap the longest; but a known park rather than one whose name begins with other words than its province or city."""
    patterns = [each for each in by_pattern if not any(_ends_in_known(each, park, plain) for park in known)]
    found: list[NamedPlace] = []
    for each in (*sorted(patterns, key=_length, reverse=True), *sorted(known, key=_length, reverse=True)):
        if not any(each.span.overlaps(other.span) for other in found):
            found.append(each)
    return sorted(found)


def _ends_in_known(pattern: NamedPlace, known: NamedPlace, plain: str) -> bool:
    same_end = pattern.span.start <= known.span.start and pattern.span.end <= known.span.end and pattern.span.overlaps(known.span)
    return bool(same_end and known.park) and not _PLACES.fullmatch(plain, pattern.span.start, known.span.start)


def _length(named: NamedPlace) -> int:
    return named.span.end - named.span.start
