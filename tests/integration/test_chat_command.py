"""`parkqa chat` as a process over the sample corpus: through a pipe, and at a terminal."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from bot.texts.zh import ZH
from corpus.reader import list_sources, read_source
from tests.integration.command_line import PARKQA, REPOSITORY, SAMPLE_CORPUS, environment, run

QUESTION = "银川经开区2022年工作会议奖励了多少家企业"


@pytest.fixture(scope="module")
def transcript(sample_index: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A conversation out of a file: a question, its source, the whole article, a follow-up, what nothing answers."""
    state = tmp_path_factory.mktemp("state")
    lines = [QUESTION, "2", "11", "那2021年呢", "/new", "那2023年呢", "/quit", "不再问了"]
    process = run([*PARKQA, "chat", "--index", str(sample_index)], state, "\n".join(lines), TMPDIR=str(state), PARKQA_BOT__LANGUAGE="zh")
    assert (process.returncode, process.stderr) == (0, "")
    return process.stdout


def turns(transcript: str) -> list[tuple[str, str]]:
    """What was typed, and what came of it."""
    return [(typed, shown) for typed, shown in re.findall(r"^> (.*)\n((?:(?!> ).*\n)*)", transcript, re.MULTILINE)]


def test_what_was_typed_stands_before_what_came_of_it(transcript: str) -> None:
    assert transcript.startswith(f"{ZH.terminal.help}\n\n> {QUESTION}\n\n▎ ")
    assert [typed for typed, _ in turns(transcript)] == [QUESTION, "2", "11", "那2021年呢", "/new", "那2023年呢", "/quit"]
    assert transcript.endswith(f"> /quit\n{ZH.terminal.goodbye}\n")
    assert "\x1b" not in transcript


def test_every_quote_is_verbatim(transcript: str) -> None:
    texts = [article.text for source in list_sources(SAMPLE_CORPUS) for article in read_source(SAMPLE_CORPUS, source).articles]
    quotes = ["\n".join(re.findall("^▎ (.*)", block, re.MULTILINE)) for block in re.findall("(?:^▎ .*\n)+", transcript, re.MULTILINE)]
    assert len(quotes) >= 4
    assert [quote for quote in quotes if not any(quote in text for text in texts)] == []


def test_buttons_lead_to_the_source_and_its_file(transcript: str) -> None:
    answer, source, saved, *_ = (shown for _, shown in turns(transcript))
    assert f"\n[1] {ZH.button_context}  [2] {ZH.button_source}" in answer
    assert ZH.source_publisher.format(publisher="银川经开区") in source
    assert f"[11] {ZH.button_file}" in source
    path = re.search(ZH.terminal.saved.format(path="(.+)"), saved)
    assert path is not None
    assert "奖励了42家" in Path(path[1]).read_text(encoding="utf-8")


def test_a_follow_up_shows_what_was_carried_over(transcript: str) -> None:
    said = dict(turns(transcript))
    assert said["那2021年呢"].startswith(f"\n{ZH.asked_as.format(question='银川经开区2021年工作会议奖励了多少家企业')}\n")
    assert ZH.forgotten in said["/new"]
    assert "银川" not in said["那2023年呢"].split("[", maxsplit=1)[0].split(ZH.nearest, maxsplit=1)[0]


def test_bytes_that_are_no_text_end_nothing(sample_index: Path, tmp_path: Path) -> None:
    command = [*PARKQA, "chat", "--index", str(sample_index)]
    typed = "奖励了".encode("gbk") + b"\n\x1b[2J\n/help\n"
    process = subprocess.run(command, cwd=REPOSITORY, env=environment(tmp_path), input=typed, capture_output=True, timeout=60, check=False)
    assert (process.returncode, process.stderr) == (0, b"")
    assert process.stdout.decode().count(ZH.terminal.help) == 2
    assert b"\x1b" not in process.stdout


def test_ctrl_c_at_the_prompt_leaves_politely(sample_index: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PARKQA, "chat", "--index", str(sample_index)],
        cwd=REPOSITORY,
        env=environment(tmp_path, TERM="xterm"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=_take_terminal,  # noqa: PLW1509  (no threads here)
    ) as process:
        os.close(theirs)
        shown = _read_until(ours, "> ")
        os.write(ours, f"{QUESTION}\n".encode())
        shown += _read_until(ours, "\n> ")
        os.write(ours, b"\x03")
        shown += _read_until(ours, ZH.terminal.goodbye)
        assert process.wait(timeout=30) == 0
    os.close(ours)
    assert "\x1b[1m" in shown  # the answering sentence
    assert "Traceback" not in shown


def _take_terminal() -> None:
    """Make the standard input this process's terminal, so that Ctrl-C reaches it."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _read_until(terminal: int, awaited: str) -> str:
    """What a terminal shows, up to these words and whatever came along with them."""
    shown = b""
    while awaited not in shown.decode("utf-8", "replace"):
        shown += os.read(terminal, 65536)
    return shown.decode("utf-8", "replace")
