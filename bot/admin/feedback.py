"""What people thought of answers, and as a question set that `parkqa evaluate` reads."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.response import Attachment
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Message
from bot.store.feedback import Opinion
from bot.texts.oversight import Oversight

LIKED, DISLIKED = "questions.jsonl", "disliked.jsonl"


@dataclass(frozen=True, slots=True)
class ExportFeedback(CallbackData):
    """Sends what was liked, or what was not."""

    name = "admin_feedback"
    good: bool


def opinions_message(opinions: Sequence[Opinion], oversight: Oversight) -> Message:
    """How many of each kind, and a button for each kind that there is."""
    if not opinions:
        return Message(oversight.no_feedback)
    good = sum(opinion.good for opinion in opinions)
    counts = oversight.feedback.format(good=good, bad=len(opinions) - good, questions=len({opinion.question for opinion in opinions}))
    buttons = [
        *([Button(oversight.button_good, callback_data=ExportFeedback(good=True))] if good else []),
        *([Button(oversight.button_bad, callback_data=ExportFeedback(good=False))] if good < len(opinions) else []),
    ]
    return Message(f"{counts}\n{oversight.how_to_evaluate}" if good else counts).with_buttons(buttons)


def liked_file(opinions: Sequence[Opinion]) -> Attachment:
    """Each quote that more people liked than disliked, as a question with its article and the sentence that answers."""
    lines = [
        {
            "id": f"feedback-{number}",
            "question": votes[0].question,
            "file": votes[0].article,
            "answers": [votes[0].quote],
            "kind": "feedback",
            "asked_on": votes[0].asked_on,
        }
        for number, votes in enumerate(_votes(opinions), start=1)
        if votes[0].article and votes[0].quote and 2 * sum(vote.good for vote in votes) > len(votes)
    ]
    return _file(LIKED, lines)


def disliked_file(opinions: Sequence[Opinion]) -> Attachment:
    """Each answer that somebody disliked. What would have been right is not known, so this is no question set."""
    lines = [
        {
            "question": votes[0].question,
            "asked_on": votes[0].asked_on,
            "shown_article": votes[0].article,
            "shown_sentence": votes[0].quote,
            "good": sum(vote.good for vote in votes),
            "bad": sum(not vote.good for vote in votes),
        }
        for votes in _votes(opinions)
        if not all(vote.good for vote in votes)
    ]
    return _file(DISLIKED, lines)


def _votes(opinions: Sequence[Opinion]) -> list[list[Opinion]]:
    """Opinions of whomever on the same sentence for the same question, the oldest first."""
    votes: dict[tuple[str, str | None, str | None], list[Opinion]] = defaultdict(list)
    for opinion in opinions:
        votes[opinion.question, opinion.article, opinion.quote].append(opinion)
    return list(votes.values())


def _file(name: str, lines: Sequence[object]) -> Attachment:
    return Attachment(name, "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode())
