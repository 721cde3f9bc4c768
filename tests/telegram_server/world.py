"""Everything that the server remembers, with the few rules that all methods share."""

from __future__ import annotations

import time
from collections import defaultdict
from itertools import count
from typing import NoReturn

from tests.telegram_server.chats import Chat
from tests.telegram_server.flood import FloodLimits
from tests.telegram_server.news import News
from tests.telegram_server.people import BOT, private_chat
from tests.telegram_server.queries import InlineQuery, Press, Summons
from tests.telegram_server.refusals import BadRequest, TooManyRequests
from tests.telegram_server.sent import Document, SentMessage
from tests.telegram_server.updates import Updates
from tests.telegram_server.webhook import Webhook
from tests.telegram_server.wire import Json

Menu = tuple[str, int | None, str | None]
"""Scope, chat and language."""


class World:
    """The state behind the Bot API."""

    def __init__(self) -> None:
        self.sent: dict[int, list[SentMessage]] = defaultdict(list)
        """By chat, in order, deleted ones included."""
        self.inline_messages: dict[str, SentMessage] = {}
        self.drafts: dict[int, list[str]] = defaultdict(list)
        self.reactions: dict[tuple[int, int], list[str]] = {}
        """The bot's, by chat and message."""
        self.violations: list[str] = []
        """Broken rules; a test that ends with any has failed."""
        self.refusals: list[str] = []
        """What was refused for reasons that the bot could not know, such as an edit of a deleted message."""
        self.calls: list[tuple[str, Json]] = []
        """Carried out, with their parameters."""
        self.requests: list[str] = []
        """Methods, in order, whatever became of them."""
        self.transcript: list[str] = []
        self.commands: dict[Menu, list[str]] = {}
        self.profile: dict[tuple[str, str | None], str] = {}
        """Name, description and short description, by the method that set them and the language."""
        self.menu_buttons: dict[int | None, Json] = {}
        self.presses: dict[str, Press] = {}
        self.inline_queries: dict[str, InlineQuery] = {}
        self.summons: dict[str, Summons] = {}
        self.files: dict[str, Document] = {}
        self.file_sizes: dict[str, int] = {}
        """Of files that are said to be larger than what is kept of them."""
        self.chats: dict[int, Chat] = {}
        self.people: dict[int, Json] = {}
        self.privacy = True
        """Privacy mode, on unless @BotFather is told otherwise."""
        self.supports_inline = self.supports_guests = True
        self.flood: FloodLimits | None = None
        self.query_seconds = 30.0
        """How long a press, an inline query or a summons waits for its answer."""
        self.news = News()
        self.updates = Updates(self.news)
        self.webhook = Webhook(self.updates, self.news)
        self.poller: object = None
        self.starts = 0
        """How often the bot has introduced itself (getMe), as it does when it starts."""
        self.identifiers = count(1)
        self._common_numbers = count(1)

    def chat(self, about: Json) -> Chat:
        """The chat that tests speak of; a new one comes into being with the bot as its member."""
        number = about["id"]
        if number not in self.chats:
            numbers = self._common_numbers if about["type"] in {"private", "group"} else count(1)
            self.chats[number] = Chat(about, numbers, "administrator" if about["type"] == "channel" else "member")
        return self.chats[number]

    def meet(self, who: Json) -> None:
        """Let a user have started the bot at some time before, so that it may write to them."""
        self.people[who["id"]] = who
        self.chat(private_chat(who))

    def known_chat(self, number: object) -> Chat | None:
        return self.chats.get(number) if isinstance(number, int) else None

    def chat_to_write_in(self, parameters: Json) -> Chat:
        """Raises BadRequest or Forbidden where the bot cannot write."""
        chat = self.known_chat(parameters["chat_id"])
        if chat is None:
            self.violate(f"chat not found: {parameters['chat_id']}")
        chat.admit()
        return chat

    def count_message(self, chat: Chat) -> None:
        """Raises TooManyRequests beyond the flood limits."""
        try:
            if self.flood:
                self.flood.admit(chat)
        except TooManyRequests as refusal:
            (self.violations if self.flood and self.flood.strict else self.refusals).append(f"chat {chat.number}: {refusal}")
            raise

    def message_in(self, chat: Chat, number: int | None) -> Json | None:
        """A message of anybody, as updates show it."""
        own = self.sent_in(chat.number, number)
        return self.as_json(own) if own else chat.messages.get(number or 0)

    def sent_in(self, chat_id: int, number: int | None) -> SentMessage | None:
        return next((sent for sent in self.sent[chat_id] if sent.message_id == number and not sent.deleted), None)

    def as_json(self, message: SentMessage) -> Json:
        """The bot's message as updates and answers show it."""
        chat = self.chats[message.chat_id]
        body: Json = {"message_id": message.message_id, "date": int(time.time()), "chat": chat.about, "from": BOT}
        if message.document:
            body |= {"document": self.about_file(message.document), "caption": message.text, "caption_entities": message.entities}
        elif message.photo:
            body |= {"photo": self.about_photo(message.photo), "caption": message.text, "caption_entities": message.entities}
        else:
            body |= {"text": message.text, "entities": message.entities}
        if message.reply_markup:
            body["reply_markup"] = message.reply_markup
        if message.thread_id:
            body |= {"message_thread_id": message.thread_id, "is_topic_message": True}
        if replied := chat.messages.get(message.reply_to or 0):
            body["reply_to_message"] = {name: value for name, value in replied.items() if name != "reply_to_message"}
        return body

    def keep_file(self, document: Document, size: int | None = None) -> str:
        """The file_id of a file, new or known."""
        for known, kept in self.files.items():
            if kept is document:
                return known
        name = f"file-{next(self.identifiers)}"
        self.files[name] = document
        self.file_sizes[name] = len(document.content) if size is None else size
        return name

    def about_file(self, document: Document) -> Json:
        """Document, as it stands in messages."""
        name = self.keep_file(document)
        about: Json = {"file_id": name, "file_unique_id": f"unique-{name}", "file_size": self.file_sizes[name]}
        return about | {"file_name": document.name, "mime_type": document.kind}

    def about_photo(self, photo: Document) -> list[Json]:
        """Photo sizes, as they stand in messages."""
        name = self.keep_file(photo)
        sizes = ((name, 800, 1131), (name, 1810, 2560))
        return [
            {
                "file_id": file,
                "file_unique_id": f"unique-{file}-{width}",
                "file_size": self.file_sizes[name],
                "width": width,
                "height": height,
            }
            for file, width, height in sizes
        ]

    def rule(self, kept: bool, rule: str) -> None:
        """Refuse what breaks a rule, and remember it."""
        if not kept:
            self.violate(rule)

    def none_of(self, problems: list[str]) -> None:
        """Refuse what has problems, and remember all of them."""
        if problems:
            self.violations += problems[1:]
            self.violate(problems[0])

    def violate(self, rule: str) -> NoReturn:
        self.violations.append(rule)
        raise BadRequest(rule)

    def refuse(self, reason: str) -> NoReturn:
        """Refuse for a reason that the bot could not know."""
        self.refusals.append(reason)
        raise BadRequest(reason)

    @property
    def unconfirmed(self) -> int:
        """Updates that Telegram would hand out again."""
        return len(self.updates.pending)

    @property
    def unanswered_callbacks(self) -> list[Press]:
        """Presses whose clock still turns on the user's phone."""
        return [press for press in self.presses.values() if not press.answered]
