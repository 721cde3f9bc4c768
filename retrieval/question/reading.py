"""Reads a question, once for everybody."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from corpus.language.asking_words import Kind, Talk, content_words, kind_asked, standard_words, without_asking_words
from corpus.language.glossary import load_glossary
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.listing_words import told_by_all
from corpus.language.parks import without_kind
from corpus.language.rewriting import rewritten_text
from corpus.language.romanisation import SHORTEST_PINYIN, is_pinyin, latin_names
from corpus.language.script import simplified
from corpus.language.vocabulary import word_list
from corpus.language.written_years import named_years_in_full
from retrieval.errors import QuestionTooLong
from retrieval.question.asked import asks_about_now, unit_asked
from retrieval.question.bare_text import without_courtesies, without_loose_spaces, without_thanks
from retrieval.question.gazetteer import NO_PARKS, Gazetteer
from retrieval.question.marked import Marked
from retrieval.question.mention import Mention, MentionKind
from retrieval.question.mentions import find_mentions
from retrieval.question.misspelt_parks import right_names
from retrieval.question.misspelt_words import right_words
from retrieval.question.parts import asks_about_time, parts_of
from retrieval.question.plain_text import plain_text
from retrieval.question.question import Question
from retrieval.question.reported_times import in_reported_times, plain_in_reported_times
from retrieval.question.said_in_chinese import SaidThing, said_in_chinese, things_in_chinese
from retrieval.question.same_day import tied_to_event
from retrieval.question.series import Series, series_of
from retrieval.question.sides import compares
from retrieval.question.splicing import asks_in_english, is_chinese
from retrieval.text.analyzer import Analyzer
from retrieval.text.plans import asks_of_plans
from retrieval.text.terms import Terms

MOST_CHARACTERS = 300
"""Of a question, after NFKC."""

_CAPITALISED = lazy_pattern(r"\b[A-Z][\w'’-]+")
_POSSESSIVE = lazy_pattern(r"['’]s\b")
_ROMAN = lazy_pattern("i{1,3}|iv|vi{0,3}")
"""Of a phase."""
_SHORTEST_NAME = 3
"""Letters."""
_BESIDE = " ,，、:："
"""What may stand beside a polite word."""
_AFTER_DATE = lazy_pattern(r"(?<=\d[年月日号])(?=[一-鿿])(?![度底末初中份内前后来间起以均报产])")
"""Where a name begins right after a date: jieba would make a word of 年沐 in 2022年沐江."""
_BEFORE_SPENT = lazy_pattern(r"(?<=[一-鿿])(?=(?:花|用)[了掉去]*多少)")
"""Where a name ends right before a verb: jieba would make a word of 厂花 in 水厂花了多少钱."""


def read_question(text: str, asked_on: date, analyzer: Analyzer, known: Gazetteer = NO_PARKS) -> Question:
    """Read a question as asked on a day, with its parts; `known` parks may be named without their kind. Raises QuestionTooLong."""
    refuse_too_long(text)
    whole = _read(text, asked_on, analyzer, known)
    reported = in_reported_times(without_thanks(text))
    to_part = whole if reported == text else _read(reported, asked_on, analyzer, known)
    marked = _marked(to_part)
    event = tied_to_event(marked.text)
    series = None if event else _series(to_part, marked)
    parts = () if series else tuple(_read(part, asked_on, analyzer, known) for part in parts_of(marked))
    in_time = asks_about_time(marked.text)
    differ_in = () if event or in_time else _differ_in(parts)
    if differ_in and compares(marked.text):
        parts = tuple(_of_amount(part) for part in parts)
    return replace(
        whole,
        parts=parts,
        differ_in=differ_in,
        series=series,
        told_by_all="" if parts or series else told_by_all(marked.text),
        event=event if parts else None,
        in_time=in_time,
    )


def read_in_years(question: Question, years: Sequence[int], analyzer: Analyzer, known: Gazetteer = NO_PARKS) -> Question:
    """A question for a series, taken apart into its years."""
    series = question.series
    if series is None or not years:
        return question
    parts = tuple(_of_amount(_read(series.in_year(year), question.asked_on, analyzer, known)) for year in years)
    return replace(question, parts=parts, differ_in=(MentionKind.TIME,))


def _series(whole: Question, marked: Marked) -> Series | None:
    """What is asked year by year of one park; 近年来引进了哪些企业 is not."""
    if len(whole.parks) != 1 or whole.kind not in (Kind.NUMBER, Kind.OTHER, Kind.RANK):
        return None
    times = [time for time in whole.times if time.span.start >= len(whole.text) - len(marked.text)]
    return series_of(marked, times, whole.asked_on.year)


def _differ_in(parts: Sequence[Question]) -> tuple[MentionKind, ...]:
    """In what the parts of a question differ, each naming one that no other names: parks, times or both."""
    parks = [part.parks for part in parts]
    times = [tuple(dict.fromkeys((time.first, time.last) for time in part.times)) for part in parts]
    told = ((MentionKind.PARK, parks), (MentionKind.TIME, times))
    kinds = [kind for kind, named in told if len(set(named)) > 1 and all(len(names) == 1 for names in named)]
    apart = {(*(named[place][0] for kind, named in told if kind in kinds),) for place in range(len(parts))}
    return tuple(kinds) if kinds and len(apart) == len(parts) else ()


def _of_amount(part: Question) -> Question:
    """A part of a question that compares amounts: 谁的税收高 asks how much either is."""
    return replace(part, kind=Kind.NUMBER, unit=part.unit or unit_asked(part.plain)) if part.kind is Kind.OTHER else part


def _marked(question: Question) -> Marked:
    """The question in simplified characters, which stand where the typed ones do, without the polite words that it begins with."""
    parks, times = (tuple(mention.span for mention in question.of(kind)) for kind in (MentionKind.PARK, MentionKind.TIME))
    return Marked(simplified(question.text.encode("utf-8", "replace").decode()), parks, times).after(_after_politeness(question))


def _after_politeness(question: Question) -> int:
    """Where a question begins to ask: after 请问, 我想知道, tell me."""
    start = 0
    for word in question.of(MentionKind.ASKING):
        if word.meaning is not Talk.POLITE or question.text[start : word.span.start].strip(_BESIDE):
            break
        start = word.span.end
    return len(question.text) - len(question.text[start:].lstrip(_BESIDE)) if start else 0


def refuse_too_long(text: str) -> None:
    """Raise QuestionTooLong for more than anybody asks at once, before anything looks into it."""
    length = len(unicodedata.normalize("NFKC", text).strip())
    if length > MOST_CHARACTERS:
        raise QuestionTooLong(f"The question has {length} characters, more than {MOST_CHARACTERS}: ask for one thing at a time.")


def _read(text: str, asked_on: date, analyzer: Analyzer, known: Gazetteer) -> Question:
    characters = functools.reduce(lambda plain, word: plain.replacing(*word), standard_words(), plain_text(text))
    if chinese := is_chinese(text):
        characters = characters.rewritten(without_loose_spaces(characters.text))
    elif asks_in_english(text):
        characters = characters.rewritten(right_words(text, characters.text))
    characters = characters.rewritten(right_names(characters.text, known))
    characters = plain_in_reported_times(characters)
    mentions = find_mentions(text, characters, asked_on, known, analyzer.dictionary_words)
    plain = (rewritten_text(characters.text, without_courtesies(characters.text)) if chinese else characters.text).strip()
    dated = rewritten_text(plain, named_years_in_full(plain, asked_on.year))
    topic = _AFTER_DATE.sub(" ", without_asking_words(_BEFORE_SPENT.sub(" ", dated)))
    kind, things = kind_asked(plain), things_in_chinese(plain)
    return Question(
        text=text,
        asked_on=asked_on,
        mentions=mentions,
        plain=plain,
        terms=_terms(text, topic, things, mentions, analyzer),
        kind=kind,
        unit=unit_asked(plain) if kind is Kind.NUMBER else None,
        asks_of_plans=asks_of_plans(plain),
        about_now=asks_about_now(plain),
        names=tuple(_proper_names(text, topic)),
        things=things,
        said=plain if is_chinese(plain) and not asks_in_english(text) else said_in_chinese(plain, things, kind),
    )


def _terms(text: str, topic: str, things: Sequence[SaidThing], mentions: Sequence[Mention], analyzer: Analyzer) -> Terms:
    """Distinct words and bigrams of the topic, with the Chinese words for what is said in English."""
    words = dict.fromkeys(word for thing in things for word in thing.words)
    sought = analyzer.terms(" ".join((topic, *words, *_places_in_latin(mentions))))
    terms = sought if sought.words else analyzer.terms(text)
    return Terms(content_words(terms.words), tuple(dict.fromkeys(terms.bigrams)))


def _proper_names(typed: str, topic: str) -> Iterator[str]:
    """The words of the topic that are typed with a capital, without the glossary's phrases; in English, without what is known to be none.

    Where an English question has no capital, those that are pinyin.
    """
    if not latin_names(topic):
        return
    glossary, english = load_glossary(), asks_in_english(typed)
    capitalised = latin_names(" ".join(_CAPITALISED.findall(_POSSESSIVE.sub("", typed))).lower())
    for name in latin_names(glossary.without_phrases(topic)):
        in_small = english and not capitalised and len(name) >= SHORTEST_PINYIN and is_pinyin(name)
        if (in_small or name in capitalised) and not (english and _is_no_name(name)):
            yield name


def _is_no_name(word: str) -> bool:
    weak = word_list("weak_english_words.txt")
    return len(word) < _SHORTEST_NAME or word in weak or load_glossary().knows(word) or _ROMAN.fullmatch(word) is not None


def _places_in_latin(mentions: Sequence[Mention]) -> Iterator[str]:
    """The Chinese names of the places that are named in Latin letters, each once."""
    places = (mention for mention in mentions if mention.kind in (MentionKind.PARK, MentionKind.PLACE) and mention.text[:1].isascii())
    return iter(dict.fromkeys(without_kind(str(mention.meaning)) for mention in places))
