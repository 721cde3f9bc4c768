"""Chats over the sample articles, as they read: what is typed, how it is understood, and of which park the answer tells.

chats/*.txt hold them: > types a message, ✎ and a number change that one, an empty line begins anew. Below stand the question as it is asked
where it was completed, the buttons that take something out of it, and the parks of the first report; or the first line of what is said.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from bot.conversation.services import Services
from bot.texts import Language
from tests.conversing import Talker, Turn

CHATS = Path(__file__).parent / "chats"
LANGUAGES: dict[str, Language] = {"simplified": "zh", "traditional": "zh-hant", "english": "en"}
chats = count(1)


@pytest.mark.parametrize(("name", "language"), LANGUAGES.items(), ids=LANGUAGES)
def test_a_chat_reads_as_it_is_written_down(services: Services, name: str, language: Language) -> None:
    written = (CHATS / f"{name}.txt").read_text(encoding="utf-8")
    assert "\n\n".join(read_out(services, chat, language) for chat in written.strip().split("\n\n")) + "\n" == written


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
