"""A question, read: the only reading of what was typed, and what everybody wants to know of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from corpus.language.asking_words import FUNCTION_WORDS, Kind
from corpus.language.rewriting import rewritten_text
from corpus.language.romanisation import latin_names
from corpus.language.script import unified
from corpus.language.times import TimeExpression, find_times
from corpus.language.written_years import named_years_in_full
from retrieval.question.bare_text import bare
from retrieval.question.mention import Mention, MentionKind, runs, span_of
from retrieval.question.reported_times import in_reported_times
from retrieval.question.said_in_chinese import SaidThing
from retrieval.question.same_day import Tied
from retrieval.question.series import Series
from retrieval.question.splicing import asks_in_english
from retrieval.question.standard_wording import in_standard_words
from retrieval.question.taking_out import without_mentions
from retrieval.question.years import is_year_named
from retrieval.text.terms import Terms


@dataclass(frozen=True, slots=True)
class Question:
    """Everything but `text` and the texts of the mentions serves matching only; a question with nothing else has not been read."""

    text: str
    """As typed."""
    asked_on: date
    mentions: tuple[Mention, ...] = ()
    """In the order of the text; none overlaps another."""
    parts: tuple[Question, ...] = ()
    """The questions that it was taken apart into, two to six; empty where it asks about one thing."""
    plain: str = ""
    """The text in NFKC, lower case and simplified characters, without courtesies, with its times as reports write them: 2023年上半年."""
    terms: Terms = field(default_factory=lambda: Terms((), ()))
    """What to look for: distinct words and bigrams, without the words that only ask."""
    kind: Kind = Kind.OTHER
    unit: str | None = None
    """What is counted (家, 元, 人, %), where a number is asked and the question names it; Chinese also for an English question."""
    asks_of_plans: bool = False
    """Whether it asks for what is meant to be: 预计, 目标, 到2025年."""
    about_now: bool = False
    """Whether it asks how things stand now: 目前, 截至目前, 现任, 最新, currently."""
    differ_in: tuple[MentionKind, ...] = ()
    """In what its parts differ where it compares parks or times, so that each can be named after it; empty where it compares none."""
    series: Series | None = None
    """What it asks for year by year; its parts are known when it is known of which years the index tells."""
    told_by_all: str = ""
    """What the reports are to tell of which it wants all: 列出所有集中开工的报道; empty where it wants an answer."""
    event: Tied | None = None
    """What is asked of the day of an event, with the event: then both are its parts."""
    in_time: bool = False
    """Whether its parts are compared in time: then their quotes come in order of time."""
    names: tuple[str, ...] = ()
    """Capitalised words that may be romanised names, in lower case."""
    things: tuple[SaidThing, ...] = ()
    """What it speaks of in Latin letters, in Chinese."""
    said: str = ""
    """`plain`, or for a question in English the Chinese words for what it says, by which the rules of evidence know it."""

    @property
    def in_english(self) -> bool:
        """Whether it is in English, apart from names."""
        return asks_in_english(self.text)

    @property
    def bare_chinese(self) -> str:
        """What was said, without marks and particles at its end; nothing of a question in English."""
        return "" if self.in_english else self.said.rstrip("?!。 的呢啊呀吗")

    @property
    def names_year(self) -> bool:
        """Whether it names a year, in figures or as 去年; 上半年 names none."""
        return any(is_year_named(self.plain[slice(*time.span)]) for time in find_times(self.plain, self.asked_on))

    @property
    def in_standard_words(self) -> str:
        """The text as typed, but without dialect, and with the right names of parks and places that are misspelt or in Latin letters."""
        return in_standard_words(self.text, self.of(MentionKind.PARK, MentionKind.PLACE))

    @property
    def in_full(self) -> str:
        """The same without courtesies, with its times as reports write them, every year in four digits: what models are asked."""
        written = in_reported_times(bare(self.in_standard_words))
        return rewritten_text(written, named_years_in_full(unified(written), self.asked_on.year))

    @property
    def times(self) -> tuple[TimeExpression, ...]:
        """The days that it names, with where it names them."""
        return tuple(mention.meaning for mention in self.mentions if isinstance(mention.meaning, TimeExpression))

    @property
    def parks(self) -> tuple[str, ...]:
        """The parks that it names, normalised, each once: 沐江 is nothing beside 沐江经开区."""
        parks = dict.fromkeys(str(mention.meaning) for mention in self.of(MentionKind.PARK))
        return tuple(park for park in parks if not any(park != other and park in other for other in parks))

    @property
    def latin_places(self) -> frozenset[str]:
        """The words of parks and places that are typed in Latin letters and have a Chinese name, in lower case: qinghe of qinghe经开区."""
        places = (mention for mention in self.of(MentionKind.PARK, MentionKind.PLACE) if not str(mention.meaning)[:1].isascii())
        return frozenset(word for mention in places for word in latin_names(mention.text.lower()))

    @property
    def says_something(self) -> bool:
        """Whether it has anything but words that ask and function words, which hold of every article."""
        return any(mention.kind is not MentionKind.ASKING and not FUNCTION_WORDS.issuperset(mention.text) for mention in self.mentions)

    @property
    def only_names(self) -> bool:
        """Whether nothing in it asks, and no kind of answer is to be seen: 汀鲜食品2024年净利润."""
        return self.kind is Kind.OTHER and not self.of(MentionKind.ASKING)

    @property
    def matter(self) -> tuple[Mention, ...]:
        """What is counted or asked for: all that is said beside parks, times and the words that ask."""
        return self.of(MentionKind.MATTER)

    def of(self, *kinds: MentionKind) -> tuple[Mention, ...]:
        """The mentions of these kinds, in the order of the text."""
        return tuple(mention for mention in self.mentions if mention.kind in kinds)

    def without(self, *mentions: Mention) -> str:
        """The text without some of its mentions, clean of the words that led to them."""
        return without_mentions(self.text, self.mentions, mentions)

    def runs(self, *mentions: Mention) -> tuple[tuple[Mention, ...], ...]:
        """Some of the mentions, in the order of the text, with those together that are listed beside each other: 2021年和2022年."""
        return tuple(runs(self.text, mentions))

    def stretch(self, run: Sequence[Mention]) -> str:
        """The text from the first of some mentions to the last."""
        return self.text[slice(*span_of(run))]
