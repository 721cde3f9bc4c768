"""Runs `parkqa` as a user would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.terminal.cli import main

REPOSITORY = Path(__file__).parents[2]
SAMPLE_CORPUS = REPOSITORY / "corpus" / "articles"
PARKQA = [sys.executable, "-m", "bot"]


def environment(state: Path, **variables: str) -> dict[str, str]:
    """The environment without settings of whoever runs the tests; log files go below `state`."""
    inherited = {name: value for name, value in os.environ.items() if not name.upper().startswith("PARKQA_")}
    return inherited | {"XDG_STATE_HOME": str(state), "PARKQA_LOG__LEVEL": "DEBUG", "COLUMNS": "100"} | variables


def run(command: list[str], state: Path, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """Run any command to its end; output is UTF-8 whatever the locale."""
    return subprocess.run(
        command,
        cwd=REPOSITORY,
        env=environment(state, **variables),
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def parkqa(state: Path, *arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `parkqa` to its end."""
    return run([*PARKQA, *map(str, arguments)], state, **variables)


def parkqa_here(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `parkqa` inside this process: quicker, for what does not depend on a process of its own."""
    command = [*map(str, arguments)]
    with pytest.raises(SystemExit) as ended:
        main(command)
    output = capsys.readouterr()
    return subprocess.CompletedProcess(command, int(ended.value.code or 0), output.out, output.err)


def only_json(process: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """The one JSON object that stands on stdout, and nothing else."""
    (line,) = process.stdout.splitlines()
    value = json.loads(line)
    assert isinstance(value, dict)
    return value
