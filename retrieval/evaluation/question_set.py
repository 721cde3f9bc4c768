"""Labelled questions (those with known answers), in either of two layouts.

- BEIR (Thakur et al. 2021): corpus.jsonl, queries.jsonl, qrels/test.tsv. A query's `metadata` may hold `asked_on` and `answers`.
- Our own: articles/ and questions.jsonl with lines {"id", "question", "file", "also"?, "answers", "kind", "trap"?, "asked_on"?}; `file` is
  the name of the article's file or its id, null where the corpus holds no answer, and `also` names others that tell the same, or the other
  sides of a comparison. Without articles/, the questions are asked of the corpus in use. `note` and `evidence` may hold what people want to
  know of a question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from corpus.errors import CorpusError
from corpus.formats import JSONL_SUFFIX, PARSERS, RECORD_SUFFIXES
from retrieval.errors import QuestionTooLong
from retrieval.question.reading import refuse_too_long


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question, the articles that answer it (none: it cannot be answered), and strings that a full answer holds."""

    id: str
    text: str
    relevant: frozenset[str]
    answers: tuple[str, ...]
    kind: str
    asked_on: date | None
    trap: str = ""
    """What could be taken for the answer: the figure of another year, another office."""


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions and the corpus folder or file that they are asked of."""

    name: str
    corpus: Path
    questions: tuple[LabelledQuestion, ...]


def load_question_set(folder: Path, corpus_in_use: Path) -> QuestionSet:
    """Read a folder in either layout. Raises CorpusError when there is none, or no question in it, or a line that cannot be read."""
    if (folder / "queries.jsonl").is_file() and (folder / "corpus.jsonl").is_file():
        corpus, questions = folder / "corpus.jsonl", _beir(folder)
    elif (folder / "questions.jsonl").is_file():
        articles = folder / "articles"
        corpus, questions = articles if articles.is_dir() else corpus_in_use, _own(folder / "questions.jsonl")
    elif not folder.is_dir():
        raise CorpusError(f"There is no folder {folder}: name one that holds questions.jsonl, or a set in the BEIR layout.")
    else:
        raise CorpusError(f"{folder} holds neither questions.jsonl nor corpus.jsonl, queries.jsonl and qrels/test.tsv: add either.")
    if not questions:
        raise CorpusError(f"{folder} holds no question to ask: each needs a line of its own, and in the BEIR layout a judgement in qrels.")
    return QuestionSet(folder.name, corpus, questions)


def _day(value: object) -> date | None:
    """2024-06-15 or 2024-6-15; None where nothing is said. Raises ValueError."""
    if not value:
        return None
    year, month, day = (int(part) for part in str(value).split("-"))
    return date(year, month, day)


def _askable(text: str) -> str:
    """The text of a question that can be asked. Raises ValueError."""
    try:
        refuse_too_long(text)
    except QuestionTooLong as error:
        raise ValueError(str(error)) from None
    return text


Asked = Annotated[str, AfterValidator(_askable)]


class _Details(BaseModel):
    """What a line of either layout may say beside the question; in `metadata`, keys that are not named here are ignored."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    asked_on: Annotated[date | None, BeforeValidator(_day)] = None
    answers: tuple[str, ...] | None = None


class _Metadata(_Details):
    """What a line of queries.jsonl says beside the question."""

    temporal_type: str | None = None


class _Query(BaseModel):
    """A line of queries.jsonl."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    id: str = Field(alias="_id")
    text: Asked
    metadata: _Metadata | None = None


class _Line(_Details):
    """A line of questions.jsonl. A key by another name is refused: without its answers a question would count as one that has none."""

    model_config = ConfigDict(extra="forbid")

    id: str
    question: Asked
    file: str | None = None
    also: tuple[str, ...] | None = None
    kind: str | None = None
    trap: str | None = None
    evidence: object = None
    """For people, as is `note`."""
    note: object = None


def _beir(folder: Path) -> tuple[LabelledQuestion, ...]:
    """The queries that have a judgement."""
    relevant = _judgements(folder / "qrels" / "test.tsv")
    queries = _records(folder / "queries.jsonl", _Query)
    return tuple(_known(query, relevant[query.id]) for query in queries if query.id in relevant)


def _known(query: _Query, relevant: Set[str]) -> LabelledQuestion:
    details = query.metadata or _Metadata()
    return LabelledQuestion(query.id, query.text, frozenset(relevant), details.answers or (), details.temporal_type or "", details.asked_on)


def _own(path: Path) -> tuple[LabelledQuestion, ...]:
    return tuple(map(_labelled, _records(path, _Line)))


def _labelled(line: _Line) -> LabelledQuestion:
    files = (line.file, *(line.also or ()))
    relevant = frozenset().union(*map(_article_ids, files))
    return LabelledQuestion(line.id, line.question, relevant, line.answers or (), line.kind or "", line.asked_on, line.trap or "")


def _article_ids(file: str | None) -> frozenset[str]:
    """The id that a file's name or an id stands for; a dot in an id begins a suffix only where files have such a one."""
    if not file:
        return frozenset()
    suffix = PurePosixPath(file).suffix
    return frozenset({file.removesuffix(suffix) if suffix.lower() in {*PARSERS, *RECORD_SUFFIXES, JSONL_SUFFIX} else file})


def _judgements(path: Path) -> Mapping[str, set[str]]:
    """By query, the articles that answer it. The first line names the columns."""
    relevant: dict[str, set[str]] = defaultdict(set)
    for place, line in _lines(path)[1:]:
        try:
            query, article, grade = line.split("\t")
            if int(grade) > 0:
                relevant[query].add(article)
        except ValueError:
            raise CorpusError(
                f"{place} is not a query's id, an article's id and a whole number, separated by tabs: mend that line."
            ) from None
    return relevant


_Record = TypeVar("_Record", bound=BaseModel)


def _records(path: Path, record: type[_Record]) -> list[_Record]:
    found = []
    for place, line in _lines(path):
        try:
            found.append(record.model_validate_json(line))
        except ValidationError as error:
            raise CorpusError(f"{place} is not a question ({_problem(error, record)}): mend that line.") from None
    return found


def _problem(error: ValidationError, record: type[BaseModel]) -> str:
    """The first thing that is wrong with a line."""
    first = error.errors(include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        near = get_close_matches(where, record.model_fields, n=1)
        return f"unknown key {where!r}; " + (f"did you mean {near[0]}?" if near else f"there are {', '.join(record.model_fields)}")
    return f"{where and where + ': '}{first['msg']}"


def _lines(path: Path) -> list[tuple[str, str]]:
    """The lines that are not blank, each after its place, `file:line`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise CorpusError(f"{path} cannot be read as UTF-8 text: {error}") from error
    return [(f"{path}:{number}", line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
