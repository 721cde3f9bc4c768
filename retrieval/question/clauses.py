"""Takes apart a question of two asking clauses (甲何时开工，以及乙何时投产), and one that sets an event before another (甲比乙早吗)."""

from __future__ import annotations

import re

from corpus.language.asking_words import asking_pattern
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.span import Span
from retrieval.question.marked import Marked

_ASKS = f"(?:{asking_pattern()}|吗)"
ASKING = lazy_pattern(_ASKS)
_OPENING_TIME = lazy_pattern(r"^(?:在|截至)?(?:[^,，?？]{2,16}?[,，])")
_JOINT = lazy_pattern(
    rf"[,，?？](?:以及|并且|同时|而(?!且)|且|又|还有)|(?:和|以及)(?=[^,，和与及]{{3,}}?{_ASKS})|[,，](?=[^,，又]{{2,10}}又(?:是|在|于|为))"
)
"""Where a clause ends and another one begins; after 和 that clause must say more than what it asks for: 谁和谁签约 is one question."""
_THING = r"(?P<{}>[^,，?？和与]{{2,}}?)"
_BEFORE = tuple(
    lazy_pattern(pattern)
    for pattern in (
        rf"^{_THING.format('one')}(?:的时间)?(?:是否|是不是|是)?(?:早|晚|先|后)于{_THING.format('other')}(?:的时间)?吗?[?？]*$",
        rf"^{_THING.format('one')}(?:的时间)?比{_THING.format('other')}(?:的时间)?(?:是|要)?(?:更|还)?[早晚](?:还是.*|(?:了|发生)?(?:多少|几)个?[天月年].*|多久|吗)?[?？]*$",
        rf"^{_THING.format('one')}(?:是)?(?:发生)?在{_THING.format('other')}(?:之前|以前|前)?(?:还是|或)(?:在)?(?:之后|以后|后)[^,，]{{0,6}}[?？]*$",
        r"(?i)^(?:did|was|were|is|has) (?P<one>[^,]{3,}?) (?:earlier than|later than|before|after) (?P<other>[^,]{3,}?)\?*$",
    )
)
_ONLY_DONE = lazy_pattern(".{1,3}了")
_LEAST_BEFORE = 3
"""Characters before what a clause asks for that may name its subject."""
_ENOUGH_ASKED = 10
"""Characters of a clause that begins with what it asks for."""
_BEFORE_TIME = 2
"""Characters that may stand before the time at the beginning."""


def clauses_of(question: Marked) -> tuple[str, ...]:
    """Two asking clauses, each with the time that opens the question; empty where there are not two."""
    shared = _opening_time(question)
    rest = question.text[len(shared) :]
    for joint in _JOINT.finditer(rest):
        before, after = rest[: joint.start()], rest[joint.end() :]
        if ASKING.search(before) and _asks_for_itself(after):
            return tuple(f"{shared}{clause.strip(' ,，?？')}" for clause in (before, after))
    return ()


def _opening_time(question: Marked) -> str:
    """2023年7月， or 2023年7月 or 2023年4月至5月期间， at the beginning of a question."""
    if not question.times or question.times[0].start > _BEFORE_TIME:
        return ""
    comma = _OPENING_TIME.match(question.text)
    return comma[0] if comma and _is_time(question, Span(*comma.span())) else question.text[: question.times[0].end]


def _asks_for_itself(clause: str) -> bool:
    """Whether the clause says enough to be looked for: 播出了哪部片 leaves open who did."""
    asking = ASKING.search(clause)
    if not asking:
        return False
    before = clause[: asking.start()]
    return len(clause) > _ENOUGH_ASKED if not before else len(before) >= _LEAST_BEFORE and not _ONLY_DONE.fullmatch(before)


def before_and_after(question: Marked) -> tuple[str, ...]:
    """The two events of 甲比乙早多少天, 甲早于乙吗, did A open before B; empty where one of them is only a time."""
    for pattern in _BEFORE:
        match = pattern.match(question.text)
        if match and not any(_is_time(question, Span(*match.span(thing))) for thing in ("one", "other")):
            return match["one"], match["other"]
    return ()


def _is_time(question: Marked, span: Span) -> bool:
    """Whether nothing but times stands in a part of the text."""
    times = [time for time in question.times if span.start <= time.start and time.end <= span.end]
    starts, ends = [span.start, *(time.end for time in times)], [*(time.start for time in times), span.end]
    left = "".join(question.text[start:end] for start, end in zip(starts, ends, strict=True))
    return len(re.sub(r"[\s,，在于截至到的期间,度以来中初底末上下旬半月、]|by|in|the", "", left)) < 2
