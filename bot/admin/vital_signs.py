"""How the bot itself is: read from what is counted anyway."""

from __future__ import annotations

import time
from dataclasses import dataclass

from bot.messages.readable_size import readable_size
from bot.monitoring.metrics import Metrics
from bot.texts.oversight import Oversight


@dataclass(frozen=True, slots=True)
class VitalSigns:
    """The bot's process since its start."""

    unhandled: int
    waiting: int
    errors: int
    answers: int
    median: float
    """Seconds."""
    high: float
    """Seconds within which 95 % were done."""
    memory: int
    """Bytes."""
    uptime: float
    """Seconds."""


def vital_signs(metrics: Metrics) -> VitalSigns:
    """As they are now."""
    return VitalSigns(
        unhandled=int(metrics.value("parkqa_unhandled_updates")),
        waiting=int(metrics.value("parkqa_waiting_questions")),
        errors=metrics.errors,
        answers=int(metrics.value("parkqa_answer_seconds_count")),
        median=metrics.answer_seconds(0.5),
        high=metrics.answer_seconds(0.95),
        memory=int(metrics.value("process_resident_memory_bytes")),
        uptime=time.time() - metrics.value("process_start_time_seconds"),
    )


def vital_lines(signs: VitalSigns, oversight: Oversight) -> list[str]:
    """The same in sentences."""
    minutes = int(signs.uptime // 60)
    uptime = oversight.uptime.format(days=minutes // 1440, hours=minutes // 60 % 24, minutes=minutes % 60)
    latency = oversight.latency.format(count=signs.answers, median=f"{signs.median:.2g}", high=f"{signs.high:.2g}")
    return [
        oversight.queue.format(unhandled=signs.unhandled, waiting=signs.waiting),
        oversight.errors.format(count=signs.errors),
        latency if signs.answers else oversight.no_latency,
        oversight.process.format(memory=readable_size(signs.memory), uptime=uptime),
    ]
