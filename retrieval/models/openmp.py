"""Settings of OpenMP for one library, without setting them for the whole process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def openmp(variable: str, value: str) -> Iterator[None]:
    """Load a library inside this block, and its OpenMP runtime finds the environment variable set.

    A runtime reads its variables once, when it is loaded, and PyPI wheels bring their own each: so what one library needs
    does not reach the next, nor a child process.
    """
    before = os.environ.get(variable)
    os.environ[variable] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[variable]
        else:
            os.environ[variable] = before
