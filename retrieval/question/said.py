"""What something typed says for itself, and whether its wording goes on from another question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.language.asking_words import Kind, Talk
from retrieval.question.mention import SUBJECTS, Mention, MentionKind
from retrieval.question.question import Question

_CLAUSE_ENDS = re.compile(r"[,，;；。.!！?？、是而]")
_LEADS = (Talk.LEAD, Talk.CORRECTION, Talk.DENIAL)


@dataclass(frozen=True, slots=True)
class Said:
    """The mentions of something typed that are meant, by what they do."""

    subjects: tuple[Mention, ...]
    """Also kinds of parks without a name."""
    times: tuple[Mention, ...]
    matter: tuple[Mention, ...]
    denied: tuple[Mention, ...]
    """What it says was not meant: 2022年 in 不是2022年，是2024年."""
    talk: tuple[Mention, ...]
    """The words by which it goes on: 那, 呢, what about, 我是说."""
    led: bool
    """Whether such a word goes before: 那税收呢, and exports."""
    compares: bool
    """Whether it sets what it names beside what was asked: 和2022年比呢."""
    pointing: Mention | None
    """它, 该园区."""
    asks: bool
    """Whether it has an asking word of its own."""

    @property
    def goes_on(self) -> bool:
        """Whether the wording itself says that it goes on from what was asked before."""
        return bool(self.talk)

    @property
    def is_half(self) -> bool:
        """Whether it cannot be asked without another question: 那2022年呢, 2022年, 那税收呢."""
        if self.subjects and self.matter:
            return False
        if self.goes_on:
            return not (self.matter and self.asks)
        return bool(self.times) and not (self.subjects or self.matter or self.asks)


def what_is_said(typed: Question) -> Said:
    """Sort the mentions of something typed."""
    denied = tuple(_denied(typed))
    meant = [mention for mention in typed.mentions if mention not in denied]
    does = {mention: mention.meaning for mention in meant if mention.kind is MentionKind.ASKING}
    return Said(
        subjects=tuple(mention for mention in meant if mention.kind in (*SUBJECTS, MentionKind.PARK_KIND)),
        times=tuple(mention for mention in meant if mention.kind is MentionKind.TIME),
        matter=tuple(mention for mention in meant if mention.kind is MentionKind.MATTER),
        denied=denied,
        talk=tuple(mention for mention, talk in does.items() if talk in (*_LEADS, Talk.TAIL)),
        led=any(talk in _LEADS for talk in does.values()),
        compares=Talk.COMPARISON in does.values(),
        pointing=next((mention for mention, talk in does.items() if talk is Talk.POINTING), None),
        asks=any(isinstance(asked, Kind) for asked in does.values()),
    )


def _denied(typed: Question) -> Iterator[Mention]:
    """What follows 不是 or not, up to the end of its clause."""
    denying, end = False, 0
    for mention in typed.mentions:
        if mention.meaning is Talk.DENIAL:
            denying = True
        elif mention.kind is MentionKind.ASKING or _CLAUSE_ENDS.search(typed.text, end, mention.span.start):
            denying = False
        if denying and mention.kind is not MentionKind.ASKING:
            yield mention
        end = mention.span.end
