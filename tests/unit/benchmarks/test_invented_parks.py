"""The invented parks are what their page says: every answer stands on its page, and every question without one belongs to none."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "benchmarks/invented_parks"
SETS = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())
TRAPS = {
    *("none", "other-year", "year-of-publication", "half-for-whole", "target-not-result", "other-park", "other-office", "other-company"),
    *("other-phase", "other-respect", "other-unit-or-measure", "cumulative", "comparison", "no-such-thing", "off-topic"),
}


def questions(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (FOLDER / name / "questions.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", SETS)
def test_answers_stand_on_the_page_that_is_named_for_them(name: str) -> None:
    pages = {page.name: re.sub(r"\s", "", page.read_text(encoding="utf-8")) for page in (FOLDER / name / "articles").iterdir()}
    for asked in questions(name):
        page = pages[str(asked["file"])] if asked["file"] else ""
        assert bool(asked["answers"]) == bool(page), asked
        assert [answer for answer in asked["answers"] if re.sub(r"\s", "", answer) not in page] == [], asked


@pytest.mark.parametrize("name", SETS)
def test_every_question_is_asked_once_and_names_a_trap_that_there_is(name: str) -> None:
    asked = questions(name)
    assert len({each["question"] for each in asked}) == len({each["id"] for each in asked}) == len(asked)
    assert {each["trap"] for each in asked} <= TRAPS


def test_the_page_about_them_counts_them_right() -> None:
    told = re.findall(r"\| `(\w+)` \|.*\| (\d+) \| (\d+), (\d+) \|", (FOLDER / "README.md").read_text(encoding="utf-8"))
    counted = [(name, str(len(list((FOLDER / name / "articles").iterdir()))), questions(name)) for name in SETS]
    assert sorted(told) == [
        (name, pages, str(len(asked)), str(sum(not each["answers"] for each in asked))) for name, pages, asked in counted
    ]
