"""Files made to be slow: whatever is repeated in one, the time to read it grows as the file does."""

from __future__ import annotations

import io
import time
from contextlib import suppress

import pytest

from corpus.errors import UnreadableFile
from corpus.reading.article_file import read_article

SIZE = 160_000
SECONDS = 10
"""Of processor time; none of these takes one, and each that grew with the square of its size took more than thirty."""
PROSE = "银川经开区2022年召开工作会议，表彰了30家优秀企业，并奖励1313万元。园区的发展有了新的成绩，产业项目建设加快。\n"
REPEATED = {
    ".md": ("__a ", "**a ", "\n\n", "[a](", "![[", "```\n", "# ", "- ", "<a ", "<!-- ", "|a|b|\n", "---\na: 1\n", "`"),
    ".html": ("<?xml ", "<meta ", "<!-- saved from url=(", "<div>", "<h1>沐", "<table><tr><td>", "<script>开发区", "<a>下一页", "&amp;&#x"),
    ".txt": (
        *("开发区", "高新区开发区", "相关阅读\n本网", "本网", "来源：", "记者", "原标题：", "编辑 ", "。打印", "工 业 ", "\n", "\r", " "),
        *("2022年1月", "民国", "（园区", "《", "“", "Aa Zone ", "Economic ", "aGVsbG8", "endstream ", "首页 > ", "https://", "获悉"),
        f"开{' ' * 590}区\n",
        f"。{' ' * 590}区\n",
    ),
}


@pytest.mark.parametrize(("suffix", "piece"), [(suffix, piece) for suffix, pieces in REPEATED.items() for piece in pieces])
def test_no_repetition_freezes_a_reindex(suffix: str, piece: str) -> None:
    hostile = (piece * (SIZE // len(piece.encode()) + 1)).encode()[:SIZE].decode(errors="ignore")
    started = time.process_time()
    with suppress(UnreadableFile):
        read_article(io.BytesIO(f"{PROSE}{hostile}\n{PROSE}".encode()), f"a{suffix}", suffix, 10 * SIZE)
    assert time.process_time() - started < SECONDS
