"""Sessions whose computation onnxruntime optimised once: doing so each time takes three quarters of loading, and 26 MB that stay."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from retrieval.models.onnx_session import OnnxSession, sums_overflow
from retrieval.models.prepared_file import prepared_file


class _NotOptimised(Exception):
    """There is no place to write to."""


def prepared_session(cache: Path | None, name: str, sources: Iterable[Path], make: Callable[[], bytes]) -> OnnxSession:
    """A session of the ONNX file that `make` makes of `sources`, kept below `cache` as onnxruntime optimises it for this kind of CPU.

    Raises ImportError without onnxruntime, and what `make` and `prepared_file` raise.
    """
    if cache is None:
        return OnnxSession(make())
    try:
        return OnnxSession(prepared_file(cache, name, sources, lambda: _optimised(make()), _circumstances()), optimised=True)
    except _NotOptimised:
        return OnnxSession(make())


def _optimised(file: bytes) -> bytes:
    """The same computation as onnxruntime would run it."""
    from onnxruntime.capi.onnxruntime_pybind11_state import InvalidArgument, InvalidProtobuf

    try:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "optimised.onnx"
            OnnxSession(file, keep=path)
            return path.read_bytes()
    except (OSError, InvalidArgument, InvalidProtobuf) as error:
        raise _NotOptimised from error


def _circumstances() -> str:
    import onnxruntime

    return f"onnxruntime {onnxruntime.__version__} {platform.machine()} {sums_overflow()}"
