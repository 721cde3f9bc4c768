"""From the name of an embedding model in the configuration to an embedder."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from retrieval.errors import EmbedderUnavailable
from retrieval.models.embedder import Embedder

if TYPE_CHECKING:
    from retrieval.models.device_pool import DevicePool

BUNDLED = "bundled"


def load_embedder(model: str, pool: DevicePool | None = None) -> Embedder:
    """`bundled`, or the folder or hub name of a sentence-transformers model. Raises EmbedderUnavailable.

    The bundled model costs nothing until it is used; any other is loaded here, with torch. With a pool many passages are embedded on its
    devices, as long as it is open.
    """
    if model == BUNDLED:
        from retrieval.models.bundled_embedder import BundledEmbedder

        return BundledEmbedder(user_cache_path("parkqa"), pool)
    from retrieval.models.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(model, pool=pool)


def open_pool(devices: Sequence[str]) -> DevicePool | None:
    """A pool of devices for `load_embedder`, of which nothing runs yet; None for none. Raises EmbedderUnavailable."""
    if not devices:
        return None
    if not find_spec("torch"):
        raise EmbedderUnavailable("embedding.devices needs torch: run pip install sentence-transformers, or leave it empty.")
    from retrieval.models.device_pool import DevicePool

    return DevicePool(devices)
