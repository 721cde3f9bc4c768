"""How tests wait for the bot."""

from __future__ import annotations

from collections.abc import Callable

from tests.telegram_server.sent import SentMessage
from tests.telegram_server.wire import Json
from tests.telegram_server.world import World

PATIENCE = 20.0


class Watching(World):
    """Waits end in an AssertionError that says what was waited for."""

    async def wait_until(self, condition: Callable[[], bool], seconds: float = PATIENCE, what: str = "that") -> None:
        try:
            await self.news.wait_for(condition, seconds)
        except TimeoutError:
            broken = f"; rules broken: {self.violations}" if self.violations else ""
            raise AssertionError(f"waited {seconds} s in vain for {what}{broken}") from None

    async def wait_for_message(self, chat_id: int, number: int, seconds: float = PATIENCE) -> SentMessage:
        """The bot's message with this number (from 0) in a chat."""
        await self.wait_until(lambda: len(self.sent[chat_id]) > number, seconds, f"message {number} in chat {chat_id}")
        return self.sent[chat_id][number]

    async def wait_for_reply(self, message: Json, seconds: float = PATIENCE) -> SentMessage:
        """The first reply to a message."""
        chat_id, number = message["chat"]["id"], message["message_id"]

        def replies() -> list[SentMessage]:
            return [sent for sent in self.sent[chat_id] if sent.reply_to == number]

        await self.wait_until(lambda: bool(replies()), seconds, f"a reply to {message.get('text')!r}")
        return replies()[0]

    async def wait_for_edit(self, message: SentMessage, seconds: float = PATIENCE) -> SentMessage:
        """The same message once it has been edited again."""
        before = len(message.edits)
        await self.wait_until(lambda: len(message.edits) > before, seconds, f"an edit of {message.text[:40]!r}")
        return message

    async def wait_until_confirmed(self, seconds: float = PATIENCE) -> None:
        """Until the bot has done with every update so far."""
        await self.wait_until(lambda: self.unconfirmed == 0, seconds, "the last confirmation")

    @property
    def photos(self) -> list[SentMessage]:
        """The bot's messages that show a picture."""
        return [message for messages in self.sent.values() for message in messages if message.photo]

    @property
    def documents(self) -> list[SentMessage]:
        """The bot's messages that carry a file."""
        return [message for messages in self.sent.values() for message in messages if message.document]
