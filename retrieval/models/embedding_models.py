"""From the name of an embedding model in the configuration to an embedder."""

from __future__ import annotations

from platformdirs import user_cache_path

from retrieval.models.embedder import Embedder

BUNDLED = "bundled"


def load_embedder(model: str) -> Embedder:
    """`bundled`, or the folder or hub name of a sentence-transformers model. Raises EmbedderUnavailable.

    The bundled model costs nothing until it is used; any other is loaded here, with torch.
    """
    if model == BUNDLED:
        from retrieval.models.bundled_embedder import BundledEmbedder

        return BundledEmbedder(user_cache_path("parkqa"))
    from retrieval.models.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(model)
