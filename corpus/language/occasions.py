"""What questions are asked about one after another: an event (工作会议), a measure (人才新政), a figure of which the growth is asked."""

from __future__ import annotations

import functools
import re

from corpus.language.vocabulary import any_of, table

_FILE = "occasions.toml"
_BEFORE = r"[^\W_]{0,8}?"


def find_occasion(matter: str, *, lasting: bool) -> str:
    """The event or measure that what is asked for begins with; with `lasting` only a measure; empty where there is none."""
    match = _occasion(lasting=lasting).match(matter)
    return match[0] if match else ""


def is_attribute(matter: str) -> bool:
    """Whether this is asked of a figure, and says nothing without one."""
    return _attributes().fullmatch(matter) is not None


def without_attribute(text: str) -> str:
    """The text without an attribute at its end."""
    found = _attributes().search(text)
    return text[: found.start()].rstrip() if found else text


@functools.cache
def _occasion(*, lasting: bool) -> re.Pattern[str]:
    listed = table(_FILE)
    return re.compile(_BEFORE + any_of(listed["measures"] + ([] if lasting else listed["events"])))


@functools.cache
def _attributes() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(table(_FILE)['attributes'])}[的 ]?)+$")
