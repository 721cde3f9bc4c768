"""A small local Bot API server: as strict as Telegram, and as moody as the network when told so.

Tests talk to the bot through it: `say` is a user's message, `wait_for_message` what the bot answered. A request that breaks one of
Telegram's rules is refused as Telegram would and kept in `violations`, so that a test fails even when the bot shrugs the refusal off.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import web

from tests.integration.telegram_rules import Json, problems, user_entities

TOKEN = "4200042:local-server-token-of-35-characters"
BOT = {"id": 4200042, "is_bot": True, "first_name": "园区问答", "username": "parkqa_bot"}


class BadRequest(Exception):
    """Refused with status 400; the message is the description."""


def user(number: int, name: str = "某人", language: str | None = "zh-hans") -> Json:
    fields = {"id": number, "is_bot": False, "first_name": name}
    return fields | ({"language_code": language} if language else {})


def private_chat(who: Json) -> Json:
    return {"id": who["id"], "type": "private", "first_name": who["first_name"]}


def group_chat(number: int = -1001) -> Json:
    return {"id": number, "type": "supergroup", "title": "园区研究组"}


@dataclass
class SentMessage:
    """A message of the bot, as it stands after all edits."""

    message_id: int
    chat_id: int
    text: str
    entities: list[Json]
    reply_to: int | None
    link_preview: bool
    edits: list[str] = field(default_factory=list)
    """Texts that stood here before."""

    def parts(self, *kinds: str) -> list[str]:
        """The text under each entity of these kinds."""
        units = self.text.encode("utf-16-le")
        return [units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le") for e in self.entities if e["type"] in kinds]

    @property
    def quotes(self) -> list[str]:
        return self.parts("blockquote", "expandable_blockquote")


@dataclass
class Mishap:
    """What happens to the next request of a method instead of (or after) carrying it out."""

    status: int = 200
    retry_after: int | None = None
    delay: float = 0
    drop_after_delivery: bool = False


class TelegramServer:
    """`async with TelegramServer() as server:` serves on `server.url` until the block ends."""

    def __init__(self, unknown_methods: set[str] | None = None) -> None:
        self.unknown_methods = unknown_methods or set()
        self.sent: dict[int, list[SentMessage]] = defaultdict(list)
        self.calls: list[tuple[str, Json]] = []
        self.violations: list[str] = []
        self.commands: dict[tuple[str, int | None, str | None], list[str]] = {}
        self.transcript: list[str] = []
        self._mishaps: dict[str, list[Mishap]] = defaultdict(list)
        self._updates: dict[int, Json] = {}
        self._numbers = count(1)
        self._update_numbers = count(1000)
        self._news = asyncio.Condition()
        self._polling = False
        self.requests: list[str] = []

    async def __aenter__(self) -> TelegramServer:
        application = web.Application()
        application.router.add_route("*", "/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(application, shutdown_timeout=0.5, handler_cancellation=True)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    # What tests do

    async def say(self, chat: Json, sender: Json, text: str | None, *, reply_to: Json | None = None, **fields: object) -> Json:
        """A message of a user, delivered to the bot; commands and mentions get their entities as Telegram sets them."""
        message: Json = {"message_id": next(self._numbers), "date": int(time.time()), "chat": chat, "from": sender, **fields}
        if text is not None:
            message |= {"text": text, "entities": user_entities(text)}
            self.transcript.append(f"{sender['first_name']} ▸ {text}")
        if reply_to:
            message["reply_to_message"] = reply_to
        await self.update({"message": message})
        return message

    async def edit(self, message: Json, text: str) -> None:
        """The user edits a message."""
        edited = message | {"text": text, "entities": user_entities(text), "edit_date": int(time.time())}
        await self.update({"edited_message": edited})

    async def update(self, content: Json) -> None:
        """Deliver any update, with the next number."""
        number = next(self._update_numbers)
        async with self._news:
            self._updates[number] = {"update_id": number} | content
            self._news.notify_all()

    def go_wrong(self, method: str, *mishaps: Mishap) -> None:
        """Let the next requests of a method meet these mishaps, one each."""
        self._mishaps[method] += mishaps

    async def wait_for_message(self, chat_id: int, number: int, seconds: float = 20) -> SentMessage:
        """The bot's message with this number (from 0) in a chat."""
        await self.wait_until(lambda: len(self.sent[chat_id]) > number, seconds, f"message {number} in chat {chat_id}")
        return self.sent[chat_id][number]

    async def ask(self, chat: Json, sender: Json, text: str, **fields: object) -> SentMessage:
        """Say something and wait for the reply to it."""
        message = await self.say(chat, sender, text, **fields)
        return await self.wait_for_reply(message)

    async def wait_for_reply(self, message: Json, seconds: float = 20) -> SentMessage:
        chat_id, number = message["chat"]["id"], message["message_id"]

        def replies() -> list[SentMessage]:
            return [sent for sent in self.sent[chat_id] if sent.reply_to == number]

        await self.wait_until(lambda: bool(replies()), seconds, f"a reply to {message.get('text')!r}")
        return replies()[0]

    async def wait_until(self, condition: Callable[[], bool], seconds: float = 20, what: str = "that") -> None:
        async with self._news:
            try:
                await asyncio.wait_for(self._news.wait_for(condition), seconds)
            except TimeoutError:
                raise AssertionError(f"waited {seconds} s in vain for {what}") from None

    @property
    def unconfirmed(self) -> int:
        """Updates that Telegram would hand out again."""
        return len(self._updates)

    # The Bot API

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != TOKEN:
            return _refusal(401, "Unauthorized")
        handler: Callable[[Json], Awaitable[Any]] | None = getattr(self, f"_{method}", None)
        if handler is None or method in self.unknown_methods:
            self.requests.append(method)
            return _refusal(404, "Not Found")
        self.requests.append(method)
        parameters = {name: value if name == "text" else _decoded(value) for name, value in (await request.post()).items()}
        mishap = self._mishaps[method].pop(0) if self._mishaps[method] else Mishap()
        await asyncio.sleep(mishap.delay)
        if mishap.status != 200:
            extra = {"parameters": {"retry_after": mishap.retry_after}} if mishap.retry_after else {}
            return _refusal(mishap.status, "told to fail", **extra)
        try:
            result = await handler(parameters)
        except BadRequest as error:
            return _refusal(400, f"Bad Request: {error}")
        except Conflict:
            return _refusal(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
        self.calls.append((method, parameters))
        async with self._news:
            self._news.notify_all()
        if mishap.drop_after_delivery and request.transport:
            request.transport.close()
        return web.json_response({"ok": True, "result": result})

    async def _getMe(self, _: Json) -> Json:  # noqa: N802 - the Bot API's own names, here and below
        return BOT | {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}

    async def _deleteWebhook(self, _: Json) -> bool:  # noqa: N802
        return True

    async def _getUpdates(self, parameters: Json) -> list[Json]:  # noqa: N802
        if self._polling:
            raise Conflict
        offset = int(parameters.get("offset", 0))
        for number in [number for number in self._updates if number < offset]:
            del self._updates[number]
        self._polling = True
        try:
            async with self._news:
                self._news.notify_all()
                if not self._updates:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._news.wait_for(lambda: bool(self._updates)), float(parameters.get("timeout", 0)))
                return [self._updates[number] for number in sorted(self._updates)][: int(parameters.get("limit", 100))]
        finally:
            self._polling = False

    async def _sendMessage(self, parameters: Json) -> Json:  # noqa: N802
        text, entities = self._checked(parameters)
        reply = parameters.get("reply_parameters") or {}
        message = SentMessage(
            message_id=next(self._numbers),
            chat_id=int(parameters["chat_id"]),
            text=text,
            entities=entities,
            reply_to=reply.get("message_id"),
            link_preview=not (parameters.get("link_preview_options") or {}).get("is_disabled", False),
        )
        self.sent[message.chat_id].append(message)
        self.transcript.append(f"机器人 ▸ {text}")
        return self._as_json(message)

    async def _editMessageText(self, parameters: Json) -> Json:  # noqa: N802
        text, entities = self._checked(parameters)
        chat_id, number = int(parameters["chat_id"]), int(parameters["message_id"])
        message = next((message for message in self.sent[chat_id] if message.message_id == number), None)
        if message is None:
            raise BadRequest("message to edit not found")
        if (message.text, message.entities) == (text, entities):
            raise BadRequest("message is not modified: specified new message content and reply markup are exactly the same")
        message.edits.append(message.text)
        message.text, message.entities = text, entities
        self.transcript.append(f"机器人 ✎ {text}")
        return self._as_json(message)

    async def _sendChatAction(self, _: Json) -> bool:  # noqa: N802
        return True

    async def _answerCallbackQuery(self, _: Json) -> bool:  # noqa: N802
        return True

    async def _setMyCommands(self, parameters: Json) -> bool:  # noqa: N802
        scope = parameters.get("scope") or {"type": "default"}
        commands = parameters["commands"]
        for command in commands:
            self._rule(1 <= len(command["command"]) <= 32 and 1 <= len(command["description"]) <= 256, f"command {command}")
        names = [command["command"] for command in commands]
        self.commands[scope["type"], scope.get("chat_id"), parameters.get("language_code") or None] = names
        return True

    def _as_json(self, message: SentMessage) -> Json:
        chat = {"id": message.chat_id, "type": "private" if message.chat_id > 0 else "supergroup"}
        return {"message_id": message.message_id, "date": int(time.time()), "chat": chat, "from": BOT, "text": message.text}

    def _checked(self, parameters: Json) -> tuple[str, list[Json]]:
        """Text and entities, if Telegram would take them."""
        text, entities = str(parameters.get("text", "")), parameters.get("entities") or []
        for problem in problems(text, entities):
            self._rule(False, problem)
        self._rule("parse_mode" not in parameters, "parse_mode is not used in this project")
        for row in (parameters.get("reply_markup") or {}).get("inline_keyboard", []):
            for button in row:
                self._rule(len(button.get("callback_data", "x").encode()) <= 64, f"callback data of {button} is too long")
        return text, entities

    def _rule(self, kept: bool, rule: str) -> None:
        if not kept:
            self.violations.append(rule)
            raise BadRequest(rule)


class Conflict(Exception):
    """Somebody else polls."""


def _decoded(value: object) -> object:
    """Parameters come as form fields; numbers, lists and objects in them as JSON."""
    if isinstance(value, str) and value[:1] in "[{":
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _refusal(status: int, description: str, **fields: object) -> web.Response:
    return web.json_response({"ok": False, "error_code": status, "description": description, **fields}, status=status)
