"""The sentences of a language, by what they are for. Words in braces are filled in with `str.format`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.texts.about import About
from bot.texts.admin import Admin
from bot.texts.asking import Asking
from bot.texts.backing_up import BackingUp
from bot.texts.browsing import Browsing
from bot.texts.command_line import CommandLine
from bot.texts.comparing import Comparing
from bot.texts.examples import Examples
from bot.texts.following import Following
from bot.texts.groups import Groups
from bot.texts.inline import Inline
from bot.texts.missing import Missing
from bot.texts.oversight import Oversight
from bot.texts.privacy import Privacy
from bot.texts.profile import Profile
from bot.texts.reading import Reading
from bot.texts.reasons import Reasons
from bot.texts.terminal import Terminal
from corpus.language.asking_words import Kind


@dataclass(frozen=True, slots=True)
class Texts:
    """Everything that the bot says in one language."""

    start: str
    """{example}"""
    help: str
    help_commands: str
    """Follows `help`, above a list of `help_command`."""
    help_admin: str
    """Follows where an admin reads it, above those for admins."""
    help_command: str
    """{name}, {description}: one of `commands`"""
    commands: Mapping[str, str]
    """What each command does, for menus and for /help."""

    ask_usage: str
    """{example}"""
    text_only: str
    greeting: str
    you_are_welcome: str
    acknowledged: str
    """To an ok."""
    farewell: str
    number_alone: str
    """To 1, which may be of a list."""
    unknown_command: str
    admins_only: str

    of_target: str
    """{time}: of what is planned; stands before a quote."""
    also_in: str
    """{count}: how many near-duplicates the article of a quote has."""
    recognised: str
    """Of a quote that text recognition read from a picture."""
    not_found: str
    """Where it is not sure why."""
    missing: Missing
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
    parts_of_year: Mapping[tuple[int, int], str]
    """Those that have a name, by their first and last months."""
    day: str
    """{month}: one of `months`; {day}"""
    period: str
    """{first}, {last}"""

    asked_as: str
    """{question}: what was asked in place of what the user wrote."""
    forgotten: str
    hint_old: str
    """{year}: of the newest report of an answer."""
    hint_figures: str
    more_quotes: str
    wider_quotes: str
    linked_quote: str
    """{question}"""
    linked_quote_is: str
    """Below a shared quote: what this is."""
    page: str
    """{title}, {page}, {pages}"""
    page_number: str
    """{page}, {pages}"""
    source_title: str
    """{title}"""
    source_publisher: str
    """{publisher}"""
    source_date: str
    """{date}"""
    source_parks: str
    """{parks}"""
    source_length: str
    """{characters}"""
    source_recognised: str
    """{pages}: their numbers"""
    source_also_in: str
    """{title}, {publisher}"""

    asking: Asking
    browsing: Browsing
    about: About
    examples: Examples
    comparing: Comparing
    terminal: Terminal
    backing_up: BackingUp
    command_line: CommandLine
    groups: Groups
    inline: Inline
    profile: Profile
    reading: Reading

    button_more: str
    button_wider: str
    button_context: str
    button_widen: str
    button_source: str
    button_page: str
    """Opens the article's page on the web."""
    button_read: str
    button_file: str
    button_copy_quote: str
    button_copy_source: str
    button_link: str
    button_picture: str
    """Shows the page that a quote was read from."""
    button_share: str
    button_without: str
    """{text}: a park or a time."""
    button_undo: str
    button_again: str
    button_quote_before: str
    """{number}"""
    button_next_quote: str
    """{number}"""
    picture: str
    """{title}, {page}: below its picture"""
    picture_gone: str
    button_unknown: str
    button_expired: str
    button_gone: str
    """Of a button that belongs to no answer."""
    link_expired: str
    answer_expired: str
    thanks_good: str
    thanks_bad: str

    index_missing: str
    index_unavailable: str
    """What an admin has to mend."""
    index_unreachable: str
    """What comes back by itself."""
    embedder_unavailable: str
    internal_error: str
    store_unavailable: str
    busy: str
    later: str
    too_many_questions: str
    """{per_minute}"""

    following: Following
    privacy: Privacy

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
    reindex_remarks: str
    """{count}; likewise, of what was taken in."""
    rejected_file: str
    """{path}, {reason}: one of `reasons`"""
    reasons: Reasons
    """Why a file gives no article, by code."""
    more: str
    """{count}"""
    reindex_failed: str
    """{reason}"""
    reindex_stopped: str

    status: str
    """{version}, {created}, {articles}, {passages}, {parks}, {years}, {embedder}, {rejected}, {size}, {folder}"""
    status_server: str
    """{server}; for an index that lies in no folder"""
    status_worker: str
    """{worker}, {embedded}"""
    status_worker_busy: str
    """Likewise."""
    status_outdated: str
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

    admin: Admin
    oversight: Oversight
