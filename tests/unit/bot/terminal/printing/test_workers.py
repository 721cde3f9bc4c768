from __future__ import annotations

import io

import pytest
from rich.console import Console

from bot.settings.language import Language
from bot.terminal.printing.workers import print_workers
from bot.texts import TEXTS
from retrieval.workers.workers import WorkerReport

OTHER = "Worker gpu2:9300 embeds with bundled:a:1, this index with bundled:b:2: give both the same embedding.model."
REPORTS = (WorkerReport("gpu1:9300", 1280, None), WorkerReport("gpu2:9300", 0, OTHER))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Worker gpu1:9300 embedded 1280 passages.", OTHER]),
        (
            "zh",
            [
                "工作进程 gpu1:9300 计算了 1280 个段落的向量。",
                "工作进程 gpu2:9300 用的模型是 bundled:a:1，这个索引的是 bundled:b:2：请给两边同一个 embedding.model。",
            ],
        ),
    ],
)
def test_a_line_for_each_and_nothing_without_any(language: Language, said: list[str]) -> None:
    written = io.StringIO()
    print_workers(Console(file=written, width=40), REPORTS, TEXTS[language], language)
    assert written.getvalue().splitlines() == said
    print_workers(Console(file=written), (), TEXTS[language], language)
    assert written.getvalue().splitlines() == said
