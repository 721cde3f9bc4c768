"""The figures that a record of benchmarks.speed comes to: medians, percentiles, stages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import Any

from benchmarks.speed.figures import percentiles, ratio

OURS = "parkqa"
COMPARED = "parkqa, without the reader"
"""What does of ours what the others do: its ratios to them are shown."""
WALL, PROCESSOR = "milliseconds", "processor milliseconds"


@dataclass(frozen=True)
class Recorded:
    """A record, as the page shows it."""

    record: dict[str, Any]

    @cached_property
    def sizes(self) -> list[int]:
        """Passages of each corpus."""
        return sorted(map(int, self.record["figures"]["sizes"]))

    @cached_property
    def ways(self) -> list[str]:
        """Each contestant in each of its modes."""
        return list(self.of(self.sizes[0])["asking"])

    @property
    def indexing(self) -> dict[str, dict[str, Any]]:
        by: dict[str, dict[str, Any]] = self.record["figures"]["indexing"]["by"]
        return by

    def of(self, size: int) -> dict[str, Any]:
        """What was measured at a size."""
        found: dict[str, Any] = self.record["figures"]["sizes"][str(size)]
        return found

    def rates(self, name: str) -> list[float]:
        """Passages indexed a second, by round."""
        return [self.record["figures"]["indexing"]["passages"] / seconds for seconds in self.indexing[name]["seconds"]]

    def indexing_ratio(self, name: str, what: str) -> float:
        """How many times as long as ours it takes."""
        return ratio(self.indexing[name][what], self.indexing[OURS][what])

    @property
    def embedding_share(self) -> float | None:
        """What share of ours is embedding alone: how near the whole comes to the bare encoder. None in records that do not tell."""
        ours = self.indexing[OURS]
        shares = [stages["embedding"] / seconds for stages, seconds in zip(ours.get("stages", ()), ours["seconds"], strict=False)]
        return median(shares) if shares else None

    def by_round(self, size: int, name: str, what: str = WALL) -> list[float]:
        """p50 of each round's questions."""
        return [median(each[what]) for each in self.of(size)["asking"][name]["rounds"]]

    def asking_ratio(self, size: int, name: str, what: str = WALL) -> float:
        """How many times as long as ours without the reader it takes."""
        return ratio(self.by_round(size, name, what), self.by_round(size, COMPARED, what))

    def percentiles(self, size: int, name: str, what: str = WALL) -> dict[str, float]:
        """Over all questions of all rounds."""
        return percentiles([each for one in self.of(size)["asking"][name]["rounds"] for each in one[what]])

    def together(self, size: int) -> dict[str, float]:
        """By way of ours, how many times as many questions are answered a second where two are asked at once."""
        return {name: median(found["together"]) for name, found in self.of(size)["asking"].items() if "together" in found}

    def question_stages(self, size: int) -> dict[str, float]:
        """Median milliseconds of each step of an answer of ours."""
        questions = next(found["stages"] for found in self.of(size)["asking"].values() if "stages" in found)
        return {step: 1000 * median(each[step] for each in questions) for step in questions[0]}
