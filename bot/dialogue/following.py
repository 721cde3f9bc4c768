"""Following a park or a question: begun by command or by a button below an answer, listed, and stopped again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.dialogue.desk import Desk
from bot.dialogue.keyboards import LABEL_LENGTH, answer_buttons, news_buttons
from bot.dialogue.press import ANYONE, Press
from bot.dialogue.quiet_hours import BY_DEFAULT, CHOICES, QuietHours
from bot.dialogue.reaction import Reaction
from bot.dialogue.subjects import is_about, subject_of, subject_text
from bot.dialogue.visitor import Visitor
from bot.messages.message import Button, Message
from bot.messages.one_line import one_line
from bot.store.answers import ShownAnswer
from bot.store.follows import Follow, Subject
from bot.store.topics import NOBODY
from bot.texts.following import Following

LIMIT = 20
"""Subjects that one chat may follow."""
PAGE = 8
LINE_LENGTH = 60


def follow(desk: Desk, visitor: Visitor, said: str, replied: int | None = None) -> Message:
    """Follow what was said, or else the question of the answer replied to, or else the last question. Raises ParkQAError."""
    texts = desk.texts(visitor, said).following
    subject = _subject(desk, said or _meant(desk, visitor, replied))
    if not subject.text:
        return Message(texts.usage)
    return Message(_begin(desk, visitor, subject) or _begun(desk, visitor, subject, texts)).with_buttons([_list_button(texts)])


def unfollow(desk: Desk, visitor: Visitor, said: str, replied: int | None = None) -> Message:
    """Stop following what was said, or what the answer replied to was about; without either, show what is followed. Raises ParkQAError."""
    text = subject_text(said or _of_message(desk, visitor, replied))
    if not text:
        return overview(desk, visitor)
    texts = desk.texts(visitor, said).following
    found = desk.store.follows.get(visitor.chat, text) or _numbered(desk, visitor, text)
    if found:
        desk.store.follows.remove(visitor.chat, found.number)
    return Message((texts.no_more if found else texts.not_followed).format(subject=found.subject.text if found else text))


def _numbered(desk: Desk, visitor: Visitor, text: str) -> Follow | None:
    """What stands under a number in the list of what is followed."""
    numbered = {str(number): found for number, found in enumerate(desk.store.follows.of_chat(visitor.chat), start=1)}
    return numbered.get(text)


def overview(desk: Desk, visitor: Visitor, page: int = 0) -> Message:
    """What the chat follows, with a button to stop each, and its quiet hours. Raises StoreUnavailable."""
    texts, follows = desk.texts(visitor).following, desk.store.follows.of_chat(visitor.chat)
    pages = max(1, -(-len(follows) // PAGE))
    page = min(page, pages - 1)
    quiet = quiet_hours(desk, visitor.chat)
    here = list(enumerate(follows, start=1))[page * PAGE : (page + 1) * PAGE]
    return Message("\n".join(_lines(here, len(follows), quiet, texts))).with_buttons(
        *([_drop_button(number, found, texts)] for number, found in here),
        _turning(page, pages),
        _quiet_buttons(page, quiet, texts),
    )


def quiet_hours(desk: Desk, chat: int) -> QuietHours:
    """When a chat is left alone. Raises StoreUnavailable."""
    chosen = desk.store.follows.quiet_hours(chat)
    return QuietHours(*chosen) if chosen else BY_DEFAULT


def show_list(desk: Desk, visitor: Visitor, _: Press) -> Reaction:
    """A new message with what is followed."""
    return Reaction(send=overview(desk, visitor))


def turn(desk: Desk, visitor: Visitor, pressed: Press) -> Reaction:
    """Another page of it."""
    return Reaction(edit=overview(desk, visitor, pressed.number))


def drop(desk: Desk, visitor: Visitor, pressed: Press) -> Reaction:
    """Stop following one of the list, and show what is left of its page."""
    numbers = [found.number for found in desk.store.follows.of_chat(visitor.chat)]
    if pressed.number not in numbers:
        return Reaction(edit=overview(desk, visitor))
    page = numbers.index(pressed.number) // PAGE
    desk.store.follows.remove(visitor.chat, pressed.number)
    return Reaction(desk.texts(visitor).following.toast_no_more, edit=overview(desk, visitor, page))


def choose_quiet(desk: Desk, visitor: Visitor, pressed: Press) -> Reaction:
    """Choose the hours in which nothing is sent."""
    page, choice = divmod(pressed.number, len(CHOICES))
    desk.store.follows.set_quiet_hours(visitor.chat, *CHOICES[choice])
    return Reaction(edit=overview(desk, visitor, page))


def ring(desk: Desk, visitor: Visitor, shown: ShownAnswer, number: int) -> Reaction:
    """The bell below an answer: follow its question (1), or stop (0). Raises StoreUnavailable, IndexUnavailable."""
    texts = desk.texts(visitor, shown.typed)
    refused = _switch(desk, visitor, shown, on=bool(number))
    opinion = desk.store.feedback.given(shown.token, visitor.person or NOBODY) if visitor.private else None
    buttons = answer_buttons(shown, texts, opinion, desk.followed(shown), shares=desk.shares)
    return Reaction(refused or _toast(texts.following, number), buttons=buttons)


def mute(desk: Desk, visitor: Visitor, shown: ShownAnswer, number: int) -> Reaction:
    """The same below news. Raises StoreUnavailable, IndexUnavailable."""
    texts = desk.texts(visitor, shown.typed)
    refused = _switch(desk, visitor, shown, on=bool(number))
    return Reaction(refused or _toast(texts.following, number), buttons=news_buttons(shown, texts, desk.followed(shown)))


def _switch(desk: Desk, visitor: Visitor, shown: ShownAnswer, *, on: bool) -> str:
    """Follow an answer's question, or stop; returns why it could not be followed."""
    if on:
        return _begin(desk, visitor, _subject(desk, shown.question), again=True)
    if found := desk.store.follows.get(visitor.chat, subject_text(shown.question)):
        desk.store.follows.remove(visitor.chat, found.number)
    return ""


