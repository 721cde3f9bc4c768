"""Completes a follow-up from the question before it: 那2022年呢？, 苏州的呢, 那税收呢, what about 2023, 不是高新区，是经开区.

What either question mentions decides, nothing else: mentions of the one before are kept, or give their place to new ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.language.span import Span
from retrieval.question.gazetteer import NO_PARKS, Gazetteer
from retrieval.question.meant import words_for
from retrieval.question.mention import SUBJECTS, Mention, MentionKind
from retrieval.question.question import Question
from retrieval.question.said import Said, what_is_said
from retrieval.question.splicing import side_by_side, spliced

_HAN = re.compile(r"[一-鿿]")
_AND = re.compile(r"\s*(?:[和与與及跟、,，]|以及|and|or)\s*", re.IGNORECASE)
LONGEST_MATTER = 12
"""Characters; what is longer and has no 那 before it is a question of its own."""


class Standing(StrEnum):
    """Whether something typed can be asked as it is."""

    ALONE = "alone"
    """It is a question of its own."""
    COMPLETED = "completed"
    """It goes on from the question before it, and is whole with what that mentions."""
    UNCLEAR = "unclear"
    """It goes on from something, and there is nothing to go on from."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is asked by something typed, and what became of the mentions of the question before it."""

    standing: Standing
    text: str
    """The whole question; as typed unless it was completed."""
    kept: tuple[Mention, ...] = ()
    """Mentions of the question before that the whole question has too."""
    replaced: tuple[Mention, ...] = ()
    """Those that gave their place to new ones."""


def follow_up(typed: Question, before: Question | None, known: Gazetteer = NO_PARKS) -> FollowUp:
    """What something typed asks after the question before it; a place means its only `known` park."""
    said = what_is_said(typed)
    if before is None:
        return FollowUp(Standing.UNCLEAR if said.is_half else Standing.ALONE, typed.text)
    words = {mention: words_for(mention, before, known) for mention in (*said.subjects, *said.times)}
    new = {mention: text for mention, text in words.items() if text}
    has_matter = bool(said.matter) or len(new) < len(words)
    if new and not has_matter:
        return _replaced(new, said, before)
    if said.denied and not has_matter:
        return _dropped(said, before)
    if said.pointing and (subject := next(iter(before.of(*SUBJECTS)), None)):
        return FollowUp(Standing.COMPLETED, spliced(typed.text, [(said.pointing.span, subject.text)]), (subject,))
    if has_matter and (said.led or (said.goes_on and len(typed.text) <= LONGEST_MATTER)):
        return _carried(typed, new, said, before)
    return FollowUp(Standing.ALONE, typed.text)


def _replaced(new: Mapping[Mention, str], said: Said, before: Question) -> FollowUp:
    """The question before with other subjects, or other times, in the place of its own; beside them where it compares."""
    edits, added, gone = [], [], []
    for mentions, old in ((said.subjects, _old_subjects(said, before)), (said.times, before.of(MentionKind.TIME))):
        texts = [new[mention] for mention in mentions if mention in new]
        if texts and old:
            run = _side_by_side(before, old)
            edits.append((Span(run[0].span.start, run[-1].span.end), _listed([*(m.text for m in run if said.compares), *texts], before)))
            gone += [] if said.compares else run
        elif texts:
            added.append(_listed(texts, before))
    kept = tuple(mention for mention in before.mentions if mention.kind is not MentionKind.ASKING and mention not in gone)
    return FollowUp(Standing.COMPLETED, side_by_side([*added, spliced(before.text, edits)]), kept, tuple(gone))


def _old_subjects(said: Said, before: Question) -> tuple[Mention, ...]:
    """What gives its place to new subjects: parks and places to such, names to names; any subject where there is none of these."""
    names = any(mention.kind is MentionKind.NAME for mention in said.subjects)
    alike = before.of(MentionKind.NAME) if names else before.of(MentionKind.PARK, MentionKind.PLACE)
    return alike or before.of(*SUBJECTS)


def _side_by_side(before: Question, mentions: Sequence[Mention]) -> list[Mention]:
    """The first of some mentions, with those that are listed beside it: 2021年和2022年."""
    run = [mentions[0]]
    for mention in mentions[1:]:
        if not _AND.fullmatch(before.text, run[-1].span.end, mention.span.start):
            break
        run.append(mention)
    return run


def _listed(texts: Sequence[str], before: Question) -> str:
    return ("和" if _HAN.search(before.text) else " and ").join(texts)


def _dropped(said: Said, before: Question) -> FollowUp:
    """The question before without what is denied."""
    gone = tuple(mention for mention in before.mentions if any(mention.meaning == denied.meaning for denied in said.denied))
    kept = tuple(mention for mention in before.mentions if mention.kind is not MentionKind.ASKING and mention not in gone)
    return FollowUp(Standing.COMPLETED, before.without(*gone), kept, gone)


def _carried(typed: Question, new: Mapping[Mention, str], said: Said, before: Question) -> FollowUp:
    """What was typed, after the subjects and times of the question before, as far as it names none of its own."""
    kept = (*(() if said.subjects else before.of(*SUBJECTS)), *(() if said.times else before.of(MentionKind.TIME)))
    if not kept:
        return FollowUp(Standing.ALONE, typed.text)
    start = max((mention.span.end for mention in said.denied), default=0)
    edits = [*((mention.span, text) for mention, text in new.items()), *((mention.span, "") for mention in said.talk)]
    body = spliced(typed.text, [(Span(0, start), ""), *((span, text) for span, text in edits if span.start >= start)]).strip(" ,，、是")
    return FollowUp(Standing.COMPLETED, side_by_side([*(mention.text for mention in kept), body]), kept)
