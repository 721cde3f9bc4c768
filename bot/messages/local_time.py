"""Moments as the bot's readers reckon them: in the time zone of `bot.timezone`."""

from __future__ import annotations

from datetime import datetime, tzinfo


def local_time(moment: str, zone: tzinfo) -> str:
    """To the minute, of a moment in ISO 8601."""
    return f"{datetime.fromisoformat(moment).astimezone(zone):%Y-%m-%d %H:%M}"
