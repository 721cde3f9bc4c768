"""Several devices that embed passages side by side: a process on each, started when it is worth it, ended with the reindex.

Loads torch when it is imported.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from math import ceil
from threading import RLock, Thread
from typing import Any, Self

from retrieval.errors import EmbedderUnavailable
from retrieval.models.embedder import FEW_PASSAGES, Vectors
from retrieval.models.openmp import openmp

with openmp("OMP_WAIT_POLICY", "passive"):  # as everything else that loads torch
    import torch


LOOKED_AFTER = 1.0
"""Seconds after which a process of a killed reindex is gone too."""


class DevicePool:
    """Processes with one model, one on each device; outside a `with` block none are left. Serves one model, and one thread at a time."""

    def __init__(self, devices: Sequence[str]) -> None:
        """`devices` as torch calls them. Raises EmbedderUnavailable where one of them is not there."""
        there = _devices()
        if missing := next((device for device in devices if device not in there), None):
            raise EmbedderUnavailable(
                f"embedding.devices names {missing}, but torch finds {', '.join(there)}: name only these, or leave it empty."
            )
        self.devices = tuple(devices)
        self._seen = 0
        self._running: tuple[Any, torch.device, dict[Any, Any]] | None = None

    def is_worth(self, texts: int) -> bool:
        """Whether so many texts more are worth the processes: with a few one model is done before these have begun, which takes seconds."""
        self._seen += texts
        return self._seen > FEW_PASSAGES

    def encode(self, model: Any, texts: Sequence[str]) -> Vectors:  # noqa: ANN401 - a SentenceTransformer, whose library only one module knows
        """The model's vectors of the texts, in order. Raises EmbedderUnavailable where a process cannot begin or does not last."""
        try:
            if self._running is None:
                self._running = (model, model.device, self._start(model))
            vectors: Vectors = model.encode_document(
                list(texts),
                pool=self._running[2],
                chunk_size=ceil(len(texts) / len(self.devices)),
                batch_size=16 if "cpu" in self.devices else 128,
                show_progress_bar=False,
            )
        except Exception as error:  # no memory, on whichever side; a process that was killed; whatever a device says
            reason = next(iter(str(error).splitlines()), "").rstrip(".") or type(error).__name__
            raise EmbedderUnavailable(
                f"Embedding on {', '.join(self.devices)} failed ({reason}); what was embedded is kept: mend that, or set "
                "embedding.devices otherwise, and run `parkqa reindex` again."
            ) from error
        return vectors

    def _start(self, model: Any) -> dict[Any, Any]:  # noqa: ANN401 - as above
        """A process inherits the environment; those on processors share the cores."""
        model.bound_to_parent = _BoundToParent()
        cores = max(1, torch.get_num_threads() // len(self.devices))
        with openmp("OMP_WAIT_POLICY", "passive"), openmp("OMP_NUM_THREADS", str(cores)):
            pool: dict[Any, Any] = model.start_multi_process_pool(list(self.devices))
        return pool

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        running, self._running, self._seen = self._running, None, 0
        if running:
            model, device, pool = running
            model.stop_multi_process_pool(pool)
            model.to(device)  # the pool had it on the processor


class _BoundToParent:
    """Goes with the model into each process, where unpacking it sees to it that the process ends with its parent.

    It waits for texts, and would for ever. Ctrl-C is left to the parent.
    """

    def __reduce__(self) -> tuple[Any, ...]:
        return _bind_to_parent, (os.getpid(),)


def _bind_to_parent(parent: int) -> _BoundToParent:
    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOKED_AFTER)
        os._exit(1)

    from tqdm import tqdm  # type: ignore[import-untyped]  # the library's bars, which nobody sees

    tqdm.set_lock(RLock())  # theirs is a semaphore that outlives a process which is ended, and is complained of
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=watch, daemon=True).start()
    return _BoundToParent()


def _devices() -> list[str]:
    """What torch can compute on; one of several accelerators also has its kind's name alone, as the first."""
    kind = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else None
    return ["cpu", *([kind.type, *(f"{kind.type}:{number}" for number in range(torch.accelerator.device_count()))] if kind else ())]
