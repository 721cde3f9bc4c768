"""Completes a follow-up from the question before it: 那2022年呢？, 苏州的呢, 那税收呢, what about 2023, 不是高新区，是经开区.

What either question mentions decides, nothing else: mentions of the one before are kept, or give their place to new ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.language.asking_words import Kind, Talk
from corpus.language.occasions import is_attribute, without_attribute
from corpus.language.span import Span
from retrieval.question.gazetteer import NO_PARKS, Gazetteer
from retrieval.question.meant import pointed_at, thing_in, turned, words_for
from retrieval.question.mention import SUBJECTS, Mention, MentionKind, span_of
from retrieval.question.occasion import occasion_of, statement_of
from retrieval.question.question import Question
from retrieval.question.splicing import is_chinese, listed, side_by_side, spliced
from retrieval.question.utterance import Utterance, utterance_of


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
    utterance = utterance_of(typed)
    alone = FollowUp(Standing.UNCLEAR if utterance.is_half else Standing.ALONE, typed.text)
    if before is None:
        return alone
    utterance = _knowing(utterance, known)
    words = {mention: words_for(mention, before, known) for mention in (*utterance.subjects, *utterance.times)}
    new = {mention: text for mention, text in words.items() if text}
    if not utterance.matter and len(new) == len(words) and not utterance.asks_of_name:
        return _changed(typed, new, utterance, before) or alone
    if utterance.pointing and not utterance.subjects:
        return _pointed(typed, utterance.pointing, before) or alone
    if utterance.matter and not new and all(is_attribute(str(mention.meaning)) for mention in utterance.matter):
        return _of_the_figure(typed, utterance, before)
    return (_carried(typed, new, utterance, before) if _leaves_something_out(utterance, before) else None) or alone


def _knowing(utterance: Utterance, known: Gazetteer) -> Utterance:
    """Said alone, also the name that only one article's park has means that park: 东澜的呢."""
    parks = tuple(mention for mention in utterance.matter if mention.meaning in known.kinds)
    if parks != utterance.matter or utterance.asks:
        return utterance
    return replace(utterance, subjects=(*utterance.subjects, *parks), matter=())


def _leaves_something_out(utterance: Utterance, before: Question) -> bool:
    """Whether something with a matter of its own is likely to mean the subject or the time of the question before."""
    if utterance.subjects:
        return utterance.led or (utterance.goes_on and not utterance.asks)
    return utterance.goes_on or (utterance.is_short and bool(before.of(*SUBJECTS)))


def _changed(typed: Question, new: Mapping[Mention, str], utterance: Utterance, before: Question) -> FollowUp | None:
    """The question before with other subjects or times, without some, or asked otherwise; None where nothing says how."""
    named = [new[mention] for mention in utterance.times]
    times = turned(utterance.talk, utterance.times, before) if Talk.SAME_PERIOD in utterance.talk or not named else named
    subjects = [new[mention] for mention in utterance.subjects]
    if times or subjects:
        return _replaced(subjects, times, utterance, before)
    if dropped := _dropped(utterance, before):
        return FollowUp(Standing.COMPLETED, before.without(*dropped), _but(before, dropped), dropped)
    if utterance.asks or Talk.COMPARISON in utterance.talk:
        comma = "，" if is_chinese(before.text) else ", "
        return FollowUp(Standing.COMPLETED, f"{before.text.rstrip(' ?？。.')}{comma}{typed.text}", _but(before, ()))
    return None


def _replaced(subjects: Sequence[str], times: Sequence[str], utterance: Utterance, before: Question) -> FollowUp:
    """New subjects and times in the place of the old ones, or beside them where they are compared; else at the beginning."""
    edits: list[tuple[Span, str]] = []
    added: list[str] = []
    gone: list[Mention] = []
    for new, old in ((subjects, _old_subjects(utterance, before)), (times, before.of(MentionKind.TIME))):
        run = next(iter(before.runs(*old)), ())
        texts = [*(mention.text for mention in run if utterance.compares), *new]
        if new and run:
            edits.append((span_of(run), listed(texts, in_chinese=is_chinese(before.text))))
            gone += [] if utterance.compares else run
        elif new:
            added.append(listed(texts, in_chinese=is_chinese(before.text)))
    return FollowUp(Standing.COMPLETED, _with_added(added, spliced(before.text, edits), before), _but(before, gone), tuple(gone))


