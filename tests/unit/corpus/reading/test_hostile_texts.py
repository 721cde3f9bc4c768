"""Files made to be slow: whatever is repeated in one, the time to read it grows as the file does."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest

from corpus.errors import UnreadableFile
from corpus.reading.article_file import read_article
from tests.processor_time import processor_seconds

SIZES = (20_000, 80_000)
"""Bytes."""
SECONDS = 5
"""Of processor time; none of these takes one, and each that grew with the square of its size took more than seven."""
TRIES = 5
"""A machine that is busy in one of them is not in all."""
NOISE = 0.1
"""Seconds of processor time that a busy machine may add to what takes none."""
PROSE = "银川经开区2022年召开工作会议，表彰了30家优秀企业，并奖励1313万元。园区的发展有了新的成绩，产业项目建设加快。\n"
REPEATED = {
    ".md": ("__a ", "**a ", "\n\n", "[a](", "![[", "```\n", "# ", "- ", "<a ", "<!-- ", "|a|b|\n", "---\na: 1\n", "`"),
    ".html": ("<?xml ", "<meta ", "<!-- saved from url=(", "<div>", "<h1>沐", "<table><tr><td>", "<script>开发区", "<a>下一页", "&amp;&#x"),
    ".txt": (
        *("开发区", "高新区开发区", "相关阅读\n本网", "本网", "来源：", "记者", "原标题：", "编辑 ", "。打印", "工 业 ", "\n", "\r", " "),
        *("a | b\n", "| a\n", "-", "|"),
        *("2022年1月", "民国", "（园区", "《", "“", "Aa Zone ", "Economic ", "aGVsbG8", "endstream ", "首页 > ", "https://", "获悉"),
        f"开{' ' * 590}区\n",
        f"。{' ' * 590}区\n",
    ),
}


@pytest.mark.parametrize(("suffix", "piece"), [(suffix, piece) for suffix, pieces in REPEATED.items() for piece in pieces])
def test_no_repetition_freezes_a_reindex(suffix: str, piece: str) -> None:
    assert any(grows_as_the_file_does(piece, suffix) for _ in range(TRIES))


def grows_as_the_file_does(piece: str, suffix: str) -> bool:
    """Four times the bytes would cost sixteen times the time, were it to grow with the square."""
    small, large = (seconds_to_read(piece, size, suffix) for size in SIZES)
    return large < min(SECONDS, 8 * small + NOISE)


def seconds_to_read(piece: str, size: int, suffix: str) -> float:
    """Of processor time, for prose with so many bytes of a piece in the middle."""
    hostile = (piece * (size // len(piece.encode()) + 1)).encode()[:size].decode(errors="ignore")
    file = io.BytesIO(f"{PROSE}{hostile}\n{PROSE}".encode())

    def read() -> None:
        with suppress(UnreadableFile):
            read_article(file, f"a{suffix}", suffix, 10 * size)

    return processor_seconds(read)


@pytest.mark.parametrize("between", [" ", "/", "=1\n", "='1'\t"])
def test_no_tag_of_many_attributes_freezes_a_reindex(between: str) -> None:
    tag = f"<p {between.join(f'a{number}' for number in range(20_000))}>"
    page = f"<p>{PROSE}</p>{tag}会后开工九个项目，总投资22亿元。</p>".encode()
    texts: list[str] = []

    def read() -> None:
        texts.append(read_article(io.BytesIO(page), "a.html", ".html", 10**6).articles[0].text)

    assert any(processor_seconds(read) < 0.5 for _ in range(TRIES))
    assert "1313万元" in texts[0]
    assert "22亿元" in texts[0]
