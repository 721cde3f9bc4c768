"""The report on a trial reading, and what was decided then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Message
from bot.messages.one_line import one_line
from bot.messages.reason_text import reason_text
from bot.messages.utf16 import utf16_length
from bot.store.uploads import FoundArticle, StagedFile, Upload
from bot.texts.admin import Admin
from bot.texts.wording import Texts
from corpus.reading.source_file import Rejection, Remark

LONGEST = 3600
"""UTF-16 code units of all files together; Telegram takes 4096 in a message."""
IN_ROW, MOST_CHOSEN = 5, 40
"""Buttons that choose among the files of a batch; a longer one is taken in or dropped as a whole."""
NAMED = 3
"""Articles of one file."""
REMARKS = 5
TITLE_LENGTH = 80
NAME_LENGTH = 60
EXAMPLE_LENGTH = 30
REASON_LENGTH = 240


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
class LeaveOut(OfUpload):
    """Leaves one of its files out, or takes it in after all."""

    name = "admin_leave"
    file: int


def upload_report(upload: Upload, texts: Texts) -> Message:
    """What is known of each file, and the buttons to decide with while that is open."""
    admin = texts.admin
    heading = (admin.upload_heading if upload.state == "open" else admin.upload_decided).format(files=len(upload.files))
    message = Message("\n\n".join([heading, *_within_limit(upload, texts), *_decision(upload, admin)]))
    if upload.state != "open" or not any(file.good for file in upload.files):
        return message
    wanted = sum(file.wanted for file in upload.files)
    take = Button(admin.button_take.format(count=wanted), callback_data=TakeIn(upload.token), style="success")
    drop = Button(admin.button_drop, callback_data=Discard(upload.token), style="danger")
    return message.with_buttons(*_choosing(upload, admin), [*([take] if wanted else []), drop])


def _choosing(upload: Upload, admin: Admin) -> Iterator[list[Button]]:
    """Buttons that leave single files out, where there are several."""
    good = [(number, file) for number, file in enumerate(upload.files) if file.good]
    if len(good) > 1:
        for first in range(0, min(len(good), MOST_CHOSEN), IN_ROW):
            yield [_choice(upload, number, admin) for number, _ in good[first : first + IN_ROW]]


def _choice(upload: Upload, number: int, admin: Admin) -> Button:
    label = admin.button_left if upload.files[number].left else admin.button_chosen
    return Button(label.format(number=number + 1), callback_data=LeaveOut(upload.token, number))


def _within_limit(upload: Upload, texts: Texts) -> Iterator[str]:
    """As many files as one message holds."""
    left = LONGEST
    for number, file in enumerate(upload.files):
        block = "\n".join([f"{number + 1}. {one_line(file.shown, NAME_LENGTH)}", *_about(file, texts)])
        left -= utf16_length(block) + 2
        if left < 0:
            yield texts.admin.upload_more_files.format(count=len(upload.files) - number)
            return
        yield block


def _about(file: StagedFile, texts: Texts) -> Iterator[str]:
    finding, admin = file.finding, texts.admin
    if finding is None:
        return
    for article in finding.articles[:NAMED]:
        yield from _article(article, texts)
    if finding.total > NAMED:
        yield admin.upload_more_articles.format(count=finding.total - NAMED)
    for remark in finding.remarks[:REMARKS]:
        yield admin.upload_remark.format(reason=_within(file, remark, texts))
    if finding.left_out:
        examples = " / ".join(one_line(line, EXAMPLE_LENGTH) for line in finding.examples)
        yield admin.upload_cleaned.format(count=finding.left_out, examples=examples)
    for rejection in finding.rejections[:NAMED]:
        yield admin.upload_rejected.format(reason=_within(file, rejection, texts))
    if file.left:
        yield admin.upload_left


def _within(file: StagedFile, said: Rejection | Remark, texts: Texts) -> str:
    """What is said, after the line, record or name in the archive that it is said of."""
    inside = said.path.removeprefix(file.staged)[1:] if file.staged else ""
    return one_line((f"{inside}: " if inside else "") + reason_text(said.reason, texts), REASON_LENGTH)


def _article(article: FoundArticle, texts: Texts) -> Iterator[str]:
    admin = texts.admin
    yield admin.upload_article.format(
        title=one_line(article.heading, TITLE_LENGTH),
        date=article.published or admin.upload_unknown,
        publisher=one_line(article.publisher or admin.upload_unknown, TITLE_LENGTH),
        parks=one_line(texts.comma.join(article.parks), TITLE_LENGTH) or admin.upload_unknown,
    )
    if article.near_duplicate:
        said = admin.upload_twice if article.same_batch else admin.upload_near_duplicate
        yield said.format(title=one_line(article.near_duplicate, TITLE_LENGTH))
    if article.known:
        yield admin.upload_known


def _decision(upload: Upload, admin: Admin) -> Iterator[str]:
    taken = [file.taken for file in upload.files if file.taken]
    if upload.state == "taken":
        yield admin.upload_taken.format(paths="\n".join(f"· {path}" for path in taken[:NAMED]) + ("\n…" if len(taken) > NAMED else ""))
    elif upload.state == "dropped":
        yield admin.upload_dropped
    elif not any(file.good for file in upload.files):
        yield admin.upload_nothing
