"""What can be set about index, models and answers; the defaults are those of config.yaml."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, NonNegativeInt, PositiveInt, SecretStr

from corpus.settings import AbsolutePath, BesideConfig, CorpusSettings, NoneIfBlank, Section

ModelName = Annotated[str, Field(min_length=1), BesideConfig(only_folders=True)]
"""A model of sentence-transformers, by name or by folder."""


def milvus_address(value: str) -> str:
    """The address of a server, or of the folder that milvus-lite keeps."""
    if not value.startswith(("http://", "https://")) and not value.endswith(".db"):
        raise ValueError("must begin with http:// or https://, or be a path that ends in .db (milvus-lite, for trying it out)")
    return value


def index_name(value: str) -> str:
    """A name that Milvus takes, and that no version of another index begins with."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z_]{0,99}", value):
        raise ValueError("must be of letters and _, and begin with a letter")
    return value


def names(value: object) -> tuple[str, ...]:
    """Accept `one, another` (the environment has only text), one name or nothing beside a list."""
    if isinstance(value, str):
        listed = re.fullmatch(r"\[(?!\s*[\da-fA-F:.]+\]:)(.*)\]", value.strip())
        value = (listed[1] if listed else value).split(",")
    given = value if isinstance(value, list | tuple) else () if value is None else (value,)
    return tuple(filter(None, (str(name).strip(" '\"") for name in given)))


def device_names(value: tuple[str, ...]) -> tuple[str, ...]:
    """As torch calls them."""
    if not all(re.fullmatch(r"[a-z]+(:\d+)?", name) for name in value):
        raise ValueError("must be names of torch's devices, such as [cuda:0, cuda:1]")
    return value


def worker_addresses(value: tuple[str, ...]) -> tuple[str, ...]:
    """Hosts, each with a port."""
    if not all(re.fullmatch(r"(\[[\da-fA-F:.]+\]|[\w.-]+):\d{1,5}", address) for address in value):
        raise ValueError("must be hosts with a port each, such as [gpu1:9300, gpu2:9300]")
    return value


def long_secret(value: SecretStr) -> SecretStr:
    """Long enough that nobody guesses it, and of characters that may stand anywhere."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{32,256}", value.get_secret_value()):
        raise ValueError("must be 32 to 256 characters out of A-Z a-z 0-9 _ - (try `openssl rand -hex 32`)")
    return value


Port = Annotated[int, Field(ge=1, le=65535)]
LongSecret = Annotated[Annotated[SecretStr, AfterValidator(long_secret)] | None, NoneIfBlank]
MilvusAddress = Annotated[str, AfterValidator(milvus_address)]


class IndexSettings(Section):
    """Where the index lies and how many of its versions stay."""

    engine: Literal["in_process", "milvus"] = "in_process"
    folder: AbsolutePath = Path("index")
    keep_versions: PositiveInt = 3


class MilvusSettings(Section):
    """The server of the Milvus engine."""

    uri: MilvusAddress = "http://127.0.0.1:19530"
    token: Annotated[SecretStr | None, NoneIfBlank] = None
    name: Annotated[str, AfterValidator(index_name)] = "parkqa"


class EmbeddingSettings(Section):
    """Which model turns text into vectors."""

    model: ModelName = "bundled"
    batch_size: PositiveInt = 256
    devices: Annotated[tuple[str, ...], BeforeValidator(names), AfterValidator(device_names)] = ()


class WorkersSettings(Section):
    """Other processes that embed for a reindex, and what such a process itself takes."""

    addresses: Annotated[tuple[str, ...], BeforeValidator(names), AfterValidator(worker_addresses)] = ()
    secret: LongSecret = None
    listen: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    port: Port = 9300


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
    milvus: MilvusSettings = MilvusSettings()
    embedding: EmbeddingSettings = EmbeddingSettings()
    workers: WorkersSettings = WorkersSettings()
    reranker: RerankerSettings = RerankerSettings()
    reader: ReaderSettings = ReaderSettings()
    answer: AnswerSettings = AnswerSettings()
