"""What counts as a promise broken when bots are killed and servers go away."""

from __future__ import annotations

import pytest

from benchmarks.people_asking import Outcome
from benchmarks.several_bots import BOT_KILLED, POSTGRESQL_KILLED, is_as_promised

WELL = Outcome(asked=100, lost=0, given_up=1, twice=0, out_of_order=0, told=3, refused=0, slowest=1.0, refused_after=0.0)


@pytest.mark.parametrize(
    ("kind", "found", "promised"),
    [
        (BOT_KILLED, WELL, True),
        (BOT_KILLED, WELL._replace(twice=2), True),
        (BOT_KILLED, WELL._replace(twice=3), False),
        (POSTGRESQL_KILLED, WELL, True),
        (POSTGRESQL_KILLED, WELL._replace(twice=1), False),
        (BOT_KILLED, WELL._replace(lost=1), False),
        (BOT_KILLED, WELL._replace(out_of_order=1), False),
    ],
)
def test_what_is_promised(kind: str, found: Outcome, promised: bool) -> None:
    assert is_as_promised(kind, 2, found) == promised
