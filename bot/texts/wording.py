"""The sentences of a language, by what they are for. Words in braces are filled in with `str.format`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retrieval.question import Kind


@dataclass(frozen=True, slots=True)
class Texts:
    """Everything that the bot says in one language."""

    start: str
    help: str
    help_admin: str
    """Follows `help` where an admin reads it."""
    help_terminal: str
    goodbye: str

    commands: Mapping[str, str]
    """What each command does, for the menu; Telegram shows at most 256 characters."""
    admin_commands: Mapping[str, str]

    ask_usage: str
    text_only: str
    unknown_command: str
    admins_only: str

    also_in: str
    """{count}: how many other articles tell the story of a quote."""
    not_found: str
    nearest: str

    understood: str
    """{found}: what of the following was understood."""
    understood_parks: str
    """{parks}"""
    understood_times: str
    """{times}"""
    understood_kind: str
    """{kind}: one of `kinds`."""
    understood_parts: str
    """{parts}: the questions that a question was taken apart into, each `quoted`."""
    kinds: Mapping[Kind, str]
    """What is asked for; nothing is said of `Kind.OTHER`."""
    quoted: str
    """{text}"""
    comma: str
    """Between the things of a list."""

    year: str
    """{year}"""
    in_year: str
    """{year}, {part}: one or more months or days of a year."""
    months: Mapping[int, str]
    day: str
    """{month}: one of `months`; {day}"""
    period: str
    """{first}, {last}"""

    index_missing: str
    index_unavailable: str
    embedder_unavailable: str
    internal_error: str

    reindex_started: str
    reindex_running: str
    reindex_progress: str
    """{stage}, {done}, {total}, {percent}"""
    reindex_stages: Mapping[str, str]
    """What to call each stage; a stage that is missing here goes by its own name."""
    reindex_done: str
    """{version}, {added}, {changed}, {removed}, {unchanged}, {articles}, {passages}, {seconds}"""
    reindex_unchanged: str
    """{articles}, {passages}"""
    reindex_rejected: str
    """{count}; a list of `rejected_file` follows."""
    rejected_file: str
    """{path}, {reason}"""
    more: str
    """{count}"""
    reindex_failed: str
    """{reason}"""
    reindex_stopped: str

    status: str
    """{version}, {created}, {articles}, {passages}, {parks}, {years}, {embedder}, {rejected}"""
    self_check: str
    """{questions}, {right}, {wrong}, {share}, {low}, {high}: shares in percent, the last two around {share}"""
    self_check_missing: str
    self_check_impossible: str
    """Where too little could be asked or withheld."""
    false_answers_accepted: str
    """{share}"""
    status_problem: str
    """{reason}"""
    status_reindexing: str
