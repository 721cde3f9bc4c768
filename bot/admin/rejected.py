"""The files that the index in use left out, page by page."""

from __future__ import annotations

from dataclasses import dataclass

from bot.admin.index_report import rejected_line
from bot.admin.services import AdminServices
from bot.conversation.pager import nearest_page
from bot.messages.callback_data import CallbackData
from bot.messages.message import Message
from bot.messages.whole_lines import whole_lines
from bot.texts.wording import Texts
from corpus.reading.source_file import Rejection
from retrieval.index.directory import IndexDirectory
from retrieval.index.source_records import load_records

PAGE = 12


@dataclass(frozen=True, slots=True)
class RejectedPage(CallbackData):
    """Turns a page of the rejected files."""

    name = "admin_rejected"
    page: int


def rejected_page(admin_services: AdminServices, number: int, texts: Texts) -> Message:
    """One page, the first being 0; the last one where there are fewer. Raises IndexDamaged."""
    rejected = _rejected(admin_services)
    if not rejected:
        return Message(texts.oversight.no_rejected)
    page = nearest_page(rejected, number, PAGE)
    heading = page.below(texts.oversight.rejected.format(count=len(rejected)), texts)
    lines = [rejected_line(rejection, texts) for rejection in page.things]
    return Message(whole_lines([heading, *lines])).with_buttons(page.turning(RejectedPage))


def _rejected(admin_services: AdminServices) -> list[Rejection]:
    directory = IndexDirectory(admin_services.index)
    version = admin_services.engine.current()
    records = load_records(directory.sources, version) if version else {}
    return [rejection for record in records.values() for rejection in record.rejected]
