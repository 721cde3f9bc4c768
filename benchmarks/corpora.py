"""Corpora of about so many passages: the invented parks, the sample articles, then news, or reports drawn from templates.

A corpus is a folder with `files/` for those who read files, and the same passages for those who take text: `passages.jsonl`, and
`vectors.npy` once they are embedded.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

import numpy as np

from benchmarks.mixed_folder import paragraphs
from corpus.reading.folder import read_source
from corpus.reading.source_file import SourceFile
from retrieval.building.embedding_cache import EmbeddingCache, encode_cached
from retrieval.models.embedding_models import BUNDLED, load_embedder
from retrieval.text.context import with_context
from retrieval.text.embedded_form import embedded_form
from retrieval.text.splitter import split

ROOT = Path(__file__).parents[1]
INVENTED, SAMPLES = ROOT / "benchmarks/invented_parks", ROOT / "corpus/articles"
ASKED = "unseen"
"""The invented parks that nothing was ever learned from; questions are about them."""
INVENTED_SETS = (ASKED, "paraphrases", "years", "notices", "people", "statistics", "measures", "english")
ARTICLES_A_FILE = 5


@dataclass(frozen=True, slots=True)
class Corpus:
    """Files and the passages that are in them."""

    folder: Path
    passages: int
    made_of: dict[str, int]
    """Articles by where they come from."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question and the articles that answer it."""

    text: str
    articles: frozenset[str]


def corpus_of(size: int, news: Path | None, home: Path) -> Corpus:
    """A corpus of `size` passages or a few more, made anew below `home`; only vectors are kept from one time to the next."""
    folder = home / f"corpus-{size}"
    shutil.rmtree(folder, ignore_errors=True)
    files = folder / "files"
    passages: list[dict[str, str]] = []
    made_of: Counter[str] = Counter()
    for kind, path, content in _contents(news):
        (files / path).parent.mkdir(parents=True, exist_ok=True)
        (files / path).write_bytes(content)
        stat = (files / path).stat()
        articles = read_source(files, SourceFile(path, stat.st_size, stat.st_mtime_ns)).articles
        made_of[kind] += len(articles)
        for passage in (passage for article in articles for passage in split(article)):
            passages.append({"article": passage.article.id, "text": embedded_form(with_context(passage))})
        if len(passages) >= size:
            break
    lines = (json.dumps(passage, ensure_ascii=False) + "\n" for passage in passages)
    (folder / "passages.jsonl").write_text("".join(lines), encoding="utf-8")
    return Corpus(folder, len(passages), dict(made_of))


def embed(corpus: Corpus, home: Path) -> None:
    """Write `vectors.npy`; vectors of known texts come from `embeddings/` below `home`."""
    embedder = load_embedder(BUNDLED)
    texts = [json.loads(line)["text"] for line in (corpus.folder / "passages.jsonl").open(encoding="utf-8")]
    with closing(EmbeddingCache(home / "embeddings", embedder.fingerprint, embedder.dimension)) as cache:
        np.save(corpus.folder / "vectors.npy", encode_cached(embedder, cache, texts))


def questions() -> list[AskedQuestion]:
    """Those that have an answer, and mean the same on whatever day they are asked."""
    lines = map(json.loads, (INVENTED / ASKED / "questions.jsonl").open(encoding="utf-8"))
    return [
        AskedQuestion(line["question"], frozenset(f"{ASKED}/{Path(name).stem}" for name in (line["file"], *line.get("also", ()))))
        for line in lines
        if line["file"] and not line["asked_on"]
    ]


def _contents(news: Path | None) -> Iterator[tuple[str, str, bytes]]:
    """Where it comes from, path and content of file after file, without end."""
    for name in INVENTED_SETS:
        for path in sorted((INVENTED / name / "articles").iterdir()):
            yield "invented parks", f"{name}/{path.name}", path.read_bytes()
    for path in sorted(path for path in SAMPLES.rglob("*") if path.is_file()):
        yield "samples", f"samples/{path.relative_to(SAMPLES).as_posix()}", path.read_bytes()
    if news:
        with news.open("rb") as lines:
            for number, group in enumerate(iter(lambda: b"".join(islice(lines, ARTICLES_A_FILE)), b"")):
                yield "news", f"news/{number:05d}.jsonl", group
    for number in count():
        numbers = range(number * ARTICLES_A_FILE, (number + 1) * ARTICLES_A_FILE)
        yield "drawn", f"drawn/{number:05d}.jsonl", "".join(map(_drawn, numbers)).encode()


def _drawn(number: int) -> str:
    """A report as benchmarks.mixed_folder draws them, as a line of JSON."""
    title, _, *text = paragraphs(number)
    return json.dumps({"id": f"drawn-{number}", "title": title, "text": "\n".join(text)}, ensure_ascii=False) + "\n"
