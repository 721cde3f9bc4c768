"""A bot of which a test plays every step."""

from __future__ import annotations

from typing import Any

import telegram

EVERYTHING = telegram.Update.ALL_TYPES


class SteppedBot(telegram.Bot):
    """The library's bot, which fetches one update at a time and sends parameters as they are."""

    async def next_update(self) -> telegram.Update:
        """The next update; the one before counts as handled."""
        [update, *_] = await self.get_updates(self.offset, timeout=2, allowed_updates=EVERYTHING)
        object.__setattr__(self, "offset", update.update_id + 1)
        return update

    async def call(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 - a method's result
        """A request that the library would not make."""
        return await self._post(method, parameters)

    offset = 0
