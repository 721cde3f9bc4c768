"""Offices that questions in English ask the holders of."""

from __future__ import annotations

import pytest

from retrieval.ranking.english_offices import office_in_english
from retrieval.ranking.office import AskedOffice


@pytest.mark.parametrize(
    ("plain", "office"),
    [
        ("who is director of the investment promotion bureau", AskedOffice("head", False, ("招商局", "投资促进局"))),
        ("who heads the commerce bureau", AskedOffice("head", False, ("商务局",))),
        ("management committee deputy director", AskedOffice("head", True, ("管委会",))),
        ("who is the executive deputy director of the management committee", AskedOffice("head", True, ("管委会",))),
        ("party secretary of qingping", AskedOffice("书记", False, ())),
        ("who is the deputy general manager of xihe", AskedOffice("总经理", True, ())),
        ("cfo of xihe", AskedOffice("财务总监", False, ())),
        ("who is the director of the arbitration institute", None),
        ("who is the general contractor", None),
        ("who won the tender", None),
    ],
)
def test_offices(plain: str, office: AskedOffice | None) -> None:
    assert office_in_english(plain) == office
