"""Following a park or a question: begun by command or by a button below an answer, listed, and stopped again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.conversation.action import Action, below_answer
from bot.conversation.buttons_below import buttons_below
from bot.conversation.command import Arguments
from bot.conversation.examples import park_in
from bot.conversation.keyboards import LABEL_LENGTH, FollowQuestion, ListFollows, news_buttons
from bot.conversation.pager import nearest_page
from bot.conversation.quiet_hours import BY_DEFAULT, CHOICES, QuietHours
from bot.conversation.response import Response
from bot.conversation.services import Expired, Services
from bot.conversation.session import Session
from bot.conversation.subjects import is_about, subject_of, subject_text
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Message
from bot.messages.one_line import one_line
from bot.store.answers import ShownAnswer
from bot.store.follows import Follow, Subject
from bot.store.topics import NOBODY
from bot.texts import TEXTS
from bot.texts.following import Following

LIMIT = 20
"""Subjects that one chat may follow."""
PAGE = 8
LINE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class FollowsPage(CallbackData):
    """Turns a page of what is followed."""

    name = "followed"
    page: int


@dataclass(frozen=True, slots=True)
class Unfollow(CallbackData):
    """Stops following something."""

    name = "unfollow"
    follow: int
    """Its number in the store."""


@dataclass(frozen=True, slots=True)
class SetQuietHours(CallbackData):
    """Chooses the hours in which nothing is sent."""

    name = "quiet"
    choice: int
    page: int
    """Of the list in which it stands."""


def follow(services: Services, session: Session, arguments: Arguments) -> Response:
    """Follow what is named, or else the question of the answer replied to, or else the last question. Raises ParkQAError."""
    named = arguments.words or arguments.replied_text
    texts = services.texts(session, named).following
    subject = _subject(services, named or _meant(services, session, arguments.replied_to))
    if not subject.text:
        return Response(send=Message(_usage(services, session)))
    outcome = _begin(services, session, subject) or _begun(services, session, subject, texts)
    return Response(send=Message(outcome).with_buttons([_list_button(texts)]))


def _usage(services: Services, session: Session) -> str:
    language = services.language(session)
    texts, parks = TEXTS[language], list(services.holdings().by_park)
    if not parks:
        return texts.following.usage.format(park=texts.examples.made_up_park, example=texts.examples.made_up)
    park = park_in(language, parks[0])
    example = next(iter(texts.examples.of_figures.values())).format(park=park, year=date.today().year)
    return texts.following.usage.format(park=park, example=example)


def unfollow(services: Services, session: Session, arguments: Arguments) -> Response:
    """Stop following what is named, or what the answer replied to was about; without either, show what is followed. Raises ParkQAError."""
    named = arguments.words or arguments.replied_text
    text = subject_text(named or _of_message(services, session, arguments.replied_to))
    if not text:
        return Response(send=overview(services, session))
    texts = services.texts(session, named).following
    found = services.store.follows.get(session.chat, text) or _numbered(services, session, text)
    if found and not session.decides:
        return Response(send=Message(services.texts(session, named).groups.not_yours))
    if found:
        services.store.follows.remove(session.chat, found.number)
    outcome = (texts.no_more if found else texts.not_followed).format(subject=found.subject.text if found else text)
    return Response(send=Message(outcome))


def _numbered(services: Services, session: Session, text: str) -> Follow | None:
    """What stands under a number in the list of what is followed."""
    numbered = {str(number): found for number, found in enumerate(services.store.follows.of_chat(session.chat), start=1)}
    return numbered.get(text)


def overview(services: Services, session: Session, page: int = 0) -> Message:
    """What the chat follows, with a button to stop each, and its quiet hours. Raises StoreUnavailable."""
    texts, follows = services.texts(session).following, services.store.follows.of_chat(session.chat)
    here = nearest_page(list(enumerate(follows, start=1)), page, PAGE)
    quiet = quiet_hours(services, session.chat)
    return Message("\n".join(_lines(here.things, len(follows), quiet, texts))).with_buttons(
        *([_drop_button(number, found, texts)] for number, found in here.things),
        here.turning(FollowsPage),
        _quiet_buttons(here.number, quiet, texts),
    )


def quiet_hours(services: Services, chat: int) -> QuietHours:
    """When a chat is left alone. Raises StoreUnavailable."""
    chosen = services.store.follows.quiet_hours(chat)
    return QuietHours(*chosen) if chosen else BY_DEFAULT


def show_list(services: Services, session: Session, _: ListFollows) -> Response:
    """A new message with what is followed."""
    return Response(send=overview(services, session))


def turn(services: Services, session: Session, data: FollowsPage) -> Response:
    """Another page of it."""
    return Response(edit=overview(services, session, data.page))


def drop(services: Services, session: Session, data: Unfollow) -> Response:
    """Stop following one of the list, and show what is left of its page."""
    if not session.decides:
        return Response(services.texts(session).groups.not_yours)
    numbers = [found.number for found in services.store.follows.of_chat(session.chat)]
    if data.follow not in numbers:
        return Response(edit=overview(services, session))
    page = numbers.index(data.follow) // PAGE
    services.store.follows.remove(session.chat, data.follow)
    return Response(services.texts(session).following.toast_no_more, edit=overview(services, session, page))


def choose_quiet(services: Services, session: Session, data: SetQuietHours) -> Response:
    """Choose the hours in which nothing is sent. Raises Expired where there is no such choice."""
    if not session.decides:
        return Response(services.texts(session).groups.not_yours)
    if data.choice >= len(CHOICES):
        raise Expired
    services.store.follows.set_quiet_hours(session.chat, *CHOICES[data.choice])
    return Response(edit=overview(services, session, data.page))


def ring(services: Services, session: Session, shown: ShownAnswer, data: FollowQuestion) -> Response:
    """The bell below an answer or news: follow the question, or stop. Raises StoreUnavailable, IndexUnavailable."""
    texts = services.texts(session, shown.typed)
    if not data.on and not session.may_change(shown.asker):
        return Response(texts.groups.not_yours)
    refused = _switch(services, session, shown, on=data.on)
    toast = refused or (texts.following.toast_now if data.on else texts.following.toast_no_more)
    if data.below_news:
        return Response(toast, buttons=news_buttons(shown, texts, services.followed(shown)))
    opinion = services.store.feedback.given(shown.token, session.person or NOBODY) if session.private else None
    return Response(toast, buttons=buttons_below(services, session, shown, opinion))


def _switch(services: Services, session: Session, shown: ShownAnswer, *, on: bool) -> str:
    """Follow an answer's question, or stop; returns why it could not be followed."""
    if on:
        return _begin(services, session, _subject(services, shown.question), again=True)
    if found := services.store.follows.get(session.chat, subject_text(shown.question)):
        services.store.follows.remove(session.chat, found.number)
    return ""


