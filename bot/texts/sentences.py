"""What is said in English deep below, such as errors and the findings of `parkqa doctor`, in Chinese: sentences.toml has the pairs.

An error says what happened in one English line, which goes into logs as it is; only who reads it in a terminal may want it in Chinese.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from pathlib import Path

from bot.settings.language import Language

_HOLE = re.compile(r"\{(\w+)\}")


def in_language(said: str, language: Language) -> str:
    """A sentence, or some of them on lines of their own, in a language; what has no pair stays in English."""
    if language == "en":
        return said
    lines = [_in_chinese(line) for line in said.split("\n")]
    if language == "zh-hant":
        from bot.texts.zh_hant import rewritten

        lines = [rewritten(line) if line != english else line for line, english in zip(lines, said.split("\n"), strict=True)]
    return "\n".join(lines)


def _in_chinese(line: str) -> str:
    for pattern, chinese in pairs():
        if match := pattern.fullmatch(line):
            filled = {name: _in_chinese(value) if name == "rest" else value for name, value in match.groupdict().items()}
            return chinese.format(**filled)
    return line


@functools.cache
def pairs() -> Sequence[tuple[re.Pattern[str], str]]:
    """Patterns of English sentences, each with its Chinese one; a hole named `rest` holds another sentence."""
    import tomllib

    table = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))["pairs"]
    required = [
        (f"{english} {must}", f"{chinese}：{musts}")
        for english, chinese in (
            ("Environment variable {name}", "环境变量 {name}"),
            ("{name}", "{name}"),
        )  # of which the value is not shown
        for must, musts in table
        if must.startswith("must ")
    ]
    return [(re.compile(_pattern(english), re.DOTALL), chinese) for english, chinese in (*table, *required)]


def _pattern(english: str) -> str:
    pieces = _HOLE.split(english)
    return "".join(f"(?P<{piece}>.*?)" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces))
