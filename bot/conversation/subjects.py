"""What can be followed: a park, or a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date

from bot.conversation.chips import chips_of
from bot.conversation.follow_up import stands_alone
from bot.messages.one_line import one_line
from bot.store.follows import Subject
from corpus.language.script import simplified
from retrieval.ranking.park_agreement import park_agreement

LONGEST = 256
"""Characters of a subject."""
_AND = re.compile(r"\s*[和与、,，]\s*")


def subject_text(named: str) -> str:
    """What somebody wants to follow, in the form in which it is kept and shown."""
    return one_line(named, LONGEST)


def subject_of(named: str, today: date, known: Collection[str]) -> Subject:
    """A park or several where nothing else is named, with the help of the `known` ones; else a question."""
    text = subject_text(named)
    plain = simplified(text)
    for names in ([plain], _AND.split(plain)):
        parks = [park for name in names if (park := _park(name, today, known))]
        if len(parks) == len(names):
            return Subject(text, tuple(parks))
    return Subject(text)


def _park(name: str, today: date, known: Collection[str]) -> str | None:
    """The park of a name: a known one, one by its kind, or the only known one that begins so."""
    chips = chips_of(name, today)
    if name in known or (len(chips) == 1 and chips[0].kind == "park" and not stands_alone(name, today)):
        return name if name in known else chips[0].text
    begun = [park for park in known if name and park.startswith(name)]
    return begun[0] if len(begun) == 1 else None


def is_about(parks: Sequence[str], subject: Subject, normalize: Callable[[str], str]) -> bool:
    """Whether an article of these parks is about one that is followed, whatever form of its name either uses."""
    names = [normalize(park) for park in parks]
    return any(park_agreement([normalize(park)], names, "") == 1 for park in subject.parks)
