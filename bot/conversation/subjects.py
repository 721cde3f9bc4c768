"""What can be followed: a park, or a question."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from bot.conversation.reports_wanted import reports_wanted
from bot.messages.one_line import one_line
from bot.store.follows import Subject
from corpus.language.asking_words import Talk
from retrieval.question.mention import Mention, MentionKind
from retrieval.question.question import Question
from retrieval.ranking.park_agreement import park_agreement
from retrieval.text.park_name import park_name

LONGEST = 256
"""Characters of a subject."""


def subject_text(named: str) -> str:
    """What somebody wants to follow, in the form in which it is kept and shown."""
    return one_line(named, LONGEST)


def subject_of(question: Question, known: Collection[str]) -> Subject:
    """A park or several where nothing else is named or their reports are wanted, with the help of the `known` ones; else the question."""
    wanted = reports_wanted(question)
    said = question.of(MentionKind.PARK, MentionKind.PLACE, MentionKind.NAME, MentionKind.TIME) if wanted else question.mentions
    parks = [_park(mention, known) for mention in said if mention.meaning is not Talk.FUNCTION]
    return Subject(question.text, tuple(park for park in parks if park) if all(parks) else ())


def _park(mention: Mention, known: Collection[str]) -> str | None:
    """The park that a mention means: one that was read as such, a known one, or the only known one that begins so."""
    meant = str(mention.meaning)
    if mention.kind is MentionKind.PARK or meant in known:
        return meant
    begun = [park for park in known if park.startswith(meant)]
    return begun[0] if len(begun) == 1 else None


def is_about(parks: Sequence[str], subject: Subject, normalize: Callable[[str], str]) -> bool:
    """Whether an article of these parks is about one that is followed, whatever form of its name either uses."""
    names = [park_name(normalize(park)) for park in parks]
    return any(park_agreement([park_name(normalize(park))], names, "") == 1 for park in subject.parks)
