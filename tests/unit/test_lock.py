"""requirements.lock: the versions of constraints.txt, with the hashes of their files, for all that runs."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^([\w.-]+)==(\S+)((?: \\\n +--hash=sha256:[0-9a-f]{64})*)", re.MULTILINE)
ELSEWHERE = {"torch"}
"""From an index of its own."""


def pins(name: str) -> dict[str, tuple[str, str]]:
    """Version and hashes by name."""
    found = PIN.findall((ROOT / name).read_text(encoding="utf-8"))
    return {plain(package): (version, hashes) for package, version, hashes in found}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_each_package_is_pinned_as_it_was_tested_and_has_hashes() -> None:
    tested, locked = pins("constraints.txt"), pins("requirements.lock")
    assert {name: version for name, (version, _) in locked.items()} == {name: tested[name][0] for name in locked}
    assert all(hashes for _, hashes in locked.values())


def test_all_that_runs_is_in_it() -> None:
    """If not: make lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (each for name, needed in project["optional-dependencies"].items() if name != "dev" for each in needed)
    runs = {plain(re.split(r"[\[<>=!~; ]", each)[0]) for each in (*project["dependencies"], *extras)}
    assert runs - ELSEWHERE <= pins("requirements.lock").keys()


def test_the_image_is_made_of_nothing_else() -> None:
    installing = re.findall(r"pip (?:install|download|wheel) .*", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
    assert [("--require-hashes" in line, "--no-index" in line, " torch" in line) for line in installing] == [
        (True, False, False),
        (True, False, False),
        (False, False, True),
        (False, True, False),
    ]
