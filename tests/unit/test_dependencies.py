"""What the packages import is what pyproject.toml declares: an installed wheel brings all that it needs."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions, requires
from pathlib import Path

from tests.imports import imported

ROOT = Path(__file__).parents[2]
PACKAGES = ("corpus", "retrieval", "bot")
EXTRAS = ("milvus", "ocr", "postgresql")
"""That somebody who uses the program may choose."""
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
INSTALLED = packages_distributions()
"""By what can be imported, the distributions that it is in."""
BROUGHT = {"grpc": "pymilvus", "huggingface_hub": "transformers", "tqdm": "sentence-transformers"}
"""What is spoken to only because a library that is declared uses it, by that library: its bars, its log, its errors."""
FOR_DEVELOPERS = {"matplotlib"}
"""Who draws a curve without it is told so."""
FOUND_OTHERWISE = {"pypinyin"}
"""Its tables are read, and nothing of it is imported."""
MODULES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def names(requirements: Iterable[str]) -> set[str]:
    return {re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", each)[0]).lower() for each in requirements}


def foreign(imports: Iterable[str]) -> set[str]:
    """Of what is imported, the top of what is neither ours nor Python's."""
    return {name.partition(".")[0] for name in imports} - set(PACKAGES) - sys.stdlib_module_names


def undeclared(module: str, declared: set[str]) -> bool:
    """A name may belong to several distributions; one that is not installed here is taken for its own."""
    return not names(INSTALLED.get(module, [module])) & declared


def at_once(path: Path) -> set[str]:
    """What importing a module imports: not what stands in a function or is for the type checker alone."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    found = [node for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
    return {alias.name for node in found if isinstance(node, ast.Import) for alias in node.names} | {
        str(node.module) for node in found if isinstance(node, ast.ImportFrom)
    }


def test_every_import_is_declared() -> None:
    declared = names([*PROJECT["dependencies"], *(each for extra in EXTRAS for each in PROJECT["optional-dependencies"][extra])])
    found = {module for path in MODULES for module in foreign(imported(path))}
    assert {"numpy", "telegram", "yaml"} <= found
    assert {module for module in found if undeclared(module, declared)} == {*BROUGHT, *FOR_DEVELOPERS}
    assert set(BROUGHT.values()) <= declared
    for module, library in BROUGHT.items():
        assert names(INSTALLED[module]) & names(requires(library) or ()), module


def test_without_extras_every_module_can_be_imported() -> None:
    """Except those that are there for an extra."""
    declared = names(PROJECT["dependencies"])
    wanting = {path.relative_to(ROOT).as_posix() for path in MODULES for module in foreign(at_once(path)) if undeclared(module, declared)}
    assert wanting == set()


def test_every_dependency_is_imported() -> None:
    brought = {module for path in MODULES for module in foreign(imported(path))}
    assert names(PROJECT["dependencies"]) - names(each for module in brought for each in INSTALLED.get(module, ())) == FOUND_OTHERWISE
