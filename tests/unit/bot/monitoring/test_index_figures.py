from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fake_answerers import FIGURES


@pytest.mark.parametrize(
    ("embedder", "model"),
    [
        ("bundled:multilingual-e5-small:0a1b2c", "multilingual-e5-small"),
        ("sentence-transformers:BAAI/bge-small-zh:0a1b2c", "BAAI/bge-small-zh"),
        ("sentence-transformers:my-model:0a1b2c", "my-model"),
        ("something", "something"),
    ],
)
def test_the_model_goes_by_its_name(embedder: str, model: str) -> None:
    assert replace(FIGURES, embedder=embedder).model == model
