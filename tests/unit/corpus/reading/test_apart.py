"""A real reading process, and files at which it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from corpus.reading.apart import ReadingProcess, reading_apart
from corpus.reading.folder import list_sources, read_source
from corpus.reading.reading_process import MEMORY, SECONDS
from corpus.settings import ReadingRules

RULES = ReadingRules(1_000_000, {"title": ("抬头",)})
PROSE = "海棠经开区举行开工仪式，28个项目同时动土。下半年还有19个。"


def pid(process: ReadingProcess) -> int:
    assert process._process
    return process._process.pid


def test_it_reads_what_would_be_read_here(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"海棠经开区开工\n发布时间：2021-04-12 来源：海棠日报\n{PROSE}", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(f'{{"id": "n1", "抬头": "开工", "text": "{PROSE}"}}\n[]\n', encoding="utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text("")
    sources = list_sources(tmp_path)
    with reading_apart() as read:
        readings = [read(tmp_path, source, RULES) for source in sources]
    assert readings == [read_source(tmp_path, source, RULES) for source in sources]
    assert readings[0].articles[0].published == date(2021, 4, 12)


def test_a_file_at_which_it_ends_is_rejected_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.reading.apart._MODULE", "tests.dying_reader")
    for name in ("a.txt", "deadly.txt", "z.txt"):
        (tmp_path / name).write_text(PROSE, encoding="utf-8")
    with reading_apart() as read:
        readings = [read(tmp_path, source, RULES) for source in list_sources(tmp_path)]
    assert [len(reading.articles) for reading in readings] == [1, 0, 1]
    assert [(left.path, str(left.reason.code)) for left in readings[1].rejections] == [("deadly.txt", "too_costly")]


def test_one_whose_reader_was_interrupted_or_ended_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE, encoding="utf-8")
    asked = {"folder": str(tmp_path), "source": asdict(list_sources(tmp_path)[0]), "rules": asdict(RULES)}
    command = [sys.executable, "-m", "corpus.reading.reading_process"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps(asked) + "\n")
    process.stdin.flush()
    assert PROSE in json.loads(process.stdout.readline())["articles"][0]["text"]
    process.send_signal(signal.SIGINT)
    process.stdout.close()
    _, errors = process.communicate(json.dumps(asked) + "\n")
    assert (process.returncode, errors) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows them")
def test_memory_and_time_have_limits(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE, encoding="utf-8")
    with reading_apart() as read:
        read(tmp_path, list_sources(tmp_path)[0], RULES)
        limits = Path(f"/proc/{pid(read)}/limits").read_text()
    assert re.search(rf"^Max address space +{MEMORY} ", limits, re.MULTILINE)
    seconds = re.search(r"^Max cpu time +(\d+) ", limits, re.MULTILINE)
    assert seconds
    assert SECONDS <= int(seconds[1]) < SECONDS + 60


def test_it_knows_no_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(PROSE, encoding="utf-8")
    monkeypatch.setenv("PARKQA_BOT__TOKEN", "7654321098:invented")
    (source,) = list_sources(tmp_path)
    with reading_apart() as read:
        read(tmp_path, source, RULES)
        environment = Path(f"/proc/{pid(read)}/environ")
        assert not environment.exists() or b"invented" not in environment.read_bytes()


def test_it_begins_without_what_reads_pictures() -> None:
    script = "import sys; import corpus.reading.reading_process; print({'numpy', 'pypdfium2'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
