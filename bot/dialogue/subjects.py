"""What can be followed: a park, or a question."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date

from bot.dialogue.chips import chips_of
from bot.dialogue.follow_up import stands_alone
from bot.one_line import one_line
from bot.store.follows import Subject
from retrieval.chinese_script import simplified
from retrieval.park_agreement import park_agreement

LONGEST = 256
"""Characters of a subject."""


def subject_text(said: str) -> str:
    """What somebody wants to follow, in the form in which it is kept and shown."""
    return one_line(said, LONGEST)


def subject_of(said: str, today: date, parks: Collection[str]) -> Subject:
    """A park where nothing but parks is named, or the beginning of the only one of the known `parks` that begins so; else a question."""
    text = subject_text(said)
    plain = simplified(text)
    chips = chips_of(plain, today)
    if plain in parks:
        return Subject(text, (plain,))
    if chips and all(chip.kind == "park" for chip in chips) and not stands_alone(plain, today):
        return Subject(text, tuple(chip.text for chip in chips))
    begun = [park for park in parks if plain and park.startswith(plain)]
    return Subject(text, tuple(begun) if len(begun) == 1 else ())


def is_about(parks: Sequence[str], subject: Subject, normalize: Callable[[str], str]) -> bool:
    """Whether an article of these parks is about one that is followed, whatever form of its name either uses."""
    names = [normalize(park) for park in parks]
    return any(park_agreement([normalize(park)], names, "") == 1 for park in subject.parks)
