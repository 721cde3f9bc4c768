"""Comings and goings: of the bot in groups, of groups, and of users who have had enough."""

from __future__ import annotations

import time

from tests.telegram_server.conversation import Conversation
from tests.telegram_server.methods.chats import membership
from tests.telegram_server.people import BOT, private_chat
from tests.telegram_server.wire import Json


class Membership(Conversation):
    """Each tells the bot what Telegram would."""

    async def block(self, who: Json) -> None:
        """A user blocks the bot."""
        await self._become(private_chat(who), who, "kicked")

    async def unblock(self, who: Json) -> None:
        await self._become(private_chat(who), who, "member")

    async def add_bot(self, group: Json, by: Json) -> None:
        """Somebody adds the bot to a group, or makes a channel's admin of it."""
        if group["type"] == "channel":
            await self._become(group, by, "administrator", before="left")
            return
        await self._become(group, by, "member", before="left")
        await self.say(group, by, None, new_chat_members=[BOT])

    async def promote_bot(self, group: Json, by: Json) -> None:
        """The bot becomes an admin; it then hears everything, privacy mode or not."""
        await self._become(group, by, "administrator")

    async def remove_bot(self, group: Json, by: Json) -> None:
        await self._become(group, by, "kicked")

    def make_admin(self, group: Json, who: Json, status: str = "administrator") -> None:
        """A user becomes an admin of a group, or its creator."""
        self.people[who["id"]] = who
        self.chat(group).members[who["id"]] = status

    async def migrate(self, group: Json, by: Json, number: int) -> Json:
        """A basic group becomes a supergroup with this number; the new chat."""
        old = self.chat(group)
        new = {"id": number, "type": "supergroup", "title": group["title"]}
        self.chat(new).members = dict(old.members)
        await self.say(group, by, None, migrate_to_chat_id=number)
        await self.say(new, by, None, migrate_from_chat_id=group["id"])
        old.migrated_to = number
        return new

    async def _become(self, about: Json, by: Json, status: str, before: str | None = None) -> None:
        self.people[by["id"]] = by
        chat = self.chat(about)
        change: Json = {"chat": about, "from": by, "date": int(time.time())}
        change |= {"old_chat_member": membership(BOT, before or chat.status), "new_chat_member": membership(BOT, status)}
        chat.status = status
        self.updates.add_if_asked_for("my_chat_member", change)
