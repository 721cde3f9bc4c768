"""Rules for the parameters of every method."""

from __future__ import annotations

from collections.abc import Iterator


def parameter_problems(value: object) -> Iterator[str]:
    """What is wrong with parameters, at any depth, whatever they are for."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name.endswith("parse_mode"):
                yield f"{name} is not used in this project: entities cannot break"
            yield from parameter_problems(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from parameter_problems(inner)
    elif isinstance(value, str) and not is_whole(value):
        yield f"strings must be encoded in UTF-8: {value!r}"


def is_whole(text: str) -> bool:
    """Whether a text has no half of a surrogate pair, which JSON can smuggle in as an escape."""
    return not any("\ud800" <= character <= "\udfff" for character in text)
