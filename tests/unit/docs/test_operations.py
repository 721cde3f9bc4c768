"""The systemd unit in docs/operations.md leaves the bot little to do harm with."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

OPERATIONS = Path(__file__).parents[3] / "docs" / "operations.md"
EXPOSURE = 20
"""Tenths, out of a hundred."""


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
def test_the_unit_is_hardened(tmp_path: Path) -> None:
    found = re.search(r"```ini\n(.*?)```", OPERATIONS.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    unit = tmp_path / "parkqa.service"
    unit.write_text(found[1], encoding="utf-8")
    command = ["systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE}", str(unit)]
    process = subprocess.run(command, capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stdout
