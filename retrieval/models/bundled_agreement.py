"""Do the two engines of the bundled model agree? Questions go through one and passages through the other, so they must."""

from __future__ import annotations

import numpy as np
from platformdirs import user_cache_path

from retrieval.models.bundled_embedder import fastest_precision
from retrieval.models.bundled_model import unpacked_folder
from retrieval.models.encoder import Encoder
from retrieval.models.nano_model import model_file

TEXTS = (
    "开发区去年新签约项目三十六个，总投资超过一百二十亿元。",
    "The zone opened a pilot plant for battery materials in May 2024.",
    "園區今年前三季度進出口總額增長8.5%。",
)


def least_cosine() -> float:
    """Load both engines (a few seconds, with torch) and compare their vectors of a few texts. Raises EmbedderUnavailable."""
    from retrieval.models.sentence_transformer import SentenceTransformerEmbedder

    precision = fastest_precision()
    bulk = SentenceTransformerEmbedder(str(unpacked_folder(model_file(), user_cache_path("parkqa"), precision)), precision)
    products = Encoder().encode_passages(TEXTS) * bulk.encode_passages(TEXTS)
    return float(np.min(products.sum(axis=1)))
