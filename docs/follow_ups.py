"""Writes docs/follow-ups.md: what a follow-up takes over from the question before it, in the conversations that the tests play.

python -m docs.follow_ups
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
DIALOGUES = ROOT / "tests" / "integration" / "follow_ups.toml"
PAGE = ROOT / "docs" / "follow-ups.md"
OPENING = """\
# What a follow-up takes over

A question that goes on from another one is completed with what that one mentions: parks and places, companies, times, what is asked for.
Whatever it names itself takes the place of its like; the whole question stands above the answer. These conversations are played over the
sample articles by `tests/integration/test_follow_ups.py`, turn by turn; `python -m docs.follow_ups` writes this page from the same file.

✎ changes an earlier message, ↪ replies to the answer to one, [ ] presses a button. Of what asks nothing, some words of the reply are shown.
"""


def page(dialogues: list[Mapping[str, Any]]) -> str:
    """The page: a table of a row for each turn, below what its conversation is about."""
    tables = (
        "\n".join([f"## {number}. {_first_upper(each['about'])}", "", *_table(each["turns"])]) for number, each in enumerate(dialogues, 1)
    )
    return "\n".join([OPENING, "\n\n".join(tables), ""])


def _table(turns: list[Mapping[str, Any]]) -> Iterator[str]:
    yield "| | typed | asked | taken over |"
    yield "|---|---|---|---|"
    for number, turn in enumerate(turns, 1):
        asked = turn.get("asks") or (f"*{turn['shows']} …*" if "shows" in turn else "")
        yield f"| {number} | {_typed(turn)} | {asked} | {' · '.join(turn.get('carries', ()))} |"


def _typed(turn: Mapping[str, Any]) -> str:
    if "press" in turn:
        return f"[{turn['press']}]"
    marks = "".join(f"{sign} {turn[key]}: " for key, sign in (("edit", "✎"), ("reply", "↪")) if key in turn)
    return f"{marks}{turn['say']}"


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(tomllib.loads(DIALOGUES.read_text(encoding="utf-8"))["dialogue"]), encoding="utf-8")


if __name__ == "__main__":
    main()
