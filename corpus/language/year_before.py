"""2023年比2022年增长: the growth of 2023, which one report tells, and tells without the year before."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.rewriting import Edit
from corpus.language.span import Span

_YEAR = "(?:19|20)[0-9]{2}"
_GROWTH = "(?:同比)?(?:增长|下降|减少|增加|提高|上升|回落|[增降涨跌])了?(?:多少|几(?!个?[家户项人])|百分之)|增速|增幅|增长率|降幅"
_BESIDE = lazy_pattern(
    rf"(?P<year>{_YEAR})年?(?P<between>[^,，。;；?？比较0-9]{{0,16}}?)(?P<beside>(?:相?比较?|较|与|和|跟)(?P<before>{_YEAR})年?(?:同期)?(?:相比)?)"
    rf"(?=[^,，。;；?？0-9]{{0,16}}?(?:{_GROWTH}))"
)


def without_year_before(text: str) -> Iterator[Edit]:
    """The edit that leaves out the year before another, where growth to that other is asked for; the text is half width and simplified."""
    for match in _BESIDE.finditer(text):
        compares = match["beside"][0] in "相比较" or match["beside"].endswith("相比")
        if compares and int(match["year"]) == int(match["before"]) + 1:
            yield Edit(Span(*match.span("beside")), "")
