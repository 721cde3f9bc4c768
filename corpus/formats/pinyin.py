"""Pinyin between the characters (技術(shù)開發(fā)區(qū)): what machines make of a page that they turned into traditional Chinese."""

from __future__ import annotations

import re

_READING = re.compile(r"[\u4e00-\u9fff][(（?？][a-z]{0,3}[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ][a-zāáǎàōóǒò]{0,4}[)）]")
"""With the mark of its tone: 面积(km) is a unit."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_FEWEST = 4
_SHARE = 0.02


def is_annotated(text: str) -> bool:
    """Whether readings stand all through a text, rather than behind a rare character or two."""
    readings = len(_READING.findall(text))
    return readings >= _FEWEST and readings >= _SHARE * len(_HAN.findall(text))
