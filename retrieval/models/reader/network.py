"""The reader's transformer at work, in onnxruntime."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from retrieval.models.nano_file import Floats
from retrieval.models.reader.computation import computation
from retrieval.models.reader.weights import ReaderWeights

SLOWER_TOGETHER = ["SkipLayerNormFusion"]
"""A step of onnxruntime that takes three times as long as the two that it would replace."""
ONLY_ERRORS = 3
SUM_WIDELY = {"avx512_vnni", "avx_vnni", "amx_int8"}
"""Instructions that add up products of 8-bit numbers in 32 bits."""


class Network:
    """Reads one text at a time, so that nothing is padded; safe to use from several threads.

    Each reading stays on the thread that asks for it: threads that wait for each other are slow beside busy processes.
    """

    def __init__(self, weights: ReaderWeights) -> None:
        """Make the computation, half a second. Raises ImportError without onnxruntime, MalformedModel and KeyError as the weights do."""
        import onnxruntime
        from threadpoolctl import threadpool_limits

        with threadpool_limits(1, "blas"):  # beside busy processes, two threads of numpy's take seven times as long
            file = computation(weights)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_mem_pattern = False  # which would keep a plan of memory for every length of text
        options.log_severity_level = ONLY_ERRORS
        options.add_session_config_entry("session.x64quantprecision", str(int(sums_overflow())))
        self._session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER_TOGETHER)
        self._weights, self._positions = weights, weights.positions()

    def scores(self, ids: Sequence[int]) -> Floats:
        """Scores of each token, shape (tokens, 3): start of the answer, end, and in the first row the log odds that there is one."""
        embedded = self._weights.words(ids) + self._positions[: len(ids)]
        [scores] = self._session.run(None, {"embedded": embedded[np.newaxis]})
        result: Floats = scores[0]
        return result


def sums_overflow(cpuinfo: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether the CPU's fastest sums of 8-bit products do not fit in 16 bits, so that exact ones, three times as slow, are to be taken."""
    try:
        return not SUM_WIDELY & set(cpuinfo.read_text("utf-8").split())
    except OSError:
        return True
