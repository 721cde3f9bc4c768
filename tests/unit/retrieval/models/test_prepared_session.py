"""A session that was optimised before computes the very numbers of one that is optimised as it is loaded."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from retrieval.models import onnx_session
from retrieval.models.nano_file import Floats
from retrieval.models.nano_weights import Linear
from retrieval.models.onnx_file import OnnxFile
from retrieval.models.onnx_session import OnnxSession
from retrieval.models.prepared_session import prepared_session
from retrieval.models.whole_numbers import WholeNumbers

WIDTH, TOKENS = 48, 7
RANDOM = np.random.default_rng(5)
LINEAR = Linear(RANDOM.normal(0, 0.1, (WIDTH, WIDTH)).astype(np.float32), RANDOM.normal(0, 0.1, WIDTH).astype(np.float32))
EMBEDDED: Floats = RANDOM.normal(0, 1, (TOKENS, WIDTH)).astype(np.float32)


@dataclass
class Maker:
    """Makes a computation of two layers and counts how often."""

    times: int = 0
    file: bytes = field(init=False)

    def __post_init__(self) -> None:
        onnx = OnnxFile()
        numbers = WholeNumbers(onnx)
        result = numbers.product_of_gelu(numbers.fine_product("embedded", LINEAR), LINEAR)
        self.file = onnx.finished({"embedded": (1, "tokens", WIDTH)}, {result: (1, "tokens", WIDTH)})

    def __call__(self) -> bytes:
        self.times += 1
        return self.file


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "weights.bin"
    file.write_bytes(b"weights")
    return file


def assert_as_loaded(session: OnnxSession, file: bytes) -> None:
    assert session.run(EMBEDDED).tolist() == OnnxSession(file).run(EMBEDDED).tolist()


def test_it_is_optimised_once(source: Path, tmp_path: Path) -> None:
    make = Maker()
    for _ in range(2):
        assert_as_loaded(prepared_session(tmp_path, "reader", [source], make), make.file)
    assert make.times == 1


def test_it_is_optimised_anew_for_another_cpu(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    for overflows in (True, False, True):
        monkeypatch.setattr(onnx_session, "sums_overflow", lambda overflows=overflows: overflows)
        prepared_session(tmp_path, "reader", [source], make)
    assert make.times == 2


def test_without_a_cache_it_is_made_every_time(source: Path) -> None:
    make = Maker()
    for _ in range(2):
        assert_as_loaded(prepared_session(None, "reader", [source], make), make.file)
    assert make.times == 2


def test_a_full_disk_is_no_hindrance(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(onnx_session, "TemporaryDirectory", full)
    make = Maker()
    assert_as_loaded(prepared_session(tmp_path, "reader", [source], make), make.file)


def test_nor_is_a_folder_that_onnxruntime_cannot_write_to(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def __enter__(self) -> str:
            return str(tmp_path / "nowhere")

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(onnx_session, "TemporaryDirectory", Gone)
    make = Maker()
    assert_as_loaded(prepared_session(tmp_path, "reader", [source], make), make.file)
