"""Makes questions that nobody can answer out of answerable ones: about a year, a park or a matter of which the corpus tells nothing.

They teach the confidence what the commonest wrong answer looks like: all the right words but one, of another year, another park, another
office, or about something else than what is asked.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from importlib.resources import files

from corpus.article import Article
from corpus.language.asking_words import Kind
from corpus.language.parks import without_kind
from corpus.language.romanisation import romanise
from retrieval.evaluation.slot_traps import CITIES, slot_traps
from retrieval.question.mention import Mention, MentionKind
from retrieval.question.question import Question
from retrieval.question.splicing import is_chinese, spliced
from retrieval.question.years import is_part_of_year

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STEPS = (-1, 1, -2, 2, -3, 3, -4, 4)
"""How far from the year told a silent year is looked for: the nearer, the harder to tell."""
_NOWHERE = ("望湖", "柳桥", "青峦", "白榆", "石屏湾", "禾岭")
"""Places that no map knows; the first that the corpus does not name gets a park."""
_MATTERS = (
    ("停车", "停车一小时收多少钱"),
    ("租金", "的租金是多少"),
    ("工资", "的平均工资是多少"),
    ("上市", "什么时候上市"),
    ("房价", "的房价是多少"),
    ("电话", "的电话号码"),
    ("火灾", "发生了多少起火灾"),
    ("招工", "还要招多少工人"),
    ("门票", "的门票多少钱"),
    ("密码", "的无线网密码"),
    ("食堂", "食堂一顿饭多少钱"),
    ("离职", "的离职率有多高"),
    ("官司", "跟谁打过官司"),
    ("股价", "的股价是多少"),
)
"""What people ask and reports keep silent about: a word that would tell of it, and the end of a question."""
_ASKED_BY_STRANGERS: list[tuple[str, str]] = tomllib.loads(
    files("retrieval.evaluation").joinpath("stray_questions.toml").read_text(encoding="utf-8")
)["asked"]
_STRANGER_ASKS_ONE_IN = 4
"""More of them, and whatever is asked in English would seem to have no answer."""
_ENDING = 5
"""Characters before the asking word that say what is asked, as far as it goes without a parser."""


class Alterations:
    """Alters questions about the parks of one corpus."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._told = [
            f"{article.title or ''}\n{article.published or ''}\n{' '.join(article.parks)}\n{article.text}" for article in articles
        ]
        self._nowhere = next((place for place in _NOWHERE if not any(place in told for told in self._told)), None)

    def of(self, question: Question) -> Iterator[str]:
        """The question about another year, a park that there is not, another matter, with other slots, about a city, and one in English.

        Nothing where it names no park or several.
        """
        parks = question.of(MentionKind.PARK)
        if len(parks) != 1 or (place := without_kind(parks[0].text)) == parks[0].text:
            return
        about_place = [told for told in self._told if place in told]
        if other_year := _another_year(question, parks[0], about_place):
            yield other_year
        if self._nowhere and is_chinese(question.text):
            yield question.text.replace(place, self._nowhere)
        if other_matter := _another_matter(question, parks[0], about_place):
            yield other_matter
        if about_place:
            yield from slot_traps(question, about_place, _lot)
        if is_chinese(question.text):
            yield from self._of_places(question, parks[0].text, place, about_place)

    def _of_places(self, question: Question, park: str, place: str, about_place: Sequence[str]) -> Iterator[str]:
        """About a city that no report names, in place of the park; and what strangers ask about the park's place in English."""
        lot = _lot(question.text)
        if cities := [city for city in CITIES if not any(city in told for told in self._told)]:
            yield question.text.replace(park, cities[lot % len(cities)])
        asked = [text for word, text in _ASKED_BY_STRANGERS if not any(word in told for told in about_place)]
        if asked and lot % _STRANGER_ASKS_ONE_IN == 0:
            yield asked[lot % len(asked)].format(place=romanise(place).capitalize())


def _another_year(question: Question, park: Mention, about_place: Sequence[str]) -> str | None:
    """Another year in place of the one named, or one set after the park; None where the reports are silent about no near year."""
    times = [time for time in question.of(MentionKind.TIME) if not is_part_of_year(time.text)]
    years = [year for time in times for year in _YEAR.findall(time.text)]
    named = [int(year) for told in about_place for year in _YEAR.findall(told)]
    if len(years) > 1 or len(years) < len(times) or not named or not is_chinese(question.text):
        return None
    told = int(years[0]) if years else max(set(named), key=named.count)
    shift = _lot(question.text) % len(_STEPS)
    silent = (told + step for step in _STEPS[shift:] + _STEPS[:shift] if told + step not in named)
    if (year := next(silent, None)) is None:
        return None
    edit = (times[0].span, times[0].text.replace(years[0], str(year))) if years else (park.span, f"{park.text}{year}年")
    return spliced(question.text, [edit])


def _another_matter(question: Question, park: Mention, about_place: Sequence[str]) -> str | None:
    """The beginning of the question with another ending; None where the reports tell of all the other matters."""
    silent = [ending for word, ending in _MATTERS if not any(word in told for told in about_place)]
    if not silent or not is_chinese(question.text):
        return None
    asking = (word.span.start for word in question.of(MentionKind.ASKING) if isinstance(word.meaning, Kind))
    beginning = question.text[: max(next(asking, len(question.text)) - _ENDING, park.span.end)]
    return f"{beginning}{silent[_lot(question.text) % len(silent)]}"


def _lot(text: str) -> int:
    """A number that depends on the text alone."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=4).digest(), "big")