def _with_added(added: Sequence[str], text: str, before: Question) -> str:
    """New words at the beginning of a question; a time after the subject that it begins with."""
    first = next(iter(before.mentions), None)
    if first and text.startswith(first.text) and first.kind in SUBJECTS and first.span.start == 0 and is_chinese(text):
        return side_by_side([first.text, *added, text.removeprefix(first.text)])
    return side_by_side([*added, text])


def _old_subjects(utterance: Utterance, before: Question) -> tuple[Mention, ...]:
    """What gives its place to new subjects: parks and places to such, names to names; any subject where there is none of these."""
    names = any(mention.kind is MentionKind.NAME for mention in utterance.subjects)
    alike = before.of(MentionKind.NAME) if names else before.of(MentionKind.PARK, MentionKind.PLACE)
    return alike or before.of(*SUBJECTS)


def _dropped(utterance: Utterance, before: Question) -> tuple[Mention, ...]:
    """What of the question before is denied, or shall not matter: 不限年份, 其他园区呢."""
    kinds = [*([MentionKind.TIME] if Talk.ANY_TIME in utterance.talk else []), *(SUBJECTS if Talk.ANY_PARK in utterance.talk else [])]
    return tuple(mention for mention in before.mentions if mention.kind in kinds or any(map(mention.means, utterance.denials)))


def _pointed(typed: Question, pointing: Mention, before: Question) -> FollowUp | None:
    """What was typed, with what it points to in the place of 它 or 她; None where there is nothing."""
    named = pointed_at(pointing, before)
    kept = tuple(mention for mention in before.of(*SUBJECTS) if mention.text in named)
    return FollowUp(Standing.COMPLETED, spliced(typed.text, [(pointing.span, named)]), kept) if named else None


def _carried(typed: Question, new: Mapping[Mention, str], utterance: Utterance, before: Question) -> FollowUp | None:
    """What was typed, after the subjects and times of the question before, as far as it names none of its own and does not ask for them."""
    no_time = utterance.times or Kind.TIME in utterance.asks or Talk.ANY_TIME in utterance.talk
    no_subject = utterance.subjects or Talk.ANY_PARK in utterance.talk or utterance.asks_which_park
    kept = before.of(*(() if no_subject else SUBJECTS), *(() if no_time else (MentionKind.TIME,)))
    if not kept:
        return None
    body = _body(typed, new, utterance)
    occasion = occasion_of(before, lasting=utterance.goes_on or not utterance.asks)
    whole = [
        before.stretch(run) if utterance.led or run[0].kind is MentionKind.TIME else thing_in(before, run) for run in before.runs(*kept)
    ]
    subject = [*whole, *([occasion] if occasion not in body else [])]
    return FollowUp(Standing.COMPLETED, side_by_side([*subject, body]), kept)


def _of_the_figure(typed: Question, utterance: Utterance, before: Question) -> FollowUp:
    """What is asked of the figure that was asked for: 进出口总额同比增长多少 after 进出口总额是多少."""
    text = side_by_side([without_attribute(statement_of(before)), _body(typed, {}, utterance)])
    return FollowUp(Standing.COMPLETED, text, _but(before, ()))


def _body(typed: Question, new: Mapping[Mention, str], utterance: Utterance) -> str:
    """What was typed without what it denies and the words by which it goes on, and with what it names as that is meant."""
    left_out = (*utterance.denied, *(mention.span for mention in utterance.going_on))
    edits = [*((span, "") for span in left_out), *((mention.span, text) for mention, text in new.items())]
    return spliced(typed.text, edits).strip(" ,，、是")


def _but(before: Question, gone: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(mention for mention in before.mentions if mention.kind is not MentionKind.ASKING and mention not in gone)
