"""Whether a message asks for reports themselves and not for what they tell: 沐江经开区最近有什么新闻, 你有2025年的数据吗.

The words for that stand in report_words.toml; beside them such a message only names parks, companies and times.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from corpus.language.asking_words import Kind
from retrieval.question.mention import SUBJECTS, Mention, MentionKind
from retrieval.question.plain_text import plain_text
from retrieval.question.question import Question
from retrieval.question.splicing import is_chinese

_LONGEST_NAME = 20
"""Characters of a name that was not recognised as one."""
_ENDS_NAMES = frozenset("份新上中里个条则篇过来几")
"""Words for reports that a name may as well end in: 启明星股份."""
_LETTER, _ENDS_IN_LETTER = re.compile("[a-z]"), re.compile("[a-z']")
_MARKS = re.compile(r"[\s,，.。?？!！:：;；、“”\"「」《》]+")


class Wanted(StrEnum):
    """What is wanted of the reports; each is a list of words."""

    NEWS = "news"
    HOLDINGS = "holdings"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class ReportsWanted:
    """Reports that are asked for, beside the parks, places and times of the question."""

    what: Wanted
    names: tuple[str, ...] = ()
    """Companies and whatever else the reports are to mention, simplified and in lower case."""


@dataclass(frozen=True, slots=True)
class _ReportWords:
    """The words of report_words.toml."""

    things: tuple[tuple[Wanted, re.Pattern[str]], ...]
    """In the order in which they decide."""
    anything: re.Pattern[str]
    leading: re.Pattern[str]
    by_initial: Mapping[str, tuple[str, ...]]
    """All of them, by their first character."""


def reports_wanted(question: Question) -> ReportsWanted | None:
    """What reports a question asks for; None where it asks for what they tell, or all those that tell of something."""
    words = _load()
    rest = _MARKS.sub(" ", _without(question, *question.of(*SUBJECTS, MentionKind.TIME))).strip()
    before, name, after = _around(rest, words)
    said = f"{before} {after}"
    what = next((wanted for wanted, pattern in words.things if pattern.search(said)), None)
    if what is None:
        return ReportsWanted(Wanted.HOLDINGS) if not name and question.times and question.of(*SUBJECTS) else None
    if name and (what is not Wanted.NEWS or question.told_by_all or not _is_name(question, name, before, after)):
        return None
    named = tuple(str(mention.meaning) for mention in question.of(MentionKind.NAME))
    return ReportsWanted(what, (*named, *([name] if name else [])))


def only_name(question: Question) -> Mention | None:
    """The park, place or kind of park that a question only names: 沐江经开区, 银川, 高新区的; None where it says anything else."""
    named = question.of(MentionKind.PARK, MentionKind.PLACE, MentionKind.PARK_KIND)
    if len(named) != 1 or question.of(MentionKind.NAME, MentionKind.TIME):
        return None
    return named[0] if _says_nothing(_without(question, *named)) else None


def _is_name(question: Question, between: str, before: str, after: str) -> bool:
    """Whether reports on what stands between are asked for: 星衡的新闻, news about Xingheng, but not 新闻发布会."""
    _, news = _load().things[1]
    in_chinese = is_chinese(between)
    if question.kind not in (Kind.OTHER, Kind.LIST) or not 1 < len(between) <= _LONGEST_NAME or (in_chinese and " " in between):
        return False
    return news.search(after if in_chinese else before) is not None


def _without(question: Question, *mentions: Mention) -> str:
    """The question in plain characters, a space in the place of each of some mentions."""
    typed = list(question.text)
    for mention in mentions:
        typed[mention.span.start : mention.span.end] = " " * (mention.span.end - mention.span.start)
    return plain_text("".join(typed)).text


def _says_nothing(rest: str) -> bool:
    return _around(_MARKS.sub(" ", rest).strip(), _load())[1] == ""


def _around(rest: str, words: _ReportWords) -> tuple[str, str, str]:
    """The words for reports that a text begins with, those that it ends in, and what is between."""
    before = words.leading.match(rest)
    start = before.end() if before else 0
    end = _end_of_name(rest, start, words)
    while start < end and (word := words.anything.match(rest, end)) and word[0] in _ENDS_NAMES:
        end = word.end()
    return rest[:start], rest[start:end].strip(), rest[end:]


def _end_of_name(rest: str, start: int, words: _ReportWords) -> int:
    """Where, from `start` on, nothing but such words begins. Reckoned from the end: a pattern would try every way to cut them apart."""
    leads_to_end = {len(rest)}
    for place in range(len(rest) - 1, start - 1, -1):
        here = words.by_initial.get(rest[place], ())
        if (rest[place].isspace() and place + 1 in leads_to_end) or any(
            place + len(word) in leads_to_end and _stands(word, rest, place) for word in here
        ):
            leads_to_end.add(place)
    return min(leads_to_end)


def _stands(word: str, rest: str, place: int) -> bool:
    if not rest.startswith(word, place):
        return False
    return not word.isascii() or not (_ENDS_IN_LETTER.match(rest[max(0, place - 1) : place]) or _LETTER.match(rest, place + len(word)))


@functools.cache
def _load() -> _ReportWords:
    listed = tomllib.loads(files("bot.conversation").joinpath("report_words.toml").read_text(encoding="utf-8"))
    words = [word for words in listed.values() for word in words]
    anything = _any_of(words)
    by_initial = {initial: tuple(word for word in words if word[0] == initial) for initial in {word[0] for word in words}}
    things = tuple((wanted, re.compile(_any_of(listed[wanted]))) for wanted in (Wanted.YEARS, Wanted.NEWS, Wanted.HOLDINGS))
    return _ReportWords(things, re.compile(anything), re.compile(rf"(?:{anything}|\s)*"), by_initial)


def _any_of(words: Sequence[str]) -> str:
    """Latin words only as whole ones."""
    return "|".join(rf"(?<![a-z']){word}(?![a-z])" if word.isascii() else word for word in sorted(words, key=len, reverse=True))
