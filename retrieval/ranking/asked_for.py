"""The words beside a question's asking word: what is asked of the thing that the rest of the question names.

In 沐江高新区新增企业多少家 these are 新增企业, in 临樾中试车间的租金是多少 it is 租金.
"""

from __future__ import annotations

import re

from corpus.language.asking_words import in_standard_words

_ASKING = re.compile(
    r"什么时[候间]|什么地[方点]|什么|为什么|为何|何时|何处|多少钱?|怎么样|怎样|怎么|如何|哪一?[年天位家个里儿些几次项座条]|哪|谁|几|"
    r"多[大高长久远快重宽深]|占比|是$"
)
_NEAR = 6
"""Characters to either side of the asking word."""
_MEASURE = "[个家名项件条座户位台套辆场次所处种部只支份笔]"
_COUNTED = re.compile(rf"(?:多少|几){_MEASURE}?([一-鿿]{{2}})")


def words_beside_asking(plain: str) -> str:
    """The text near the asking word of a simplified question, no further than the phrase that it stands in; its end where it has none."""
    standard = in_standard_words(plain).rstrip("?？。！! ")
    match = _ASKING.search(standard)
    start, end = match.span() if match else (len(standard), len(standard))
    before = re.split(r"[，,。；;的]", standard[:start])[-1][-_NEAR:]
    after = re.split(r"[，,。；;?？]", standard[end:])[0][:_NEAR]
    return f"{before} {after}"


def asked_at(question: str) -> int:
    """Where a question's asking word begins; its end where it has none."""
    match = _ASKING.search(question)
    return match.start() if match else len(question)


def counted_thing(plain: str) -> re.Pattern[str] | None:
    """What a count of the thing looks like that 多少 or 几 asks for: 多少家企业 → 44家优秀企业; None where nothing is counted."""
    match = _COUNTED.search(plain)
    if match is None:
        return None
    thing = re.escape(match[1])
    return re.compile(
        rf"\d[\d,.]*[余多]?[万亿]?[余多]?[一-鿿]{{0,3}}{thing}|[一二三四五六七八九十百千两]+[余多]?{_MEASURE}[一-鿿]{{0,2}}{thing}"
    )
