"""Lines that become one: where a blank belongs between them, and where a hyphen goes."""

import pytest

from corpus.formats.joining import joined


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["奖励了48家企", "业。"], "奖励了48家企业。"),
        (["完成投资83.", "6亿元"], "完成投资83.6亿元"),
        (["同比增长5.8", "%，居全市第一"], "同比增长5.8%，居全市第一"),
        (["实行“周调度", "”机制"], "实行“周调度”机制"),
        (["建成 AI", "算力平台"], "建成 AI算力平台"),
        (["a battery plant", "in the zone"], "a battery plant in the zone"),
        (["a fixed-asset invest-", "ment of 9.6 billion"], "a fixed-asset investment of 9.6 billion"),
        (["he said", "“it will open in May”"], "he said “it will open in May”"),
        (["", "园区", ""], "园区"),
        ([], ""),
    ],
)
def test_seams(lines: list[str], text: str) -> None:
    assert joined(lines) == text
