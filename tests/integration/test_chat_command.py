"""`parkqa chat` as a process over the sample corpus: through a pipe, and at a terminal."""

from __future__ import annotations

import io
import os
import pty
import re
import select
import subprocess
from collections.abc import Iterator
from datetime import UTC
from functools import partial
from pathlib import Path

import pytest
from rich.console import Console

from bot.conversation.services import Services
from bot.monitoring.index_facts import facts_of
from bot.settings.loading import load_settings
from bot.store.store import open_store
from bot.terminal.chat.conversation import run_chat
from bot.terminal.chat.typed_lines import played
from bot.texts.zh import ZH
from corpus.reading.folder import list_sources, read_source
from retrieval.factory import open_answerer, open_indexer
from tests.integration.command_line import PARKQA, REPOSITORY, SAMPLE_CORPUS, environment, run

QUESTION = "银川经开区2022年工作会议奖励了多少家企业"


@pytest.fixture(scope="module")
def transcript(sample_index: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A conversation out of a file: a question, its source, a follow-up, what nothing answers."""
    state = tmp_path_factory.mktemp("state")
    lines = [QUESTION, "2", "全文", "还有吗", "那2021年呢", "/new", "那2023年呢", "/quit", "不再问了"]
    process = run([*PARKQA, "chat", "--index", str(sample_index)], state, "\n".join(lines), PARKQA_BOT__LANGUAGE="zh")
    assert (process.returncode, process.stderr) == (0, "")
    return process.stdout


def turns(transcript: str) -> list[tuple[str, str]]:
    """What was typed, and what came of it."""
    return [(typed, shown) for typed, shown in re.findall(r"^> (.*)\n((?:(?!> ).*\n)*)", transcript, re.MULTILINE)]


def test_what_was_typed_stands_before_what_came_of_it(transcript: str) -> None:
    assert transcript.startswith(f"{ZH.terminal.help}\n\n> {QUESTION}\n\n▎ ")
    assert [typed for typed, _ in turns(transcript)] == [QUESTION, "2", "全文", "还有吗", "那2021年呢", "/new", "那2023年呢", "/quit"]
    assert transcript.endswith(f"> /quit\n{ZH.terminal.goodbye}\n")
    assert "\x1b" not in transcript


def test_every_quote_is_verbatim(transcript: str) -> None:
    texts = [article.text for source in list_sources(SAMPLE_CORPUS) for article in read_source(SAMPLE_CORPUS, source).articles]
    quotes = ["\n".join(re.findall("^▎ (.*)", block, re.MULTILINE)) for block in re.findall("(?:^▎ .*\n)+", transcript, re.MULTILINE)]
    assert len(quotes) >= 4
    assert [quote for quote in quotes if not any(quote in text for text in texts)] == []


def test_a_button_leads_to_the_source(transcript: str) -> None:
    answer, source, *_ = (shown for _, shown in turns(transcript))
    assert f"\n[1] {ZH.button_context}  [2] {ZH.button_source}" in answer
    assert ZH.source_publisher.format(publisher="银川经开区") in source
    assert ZH.button_file in source


def test_a_follow_up_shows_what_was_carried_over(transcript: str) -> None:
    shown = dict(turns(transcript))
    assert shown["那2021年呢"].startswith(f"\n{ZH.asked_as.format(question='银川经开区2021年工作会议奖励了多少家企业')}\n")
    assert ZH.forgotten in shown["/new"]
    assert "银川" not in shown["那2023年呢"].split("[", maxsplit=1)[0].split(ZH.nearest, maxsplit=1)[0]


def test_what_is_followed_is_told_between_two_lines(tmp_path: Path) -> None:
    settings = load_settings(REPOSITORY / "config.yaml", corpus=tmp_path / "articles", index=tmp_path / "index")
    (tmp_path / "articles").mkdir()

    def bring(name: str, text: str) -> None:
        (tmp_path / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
        open_indexer(settings).reindex(lambda stage, done, total: None)

    def lines() -> Iterator[str]:
        bring("old", "西岭科创园引才\n来源：西岭园区    发布时间：2024-05-06\n\n西岭科创园现有博士58名。\n")
        yield from ("/following", "1", "/follow 西岭科创园")
        bring("new", "西岭科创园建成充电站\n来源：西岭园区    发布时间：2024-06-01\n\n西岭科创园充电站6月1日建成，共有充电桩40个。\n")
        yield from ("/help", "3", "/help")

    console = Console(file=io.StringIO(), highlight=False)
    services = Services(open_answerer(settings), open_store(None), 3, partial(facts_of, settings), notifies=True)
    run_chat(services, "zh", UTC, console, played(lines(), console))
    assert isinstance(console.file, io.StringIO)
    listed, awake, followed, told, source, later, _ = (shown for _, shown in turns(console.file.getvalue()))
    assert listed.lstrip().startswith(ZH.following.list_empty)
    assert ZH.following.list_never_quiet in awake
    assert ZH.following.never_quiet in followed
    news = f"{ZH.following.one_report.format(subjects='“西岭科创园”')}\n\n▎ 西岭科创园充电站6月1日建成，共有充电桩40个。\n"
    assert news in told
    assert f"[2] {ZH.button_context}  [3] {ZH.button_source}\n[4] {ZH.following.button_stop}\n" in told
    assert ZH.source_title.format(title="西岭科创园建成充电站") in source
    assert "充电桩" not in later


def test_without_an_index_it_says_how_to_make_one(tmp_path: Path) -> None:
    process = run([*PARKQA, "chat", "--index", str(tmp_path / "none")], tmp_path, "", PARKQA_BOT__LANGUAGE="en")
    assert (process.returncode, process.stdout) == (1, "")
    assert "parkqa reindex" in process.stderr


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
        shown += _read_until(ours, ZH.terminal.goodbye, pressing=b"\x03")
        assert process.wait(timeout=30) == 0
    os.close(ours)
    assert "\x1b[1m" in shown  # the answering sentence
    assert "Traceback" not in shown


def _take_terminal() -> None:
    """Make the standard input this process's terminal, so that Ctrl-C reaches it, and heed it, though tests in the background do not."""
    import fcntl
    import signal
    import termios

    signal.signal(signal.SIGINT, signal.default_int_handler)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _read_until(terminal: int, awaited: str, pressing: bytes = b"") -> str:
    """What a terminal shows, up to these words and whatever came along with them.

    A key is pressed again while nothing comes of it: a signal between a prompt and the wait for a line is only seen at the next key.
    """
    shown, waits = b"", 12 if pressing else 1
    os.write(terminal, pressing)
    while awaited not in shown.decode("utf-8", "replace"):
        if select.select([terminal], [], [], 5 if pressing else 60)[0]:
            shown += os.read(terminal, 65536)
        elif waits := waits - 1:
            os.write(terminal, pressing)
        else:
            raise TimeoutError(shown.decode("utf-8", "replace"))
    return shown.decode("utf-8", "replace")
