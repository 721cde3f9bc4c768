"""The callback data of admins' buttons, and how an earlier version wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation.old_callback_data import Reader
from bot.messages.callback_data import CallbackData


@dataclass(frozen=True, slots=True)
class OfUpload(CallbackData):
    """Decides on an upload."""

    upload: str
    """Its token."""


@dataclass(frozen=True, slots=True)
class TakeIn(OfUpload):
    """Takes its files into the corpus."""

    name = "admin_take"


@dataclass(frozen=True, slots=True)
class Discard(OfUpload):
    """Forgets its files."""

    name = "admin_drop"


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


@dataclass(frozen=True, slots=True)
class RejectedPage(CallbackData):
    """Turns a page of the rejected files."""

    name = "admin_rejected"
    page: int


@dataclass(frozen=True, slots=True)
class ExportGaps(CallbackData):
    """Sends all questions without an answer."""

    name = "admin_gaps"


@dataclass(frozen=True, slots=True)
class ExportFeedback(CallbackData):
    """Sends what was liked, or what was not."""

    name = "admin_feedback"
    good: bool


OLD_VERBS: Mapping[str, Reader] = {
    "admin_take": lambda upload, _: TakeIn(upload),
    "admin_drop": lambda upload, _: Discard(upload),
    "admin_begin": lambda *_: BeginReindex(),
    "admin_cancel": lambda *_: CancelReindex(),
    "admin_undo": lambda reindex, _: UndoReindex(reindex),
    "admin_rejected": lambda _, page: RejectedPage(page),
    "admin_gaps": lambda *_: ExportGaps(),
    "admin_feedback": lambda _, good: ExportFeedback(bool(good)),
}
