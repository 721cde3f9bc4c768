from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from retrieval.errors import EmbedderUnavailable
from retrieval.models import bulk_encoder
from retrieval.models.bulk_encoder import BulkEncoder
from retrieval.models.sentence_transformer import SentenceTransformerEmbedder

TEXTS = ["园区奖励企业多少钱", "", "abc 123", "天气" * 30, "🎉", "long " * 2000, *(f"第{number}号" * number for number in range(40))]


def test_it_computes_what_sentence_transformers_does(tiny_model: Path) -> None:
    ours, theirs = BulkEncoder(tiny_model).encode_passages(TEXTS), SentenceTransformerEmbedder(str(tiny_model)).encode_passages(TEXTS)
    assert np.einsum("ij,ij->i", ours, theirs).min() >= 0.99999


def test_it_does_not_matter_what_a_text_is_embedded_with(tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    encoder = BulkEncoder(tiny_model)
    together = encoder.encode_passages(TEXTS)
    monkeypatch.setattr(bulk_encoder, "TOKENS_AT_A_TIME", 1)
    np.testing.assert_allclose(encoder.encode_passages(TEXTS), together, atol=1e-5)


def test_no_texts_are_no_vectors(tiny_model: Path) -> None:
    encoder = BulkEncoder(tiny_model)
    assert encoder.encode_passages([]).shape == (0, encoder.encode_passages(["一"]).shape[1])


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "model.safetensors"])
def test_a_damaged_folder_is_one_clear_error(tiny_model: Path, tmp_path: Path, name: str) -> None:
    damaged = shutil.copytree(tiny_model, tmp_path / "model")
    (damaged / name).write_bytes(b"{}")
    with pytest.raises(EmbedderUnavailable, match=r"cannot be loaded: .+ Delete that folder"):
        BulkEncoder(damaged)
