"""The type of every column that holds text: nothing that people write can keep a row from being kept."""

from __future__ import annotations

import re

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

_UNKEPT = re.compile("[\ud800-\udfff\0]")
"""Halves of characters, which have no UTF-8, and NUL, which PostgreSQL refuses."""


class KeptText(TypeDecorator[str]):
    """Text as it is, but with the sign for an unreadable character in place of each that no database takes."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return value and _UNKEPT.sub("\N{REPLACEMENT CHARACTER}", value)
