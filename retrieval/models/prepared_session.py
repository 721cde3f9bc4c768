"""Sessions whose computation onnxruntime optimised once: doing so each time takes three quarters of loading, and 26 MB that stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from retrieval.models.onnx_session import OnnxSession, optimised, runtime
from retrieval.models.prepared_file import prepared_file


class _NotOptimised(Exception):
    """There is no place to write to."""


def prepared_session(cache: Path | None, name: str, sources: Iterable[Path], make: Callable[[], bytes]) -> OnnxSession:
    """A session of the ONNX file that `make` makes of `sources`, kept below `cache` as onnxruntime optimises it for this kind of CPU.

    Raises ImportError without onnxruntime, and what `make` and `prepared_file` raise.
    """

    def make_optimised() -> bytes:
        if file := optimised(make()):
            return file
        raise _NotOptimised

    if cache is None:
        return OnnxSession(make())
    try:
        return OnnxSession(prepared_file(cache, name, sources, make_optimised, runtime()), optimised=True)
    except _NotOptimised:
        return OnnxSession(make())
