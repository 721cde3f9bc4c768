"""What people write: messages, edits, files, posts."""

from __future__ import annotations

import time

from tests.telegram_server.chats import Chat
from tests.telegram_server.people import ANONYMOUS_ADMIN, CHANNEL_BOT
from tests.telegram_server.rules.text import user_entities
from tests.telegram_server.sent import Document, SentMessage
from tests.telegram_server.watching import Watching
from tests.telegram_server.wire import Json

ReplyTo = Json | SentMessage | None


class Conversation(Watching):
    """Messages reach the bot only where Telegram would deliver them."""

    async def ask(
        self, chat: Json, sender: Json, text: str, *, reply_to: ReplyTo = None, topic: int | None = None, **fields: object
    ) -> SentMessage:
        """Say something and wait for the reply to it."""
        return await self.wait_for_reply(await self.say(chat, sender, text, reply_to=reply_to, topic=topic, **fields))

    async def say(
        self, chat: Json, sender: Json, text: str | None, *, reply_to: ReplyTo = None, topic: int | None = None, **fields: object
    ) -> Json:
        """A message of a user; commands and mentions get their entities as Telegram sets them. Other fields are added as they are."""
        written = {} if text is None else {"text": text, "entities": user_entities(text)}
        return await self.write(chat, sender, written | fields, reply_to, topic)

    async def say_anonymously(self, group: Json, text: str, *, reply_to: ReplyTo = None) -> Json:
        """A message of an admin who hides behind the group's name."""
        return await self.say(group, ANONYMOUS_ADMIN, text, reply_to=reply_to, sender_chat=group)

    async def say_as(self, channel: Json, group: Json, text: str, *, reply_to: ReplyTo = None) -> Json:
        """A message in a group in the name of a channel."""
        return await self.say(group, CHANNEL_BOT, text, reply_to=reply_to, sender_chat=channel)

    async def send_file(
        self, chat: Json, sender: Json, name: str, content: bytes, *, caption: str | None = None, size: int | None = None
    ) -> Json:
        """A file of a user; `size` is what Telegram says of it, where it is too large to be written out in a test."""
        document = Document(name, content)
        self.keep_file(document, size)
        written: Json = {"document": self.about_file(document)}
        if caption is not None:
            written |= {"caption": caption, "caption_entities": user_entities(caption)}
        return await self.write(chat, sender, written)

    async def send_photo(self, chat: Json, sender: Json, content: bytes) -> Json:
        """A photo of a user, which has no name."""
        return await self.write(chat, sender, {"photo": self.about_photo(Document("photo.jpg", content))})

    async def post(self, channel: Json, text: str) -> Json:
        """A post in a channel that the bot is an admin of."""
        chat = self.chat(channel)
        message: Json = {"message_id": next(chat.numbers), "date": int(time.time()), "chat": channel, "sender_chat": channel}
        message |= {"text": text, "entities": user_entities(text)}
        chat.messages[message["message_id"]] = message
        self.transcript.append(f"{channel['title']} ▸ {text}")
        if chat.status == "administrator":
            self.updates.add_if_asked_for("channel_post", message)
        return message

    async def edit(self, message: Json, text: str) -> Json:
        """Somebody edits a message or a post."""
        chat = self.chat(message["chat"])
        edited = message | {"text": text, "entities": user_entities(text), "edit_date": int(time.time())}
        chat.messages[message["message_id"]] = edited
        self.transcript.append(f"{message['from']['first_name'] if 'from' in message else chat.about['title']} ✎ {text}")
        if chat.kind == "channel":
            self.updates.add_if_asked_for("edited_channel_post", edited)
        else:
            self.hear(chat, edited, "edited_message")
        return edited

    def delete(self, message: Json | SentMessage) -> None:
        """A user deletes a message, of theirs or of the bot; bots are not told."""
        if isinstance(message, SentMessage):
            message.deleted = True
            chat, number = self.chats[message.chat_id], message.message_id
        else:
            chat, number = self.chat(message["chat"]), message["message_id"]
            chat.messages.pop(number, None)
        chat.deleted.add(number)

    async def update(self, content: Json) -> None:
        """Deliver any update, with the next number, whether the bot asked for its kind or not."""
        self.updates.add(content)

    def hear(self, chat: Chat, message: Json, kind: str = "message") -> None:
        """Deliver a message if Telegram would."""
        if chat.addresses_bot(message):
            chat.meant_for_bot.add(message["message_id"])
        if chat.shows_bot(message, privacy=self.privacy):
            self.updates.add_if_asked_for(kind, message)

    async def write(self, about: Json, sender: Json, content: Json, reply_to: ReplyTo = None, topic: int | None = None) -> Json:
        """A message of a user with any content."""
        chat = self.chat(about)
        assert chat.kind != "private" or chat.status == "member", "a user who blocks the bot cannot write to it: unblock it first"
        self.people[sender["id"]] = sender
        chat.members.setdefault(sender["id"], "member")
        message: Json = {"message_id": next(chat.numbers), "date": int(time.time()), "chat": about, "from": sender, **content}
        if isinstance(reply_to, SentMessage):
            topic = topic or reply_to.thread_id
            reply_to = self.as_json(reply_to)
        if reply_to:
            message["reply_to_message"] = {name: value for name, value in reply_to.items() if name != "reply_to_message"}
        if topic is not None:
            chat.topics.add(topic)
            message |= {"message_thread_id": topic, "is_topic_message": True}
        elif reply_to and chat.kind == "supergroup" and not about.get("is_forum"):
            message["message_thread_id"] = reply_to["message_id"]  # a chain of replies, which is no topic
        chat.messages[message["message_id"]] = message
        said = message.get("text") or (f"📄 {message['document']['file_name']}" if "document" in message else f"（{', '.join(content)}）")
        self.transcript.append(f"{sender['first_name']} ▸ {said}")
        self.hear(chat, message)
        return message
