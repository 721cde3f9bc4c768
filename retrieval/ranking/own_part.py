"""What a sentence says of the one that is asked for among several of its kind that it tells of: of 一期5亿元、二期6亿元 the second.

A figure is of what its clause names; a clause that names none of them goes on with the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpus.language.lazy_pattern import lazy_pattern

_CLAUSE_END = lazy_pattern(r"[，；。：:;、（(]|,(?!\d{3})")
_ITEM_END = lazy_pattern(r"[；;]")
_OF_WHOLE = lazy_pattern(r"[^，。：:,]*?总(?:投资|规模|面积|产能|额)[^，。：:,]*[，,]?")
"""What is told of all before the first is named: 总投资20亿元，其中一期8亿元；二期6条线."""
_JOINED = lazy_pattern(r"[^，；。：:,;、（(\d]*(?:、[^，；。：:,;、（(\d]{0,4})?")
"""What stands between two of which the same is told: 一期和二期, 一期、二期."""
_BESIDE = lazy_pattern(r"(?:[比较离距]|除了?|[除之]外|不含|超过|高于|低于|优于|相比|供应|供给|配套)[^，；。,;]{0,3}$")
"""What makes of the next one only a measure or a neighbour: 比一期多两条线."""


class Named(NamedTuple):
    """One of the kind, where a sentence names it."""

    start: int
    end: int
    asked: bool


def own_part(sentence: str, named: Sequence[Named]) -> str:
    """The part; the whole sentence where it names none that is asked for, or no other."""
    told = [each for each in sorted(named) if each.asked or not _BESIDE.search(sentence, max(0, each.start - 6), each.start)]
    groups = _joined(sentence, told)
    if all(group.asked for group in groups) or not any(group.asked for group in groups):
        return sentence
    begins = [_begin(sentence, group, before) for group, before in zip(groups, [0, *(group.end for group in groups)], strict=False)]
    ends = [*begins[1:], len(sentence)]
    own = [sentence[begin:end] for group, begin, end in zip(groups, begins, ends, strict=True) if group.asked]
    head = sentence[: begins[0]]
    return "".join([head if groups[0].asked else _OF_WHOLE.sub("", _ITEM_END.split(head)[-1]), *own])


def _joined(sentence: str, named: Sequence[Named]) -> list[Named]:
    """With those together of which the same is told."""
    groups: list[Named] = []
    for each in named:
        last = groups[-1] if groups else None
        if last and (each.start < last.end or _JOINED.fullmatch(sentence, last.end, each.start)):
            groups[-1] = Named(last.start, max(last.end, each.end), last.asked or each.asked)
        else:
            groups.append(each)
    return groups


def _begin(sentence: str, group: Named, before: int) -> int:
    """Where what is said of it begins: with its clause, or with its name where another one stands before that in the clause."""
    clause = max((match.end() for match in _CLAUSE_END.finditer(sentence, 0, group.start)), default=0)
    return clause if clause >= before else group.start
