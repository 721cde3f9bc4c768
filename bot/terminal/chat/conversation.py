"""Answers what is typed: a question, the number of a button, or a command."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import tzinfo
from pathlib import Path

from rich.console import Console

from bot.conversation.command import Arguments
from bot.conversation.news_feed import NewsFeed
from bot.conversation.responding import respond
from bot.conversation.response import Attachment, Response
from bot.conversation.routes import dispatcher_for
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.messages.callback_data import CallbackData
from bot.messages.message import Button, Buttons, Message
from bot.settings.language import Language
from bot.terminal.chat.keypad import Key, Keypad
from bot.terminal.chat.news import latest_news
from bot.terminal.printing.drawing import draw, draw_aside, draw_buttons
from bot.texts import TEXTS, choose_language
from bot.texts.error_text import error_text
from bot.texts.wording import Texts
from corpus.errors import ParkQAError
from retrieval.errors import QuestionRefused

QUIT = {"/quit", "/exit"}
TERMINAL = 0
"""Number of the one chat."""
LONGEST_NUMBER = 3
"""Digits; a longer number is a question at any rate."""


def run_chat(services: Services, language: Language, zone: tzinfo, console: Console, read: Callable[[], str]) -> None:
    """Answer each line until /quit or the end of the input; Ctrl-C gives up an answer, and leaves where none is awaited."""
    conversation = _Conversation(services, language, zone, console)
    texts = TEXTS[language]
    draw(Message(texts.terminal.help), console)
    console.print()
    try:
        while (line := read().strip()).lower() not in QUIT:
            if line:
                conversation.hear(line)
    except (EOFError, KeyboardInterrupt):
        console.print()
    console.print(texts.terminal.goodbye, markup=False)


class _Conversation:
    """One person at one terminal."""

    def __init__(self, services: Services, language: Language, zone: tzinfo, console: Console) -> None:
        self._services = services
        self._dispatcher = dispatcher_for(services)
        self._news = NewsFeed(services, zone)
        self._language = language
        self._console = console
        self._keypad = Keypad()
        self._messages = 0
        self._asked = ""
        """The latest question."""

    def hear(self, line: str) -> None:
        """Do what is asked for, or say why it cannot be done."""
        self._console.print()
        try:
            if self._keypad and line.isdecimal() and len(line) <= LONGEST_NUMBER:
                self._press(int(line))
            elif line.startswith("/"):
                self._obey(*line.split(maxsplit=1))
            else:
                self._ask(line)
            self._tell_news()
        except ParkQAError as error:
            told = error_text(error, self._texts)
            draw(Message(told if isinstance(error, QuestionRefused) else f"{told}\n{error}"), self._console)
        except KeyboardInterrupt:
            draw_aside(f"\n{self._texts.terminal.given_up}", self._console)
        self._console.print()

    @property
    def _session(self) -> Session:
        language = choose_language(self._language, self._language, self._asked)
        return Session(None, TERMINAL, private=True, language=language, terminal=True)

    @property
    def _texts(self) -> Texts:
        return self._services.texts(self._session)

    def _ask(self, question: str) -> None:
        self._asked = question
        response = respond(self._services, self._session, Typed(question))
        if response.answer:
            self._keypad.clear()
        self._react(response, self._messages)

    def _obey(self, name: str, words: str = "") -> None:
        name = name.lower().removeprefix("/")
        if name == "ask" and words:
            self._ask(words)
            return
        response = self._dispatcher.obey(self._session, name, Arguments(words))
        if response.send and response.send.buttons:
            self._keypad.clear()
        self._react(response, self._messages)

    def _tell_news(self) -> None:
        if self._services.store.follows.of_chat(TERMINAL):
            for message in latest_news(self._news):
                self._console.print()
                self._send(message)

    def _press(self, number: int) -> None:
        match self._keypad.get(number):
            case None:
                draw_aside(self._texts.terminal.no_button.format(number=number), self._console)
            case Key(Button(callback_data=CallbackData() as data), message):
                self._react(self._dispatcher.press(self._session, str(data), self._asked), message)
            case Key(Button(url=str(address))):
                draw_aside(address, self._console, address)
            case Key(Button(copy=str(text))):
                draw(Message(text), self._console)
            case Key(Button(share=str(question))):
                draw_aside(self._texts.terminal.shared.format(question=question), self._console)

    def _react(self, response: Response, pressed: int) -> None:
        if response.toast:
            draw_aside(response.toast, self._console)
        if response.edit:
            draw_aside(self._texts.terminal.replaces, self._console)
            self._show(response.edit, pressed)
        if response.buttons is not None:
            self._show_buttons(response.buttons, pressed)
        if response.send:
            self._send(response.send)
        for attachment in filter(None, (response.file, response.picture)):
            self._keep(attachment)

    def _send(self, message: Message) -> None:
        self._messages += 1
        self._show(message, self._messages)

    def _show(self, message: Message, number: int) -> None:
        draw(message, self._console)
        if message.buttons:
            self._console.print()
        self._show_buttons(message.buttons, number)

    def _show_buttons(self, buttons: Buttons, message: int) -> None:
        draw_buttons(self._keypad.place(message, buttons), self._console)

    def _keep(self, attachment: Attachment) -> None:
        """Write a file into a folder of its own, where it can replace nothing."""
        try:
            path = Path(tempfile.mkdtemp(prefix="parkqa-")) / attachment.name
            path.write_bytes(attachment.content)
        except OSError as error:
            draw_aside(self._texts.terminal.not_saved.format(reason=error), self._console)
            return
        draw(Message(attachment.caption), self._console)
        draw_aside(self._texts.terminal.saved.format(path=path), self._console, path.as_uri())
