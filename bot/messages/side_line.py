"""The line of one side of a comparison, or of one year of a series: 沐江经开区：, 2024年目标：, 2024年：没有报道."""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages.one_line import one_line
from bot.messages.period import told_time
from bot.texts.wording import Texts
from retrieval.answering.side import Side

NAME_LENGTH = 40


def side_line(side: Side, texts: Texts) -> str:
    """What goes before the quotes of a side, or instead of them."""
    name = " · ".join(_names(side, texts))
    if not side.quotes:
        return texts.comparing.missing.format(name=name)
    return (texts.comparing.differ if len(side.quotes) > 1 else texts.comparing.told).format(name=name)


def _names(side: Side, texts: Texts) -> Iterator[str]:
    if side.park:
        yield one_line(side.park, NAME_LENGTH)
    if side.time:
        yield told_time(side.time.first, side.time.last, texts, planned=side.planned)
