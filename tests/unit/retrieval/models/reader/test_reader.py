"""The reader over a tiny model, and the same numbers from torch."""

from __future__ import annotations

import functools
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from retrieval.errors import ReaderUnavailable
from retrieval.models import nano_file
from retrieval.models.onnx_session import OnnxSession, sums_overflow
from retrieval.models.reader.computation import computation
from retrieval.models.reader.network import Network
from retrieval.models.reader.reader import Reader
from retrieval.models.reader.weights import SCALE, ReaderWeights
from tests.tiny_reader import write_adapters

QUESTION, CONTEXT, PASSAGE = "新开工项目多少", "园区天气", "园区 a5 新开工项目56 家, 企业奖励78 多少钱"
LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}


@pytest.fixture(scope="module")
def adapters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_adapters(tmp_path_factory.mktemp("reader") / "adapters.safetensors")


@pytest.fixture(scope="module")
def reader(adapters: Path, tiny_model_file: Path) -> Reader:
    return Reader(adapters, tiny_model_file)


def test_the_network_is_that_of_the_library_with_the_adapters_merged_in(adapters: Path, tiny_model: Path, tiny_model_file: Path) -> None:
    import torch
    from transformers import AutoModel

    library = AutoModel.from_pretrained(tiny_model, add_pooling_layer=False).eval()
    learned = load_file(adapters)
    with torch.no_grad():
        for short, name in LAYER.items():
            up, down = (torch.from_numpy(learned[f"l1.{short}.{side}"].astype(np.float32)) for side in ("up", "down"))
            library.encoder.layer[1].get_submodule(name).weight += SCALE * up @ down
        ids = [0, 9, 12, 40, 41, 42, 2, 2, 17, 2]
        hidden = library(torch.tensor([ids])).last_hidden_state[0].numpy()
    heads = [np.concatenate([learned[f"{head}.{part}"].astype(np.float32) for head in ("span", "answers")]) for part in ("weight", "bias")]
    expected = hidden @ heads[0].T + heads[1]
    weights = ReaderWeights(nano_file.read(tiny_model_file), learned)
    found = Network(weights, OnnxSession(computation(weights))).scores(ids)
    assert np.abs(found - expected).max() < 0.02 * np.ptp(expected)


def test_a_reading_marks_words_of_the_passage(reader: Reader) -> None:
    reading = reader.read(QUESTION, CONTEXT, PASSAGE)
    words = PASSAGE[slice(*reading.span)]
    assert words
    assert words == words.strip()
    assert reading == reader.read(QUESTION, CONTEXT, PASSAGE)
    assert reading != reader.read("天气", CONTEXT, PASSAGE)


@pytest.mark.parametrize(
    ("question", "context", "passage"),
    [("", "", ""), ("问" * 300, "题" * 300, "文" * 500), ("问", "", "区"), ("\ud800\0", "\n", " \n "), ("新" * 300, "", "园区" * 400)],
)
def test_nothing_is_too_long_or_too_short(reader: Reader, question: str, context: str, passage: str) -> None:
    reading = reader.read(question, context, passage)
    assert 0 <= reading.span.start <= reading.span.end <= len(passage)
    assert np.isfinite(reading.answers)


def test_several_threads_read_the_same(adapters: Path, tiny_model_file: Path, reader: Reader) -> None:
    fresh, passages = Reader(adapters, tiny_model_file), [f"{PASSAGE}{number}" for number in range(20)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda passage: fresh.read(QUESTION, CONTEXT, passage), passages))
    assert found == [reader.read(QUESTION, CONTEXT, passage) for passage in passages]


def test_what_was_prepared_once_reads_the_same(adapters: Path, tiny_model_file: Path, tmp_path: Path, reader: Reader) -> None:
    expected = reader.read(QUESTION, CONTEXT, PASSAGE)
    assert Reader(adapters, tiny_model_file, tmp_path).read(QUESTION, CONTEXT, PASSAGE) == expected
    code = (
        "import sys; from pathlib import Path; from retrieval.models.reader.reader import Reader\n"
        "print(Reader(*map(Path, sys.argv[1:4])).read(*sys.argv[4:]))\n"
        "print([name for name in ('safetensors', 'threadpoolctl', 'retrieval.models.reader.computation') if name in sys.modules])"
    )
    arguments = [*map(str, (adapters, tiny_model_file, tmp_path)), QUESTION, CONTEXT, PASSAGE]
    process = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert process.stdout.splitlines() == [str(expected), "[]"]


@pytest.mark.parametrize(
    "spoil", [lambda file: file.unlink(), lambda file: file.write_bytes(b"{}"), lambda file: file.write_bytes(file.read_bytes()[:-9])]
)
def test_a_damaged_file_is_said_to_be_so(tmp_path: Path, tiny_model_file: Path, spoil: Callable[[Path], object]) -> None:
    file = write_adapters(tmp_path / "adapters.safetensors")
    spoil(file)
    with pytest.raises(ReaderUnavailable, match=r"reader\.budget_ms"):
        Reader(file, tiny_model_file).load()


@pytest.mark.parametrize(
    ("flags", "overflow"), [("fma avx2 avx512f avx512bw", True), ("avx2 avx512_vnni", False), ("avx2 avx_vnni", False), ("amx_int8", False)]
)
def test_an_older_cpu_is_given_exact_sums(tmp_path: Path, flags: str, overflow: bool) -> None:
    (tmp_path / "cpuinfo").write_text(f"model name\t: CPU\nflags\t\t: fpu {flags} sse\n", "utf-8")
    assert sums_overflow(tmp_path / "cpuinfo") is overflow
    assert sums_overflow(tmp_path / "none")


def test_without_onnxruntime_it_is_said_what_to_install(adapters: Path, tiny_model_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ReaderUnavailable, match=r"pip install .* onnxruntime"):
        Reader(adapters, tiny_model_file).load()


@pytest.mark.parametrize(
    ("question", "answered", "words"),
    [
        ("沐江经开区2023年GDP多少", True, "305.7亿元"),
        ("沐江经开区2022年GDP多少", False, "305.7亿元"),
        ("招商局局长是谁", True, "方远桥"),
        ("招商局局长的电话是多少", False, ""),
    ],
)
def test_the_shipped_reader_tells_what_is_told(question: str, answered: bool, words: str) -> None:
    context = "沐江经开区2023年经济运行情况 2024年2月"
    passage = (
        "2023年，沐江经开区完成地区生产总值305.7亿元，同比增长6.8%；新签约项目61个，其中亿元以上23个。"
        "招商局局长方远桥说，2024年目标是签约70个。"
    )
    reading = shipped().read(question, context, passage)
    assert (reading.answers > 0) is answered
    assert (reading.span_lead > 0) is answered
    assert words in passage[slice(*reading.span)]


@functools.cache
def shipped() -> Reader:
    return Reader()
