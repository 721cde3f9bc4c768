"""A chat as the server keeps it: who the bot is in it, and what was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.telegram_server.people import BOT
from tests.telegram_server.refusals import BadRequest, Forbidden
from tests.telegram_server.wire import Json

SERVICE = {
    *("new_chat_members", "left_chat_member", "new_chat_title", "group_chat_created", "supergroup_chat_created", "pinned_message"),
    *("migrate_to_chat_id", "migrate_from_chat_id", "forum_topic_created", "forum_topic_closed", "forum_topic_reopened"),
}
"""Messages that nobody wrote; every member hears of them."""


@dataclass
class Chat:
    """One chat."""

    about: Json
    numbers: Iterator[int]
    """Of messages: each supergroup and channel counts by itself, private chats and basic groups together."""
    status: str = "member"
    """What the bot is here: member, administrator, left or kicked; kicked is also one whom a user has blocked."""
    messages: dict[int, Json] = field(default_factory=dict)
    """Of users, as they stand."""
    deleted: set[int] = field(default_factory=set)
    meant_for_bot: set[int] = field(default_factory=set)
    topics: set[int] = field(default_factory=set)
    members: dict[int, str] = field(default_factory=dict)
    migrated_to: int | None = None

    @property
    def number(self) -> int:
        return int(self.about["id"])

    @property
    def kind(self) -> str:
        return str(self.about["type"])

    def admit(self) -> None:
        """Raise what Telegram answers where the bot cannot write."""
        name = "group chat" if self.kind == "group" else f"{self.kind} chat"
        if self.migrated_to is not None:
            raise BadRequest("group chat was upgraded to a supergroup chat", migrate_to_chat_id=self.migrated_to)
        if self.kind == "private" and self.status != "member":
            raise Forbidden("bot was blocked by the user")
        if self.status == "kicked":
            raise Forbidden(f"bot was kicked from the {name}")
        if self.status == "left":
            raise Forbidden(f"bot is not a member of the {name}")
        if self.kind == "channel" and self.status != "administrator":
            raise BadRequest("need administrator rights in the channel chat")

    def shows_bot(self, message: Json, *, privacy: bool) -> bool:
        """Whether Telegram delivers a message to the bot."""
        if self.kind == "private":
            return self.status == "member"
        if self.status not in {"member", "administrator"}:
            return False
        if message["from"]["is_bot"] and "sender_chat" not in message:
            return False  # bots do not hear each other
        if self.status == "administrator" or not privacy:
            return True
        return bool(SERVICE & set(message)) or self.addresses_bot(message)

    def addresses_bot(self, message: Json) -> bool:
        """Whether a message is for the bot by the rules of privacy mode, which a mention is not enough for."""
        first_word = next(iter(str(message.get("text") or message.get("caption") or "").split()), "")
        command, _, name = first_word.partition("@")
        replied = message.get("reply_to_message") or {}
        return (
            (command.startswith("/") and name.lower() in {"", str(BOT["username"]).lower()})
            or (message.get("via_bot") or {}).get("id") == BOT["id"]
            or (replied.get("from") or {}).get("id") == BOT["id"]
            or replied.get("message_id") in self.meant_for_bot
        )
