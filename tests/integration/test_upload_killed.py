"""Files on their way into the corpus, while the process is killed or the disk is full: none is lost, and none comes in twice."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.interrupted_reindex import REPORTED, UNDISTURBED

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
@pytest.mark.parametrize("manner", ["killed", "undo killed", "full disk"])
def test_at_every_step(tmp_path: Path, manner: str) -> None:
    command = [sys.executable, "-m", "tests.integration.interrupted_upload", str(tmp_path), manner]
    process = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=300, check=False)
    assert process.returncode == 0, process.stderr
    statuses = [json.loads(line)["status"] for line in process.stdout.splitlines()]
    assert statuses[-1] == UNDISTURBED
    assert len(statuses) > 5
    assert manner != "full disk" or REPORTED in statuses