def _toast(texts: Following, number: int) -> str:
    return texts.toast_now if number else texts.toast_no_more


def _begin(desk: Desk, visitor: Visitor, subject: Subject, *, again: bool = False) -> str:
    """Follow a subject; returns why not. That it is followed already is no reason where it may be said `again`."""
    texts, follows = desk.texts(visitor, subject.text).following, desk.store.follows
    if follows.get(visitor.chat, subject.text):
        return "" if again else texts.already.format(subject=subject.text)
    if len(follows.of_chat(visitor.chat)) >= LIMIT:
        return texts.too_many.format(limit=LIMIT)
    follows.add(visitor.chat, visitor.thread, subject, visitor.language)
    return ""


def _begun(desk: Desk, visitor: Visitor, subject: Subject, texts: Following) -> str:
    said = texts.now_park if subject.parks else texts.now_question
    known = not subject.parks or is_about(sorted(desk.parks()), subject, desk.answerer.analyzer.normalize)
    hours = quiet_hours(desk, visitor.chat)
    quiet = texts.never_quiet if hours.never else texts.quiet.format(hours=hours)
    return said.format(subject=subject.text, quiet=quiet) + ("" if known else texts.unknown_park)


def _meant(desk: Desk, visitor: Visitor, replied: int | None) -> str:
    """What a bare command is about."""
    if said := _of_message(desk, visitor, replied):
        return said
    last = desk.store.topics.get(visitor.chat, visitor.person)
    return last.question if last else ""


def _of_message(desk: Desk, visitor: Visitor, message: int | None) -> str:
    shown = desk.store.answers.in_message(visitor.chat, message) if message is not None else None
    return shown.question if shown else ""


def _subject(desk: Desk, said: str) -> Subject:
    return subject_of(said, date.today(), desk.parks())


def _lines(here: list[tuple[int, Follow]], count: int, quiet: QuietHours, texts: Following) -> Iterator[str]:
    yield texts.list_heading.format(count=count, limit=LIMIT) if count else texts.list_empty
    for number, found in here:
        yield texts.list_line.format(number=number, subject=one_line(found.subject.text, LINE_LENGTH))
    yield ""
    yield texts.list_never_quiet if quiet.never else texts.list_quiet.format(hours=quiet)


def _drop_button(number: int, found: Follow, texts: Following) -> Button:
    label = texts.button_drop.format(number=number, subject=one_line(found.subject.text, LABEL_LENGTH))
    return Button(label, press=str(Press("drop", ANYONE, found.number)))


def _turning(page: int, pages: int) -> list[Button]:
    """To the page before and to the next."""
    before = [Button(f"‹ {page}", press=str(Press("turn", ANYONE, page - 1)))] if page else []
    after = [Button(f"{page + 2} ›", press=str(Press("turn", ANYONE, page + 1)))] if page + 1 < pages else []
    return [*before, *after]


def _quiet_buttons(page: int, quiet: QuietHours, texts: Following) -> Iterator[Button]:
    for number, choice in enumerate(CHOICES):
        label = texts.button_never_quiet if choice.never else texts.button_quiet.format(first=choice.first, last=choice.last)
        shown = texts.chosen.format(label=label) if choice == quiet else label
        yield Button(shown, press=str(Press("quiet", ANYONE, page * len(CHOICES) + number)))


def _list_button(texts: Following) -> Button:
    return Button(texts.button_list, press=str(Press("follows", ANYONE)))
