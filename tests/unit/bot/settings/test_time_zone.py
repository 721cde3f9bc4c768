from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from bot.settings import time_zone as module
from bot.settings.time_zone import CHINA, time_zone

NOON = datetime(2024, 7, 1, 12)


def test_a_zone_has_its_own_time() -> None:
    assert NOON.replace(tzinfo=time_zone("Europe/Berlin")).utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize("name", ["Asia/Atlantis", "", "../etc/passwd", "上海", "x" * 300, "\0"])
def test_what_is_no_zone_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="must be the name of a time zone"):
        time_zone(name)


def test_chinas_time_needs_no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def without(name: str) -> ZoneInfo:
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr(module, "ZoneInfo", without)
    assert NOON.replace(tzinfo=time_zone(CHINA)).utcoffset() == timedelta(hours=8)
    with pytest.raises(ValueError, match="must be the name"):
        time_zone("Europe/Berlin")
