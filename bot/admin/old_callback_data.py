"""What earlier versions wrote into admins' buttons."""

from __future__ import annotations

from collections.abc import Mapping

from bot.admin.feedback import ExportFeedback
from bot.admin.gaps import ExportGaps
from bot.admin.reindex_report import BeginReindex, CancelReindex, UndoReindex
from bot.admin.rejected import RejectedPage
from bot.admin.upload_report import Discard, TakeIn
from bot.conversation.old_callback_data import Reader

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
