"""Chats over the sample articles, as they read: what is typed, how it is understood, and of which park the answer tells.

chats/*.txt hold them: > types a message, ✎ and a number change that one, an empty line begins anew. Below stand the question as it is asked
where it was completed, the buttons that take something out of it, and the parks of the first report; or the first line of what is said.

newcomers/*.txt hold what people type first: > in private, # in a group. Below stand the first line of the reply and its buttons, or that
there is none. None of it is a gap.

After a change that is meant: `RECORD=1 pytest tests/integration/test_chats.py` writes them again.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from bot.conversation.responding import respond
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.messages.message import Message
from bot.texts import Language
from tests.conversing import PERSON, Talker, Turn

CHATS = Path(__file__).parent / "chats"
LANGUAGES: dict[str, Language] = {"simplified": "zh", "traditional": "zh-hant", "english": "en"}
MANY = 1000
chats = count(1)


@pytest.mark.parametrize(("name", "language"), LANGUAGES.items(), ids=LANGUAGES)
def test_a_chat_reads_as_it_is_written_down(services: Services, name: str, language: Language) -> None:
    reads_as_written(CHATS / f"{name}.txt", lambda chat: read_out(services, chat, language))


@pytest.mark.parametrize(("name", "language"), LANGUAGES.items(), ids=LANGUAGES)
def test_what_newcomers_type_is_answered_as_it_is_written_down(services: Services, name: str, language: Language) -> None:
    gaps = services.store.answers.unanswered(MANY)
    reads_as_written(CHATS / "newcomers" / f"{name}.txt", lambda chat: greeted(services, chat, language))
    assert services.store.answers.unanswered(MANY) == gaps


def reads_as_written(path: Path, played: Callable[[str], str]) -> None:
    """Each chat of a file, played again, reads as it stands there."""
    written = path.read_text(encoding="utf-8")
    reads = "\n\n".join(map(played, written.strip().split("\n\n"))) + "\n"
    if "RECORD" in os.environ:
        path.write_text(reads, encoding="utf-8")
    assert reads == written


def greeted(services: Services, chat: str, language: Language) -> str:
    """A chat with what is said to each of its messages."""
    number, lines = next(chats), []
    for line in (line for line in chat.splitlines() if line[0] in ">#"):
        session = Session(PERSON, number, private=line[0] == ">", language=language)
        said = respond(services, session, Typed(line[2:])).send
        lines += [line, *(f"  {each}" for each in (shown(said) if said else ["(silence)"]))]
    return "\n".join(lines)


def shown(message: Message) -> list[str]:
    """The first line of a message, and its rows of buttons."""
    return [message.text.splitlines()[0], *(" ".join(f"[{button.label}]" for button in row) for row in message.buttons)]


def read_out(services: Services, chat: str, language: Language) -> str:
    """A chat with what comes of each of its messages."""
    talker, lines = Talker(services, next(chats), language), []
    for typed in (line for line in chat.splitlines() if line[0] in ">✎"):
        sign, text = typed.split(" ", 1)
        number, _, changed = text.partition(" ")
        lines += [typed, *(f"  {line}" for line in told(services, talker.say(text) if sign == ">" else talker.edit(int(number), changed)))]
    return "\n".join(lines)


def told(services: Services, turn: Turn) -> list[str]:
    """What stands below a message."""
    shown = turn.shown
    if shown is None:
        return [turn.message.text.splitlines()[0]]
    asked = [f"= {shown.question}"] if shown.question != shown.typed else []
    chips = " ".join(f"[{button.label}]" for row in turn.message.buttons for button in row if button.label.startswith("✕"))
    parks = " ".join(services.quote(shown, 0).article.parks) if shown.found else "–"
    return [*asked, *([chips] if chips else []), parks]
