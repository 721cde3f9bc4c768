"""Two real bot processes behind one address, on one PostgreSQL: the short form of `python -m benchmarks.several_bots`."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import several_bots
from benchmarks.several_bots import asked_during, fleet_on
from tests.postgresql import PASSWORD, Server
from tests.trials import trials


async def test_every_question_is_answered_though_bots_are_killed_and_the_database_goes_away(
    tmp_path: Path, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(several_bots, "QUIET_SECONDS", 2.0)
    kills = trials(3)
    async with fleet_on(tmp_path / "site", postgresql, "tests.integration.impatient_bot") as fleet:
        killed = await asked_during(fleet, postgresql, kills=kills)
        away = await asked_during(fleet, postgresql, outages=1)
    assert (killed.lost, killed.out_of_order) == (0, 0)
    assert killed.twice <= kills  # what was being answered at that very moment
    assert (away.lost, away.twice, away.out_of_order) == (0, 0, 0)
    assert away.told
    assert PASSWORD not in "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "site").glob("*.log"))
