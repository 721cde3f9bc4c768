"""The reader's transformer at work."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.models.nano_file import Floats
from retrieval.models.nano_weights import NanoWeights
from retrieval.models.onnx_session import OnnxSession


class Network:
    """Reads one text at a time, so that nothing is padded; safe to use from several threads."""

    def __init__(self, weights: NanoWeights, session: OnnxSession) -> None:
        """`session` runs the `computation` of these weights. Raises MalformedModel as the weights do."""
        self._session = session
        self._weights, self._positions = weights, weights.positions()

    def scores(self, ids: Sequence[int]) -> Floats:
        """Scores of each token, shape (tokens, 3): start of the answer, end, and in the first row the log odds that there is one."""
        return self._session.run(self._weights.words(ids) + self._positions[: len(ids)])
