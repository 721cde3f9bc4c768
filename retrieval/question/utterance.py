"""What something typed says for itself, and how its wording goes on from another question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.language.asking_words import Kind, Talk
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from retrieval.question.mention import SUBJECTS, Mention, MentionKind
from retrieval.question.question import Question
from retrieval.question.splicing import is_chinese

_CLAUSE = lazy_pattern(r"[,，;；。.!！?？、是而]|\bbut\b")
_LEADS = (Talk.LEAD, Talk.CORRECTION, Talk.DENIAL)
_POINTING = (Talk.POINTING, Talk.IT, Talk.NAMED)
_TURNS = (Talk.YEAR_BEFORE, Talk.YEAR_AFTER, Talk.WHOLE_YEAR, Talk.SAME_PERIOD, Talk.ANY_TIME, Talk.ANY_PARK)
"""Words that change the question before without naming anything."""
_WHICH_PARK = lazy_pattern(r"哪一?(?:几?个|家|些)(?:园区|开发区|经开区|高新区|产业园)|\bwhich (?:parks?|zones?)\b")
_SHORT_HAN, _SHORT_LATIN = 9, 40
"""Characters of a question that is likely to leave its subject to the one before."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """The mentions of something typed that are meant, by what they do."""

    subjects: tuple[Mention, ...]
    """Also kinds of parks without a name."""
    times: tuple[Mention, ...]
    matter: tuple[Mention, ...]
    denied: tuple[Span, ...]
    """Clauses of what was not meant: 不是2022年 in 不是2022年，是2024年."""
    denials: tuple[Mention, ...]
    """What these name."""
    going_on: tuple[Mention, ...]
    """The words by which it goes on: 那, 呢, what about, 我是说."""
    pointing: Mention | None
    """它, 该园区, 她."""
    talk: frozenset[Talk]
    """All that its words do beside naming and asking."""
    asks: frozenset[Kind]
    """What its asking words ask for."""
    asks_which_park: bool
    is_short: bool

    @property
    def compares(self) -> bool:
        """Whether it sets what it names beside what was asked: 和2022年比呢."""
        return Talk.COMPARISON in self.talk

    @property
    def led(self) -> bool:
        """Whether it begins with a word that goes on: 那税收呢, and exports."""
        return not self.talk.isdisjoint(_LEADS)

    @property
    def goes_on(self) -> bool:
        """Whether the wording itself says that it goes on from what was asked before."""
        return not self.talk.isdisjoint((*_LEADS, Talk.TAIL, *_TURNS))

    @property
    def asks_of_name(self) -> bool:
        """Whether it asks something of a name of its own, and does not go on: 司徒宁是谁."""
        names = [mention for mention in self.subjects if mention.kind is MentionKind.NAME]
        return bool(self.asks and names and not self.goes_on)

    @property
    def is_half(self) -> bool:
        """Whether it cannot be asked without another question: 那2022年呢, 2022年, 那税收呢, 它的税收."""
        if self.subjects and (self.matter or self.asks):
            return False
        if Talk.POINTING in self.talk or Talk.NAMED in self.talk:
            return True
        if self.goes_on:
            return not (self.matter and self.asks)
        return bool(self.times) and not (self.subjects or self.matter or self.asks)


def utterance_of(typed: Question) -> Utterance:
    """Sort the mentions of something typed."""
    denied = tuple(_denied(typed))
    meant = [mention for mention in typed.mentions if not any(span.start <= mention.span.start < span.end for span in denied)]
    does = {mention: mention.meaning for mention in typed.mentions if mention.kind is MentionKind.ASKING}
    return Utterance(
        subjects=tuple(mention for mention in meant if mention.kind in (*SUBJECTS, MentionKind.PARK_KIND)),
        times=tuple(mention for mention in meant if mention.kind is MentionKind.TIME),
        matter=tuple(mention for mention in meant if mention.kind in (MentionKind.MATTER, MentionKind.FIGURE)),
        denied=denied,
        denials=tuple(mention for mention in typed.mentions if mention not in meant and mention.kind is not MentionKind.ASKING),
        going_on=tuple(mention for mention in meant if mention.meaning in (*_LEADS, Talk.TAIL)),
        pointing=next((mention for mention, talk in does.items() if talk in _POINTING), None),
        talk=frozenset(talk for talk in does.values() if isinstance(talk, Talk)),
        asks=frozenset(asked for asked in does.values() if isinstance(asked, Kind)),
        asks_which_park=_WHICH_PARK.search(typed.plain) is not None,
        is_short=len(typed.plain) <= (_SHORT_HAN if is_chinese(typed.plain) else _SHORT_LATIN),
    )


def _denied(typed: Question) -> Iterator[Span]:
    """The clauses that begin with 不是 or not."""
    for mention in typed.mentions:
        if mention.meaning is Talk.DENIAL:
            end = _CLAUSE.search(typed.text, mention.span.end)
            yield Span(mention.span.start, end.end() if end else len(typed.text))
