"""The line of one side of a comparison, or of one year of a series: 沐江经开区：, 2024年目标：, 2024年：没有找到."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.messages.one_line import one_line
from bot.messages.period import told_time
from bot.texts.wording import Texts
from retrieval.answering.side import Side
from retrieval.ranking.scope import Scope

NAME_LENGTH = 40


def side_line(side: Side, texts: Texts, *, of_scope: bool = False) -> str:
    """What goes before the quotes of a side, or instead of them; with `of_scope` it says of which time these are."""
    name = " · ".join(_names(side, texts, of_scope=of_scope))
    if not side.quotes:
        return texts.comparing.missing.format(name=name)
    return (texts.comparing.differ if len(side.quotes) > 1 else texts.comparing.told).format(name=name)


def scopes_differ(sides: Sequence[Side]) -> bool:
    """Whether sides that no time sets apart are told of different times, or one of them as what is planned."""
    told = {(scope.first, scope.last, scope.planned) for side in sides if not side.time and (scope := _scope(side)).first}
    return len(told) > 1 or any(planned for _, _, planned in told)


def _names(side: Side, texts: Texts, *, of_scope: bool) -> Iterator[str]:
    if side.thing:
        yield one_line(side.thing, NAME_LENGTH).rstrip("?？")
    if side.park:
        yield one_line(side.park, NAME_LENGTH)
    scope = _scope(side)
    if side.time:
        yield told_time(side.time.first, side.time.last, texts, planned=side.planned)
    elif of_scope and scope.first and scope.last:
        yield told_time(scope.first, scope.last, texts, planned=side.planned)


def _scope(side: Side) -> Scope:
    """Of what its first quote is."""
    return side.quotes[0].scope if side.quotes else Scope()
