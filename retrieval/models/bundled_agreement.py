"""Do the two engines of the bundled model agree? Questions go through one and passages through the other, so they must."""

from __future__ import annotations

import numpy as np
from platformdirs import user_cache_path

from retrieval.models.bundled_embedder import bulk_engine
from retrieval.models.encoder import Encoder

TEXTS = (
    "开发区去年新签约项目三十六个，总投资超过一百二十亿元。",
    "The zone opened a pilot plant for battery materials in May 2024.",
    "園區今年前三季度進出口總額增長8.5%。",
)


def least_cosine() -> float:
    """Load both engines (a few seconds, with torch) and compare their vectors of a few texts. Raises EmbedderUnavailable."""
    products = Encoder().encode_passages(TEXTS) * bulk_engine(user_cache_path("parkqa")).encode_passages(TEXTS)
    return float(np.min(products.sum(axis=1)))
