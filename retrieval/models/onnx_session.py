"""Runs a computation in onnxruntime."""

from __future__ import annotations

import platform
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from retrieval.models.nano_file import Floats

SLOWER_TOGETHER = ["SkipLayerNormFusion"]
"""A step of onnxruntime that takes three times as long as the two that it would replace."""
ONLY_ERRORS = 3
SUM_WIDELY = {"avx512_vnni", "avx_vnni", "amx_int8"}
"""Instructions that add up products of 8-bit numbers in 32 bits."""


class OnnxSession:
    """One computation, ready to be run; safe to use from several threads.

    Each run stays on the thread that asks for it: threads that wait for each other are slow beside busy processes.
    """

    def __init__(self, file: bytes, *, optimised: bool = False, keep: Path | None = None) -> None:
        """Optimises the computation unless it is `optimised`, and writes it as it then is to the path `keep`.

        Raises ImportError without onnxruntime.
        """
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_mem_pattern = False  # which would keep a plan of memory for every length of text
        options.log_severity_level = ONLY_ERRORS
        options.add_session_config_entry("session.x64quantprecision", str(int(sums_overflow())))
        if optimised:
            options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        elif keep:
            options.optimized_model_filepath = str(keep)
        self._session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER_TOGETHER)
        self._session._model_bytes = None  # the file, which onnxruntime would keep to load it anew on other devices

    def run(self, embedded: Floats) -> Floats:
        """From the embedded tokens of one text, shape (tokens, width), to its one result, a row for each token."""
        [[result]] = self._session.run(None, {"embedded": embedded[np.newaxis]})
        rows: Floats = result
        return rows


def optimised(file: bytes) -> bytes | None:
    """The same computation as onnxruntime would run it here; None where it has no place to write that to."""
    from onnxruntime.capi.onnxruntime_pybind11_state import InvalidArgument, InvalidProtobuf

    try:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "optimised.onnx"
            OnnxSession(file, keep=path)
            return path.read_bytes()
    except (OSError, InvalidArgument, InvalidProtobuf):
        return None


def runtime() -> str:
    """What an optimised computation depends on. Raises ImportError without onnxruntime."""
    import onnxruntime

    return f"onnxruntime {onnxruntime.__version__} {platform.machine()} {sums_overflow()}"


def sums_overflow(cpuinfo: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether the CPU's fastest sums of 8-bit products do not fit in 16 bits, so that exact ones, three times as slow, are to be taken."""
    try:
        return not SUM_WIDELY & set(cpuinfo.read_text("utf-8").split())
    except OSError:
        return True
