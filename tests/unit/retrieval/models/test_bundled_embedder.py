from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.models import bundled_embedder
from retrieval.models.bundled_embedder import BundledEmbedder, fastest_precision, is_bulk_engine_faster
from retrieval.models.embedder import Vectors
from retrieval.models.sentence_transformer import SentenceTransformerEmbedder

TEXTS = [
    "园区今年拿出八百六十万元奖励企业",
    "園區今年拿出八百六十萬元獎勵企業",
    "The zone signed 12 contracts worth 4.6 billion yuan in 2021.",
    "总投资３．５亿元，占地①②０亩",
    "🎉🏗️ 开工大吉",
    "5月1日～10日",
    "第一行\n第二行\t第三列",
    "",
    "   ",
    "ガス・é・한국어",
    "ﷺ" * 40,
    "一段很长的话，" * 25,
    "长" * 600,
    "before\x00after\ud800",
]


@pytest.fixture(scope="module")
def few(bundled_cache: Path) -> BundledEmbedder:
    """Embeds so little that the engine does it all."""
    return BundledEmbedder(bundled_cache)


@pytest.fixture(scope="module")
def bulk(bundled_cache: Path) -> Iterator[BundledEmbedder]:
    """Embeds so much that the engine for bulk does it, whatever CPU this is."""
    embedder = BundledEmbedder(bundled_cache)
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(bundled_embedder, "is_bulk_engine_faster", lambda: True)
        embedder.encode_passages(["开工"] * 33)
        yield embedder


def cosines(left: Vectors, right: Vectors) -> Vectors:
    return np.einsum("ij,ij->i", left, right)


def test_both_encoders_agree(few: BundledEmbedder, bulk: BundledEmbedder) -> None:
    assert cosines(few.encode_passages(TEXTS), bulk.encode_passages(TEXTS)).min() >= 0.999


def test_both_encoders_agree_on_queries_too(few: BundledEmbedder, bulk: BundledEmbedder, bundled_cache: Path) -> None:
    folder = bundled_cache / f"multilingual-e5-small-{fastest_precision()}"
    queries = [text for text in TEXTS[:10] if text.strip()]
    by_library = SentenceTransformerEmbedder(str(folder)).encode_queries(queries)
    assert cosines(few.encode_queries(queries), by_library).min() >= 0.999


def test_queries_and_passages_carry_different_prefixes(few: BundledEmbedder) -> None:
    text = ["开发区招商"]
    assert cosines(few.encode_queries(text), few.encode_passages(text))[0] < 0.99


def test_a_question_is_nearest_to_its_answer(few: BundledEmbedder) -> None:
    passages = ["园区今年奖励企业二十家，共八百六十万元", "明天多云转晴，最高气温十二度", "实验学校新校区动工"]
    similarities = few.encode_queries(["园区拿出多少钱奖励企业"]) @ few.encode_passages(passages).T
    assert similarities.argmax() == 0


def test_the_end_of_a_long_passage_counts(bulk: BundledEmbedder) -> None:
    long, other = "绿" * 600, "绿" * 600 + "芯片项目签约" * 20
    assert cosines(bulk.encode_passages([long]), bulk.encode_passages([other]))[0] < 0.999


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=80))
def test_any_question_gives_a_unit_vector(few: BundledEmbedder, text: str) -> None:
    assert np.linalg.norm(few.encode_queries([text])) == pytest.approx(1.0, abs=1e-4)


def test_questions_and_a_few_passages_do_without_torch(bundled_cache: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from retrieval.models.bundled_embedder import BundledEmbedder;"
        "e = BundledEmbedder(Path(sys.argv[1])); e.fingerprint; e.encode_queries(['多少钱']); e.encode_passages(['三亿元']);"
        "print('torch' in sys.modules, 'transformers' in sys.modules, os.environ.get('OMP_NUM_THREADS'))"
    )
    environment = {name: value for name, value in os.environ.items() if name != "OMP_NUM_THREADS"}
    done = subprocess.run([sys.executable, "-c", program, str(bundled_cache)], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.split() == ["False", "False", "None"]


def test_without_torch_the_engine_does_it_all(bundled_cache: Path) -> None:
    script = (
        "import sys; sys.modules['torch'] = None\n"
        "from pathlib import Path\n"
        "from retrieval.models.bundled_embedder import BundledEmbedder\n"
        f"embedder = BundledEmbedder(Path({str(bundled_cache)!r}))\n"
        "vectors = embedder.encode_passages(['开工', '竣工'] * 20)\n"
        "assert (abs(vectors[0] - vectors[38]) < 1e-6).all() and (vectors[0] @ vectors[1]) < 0.999\n"
        "print(vectors.shape, 'sentence_transformers' in sys.modules)"
    )
    process = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120)
    assert process.stdout == "(40, 384) False\n", process.stderr


def test_the_fingerprint_names_the_model_and_nothing_of_this_machine(bundled_cache: Path, tmp_path: Path) -> None:
    assert BundledEmbedder(bundled_cache).fingerprint == BundledEmbedder(tmp_path).fingerprint
    assert BundledEmbedder(tmp_path).fingerprint.startswith("bundled:multilingual-e5-small:")


@pytest.mark.parametrize(
    ("flags", "precision"),
    [("fma avx512f avx512_bf16", "bfloat16"), ("amx_tile amx_bf16", "bfloat16"), ("fma avx2 avx512f", "float32")],
)
def test_bfloat16_only_where_the_cpu_has_it(tmp_path: Path, flags: str, precision: str) -> None:
    cpuinfo = tmp_path / "cpuinfo"
    cpuinfo.write_text(f"processor\t: 0\nflags\t\t: {flags}\n", "utf-8")
    assert fastest_precision(cpuinfo) == precision
    assert fastest_precision(tmp_path / "missing") == "float32"


@pytest.mark.parametrize(
    ("precision", "tool", "faster"), [("bfloat16", None, True), ("float32", None, False), ("float32", "nvidia-smi", True)]
)
def test_torch_embeds_only_where_it_is_faster(monkeypatch: pytest.MonkeyPatch, precision: str, tool: str | None, faster: bool) -> None:
    monkeypatch.setattr(bundled_embedder, "fastest_precision", lambda: precision)
    monkeypatch.setattr(bundled_embedder, "which", lambda name: name if name == tool else None)
    monkeypatch.setattr("sys.platform", "linux")
    assert is_bulk_engine_faster() is faster


def test_where_torch_is_not_faster_it_is_not_loaded(bundled_cache: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from retrieval.models import bundled_embedder as embedder\n"
        "embedder.is_bulk_engine_faster = lambda: False\n"
        "print(embedder.BundledEmbedder(Path(sys.argv[1])).encode_passages(['开工', '竣工'] * 20).shape, 'torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(bundled_cache)], capture_output=True, text=True, check=True)
    assert done.stdout == "(40, 384) False\n"
