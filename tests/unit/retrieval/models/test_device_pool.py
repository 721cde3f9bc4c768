"""Two processes on the processor stand for two GPUs."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing import active_children
from pathlib import Path

import numpy as np
import pytest

from retrieval.errors import EmbedderUnavailable
from retrieval.models.device_pool import DevicePool, _bind_to_parent
from retrieval.models.embedding_models import load_embedder, open_pool
from tests.children import fork, in_child

TEXTS = ["", "abc 123", "天气" * 30, *(f"第{number}号" * (number % 7 + 1) for number in range(60))]


def test_many_texts_are_embedded_by_processes_that_are_started_once_and_ended(tiny_model: Path) -> None:
    alone = load_embedder(str(tiny_model)).encode_passages(TEXTS)
    others = set(active_children())
    with DevicePool(["cpu", "cpu"]) as pool:
        embedder = load_embedder(str(tiny_model), pool)
        np.testing.assert_allclose(embedder.encode_passages(TEXTS[:30]), alone[:30], atol=1e-5)
        assert set(active_children()) == others  # so few are not worth it
        np.testing.assert_allclose(embedder.encode_passages(TEXTS), alone, atol=1e-5)
        begun = set(active_children()) - others
        assert len(begun) == 2
        for process in begun:
            os.kill(int(process.pid or 0), signal.SIGINT)  # Ctrl-C reaches them too
        np.testing.assert_allclose(embedder.encode_passages(TEXTS[::-1]), alone[::-1], atol=1e-5)
        assert set(active_children()) - others == begun

        for process in begun:  # one alone might leave all to the other
            process.kill()
            process.join()
        with pytest.raises(EmbedderUnavailable, match=r"Embedding on cpu, cpu failed \(.*died.*\); what was embedded is kept") as raised:
            embedder.encode_passages(TEXTS * 20)
        assert "\n" not in str(raised.value)
    assert set(active_children()) == others
    np.testing.assert_allclose(embedder.encode_passages(TEXTS[:30]), alone[:30], atol=1e-5)


def test_a_device_that_is_not_there_is_one_clear_error() -> None:
    with pytest.raises(EmbedderUnavailable, match=r"^embedding\.devices names cuda:97, but torch finds cpu.*: name only these"):
        open_pool(["cpu", "cuda:97"])
    assert open_pool([]) is None


def test_what_serves_a_killed_reindex_ends() -> None:
    def reindex() -> None:
        fork(serve)
        os.close(theirs)

    def serve() -> None:
        _bind_to_parent(os.getppid())
        time.sleep(600)

    ours, theirs = os.pipe()
    in_child(reindex)
    os.close(theirs)
    assert os.read(ours, 1) == b""  # it comes to an end when nobody holds the other one any more
    os.close(ours)
