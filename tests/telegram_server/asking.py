"""What people do besides writing: press buttons, ask inline, call the bot as a guest."""

from __future__ import annotations

import time
from dataclasses import replace

from tests.telegram_server.conversation import Conversation
from tests.telegram_server.methods.queries import message_from
from tests.telegram_server.people import BOT, private_chat
from tests.telegram_server.queries import InlineQuery, Press, Summons
from tests.telegram_server.rules.text import user_entities
from tests.telegram_server.sent import SentMessage
from tests.telegram_server.watching import PATIENCE
from tests.telegram_server.wire import Json


class Asking(Conversation):
    """Each waits until the bot has answered."""

    async def press(self, message: SentMessage, label: str, by: Json | None = None) -> Press:
        """Press the button with this text (or a part of it that no other has) or callback data, and wait for the answer."""
        button = message.button(label)
        assert "callback_data" in button, f"the bot hears nothing of this button: {button}"
        press = await self.send_callback(message, button["callback_data"], by)
        await self.wait_until(lambda: press.answered, PATIENCE, f"an answer to the press of {label!r}")
        return press

    async def send_callback(self, message: SentMessage, data: str, by: Json | None = None) -> Press:
        """A callback with any data, as a doctored client could send it, or one who still sees the old buttons; waits for nothing."""
        press = Press(self._identifier("callback"), by or self._reader(message), data=data, message=message)
        self.presses[press.id] = press
        body: Json = {"id": press.id, "from": press.by, "chat_instance": f"instance-{message.chat_id}", "data": data}
        if message.inline_message_id:
            body["inline_message_id"] = message.inline_message_id
        elif message.deleted:
            body["message"] = {"message_id": message.message_id, "date": 0, "chat": self.chats[message.chat_id].about}
        else:
            body["message"] = self.as_json(message)
        self.transcript.append(f"{press.by['first_name']} ◉ {data}")
        assert self.updates.add_if_asked_for("callback_query", body), "the bot has not asked for callback queries"
        return press

    async def react(self, message: SentMessage, emoji: str, by: Json | None = None) -> None:
        """Put an emoji under a message, or take it away with ""; in groups only a bot that is an admin hears of it. Waits for nothing."""
        chat = self.chats[message.chat_id]
        new = [{"type": "emoji", "emoji": emoji}] if emoji else []
        body: Json = {"chat": chat.about, "message_id": message.message_id, "user": by or self._reader(message)}
        body |= {"date": int(time.time()), "old_reaction": [], "new_reaction": new}
        if chat.kind == "private" or chat.status == "administrator":
            self.updates.add_if_asked_for("message_reaction", body)

    async def type_inline(self, by: Json, query: str, *, offset: str = "", chat_type: str = "private") -> InlineQuery:
        """Type something after the bot's name in any chat, and wait for the results, which Telegram may still know."""
        assert len(query) <= 256, "Telegram sends no longer queries"
        if known := self._cached(by, query, offset):
            return known
        typed = InlineQuery(self._identifier("query"), by, query=query, offset=offset, chat_type=chat_type)
        self.inline_queries[typed.id] = typed
        body: Json = {"id": typed.id, "from": by, "query": query, "offset": offset, "chat_type": chat_type}
        self.transcript.append(f"{by['first_name']} ▸ @{BOT['username']} {query}")
        assert self.updates.add_if_asked_for("inline_query", body), "the bot has not asked for inline queries"
        await self.wait_until(lambda: typed.answered, PATIENCE, f"results for {query!r}")
        return typed

    async def scroll(self, typed: InlineQuery) -> InlineQuery:
        """The next page of results."""
        assert typed.next_offset, "these were all results"
        return await self.type_inline(typed.by, typed.query, offset=typed.next_offset, chat_type=typed.chat_type)

    async def choose(self, typed: InlineQuery, number: int, chat: Json | None = None) -> SentMessage:
        """Send a result; into a chat that the bot is in, it arrives there as a message via the bot."""
        result = typed.results[number]
        message = message_from(self, result, (chat or private_chat(typed.by))["id"], typed.by)
        if not message.keyboard:  # only then does Telegram tell the bot the message's name
            del self.inline_messages[str(message.inline_message_id)]
            message = replace(message, inline_message_id=None)
        body: Json = {"result_id": result["id"], "from": typed.by, "query": typed.query}
        if message.inline_message_id:
            body["inline_message_id"] = message.inline_message_id
        self.updates.add_if_asked_for("chosen_inline_result", body)
        if chat:
            await self.write(chat, typed.by, {"text": message.text, "entities": message.entities, "via_bot": BOT})
        return message

    async def summon(self, chat: Json, by: Json, text: str, *, reply_to: Json | None = None) -> SentMessage:
        """Name the bot in a chat that it is not in, and wait for what it answers there as a guest."""
        summons = Summons(self._identifier("guest"), by, chat=chat)
        self.summons[summons.id] = summons
        message: Json = {"message_id": len(self.summons), "date": int(time.time()), "chat": chat, "from": by, "text": text}
        message |= {"entities": user_entities(text), "guest_query_id": summons.id}
        if reply_to:
            message["reply_to_message"] = reply_to
        self.transcript.append(f"{by['first_name']} ▸ {text}")
        assert self.updates.add_if_asked_for("guest_message", message), "the bot has not asked for guest messages"
        await self.wait_until(lambda: summons.answered, PATIENCE, f"a guest's answer to {text!r}")
        assert summons.message
        return summons.message

    def _cached(self, by: Json, query: str, offset: str) -> InlineQuery | None:
        """Results that Telegram shows without asking the bot: the same for everybody unless they are personal, until their time is over."""
        for known in reversed(self.inline_queries.values()):
            same = (known.query, known.offset) == (query, offset) and (known.by == by or not known.is_personal)
            if same and known.answered and not known.is_over(known.cache_time):
                return replace(known, by=by)
        return None

    def _reader(self, message: SentMessage) -> Json:
        """Who most likely presses: the one in the private chat, or whose question it was."""
        asked = {} if message.inline_message_id else self.chats[message.chat_id].messages.get(message.reply_to or 0, {})
        reader = message.sender or self.people.get(message.chat_id) or asked.get("from")
        assert reader, "say who presses"
        return reader

    def _identifier(self, kind: str) -> str:
        return f"{kind}-{next(self.identifiers)}"
