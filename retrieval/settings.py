"""What can be set about index, models and answers; the defaults are those of config.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, NonNegativeInt, PositiveInt

from corpus.settings import AbsolutePath, BesideConfig, CorpusSettings, NoneIfBlank, Section

ModelName = Annotated[str, Field(min_length=1), BesideConfig(only_folders=True)]
"""A model of sentence-transformers, by name or by folder."""


class IndexSettings(Section):
    """Where the index lies and how many of its versions stay."""

    folder: AbsolutePath = Path("index")
    keep_versions: PositiveInt = 3


class EmbeddingSettings(Section):
    """Which model turns text into vectors."""

    model: ModelName = "bundled"
    batch_size: PositiveInt = 256


class RerankerSettings(Section):
    """A cross-encoder that reads the best passages again."""

    model: Annotated[ModelName | None, NoneIfBlank] = None
    budget_ms: PositiveInt = 300


class ReaderSettings(Section):
    """A small model that reads question and passage together."""

    budget_ms: NonNegativeInt = 250


class AnswerSettings(Section):
    """What an answer holds, and when it counts as found."""

    quotes: PositiveInt = 3
    false_answers: Annotated[float, Field(ge=0, le=1)] = 0.1
    quote_length: Annotated[int, Field(ge=20)] = 280


class RetrievalSettings(Section):
    """All that indexing, asking and evaluating take; a front end adds its own sections."""

    corpus: CorpusSettings = CorpusSettings()
    index: IndexSettings = IndexSettings()
    embedding: EmbeddingSettings = EmbeddingSettings()
    reranker: RerankerSettings = RerankerSettings()
    reader: ReaderSettings = ReaderSettings()
    answer: AnswerSettings = AnswerSettings()
