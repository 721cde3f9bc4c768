"""Forms: tables whose rows are made of labels with their values, as in 项目名称 | 高性能纤维 | 建设单位 | 霁川新材."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from corpus.formats.cells import is_figure, is_label

_LEAST_SHARE = 0.6
_LONGEST_NAME = 8
_LEAST_WIDTH = 3
"""Columns; two are labels with their values unless they have a header, which the rows themselves tell."""


def form_rows(rows: Sequence[Sequence[str]]) -> list[list[str]] | None:
    """For each row its `label：value`; None where the rows are none of a form. A row that is no such pairs is kept as its cells."""
    if len(rows) < 2 or len(rows[0]) < _LEAST_WIDTH:
        return None
    paired = [_pairs(row) for row in rows]
    several = any(len(pairs) > 1 for pairs in paired if pairs)
    if not several or sum(map(bool, paired)) < _LEAST_SHARE * len(rows) or _has_two_halves(rows[0]):
        return None
    return [pairs or _alternating(row) or _distinct(row) for row, pairs in zip(rows, paired, strict=True)]


def _has_two_halves(header: Sequence[str]) -> bool:
    """Whether a row heads a table that is divided to stand side by side: 指标 | 2023年 | 指标 | 2023年."""
    cells = [cell for cell in header if cell]
    half = len(cells) // 2
    return half > 1 and cells[:half] == cells[half:]


def _pairs(row: Sequence[str]) -> list[str] | None:
    """The labels of a row with the values behind them; what stands before the first label heads them."""
    cells = _distinct(row)
    group = cells[: len(cells) % 2]
    labels, values = cells[len(group) :: 2], cells[len(group) + 1 :: 2]
    if 2 * sum(map(is_label, labels)) < max(1, len(labels)) or any(map(is_label, values)) or any(map(is_figure, labels)):
        return None
    return [*group, *(f"{label.rstrip('：:')}：{value}" for label, value in zip(labels, values, strict=True))]


def _alternating(row: Sequence[str]) -> list[str] | None:
    """The pairs of a row among such rows, whose labels need not be known ones: 主持人 | 刘恪 | 记录人 | 万宁宁."""
    cells = _distinct(row)
    labels, values = cells[::2], cells[1::2]
    named = all(len(label) <= _LONGEST_NAME and not is_figure(label) for label in labels) and not any(map(is_label, values))
    return (
        [f"{label.rstrip('：:')}：{value}" for label, value in zip(labels, values, strict=True)] if named and len(cells) % 2 == 0 else None
    )


def _distinct(row: Sequence[str]) -> list[str]:
    """The cells of a row without empty ones; one that is merged over columns counts once."""
    return [cell for cell, _ in groupby(row) if cell]
