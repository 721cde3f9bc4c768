from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus.language.span import Span
from retrieval.models.reader.reader import Reader
from retrieval.training.drawing import Source
from retrieval.training.pairs import Pair
from retrieval.training.recipe import Course

PAIRS = [Pair("园区企业", "园区", "天气a园区企业b", Span(3, 7)), Pair("奖励多少", "天气", "园区新开工项目", None)] * 4


def test_what_is_trained_is_read_by_the_runtime_alike(
    tmp_path: Path, tiny_model: Path, tiny_model_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    from retrieval.training import network, training

    monkeypatch.setattr(network, "FIRST_LAYER", 1)
    out, told = tmp_path / "adapters.safetensors", []
    training.train([Source(PAIRS)], tiny_model, out, Course(steps=3), lambda *step: told.append(step))
    assert told[-1] == ("training", 3, 3)
    trained = network.ReaderNetwork(tiny_model).eval()
    from safetensors.torch import load_file

    learned = load_file(out)
    with torch.no_grad():
        for name, value in trained.learned().items():
            layer, _, side = name.rpartition(".")
            owner = trained.adapters[layer.replace(".", "_")] if layer.replace(".", "_") in trained.adapters else getattr(trained, layer)
            assert value.shape == learned[name].shape
            getattr(owner, side).copy_(learned[name].float())
        tokenizer = training.AutoTokenizer.from_pretrained(tiny_model)
        tokens, *_ = training._encoded(tokenizer, PAIRS[:1])
        _, answers = trained(**tokens)
    reading = Reader(out, tiny_model_file).read(PAIRS[0].question, PAIRS[0].context, PAIRS[0].passage)
    assert np.isclose(reading.answers, float(answers[0]), atol=0.02)
