"""The root of every error that a user can cause or mend.

Each message says what happened, where, and what to do about it, in one line.
"""

from __future__ import annotations


class ParkQAError(Exception):
    """Something went wrong that is not a bug: shown to the user as one line."""


class CorpusError(ParkQAError):
    """The corpus as a whole cannot be read (a single bad file is reported, never raised)."""


class UnreadableFile(CorpusError):
    """One file, or one line of a .jsonl file, has no article in it. The message is the reason that the reindex report shows."""
