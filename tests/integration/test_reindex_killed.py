"""A reindex that is killed, or meets a full disk, changes nothing for readers and does not hinder the next one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.interrupted_reindex import NEW, OLD, REPORTED
from tests.trials import trials

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")

REPOSITORY = Path(__file__).parents[2]
STRIDE = max(1, 3 // max(1, trials(1)))
"""Of every third step one is interrupted; of each in a nightly run."""


@pytest.fixture(params=[0, 20], ids=["all written", "changes written"])
def quiet(request: pytest.FixtureRequest) -> int:
    """Articles that never change."""
    return int(request.param)


def interrupted(folder: Path, manner: str, quiet: int) -> list[dict[str, int]]:
    """One outcome per interrupted reindex; that readers and the next reindex were well is checked in the process."""
    tries = trials(8) if manner == "at random" else STRIDE
    command = [sys.executable, "-m", "tests.integration.interrupted_reindex", str(folder), manner, str(quiet), str(tries)]
    process = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=900, check=False)
    assert process.returncode == 0, process.stderr
    return [json.loads(line) for line in process.stdout.splitlines()]


def test_killed_at_a_step(tmp_path: Path, quiet: int) -> None:
    outcomes = interrupted(tmp_path, "kill", quiet)
    seen = [outcome["seen"] for outcome in outcomes]
    assert [outcome["step"] for outcome in outcomes] == list(range(1, STRIDE * len(outcomes) + 1, STRIDE))
    assert set(seen) == {OLD, NEW}
    assert seen == sorted(seen), "once published, a version stays"


def test_the_disk_is_full_from_a_step_on(tmp_path: Path, quiet: int) -> None:
    outcomes = interrupted(tmp_path, "full disk", quiet)
    assert {outcome["seen"] for outcome in outcomes if outcome["status"] == REPORTED} == {OLD}, (
        "what was reported as not done is not in use"
    )
    assert len(outcomes) > 10


def test_killed_at_random_times(tmp_path: Path, quiet: int) -> None:
    assert len(interrupted(tmp_path, "at random", quiet)) == trials(8)
