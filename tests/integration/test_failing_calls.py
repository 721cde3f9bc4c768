"""Each call to the kernel that changes the disk may be refused: said in a line, and nothing is lost, answered wrongly or left behind."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.children import can_trace
from tests.trials import trials

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform != "linux" or not can_trace(), reason="needs strace")
@pytest.mark.parametrize(("subject", "stride"), [("reindex", 20), ("reindex of changes", 10), ("store", 30), ("inbox", 7)])
def test_a_call_is_refused(tmp_path: Path, subject: str, stride: int) -> None:
    steps = str(max(1, stride // max(1, trials(1))))
    command = [sys.executable, "-m", "tests.integration.failing_calls", str(tmp_path), subject, steps]
    process = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stderr
    assert len([json.loads(line) for line in process.stdout.splitlines()]) > 2
