"""Time zones by name, China's also on a machine that has no list of them."""

from __future__ import annotations

from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

CHINA = "Asia/Shanghai"


def time_zone(name: str) -> tzinfo:
    """The zone of a name such as Europe/Berlin. Raises ValueError where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        if name == CHINA:  # one offset all year since 1991; Windows and small containers have no time zone database
            return timezone(timedelta(hours=8), name)
        raise ValueError("must be the name of a time zone, such as Asia/Shanghai") from None
