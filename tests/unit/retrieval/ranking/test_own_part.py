"""What a sentence says of one among several of its kind."""

from __future__ import annotations

import re

import pytest

from retrieval.ranking.own_part import Named, own_part


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("甲线投资5亿元，乙线投资6亿元。", "乙线投资6亿元。"),
        ("投资5亿元的甲线、6亿元的乙线均已开工。", "6亿元的乙线均已开工。"),
        ("乙线投资6亿元，下月投产；甲线投资5亿元。", "乙线投资6亿元，下月投产；"),
        ("乙线投资6亿元，比甲线多1亿元。", "乙线投资6亿元，比甲线多1亿元。"),
        ("甲线、乙线均投资6亿元。", "甲线、乙线均投资6亿元。"),
        ("项目分两条线，甲线5亿元，乙线6亿元。", "项目分两条线，乙线6亿元。"),
        ("项目投资11亿元；甲线5亿元，乙线6亿元。", "乙线6亿元。"),
        ("项目总投资11亿元，甲线5亿元，乙线待定。", "乙线待定。"),
        ("甲线投资5亿元。", "甲线投资5亿元。"),
        ("总投资11亿元。", "总投资11亿元。"),
    ],
)
def test_the_part_of_one(sentence: str, own: str) -> None:
    named = [Named(*match.span(), asked=match[0] == "乙线") for match in re.finditer("[甲乙]线", sentence)]

    assert own_part(sentence, named) == own
