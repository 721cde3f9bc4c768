"""Questions that found no answer: what the corpus lacks, as its readers see it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.admin.services import AdminServices
from bot.conversation.response import Attachment
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Message
from bot.messages.one_line import one_line
from bot.messages.whole_lines import whole_lines
from bot.store.answers import AskedInVain
from bot.texts.wording import Texts
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question

LOOKED_AT = 500
"""Of the latest questions."""
SHOWN = 10
QUESTION_LENGTH = 80
LEAST_ALIKE = 0.75
"""Share of terms that two wordings of one question have in common (Dice 1945)."""

Read = Callable[[str, date], Question]
"""A question as it was asked on a day: the answerer's `read`."""


@dataclass(frozen=True, slots=True)
class ExportGaps(CallbackData):
    """Sends all questions without an answer."""

    name = "admin_gaps"


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that was asked in vain, in one or several wordings."""

    question: str
    """As it was asked last."""
    times: int
    last_asked: datetime
    also: tuple[str, ...]
    """Its other wordings."""


def find_gaps(admin_services: AdminServices) -> list[Gap]:
    """The latest questions without an answer, the most frequent first. Raises StoreUnavailable, IndexUnavailable."""
    return fold_alike(admin_services.store.answers.unanswered(LOOKED_AT), admin_services.services.answerer.read)


def fold_alike(asked: Iterable[AskedInVain], read: Read) -> list[Gap]:
    """Questions, the latest first, to gaps. Only those about the same parks, times and figures are taken for one, if their terms agree."""
    groups: dict[object, list[tuple[frozenset[str], list[AskedInVain]]]] = defaultdict(list)
    for one in asked:
        question = read(one.question, _moment(one).date())
        known, terms = groups[_named_in(question)], _terms(question)
        alike = next((wordings for others, wordings in known if _alike(terms, others)), None)
        if alike is None:
            known.append((terms, [one]))
        else:
            alike.append(one)
    gaps = [_gap(wordings) for known in groups.values() for _, wordings in known]
    return sorted(gaps, key=lambda gap: (-gap.times, -gap.last_asked.timestamp()))


def gaps_message(gaps: Sequence[Gap], texts: Texts) -> Message:
    """The first of them, and a button for all."""
    oversight = texts.oversight
    if not gaps:
        return Message(oversight.no_gaps)
    lines = [oversight.gaps.format(questions=sum(gap.times for gap in gaps), gaps=len(gaps))]
    for gap in gaps[:SHOWN]:
        lines.append(oversight.gap.format(question=one_line(gap.question, QUESTION_LENGTH), times=gap.times, last=gap.last_asked.date()))
    if len(gaps) > SHOWN:
        lines.append(texts.more.format(count=len(gaps) - SHOWN))
    return Message(whole_lines(lines)).with_buttons([Button(oversight.button_gaps, callback_data=ExportGaps())])


def gaps_file(gaps: Sequence[Gap]) -> Attachment:
    """All of them, one JSON object a line. Nobody's number is in it."""
    lines = [
        {
            "question": gap.question,
            "times": gap.times,
            "last_asked": gap.last_asked.isoformat(timespec="seconds"),
            "also_asked_as": list(gap.also),
        }
        for gap in gaps
    ]
    return Attachment("gaps.jsonl", "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode())


def _named_in(question: Question) -> object:
    """What two wordings of one question have in common to the letter."""
    times = frozenset((time.first, time.last) for time in question.times)
    figures = frozenset(figure.meaning for figure in question.of(MentionKind.FIGURE))
    return question.kind, frozenset(question.parks), times, figures


def _terms(question: Question) -> frozenset[str]:
    return frozenset(question.terms.bigrams or question.terms.words)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return one == other or 2 * len(one & other) >= LEAST_ALIKE * (len(one) + len(other))


def _gap(wordings: Sequence[AskedInVain]) -> Gap:
    latest = wordings[0]
    also = dict.fromkeys(one.question for one in wordings if one.question != latest.question)
    return Gap(latest.question, len(wordings), _moment(latest), tuple(also))


def _moment(asked: AskedInVain) -> datetime:
    return datetime.fromtimestamp(asked.asked_at, UTC)
