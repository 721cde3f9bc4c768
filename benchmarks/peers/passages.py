"""What a contestant is given to index; with numpy alone, as the others' environment holds nothing of ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np


class Passages(NamedTuple):
    """Texts, the article that each is of, and their vectors where these are known already."""

    texts: list[str]
    articles: list[str]
    vectors: Any
    """Shape (passages, dimension), or None: then each contestant embeds for itself."""


def passages_of(corpus: str, *, embedded: bool) -> Passages:
    """All passages of a corpus (see benchmarks.corpora)."""
    lines = [json.loads(line) for line in (Path(corpus) / "passages.jsonl").read_text(encoding="utf-8").splitlines()]
    vectors = np.load(Path(corpus) / "vectors.npy") if embedded else None
    return Passages([line["text"] for line in lines], [line["article"] for line in lines], vectors)
