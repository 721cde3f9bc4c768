"""Which module imports which, and whether that keeps to the floors: read from the source, so that nothing hides in a function."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence, Set
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

Imports = Mapping[str, Set[str]]
"""By module, the full names that it imports: of modules, or of what stands in them."""
Floors = Mapping[str, Sequence[str]]
"""By package, its rooms from the lowest floor upwards."""


def imported(path: Path) -> Iterator[str]:
    """What a file imports, at any depth of nesting and also for the type checker alone."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: import by the full name, not relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def module_name(path: Path, root: Path) -> str:
    """`bot/store/__init__.py` is bot.store."""
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def imports_of(root: Path, packages: Sequence[str]) -> Imports:
    """What each module of the packages imports."""
    paths = [path for package in packages for path in sorted((root / package).rglob("*.py"))]
    return {module_name(path, root): frozenset(imported(path)) for path in paths}


def homeless(imports: Imports, floors: Floors) -> list[str]:
    """Modules in no room of their package, and rooms that nothing is in."""
    rooms = {f"{package}.{room}" for package in floors for room in floors[package]}
    found = {".".join([package, inside.split(".")[0]]) for package in floors for module in imports if (inside := _inside(module, package))}
    return sorted(rooms ^ found)


def upward(imports: Imports, floors: Floors) -> list[str]:
    """Each import that goes up to a higher floor, as `from → to`."""
    return sorted(
        f"{module} → {name}"
        for package, rooms in floors.items()
        for module in imports
        for name in imports[module]
        if _inside(module, package) is not None and _floor(name, package, rooms) > _floor(module, package, rooms)
    )


def circle(imports: Imports) -> list[str]:
    """Modules that import each other in a ring; none where there is none."""
    graph = {module: {_module(name, imports) for name in names} - {None, module} for module, names in imports.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(map(str, error.args[1]))
    return []


def _module(name: str, imports: Imports) -> str | None:
    """The module of ours that is imported with a name."""
    return next((module for module in (name, name.rpartition(".")[0]) if module in imports), None)


def _inside(name: str, package: str) -> str | None:
    """A name as the package itself would say it: "" for the package, None for what is not in it; "" stands for the whole."""
    if name == package:
        return ""
    prefix = f"{package}." if package else ""
    return name.removeprefix(prefix) if name.startswith(prefix) else None


def _floor(name: str, package: str, rooms: Sequence[str]) -> int:
    """Counted from 0. The package itself, and what is not in it, lies below all its rooms."""
    room = (_inside(name, package) or "").split(".")[0]
    return rooms.index(room) if room in rooms else -1
