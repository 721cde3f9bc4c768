"""Computations made ready for onnxruntime, kept in the user's cache: made from weights, each takes tenths of a second every time.

A file is named after what it was made from, and carries a checksum. It is never needed: where none can be read or written, as on a full
or read-only disk, or one is damaged, the computation is made in memory.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile

from retrieval.models.model_digest import model_digest

KEPT = 3
"""Files of one name that stay, the newest: versions of the program that run beside each other need one each."""
_CODE = blake2b(b"".join(module.read_bytes() for module in sorted(Path(__file__).parent.rglob("*.py")))).digest()
"""Of the code that is running: an upgrade may put other files in its place."""


def prepared_file(cache: Path | None, name: str, sources: Iterable[Path], make: Callable[[], bytes], made_for: str = "") -> bytes:
    """What `make` makes of the files `sources`, as it is kept below `cache`, or made now; without a cache it is kept nowhere.

    What is `made_for` one thing, such as a kind of CPU, is made anew for another.

    Raises OSError when a source cannot be read, and what `make` raises. Safe to call from several processes.
    """
    if cache is None:
        return make()
    path = cache / "prepared" / f"{name}-{_digest(sources, made_for)}.onnx"
    content = _read(path)
    if content is None:
        content = make()
        with suppress(OSError):
            _write(path, content)
            _prune(path.parent, name)
    return content


def _digest(sources: Iterable[Path], made_for: str) -> str:
    """Of the sources, of the code that makes something of them, and of what for."""
    return blake2b(model_digest(sources).encode() + _CODE + made_for.encode(), digest_size=6).hexdigest()


def _read(path: Path) -> bytes | None:
    """The content of a file that is there and as it was written."""
    try:
        with path.open("rb", buffering=0) as file:  # a buffer would hold all of it once more
            checksum, content = file.read(4), file.readall()
    except OSError:
        return None
    return content if checksum == _checksum(content) else None


def _write(path: Path, content: bytes) -> None:
    """Whoever opens the file meanwhile finds none, or a whole one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        unfinished = Path(file.name)
        try:
            file.write(_checksum(content))
            file.write(content)
            file.close()
            unfinished.replace(path)
        except OSError:
            unfinished.unlink()
            raise


def _prune(folder: Path, name: str) -> None:
    """Delete older ones, and what a killed process left unfinished."""
    newest_first = sorted(folder.glob(f"{name}-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest_first[KEPT:]:
        path.unlink(missing_ok=True)


def _checksum(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(4, "little")
