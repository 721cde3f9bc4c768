"""The root of every error that a user can cause or mend.

Each message says what happened, where, and what to do about it, in one line.
"""

from __future__ import annotations

from corpus.reason import Detail, Reason

LONGEST_DETAIL = 300
"""Characters."""


class ParkQAError(Exception):
    """Something went wrong that is not a bug: shown to the user as one line."""


class CorpusError(ParkQAError):
    """The corpus as a whole cannot be read (a single bad file is reported, never raised)."""


class UnreadableFile(CorpusError):
    """One file, or one line of a .jsonl file, has no article in it; a rejection takes its reason on."""

    def __init__(self, code: str, **details: Detail) -> None:
        self.reason = Reason(code, {name: _short(value) for name, value in details.items()})
        super().__init__(str(self.reason))


def _short(value: Detail) -> Detail:
    """What libraries say of damaged files may be long, have several lines, and quote the damage."""
    return " ".join(value.split())[:LONGEST_DETAIL].encode("utf-8", "replace").decode() if isinstance(value, str) else value
