"""Offices that questions in English ask the holders of."""

from __future__ import annotations

import pytest

from retrieval.ranking.english_offices import office_in_english
from retrieval.ranking.office import AskedOffice


@pytest.mark.parametrize(
    ("plain", "office"),
    [
        ("who is director of the investment promotion bureau", AskedOffice("局长", False, ("招商局", "投资促进局"))),
        ("who heads the commerce bureau", AskedOffice("局长", False, ("商务局",))),
        ("management committee deputy director", AskedOffice("主任", True, ("管委会",))),
        ("who is the executive deputy director of the management committee", AskedOffice("主任", True, ("管委会",))),
        ("who directs qingping etdz's management committee", AskedOffice("主任", False, ("管委会",))),
        ("who took over at the commerce bureau", AskedOffice("局长", False, ("商务局",))),
        ("director of the qingping bonded zone committee", AskedOffice("主任", False, ("管委会",))),
        ("who runs qingping etdz", AskedOffice("head")),
        ("director of the talent office", AskedOffice("主任", False, ("人才办",))),
        ("party secretary of qingping", AskedOffice("书记")),
        ("party working committee secretary of qingping", AskedOffice("书记", False, ("党工委", "党委"))),
        ("secretary of the party committee", AskedOffice("书记", False, ("党工委", "党委"))),
        ("secretary of the discipline commission", AskedOffice("书记", False, ("纪工委", "纪委"))),
        ("discipline inspection secretary of qingping", AskedOffice("书记", False, ("纪工委", "纪委"))),
        ("who is the party boss", AskedOffice("书记")),
        ("who is the boss of xihe", AskedOffice("老板")),
        ("who is the boss of the commerce bureau", AskedOffice("局长", False, ("商务局",))),
        ("director of the investment promotion division", AskedOffice("处长", False, ("招商处",))),
        ("who chairs xihe", AskedOffice("chair")),
        ("who is the managing director of xihe", AskedOffice("总经理")),
        ("executive vice president of xihe", AskedOffice("president", True)),
        ("chair of the trade union federation", AskedOffice("工会主席")),
        ("head of the customs office", None),
        ("who chairs the meeting", None),
        ("who is the deputy general manager of xihe", AskedOffice("总经理", True, ())),
        ("cfo of xihe", AskedOffice("财务总监", False, ())),
        ("who is the director of the arbitration institute", None),
        ("who is the general contractor", None),
        ("who won the tender", None),
    ],
)
def test_offices(plain: str, office: AskedOffice | None) -> None:
    assert office_in_english(plain) == office
