"""The files that the index in use left out, page by page."""

from __future__ import annotations

from bot.admin.office import Office
from bot.dialogue.press import Press
from bot.messages.message import Button, Message
from bot.messages.whole_lines import whole_lines
from bot.monitoring.reports import rejected_line
from bot.texts.wording import Texts
from corpus.reading import Rejection
from retrieval.indexing.index_directory import IndexDirectory
from retrieval.indexing.source_records import load_records

PAGE = 12


def rejected_page(office: Office, number: int, texts: Texts) -> Message:
    """One page, the first being 0; the last one where there are fewer. Raises IndexDamaged."""
    said, rejected = texts.oversight, _rejected(office)
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
    return Message(whole_lines(lines)).with_buttons([Button(label, press=str(Press("admin_rejected", "-", to))) for label, to in steps])


def _rejected(office: Office) -> list[Rejection]:
    directory = IndexDirectory(office.index)
    version = office.engine.current()
    records = load_records(directory.sources, version) if version else {}
    return [left for record in records.values() for left in (*record.rejections, *record.duplicates)]
