"""A reindex during which the power fails: readers find the old articles or the new ones, and the next reindex clears up."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.children import can_trace
from tests.integration.interrupted_reindex import NEW, OLD
from tests.trials import trials

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform != "linux" or not can_trace(), reason="needs strace")
def test_whatever_was_not_synced_is_lost(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.integration.power_loss", str(tmp_path), str(trials(12))]
    process = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stderr
    outcomes = [json.loads(line) for line in process.stdout.splitlines()]
    assert {outcome["seen"] for outcome in outcomes} == {OLD, NEW}
