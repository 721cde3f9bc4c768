"""The files that the index in use left out, page by page."""

from __future__ import annotations

from bot.admin.callback_data import RejectedPage
from bot.admin.index_report import rejected_line
from bot.admin.services import AdminServices
from bot.messages.message import Button, Message
from bot.messages.whole_lines import whole_lines
from bot.texts.wording import Texts
from corpus.reading.source_file import Rejection
from retrieval.index.directory import IndexDirectory
from retrieval.index.source_records import load_records

PAGE = 12


def rejected_page(admin_services: AdminServices, number: int, texts: Texts) -> Message:
    """One page, the first being 0; the last one where there are fewer. Raises IndexDamaged."""
    said, rejected = texts.oversight, _rejected(admin_services)
    if not rejected:
        return Message(said.no_rejected)
    last = (len(rejected) - 1) // PAGE
    number = min(number, last)
    lines = [said.rejected.format(count=len(rejected))]
    for left in rejected[number * PAGE : (number + 1) * PAGE]:
        lines.append(rejected_line(left, texts))
    if not last:
        return Message(whole_lines(lines))
    lines.append(said.place.format(page=number + 1, pages=last + 1))
    steps = [("‹", number - 1)] * (number > 0) + [("›", number + 1)] * (number < last)
    return Message(whole_lines(lines)).with_buttons([Button(label, callback_data=RejectedPage(to)) for label, to in steps])


def _rejected(admin_services: AdminServices) -> list[Rejection]:
    directory = IndexDirectory(admin_services.index)
    version = admin_services.engine.current()
    records = load_records(directory.sources, version) if version else {}
    return [left for record in records.values() for left in record.rejected]
