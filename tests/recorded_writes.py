"""What a process changes on disk, step by step as the kernel was asked for it, and what of that is there after the power failed.

A power failure keeps what was synced; of the rest any part, in any order. `strace` records the steps, of libraries in other languages too.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path, PurePosixPath
from random import Random

from tests.children import traced

CALLS = (
    *("openat", "open", "creat", "write", "pwrite64", "writev", "ftruncate", "lseek", "copy_file_range", "sendfile"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "link", "linkat", "fsync", "fdatasync"),
)
_CALL = re.compile(r"(?P<at>[\d.]+) (?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>\d+)\b.*<(?P<took>[\d.]+)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OPENED = re.compile(r"(\d+|AT_FDCWD)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True, slots=True)
class Named:
    """A name appears, for a file (by its number) or a folder (None)."""

    path: str
    file: int | None


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name is replaced by another one."""

    path: str
    new: str


@dataclass(frozen=True, slots=True)
class Linked:
    """A file gets another name beside the one that it has."""

    path: str
    new: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A name goes."""

    path: str


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes of a file."""

    file: int
    start: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file gets another length."""

    file: int
    length: int


@dataclass(frozen=True, slots=True)
class Synced:
    """What was written to a file, or what names a folder holds, is on disk."""

    what: int | str


Step = Named | Renamed | Linked | Removed | Written | Cut | Synced


@dataclass
class Disk:
    """Folders and files below one folder."""

    names: dict[str, int | None] = field(default_factory=dict)
    files: dict[int, bytearray] = field(default_factory=lambda: defaultdict(bytearray))

    @classmethod
    def of(cls, folder: Path) -> Disk:
        """What is there."""
        disk, numbers = cls({str(folder): None}), count()
        for path in sorted(folder.rglob("*")):
            disk.names[str(path)] = number = None if path.is_dir() else next(numbers)
            if number is not None:
                disk.files[number] = bytearray(path.read_bytes())
        return disk

    def copy(self) -> Disk:
        files = defaultdict(bytearray, {number: bytearray(content) for number, content in self.files.items()})
        return Disk(dict(self.names), files)

    def put(self, folder: Path) -> None:
        """Make the folder what this is."""
        shutil.rmtree(folder)
        for name in sorted(self.names, key=len):
            path, number = Path(name), self.names[name]
            if not path.parent.is_dir():  # its folder has no name, so nobody can find it
                continue
            if number is None:
                path.mkdir()
            else:
                path.write_bytes(self.files[number])

    def carry_out(self, step: Step) -> None:
        match step:
            case Named(path, file):
                self.names[path] = file
            case Renamed(path, new):
                moved = {name: new + name.removeprefix(path) for name in self.names if name == path or name.startswith(f"{path}/")}
                self.names |= {moved[name]: self.names.pop(name) for name in moved}
            case Linked(path, new) if path in self.names:
                self.names[new] = self.names[path]
            case Removed(path):
                self.names.pop(path, None)
            case Written(file, start, content):
                self.files[file].extend(bytes(max(0, start - len(self.files[file]))))
                self.files[file][start : start + len(content)] = content
            case Cut(file, length):
                self.files[file].extend(bytes(max(0, length - len(self.files[file]))))
                del self.files[file][length:]


def after_power_loss(before: Disk, steps: Sequence[Step], chance: Random, kept: float) -> Disk:
    """What is on the disk when the power fails after these steps, and of what was not synced this share had been written."""
    disk, sure = before.copy(), _surely_written(steps)
    for number, step in enumerate(steps):
        if number in sure or chance.random() < kept:
            disk.carry_out(step)
    return disk


def _surely_written(steps: Sequence[Step]) -> set[int]:
    """Numbers of the steps that a later one syncs: a name is when its folder is, bytes are when their file is."""
    waiting: dict[int | str, set[int]] = defaultdict(set)
    pending: dict[int, set[int | str]] = {}
    for number, step in enumerate(steps):
        if isinstance(step, Synced):
            for synced in waiting.pop(step.what, set()):
                pending[synced].discard(step.what)
        else:
            pending[number] = set(_places(step))
            for place in pending[number]:
                waiting[place].add(number)
    return {number for number, places in pending.items() if not places}


def _places(step: Step) -> Iterator[int | str]:
    match step:
        case Named(path) | Linked(_, path) | Removed(path):
            yield str(PurePosixPath(path).parent)
        case Renamed(path, new):
            yield str(PurePosixPath(path).parent)
            yield str(PurePosixPath(new).parent)
        case Written(file) | Cut(file):
            yield file


def recorded(work: Callable[[], object], folder: Path, before: Disk) -> list[Step]:
    """What `work`, in a child, changes below a folder that was as `before`."""
    with tempfile.TemporaryDirectory() as traces:
        options = ["-ff", "-ttt", "-T", "-y", "-xx", "-s", "999999999", "-e", f"trace={','.join(CALLS)}", "-o", f"{traces}/t"]
        assert traced(work, options) == 0
        lines = [line for path in Path(traces).iterdir() for line in path.read_text("ascii").splitlines()]
    calls = sorted((match for line in lines if (match := _CALL.match(line))), key=lambda match: float(match["at"]) + float(match["took"]))
    return list(_Reader(folder, before).steps(calls))


class _Reader:
    """Makes steps of calls: knows which file each descriptor is of, and how far it has come."""

    def __init__(self, folder: Path, before: Disk) -> None:
        self._folder = str(folder)
        self._disk = before.copy()
        self._numbers = count(max(before.files, default=-1) + 1)
        self._opened: dict[int, tuple[int, int]] = {}

    def steps(self, calls: Sequence[re.Match[str]]) -> Iterator[Step]:
        for call in calls:
            for step in self._steps(call["name"], call["arguments"], int(call["result"])):
                self._disk.carry_out(step)
                yield step

    def _steps(self, name: str, arguments: str, result: int) -> Iterator[Step]:
        paths = [self._absolute(found, arguments) for found in _TEXT.findall(arguments)]
        opened = _OPENED.match(arguments)
        if name in ("openat", "open", "creat"):
            yield from self._open(paths[0], arguments, result)
        elif name in ("write", "pwrite64", "writev", "ftruncate", "lseek", "fsync", "fdatasync") and opened:
            yield from self._use(name, int(opened[1]), _decoded(opened[2]), arguments, result)
        elif name == "sendfile" and opened:
            yield from self._copy(int(opened[1]), arguments, result)
        elif paths and paths[-1].startswith(self._folder):
            yield from _of_names(name, paths)

    def _open(self, path: str, arguments: str, descriptor: int) -> Iterator[Step]:
        self._opened.pop(descriptor, None)
        number = self._disk.names.get(path)
        if not path.startswith(self._folder) or (path in self._disk.names and number is None):
            return
        if number is None:
            number = next(self._numbers)
            yield Named(path, number)
        elif "O_TRUNC" in arguments:
            yield Cut(number, 0)
        self._opened[descriptor] = number, len(self._disk.files[number]) if "O_APPEND" in arguments else 0

    def _use(self, name: str, descriptor: int, path: str, arguments: str, result: int) -> Iterator[Step]:
        if not path.startswith(self._folder):
            return
        if name == "lseek" and self._disk.names.get(path, 0) is None:  # a folder that is listed from its beginning
            return
        file, place = self._opened.get(descriptor, (None, 0))
        if name in ("fsync", "fdatasync"):
            yield Synced(path if file is None else file)
        elif file is None:
            raise AssertionError(f"{path} was opened before")
        elif name == "lseek":
            self._opened[descriptor] = file, result
        elif name == "ftruncate":
            yield Cut(file, int(arguments.rpartition(", ")[2]))
        elif name == "pwrite64":
            yield Written(file, int(arguments.rpartition(", ")[2]), _bytes(_TEXT.findall(arguments)[0])[:result])
        else:
            yield Written(file, place, b"".join(map(_bytes, _TEXT.findall(arguments)))[:result])
            self._opened[descriptor] = file, place + result

    def _copy(self, descriptor: int, arguments: str, result: int) -> Iterator[Step]:
        """Bytes of another file of the folder, from the place in square brackets on."""
        file, place = self._opened.get(descriptor, (None, 0))
        if file is not None:
            other, _ = self._opened[int(_OPENED.findall(arguments)[1][0])]
            start = int(arguments.partition("[")[2].partition("]")[0])
            yield Written(file, place, bytes(self._disk.files[other][start : start + result]))
            self._opened[descriptor] = file, place + result

    def _absolute(self, text: str, arguments: str) -> str:
        """A path of an argument; a relative one counts from the folder before it."""
        path = _decoded(text)
        base = _OPENED.search(arguments[: arguments.index(text)] if text else arguments)
        return path if path.startswith("/") else str(PurePosixPath(_decoded(base[2]) if base else Path.cwd(), path))


def _of_names(name: str, paths: Sequence[str]) -> Iterator[Step]:
    if name.startswith("rename"):
        yield Renamed(*paths)
    elif name.startswith("link"):
        yield Linked(*paths)
    elif name.startswith("mkdir"):
        yield Named(paths[0], None)
    elif name.startswith("unlink") or name == "rmdir":
        yield Removed(paths[0])
    else:
        raise AssertionError(f"{name} is not known here")


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def _decoded(escaped: str) -> str:
    return os.fsdecode(_bytes(escaped))
