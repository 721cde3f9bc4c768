"""Cross-encoders of the real library."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from retrieval.errors import RerankerUnavailable
from retrieval.factory import open_reranker
from retrieval.models.sentence_transformer import PairScorer
from retrieval.ranking.cross_encoder import CrossEncoderReranker
from retrieval.settings import RerankerSettings, RetrievalSettings
from tests.cross_encoders import write_cross_encoder

TEXTS = ["园区奖励企业123", "天气", "", "\ud800😀", "企业" * 500]


@pytest.fixture(scope="module")
def cross_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_cross_encoder(tmp_path_factory.mktemp("models") / "tiny")


def unavailable(model: object) -> str:
    with pytest.raises(RerankerUnavailable) as raised:
        PairScorer(str(model))
    message = str(raised.value)
    assert message.startswith(f"The cross-encoder {str(model)!r} cannot be loaded: ")
    assert message.endswith("or leave reranker.model empty")
    assert "\n" not in message
    return message


def test_a_score_is_the_networks_own_and_depends_on_nothing_else(cross_encoder: Path) -> None:
    from transformers import BertForSequenceClassification, BertTokenizerFast

    scored = PairScorer(str(cross_encoder))("园区企业", TEXTS)
    alone = [PairScorer(str(cross_encoder))("园区企业", [text])[0] for text in TEXTS]
    np.testing.assert_allclose(scored, alone, atol=1e-4)
    tokens = BertTokenizerFast.from_pretrained(cross_encoder)("园区企业", TEXTS[0], return_tensors="pt")
    expected = BertForSequenceClassification.from_pretrained(cross_encoder)(**tokens).logits.item()
    assert scored.dtype == np.float32
    assert scored[0] == pytest.approx(expected, abs=1e-4)
    assert len(np.unique(scored.round(3))) == len(TEXTS)


def test_a_question_longer_than_the_model_reads(cross_encoder: Path) -> None:
    assert np.isfinite(PairScorer(str(cross_encoder))("园区" * 2500, TEXTS)).all()


def test_threads_take_turns(cross_encoder: Path) -> None:
    scorer = PairScorer(str(cross_encoder))
    questions = ["园区", "企业" * 50, "天气123"] * 8
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda question: scorer(question, TEXTS), questions))
    for question, scores in zip(questions, found, strict=True):
        np.testing.assert_allclose(scores, scorer(question, TEXTS), atol=1e-4)


def test_a_model_that_cannot_be_loaded_is_one_clear_error(cross_encoder: Path, tmp_path: Path) -> None:
    unavailable(tmp_path / "missing")
    damaged = shutil.copytree(cross_encoder, tmp_path / "damaged")
    (damaged / "model.safetensors").write_bytes(b"no weights")
    unavailable(damaged)


def test_a_model_for_something_else_is_refused(tiny_model: Path, tmp_path: Path) -> None:
    assert "which gives no scores" in unavailable(tiny_model)
    assert "it gives 3 scores for a pair instead of one" in unavailable(write_cross_encoder(tmp_path / "three", labels=3))


def test_settings_name_the_model_and_the_budget(cross_encoder: Path) -> None:
    reranker = open_reranker(RetrievalSettings(reranker=RerankerSettings(model=str(cross_encoder), budget_ms=250)))
    assert isinstance(reranker, CrossEncoderReranker)
    assert reranker.budget == 0.25
    assert reranker.score("园区", TEXTS).shape == (len(TEXTS),)


def test_without_a_model_there_is_none() -> None:
    assert open_reranker(RetrievalSettings()) is None
    assert open_reranker(RetrievalSettings(reranker=RerankerSettings(model=" "))) is None


def test_nothing_is_printed(cross_encoder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    PairScorer(str(cross_encoder))("园区", TEXTS)
    assert capfd.readouterr() == ("", "")
