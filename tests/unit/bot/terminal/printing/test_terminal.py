from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.terminal.cli import main
from bot.terminal.printing.terminal import print_json, printable

STEERING = "\x1b\x9b\x85\u2028\u2029\u202e\u2066\u200f"


def test_no_text_steers_a_terminal() -> None:
    assert printable(f"园{STEERING}区\n\t") == f"园{'�' * len(STEERING)}区\n\t"


def test_nor_does_json_which_means_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"text": f"园区{STEERING}"})
    line = capsys.readouterr().out
    assert not set(STEERING) & set(line)
    assert json.loads(line) == {"text": f"园区{STEERING}"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a device that is always full")
@pytest.mark.parametrize("arguments", [["--help"], ["doctor"]])
def test_a_full_disk_behind_stdout_is_one_line(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "--lang", "en", *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (1, "The output cannot be written: No space left on device.\n")


def test_too_little_memory_is_no_bug(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fill(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("bot.terminal.cli._run", fill)
    with pytest.raises(SystemExit) as ended:
        main(["--lang", "zh", "status"])
    assert ended.value.code == 1
    assert capsys.readouterr().err == "内存不够：请关掉别的程序，或者让它多用一些。\n"


@pytest.mark.parametrize("columns", ["0", ""])
def test_a_terminal_without_columns_hides_nothing(columns: str) -> None:
    command = [sys.executable, "-m", "bot", "--lang", "en", "--help"]
    help = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": columns}).stdout
    assert "reindex" in help


@pytest.mark.parametrize("command", [["backup"], ["restore"], ["ask", "--file"], ["status", "--config"], ["status", "--index"]])
def test_a_name_that_no_file_can_have_is_no_bug(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--lang", "en", *command, "x" * 300])
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert "File name too long" in said
    assert said.count("\n") == 1
