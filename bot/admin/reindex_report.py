"""What a reindex would do, and what it did, with the buttons that belong below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.admin.index_report import rejected_lines, report_text
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Message
from bot.messages.one_line import one_line
from bot.messages.whole_lines import whole_lines
from bot.store.reindexes import Reindex
from bot.texts.wording import Texts
from retrieval.building.report import ReindexReport

NAMED = 5
"""Articles of each kind that a report names."""
ID_LENGTH = 60


@dataclass(frozen=True, slots=True)
class BeginReindex(CallbackData):
    """Does what the dry run showed."""

    name = "admin_begin"


@dataclass(frozen=True, slots=True)
class CancelReindex(CallbackData):
    """Does nothing of it."""

    name = "admin_cancel"


@dataclass(frozen=True, slots=True)
class UndoReindex(CallbackData):
    """Brings the version before back."""

    name = "admin_undo"
    reindex: str
    """Its token."""


def dry_run_report(report: ReindexReport, texts: Texts) -> Message:
    """What an update would change, and whether to begin it."""
    admin = texts.admin
    changed = bool(report.added or report.changed or report.removed)
    counts = admin.dry_run_changes.format(
        added=len(report.added), changed=len(report.changed), removed=len(report.removed), unchanged=report.unchanged
    )
    lines = [
        admin.dry_run_heading if changed else admin.dry_run_none,
        counts,
        *_named(report, texts),
        *rejected_lines(report.rejected, texts),
    ]
    begin = Button(admin.button_begin, callback_data=BeginReindex())
    return Message(whole_lines(lines)).with_buttons([begin, Button(admin.button_cancel, callback_data=CancelReindex())])


def done_report(report: ReindexReport, reindex: Reindex, texts: Texts) -> Message:
    """What an update did, and the way back."""
    return _undoable(report_text(report, texts), reindex, texts)


def failed_report(reason: str, reindex: Reindex, texts: Texts) -> Message:
    """Why an update did not complete. What was taken in for it can be taken out again."""
    return _undoable(f"{texts.reindex_failed.format(reason=reason[:1000])}\n{texts.admin.reindex_again}", reindex, texts)


def _undoable(text: str, reindex: Reindex, texts: Texts) -> Message:
    undo = Button(texts.admin.button_undo, callback_data=UndoReindex(reindex.token))
    return Message(text).with_buttons([undo] if reindex.can_be_undone else [])


def _named(report: ReindexReport, texts: Texts) -> Iterator[str]:
    admin = texts.admin
    for template, ids in (
        (admin.dry_run_added, report.added),
        (admin.dry_run_changed, report.changed),
        (admin.dry_run_removed, report.removed),
    ):
        if ids:
            yield template.format(ids=_listed(ids, texts))


def _listed(ids: Sequence[str], texts: Texts) -> str:
    named = texts.comma.join(one_line(id_, ID_LENGTH) for id_ in ids[:NAMED])
    return f"{named}{texts.more.format(count=len(ids) - NAMED)}" if len(ids) > NAMED else named