def _begin(services: Services, session: Session, subject: Subject, *, again: bool = False) -> str:
    """Follow a subject; returns why not. That it is followed already is no reason where it may be said `again`."""
    texts, follows = services.texts(session, subject.text).following, services.store.follows
    if follows.get(session.chat, subject.text):
        return "" if again else texts.already.format(subject=subject.text)
    if len(follows.of_chat(session.chat)) >= LIMIT:
        return texts.too_many.format(limit=LIMIT)
    follows.add(session.chat, session.thread, subject, session.language)
    return ""


def _begun(services: Services, session: Session, subject: Subject, texts: Following) -> str:
    template = texts.now_park if subject.parks else texts.now_question
    known = not subject.parks or is_about(sorted(services.parks()), subject, services.answerer.analyzer.normalize)
    hours = quiet_hours(services, session.chat)
    quiet = texts.never_quiet if hours.never else texts.quiet.format(hours=hours)
    return template.format(subject=subject.text, quiet=quiet) + ("" if known else texts.unknown_park)


def _meant(services: Services, session: Session, replied: int | None) -> str:
    """What a bare command is about."""
    if question := _of_message(services, session, replied):
        return question
    last = services.store.topics.get(session.chat, session.person)
    return last.question if last else ""


def _of_message(services: Services, session: Session, message: int | None) -> str:
    shown = services.store.answers.in_message(session.chat, message) if message is not None else None
    return shown.question if shown else ""


def _subject(services: Services, named: str) -> Subject:
    return subject_of(services.answerer.read(subject_text(named)), services.parks())


def _lines(here: Sequence[tuple[int, Follow]], count: int, quiet: QuietHours, texts: Following) -> Iterator[str]:
    yield texts.list_heading.format(count=count, limit=LIMIT) if count else texts.list_empty
    for number, found in here:
        yield texts.list_line.format(number=number, subject=one_line(found.subject.text, LINE_LENGTH))
    yield ""
    yield texts.list_never_quiet if quiet.never else texts.list_quiet.format(hours=quiet)


def _drop_button(number: int, found: Follow, texts: Following) -> Button:
    label = texts.button_drop.format(number=number, subject=one_line(found.subject.text, LABEL_LENGTH))
    return Button(label, callback_data=Unfollow(found.number))


def _quiet_buttons(page: int, quiet: QuietHours, texts: Following) -> Iterator[Button]:
    for number, choice in enumerate(CHOICES):
        label = texts.button_never_quiet if choice.never else texts.button_quiet.format(first=choice.first, last=choice.last)
        shown = texts.chosen.format(label=label) if choice == quiet else label
        yield Button(shown, callback_data=SetQuietHours(number, page))


def _list_button(texts: Following) -> Button:
    return Button(texts.button_list, callback_data=ListFollows())


ACTIONS: Sequence[Action[Services, Any]] = (
    below_answer(FollowQuestion, ring, guarded=True),
    Action(ListFollows, show_list),
    Action(FollowsPage, turn),
    Action(Unfollow, drop, guarded=True),
    Action(SetQuietHours, choose_quiet, guarded=True),
)
