"""Pairs out of a file in the format of SQuAD 2.0 (Rajpurkar et al. 2018), which has questions that their passage does not answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError
from corpus.language.span import Span
from retrieval.text.embedded_form import embedded_form
from retrieval.training.pairs import Pair

LONGEST = 420
"""Characters of a passage, from the sentence before the answer on; the reader reads no more."""
BEFORE = 160
"""Characters of it that may stand before the answer."""


def pairs_of(file: Path) -> Iterator[Pair]:
    """One pair a question. Raises CorpusError when the file is in another format."""
    try:
        articles = json.loads(file.read_text("utf-8"))["data"]
        for article in articles:
            for paragraph in article["paragraphs"]:
                for asked in paragraph["qas"]:
                    yield _pair(article.get("title", ""), paragraph["context"], asked)
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise CorpusError(f"{file} is no file in the format of SQuAD 2.0 ({error}): give one, or leave it out.") from error


def _pair(title: str, context: str, asked: dict[str, Any]) -> Pair:
    question, named = embedded_form(asked["question"]), embedded_form(title)
    if asked.get("is_impossible") or not asked["answers"]:
        return Pair(question, named, embedded_form(context)[:LONGEST], None, nowhere=True)
    start = asked["answers"][0]["answer_start"]
    end = start + len(asked["answers"][0]["text"])
    first = 0 if end <= LONGEST else max(context.rfind("。", 0, max(0, start - BEFORE)) + 1, end - LONGEST)
    return Pair(question, named, embedded_form(context)[first : first + LONGEST], Span(start - first, end - first))
