"""What can be followed: a park, or a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from bot.messages.one_line import one_line
from bot.store.follows import Subject
from corpus.language.script import simplified
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.ranking.park_agreement import park_agreement
from retrieval.text.park_name import park_name

LONGEST = 256
"""Characters of a subject."""
_AND = re.compile(r"\s*[和与、,，]\s*")


def subject_text(named: str) -> str:
    """What somebody wants to follow, in the form in which it is kept and shown."""
    return one_line(named, LONGEST)


def subject_of(named: str, read: Callable[[str], Question], known: Collection[str]) -> Subject:
    """A park or several where nothing else is named, with the help of the `known` ones; else a question."""
    text = subject_text(named)
    plain = simplified(text)
    for names in ([plain], _AND.split(plain)):
        parks = [park for name in names if (park := _park(name, read, known))]
        if len(parks) == len(names):
            return Subject(text, tuple(parks))
    return Subject(text)


def _park(name: str, read: Callable[[str], Question], known: Collection[str]) -> str | None:
    """The park of a name: a known one, one by its kind, or the only known one that begins so."""
    if name in known:
        return name
    mentions = read(name).mentions
    if len(mentions) == 1 and mentions[0].kind is MentionKind.PARK:
        return str(mentions[0].meaning)
    begun = [park for park in known if name and park.startswith(name)]
    return begun[0] if len(begun) == 1 else None


def is_about(parks: Sequence[str], subject: Subject, normalize: Callable[[str], str]) -> bool:
    """Whether an article of these parks is about one that is followed, whatever form of its name either uses."""
    names = [park_name(normalize(park)) for park in parks]
    return any(park_agreement([park_name(normalize(park))], names, "") == 1 for park in subject.parks)
