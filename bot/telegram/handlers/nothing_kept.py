"""What admins are told while nothing can be kept, as on a full disk: nobody's question is lost, but everybody has to wait."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from bot.telegram.context import ParkQABot
from bot.telegram.handlers.admins import tell_admins
from bot.texts import TEXTS
from bot.texts.sentences import in_language

OVER_SECONDS = 600.0
"""When for so long nothing was put off, the trouble was over, and the next is another. Telegram delivers again sooner than that."""


class NothingKept:
    """Tells them once for each trouble."""

    def __init__(self, application: ParkQABot, clock: Callable[[], float] = time.monotonic) -> None:
        self._application = application
        self._clock = clock
        self._last = -math.inf

    def __call__(self, reason: str) -> None:
        """Something was put off, for this reason. What is said is sent in the background."""
        now = self._clock()
        before, self._last = self._last, now
        if now - before > OVER_SECONDS:
            data = self._application.bot_data
            language = data.settings.bot.language
            text = TEXTS[language].oversight.nothing_kept.format(reason=in_language(reason, language))
            self._application.create_task(tell_admins(self._application.bot, data, text))
