"""What the buttons below admins' reports do. Who may press them is asked at every press, not when they were shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.admin.audit import note, note_refusal
from bot.admin.gaps import find_gaps, gaps_file
from bot.admin.office import Office
from bot.admin.opinions import disliked_file, liked_file
from bot.admin.rejected import rejected_page
from bot.admin.undoing import undo, undo_problem
from bot.admin.upload_report import upload_report
from bot.admin.uploads import StillReading, drop, take
from bot.dialogue.desk import Expired
from bot.dialogue.press import Press, parse_press
from bot.dialogue.reaction import Reaction
from bot.dialogue.visitor import Visitor
from bot.errors import FilesNotMoved
from bot.messages.message import Message
from bot.texts.wording import Texts
from corpus.errors import ParkQAError
from retrieval.indexing.reindex_lock import reindex_elsewhere

PREFIX = "admin_"
"""Of the verbs of all buttons that are for admins only."""
TOAST_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of a press: something to see, and perhaps something to begin."""

    reaction: Reaction
    reindex: bool = False
    """Whether to reindex now."""
    upload: str | None = None
    """Token of the upload that the reindex is for, or that waits to be read."""


Rule = Callable[[Office, Visitor, Press, Texts], Outcome]


def press(office: Office, visitor: Visitor, data: str, *, busy: bool) -> Outcome:
    """What comes of a pressed button; `busy` says that this bot reindexes already. Whoever is no admin is refused."""
    texts = office.desk.texts(visitor)
    if not visitor.admin:
        note_refusal(office.store, visitor, f"the button {data}")
        return Outcome(Reaction(texts.admins_only))
    pressed = parse_press(data)
    if pressed is None or pressed.verb not in _RULES:
        return Outcome(Reaction(texts.button_unknown))
    if pressed.verb in _NEED_PEACE and (refusal := _not_now(office, texts, busy)):
        note(office.store, visitor, pressed.verb, "not now: a reindex is running")
        return Outcome(Reaction(refusal))
    return _RULES[pressed.verb](office, visitor, pressed, texts)


def _not_now(office: Office, texts: Texts, busy: bool) -> str | None:
    """Why nothing can be done to the index now; None where it can."""
    if busy:
        return texts.reindex_running
    holder = reindex_elsewhere(office.index)
    return texts.admin.reindex_elsewhere.format(holder=holder)[:TOAST_LENGTH] if holder else None


def _undecidable(error: StillReading | Expired, pressed: Press, texts: Texts) -> Outcome:
    """What to say of an upload that waits to be read, or that was decided on before."""
    if isinstance(error, StillReading):
        return Outcome(Reaction(texts.admin.still_reading), upload=pressed.token)
    return Outcome(Reaction(texts.admin.upload_gone, buttons=()))


def _take(office: Office, visitor: Visitor, pressed: Press, texts: Texts) -> Outcome:
    try:
        upload = take(office, visitor, pressed.token)
    except (StillReading, Expired) as error:
        return _undecidable(error, pressed, texts)
    except FilesNotMoved as error:
        note(office.store, visitor, "take in an upload", f"failed: {error}")
        return Outcome(Reaction(send=Message(texts.admin.files_not_moved.format(reason=error))))
    note(office.store, visitor, "take in an upload", ", ".join(file.taken for file in upload.files if file.taken))
    return Outcome(Reaction(edit=upload_report(upload, texts)), reindex=True, upload=upload.token)


def _drop(office: Office, visitor: Visitor, pressed: Press, texts: Texts) -> Outcome:
    try:
        upload = drop(office, visitor, pressed.token)
    except (StillReading, Expired) as error:
        return _undecidable(error, pressed, texts)
    note(office.store, visitor, "drop an upload", f"{len(upload.files)} files")
    return Outcome(Reaction(edit=upload_report(upload, texts)))


def _begin(office: Office, visitor: Visitor, pressed: Press, texts: Texts) -> Outcome:
    return Outcome(Reaction(buttons=()), reindex=True)


def _cancel(office: Office, visitor: Visitor, pressed: Press, texts: Texts) -> Outcome:
    note(office.store, visitor, "reindex", "cancelled after the dry run")
    return Outcome(Reaction(edit=Message(texts.admin.cancelled)))


def _undo(office: Office, visitor: Visitor, pressed: Press, texts: Texts) -> Outcome:
    try:
        message = undo(office, visitor, pressed.token, texts)
    except Expired:
        return Outcome(Reaction(texts.admin.undone_already, buttons=()))
    except ParkQAError as error:
        note(office.store, visitor, "undo a reindex", f"failed: {error}")
        problem = undo_problem(error, texts) or texts.admin.files_not_moved.format(reason=error)
        return Outcome(Reaction(send=Message(problem)))
    note(office.store, visitor, "undo a reindex", message.text)
    return Outcome(Reaction(buttons=(), send=message))


def _rejected(office: Office, visitor: Visitor, pressed: Press, texts: Texts) -> Outcome:
    return Outcome(Reaction(edit=rejected_page(office, pressed.number, texts)))


def _gaps(office: Office, visitor: Visitor, pressed: Press, texts: Texts) -> Outcome:
    gaps = find_gaps(office)
    if not gaps:
        return Outcome(Reaction(texts.oversight.no_gaps))
    note(office.store, visitor, "export the gaps", f"{len(gaps)} questions")
    return Outcome(Reaction(file=gaps_file(gaps)))


def _feedback(office: Office, visitor: Visitor, pressed: Press, texts: Texts) -> Outcome:
    opinions = office.store.feedback.all()
    file = liked_file(opinions) if pressed.number else disliked_file(opinions)
    if not file.content:
        return Outcome(Reaction(texts.oversight.no_feedback))
    note(office.store, visitor, "export opinions", file.name)
    return Outcome(Reaction(file=file))


_RULES: Mapping[str, Rule] = {
    "admin_take": _take,
    "admin_drop": _drop,
    "admin_begin": _begin,
    "admin_cancel": _cancel,
    "admin_undo": _undo,
    "admin_rejected": _rejected,
    "admin_gaps": _gaps,
    "admin_feedback": _feedback,
}
VERBS = tuple(_RULES)
"""Of all the buttons that are for admins only."""
_NEED_PEACE = frozenset({"admin_take", "admin_begin", "admin_undo"})
"""Verbs that must not meet a reindex in progress."""
