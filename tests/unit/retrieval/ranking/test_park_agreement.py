"""Whether a passage is about the park that is asked for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.ranking.park_agreement import MENTIONED, OTHER_KIND, park_agreement
from retrieval.text.park_name import ParkName, park_name


def named(*parks: str) -> list[ParkName]:
    return [park_name(park) for park in parks]


@pytest.mark.parametrize(
    ("parks", "text", "agreement"),
    [
        (["云澜经开区"], "", 1.0),
        (["云澜市经开区", "朔川高新区"], "", 1.0),
        (["海州云澜经开区"], "", 1.0),
        (["云澜高新区"], "", OTHER_KIND),
        (["朔川高新区", "云澜高新区"], "", OTHER_KIND),
        (["朔川经开区"], "云澜来客参观", MENTIONED),
        ([], "云澜的企业", MENTIONED),
        (["朔川经开区"], "", 0.0),
        ([], "", 0.0),
    ],
)
def test_one_park(parks: Sequence[str], text: str, agreement: float) -> None:
    assert park_agreement(named("云澜经开区"), named(*parks), text) == agreement


def test_several_parks_count_alike() -> None:
    assert park_agreement(named("云澜经开区", "朔川高新区"), named("云澜经开区"), "") == 0.5
    assert park_agreement(named("云澜经开区", "朔川高新区"), named("云澜经开区", "朔川高新区"), "") == 1.0


def test_nothing_asked_for_agrees_with_nothing() -> None:
    assert park_agreement([], named("云澜经开区"), "云澜") == 0.0


NAMES = st.lists(st.text("云澜朔川经开高新区园", min_size=1, max_size=6), max_size=4)


@given(NAMES, NAMES, st.text("云澜朔川经开区", max_size=8))
def test_agreement_is_between_0_and_1(asked: list[str], parks: list[str], text: str) -> None:
    assert 0 <= park_agreement(named(*asked), named(*parks), text) <= 1
