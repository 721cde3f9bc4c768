"""`parkqa bot` as it would be if it handled one update after the other: what benchmarks.load compares with."""

from __future__ import annotations

from functools import partial

import bot.transport.intake
from bot.cli import main
from bot.transport.ordering import Lanes

if __name__ == "__main__":
    bot.transport.intake.lane_of = lambda update: "the only lane"
    bot.transport.intake.Lanes = partial(Lanes, capacity=1_000_000)  # type: ignore[misc, assignment]
    main()
