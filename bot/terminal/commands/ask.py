"""`parkqa ask`: one question, or a file of them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.settings.language import Language
from bot.terminal.commands.exit_code import ExitCode
from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, Invocation, settings_of, texts_of

if TYPE_CHECKING:
    from retrieval.answering.answer import Answer
    from retrieval.answering.answerer import Answerer

STANDARD_INPUT = "-"
_BETWEEN_CHINESE = re.compile(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")

QuestionArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="QUESTION", help="In Chinese or English; - reads them from standard input, one a line.", show_default=False),
]
AskedOnOption = Annotated[
    datetime | None,
    typer.Option(
        "--asked-on", metavar="DATE", formats=["%Y-%m-%d"], help="What 'last year' counts from, such as 2022-03-01; without it, today."
    ),
]
TopOption = Annotated[
    int | None,
    typer.Option(
        "--top", metavar="N", min=1, help="At most so many quotes, long shots too; without it those of answer.quotes that may well answer."
    ),
]
ExplainOption = Annotated[
    bool, typer.Option("--explain", help="Show why: what spoke for each quote, what was dropped, how sure it is; everything with --json.")
]
JsonOption = Annotated[
    bool,
    typer.Option(
        "--json",
        help="Print JSON and nothing else on stdout; offsets count the characters of the article, those named _in_text of the quote.",
    ),
]
FileOption = Annotated[
    Path | None,
    typer.Option(
        "--file", metavar="FILE", help='Questions, one {"id", "question", "asked_on"?} a line; prints one JSON answer a line, in order.'
    ),
]


def ask(
    context: typer.Context,
    *,
    question: QuestionArgument = None,
    asked_on: AskedOnOption = None,
    top: TopOption = None,
    as_json: JsonOption = False,
    explain: ExplainOption = False,
    file: FileOption = None,
    config: ConfigOption = None,
    corpus: CorpusOption = None,
    index: IndexOption = None,
) -> None:
    """Ask a question; the answer is verbatim quotes with their source, or that nothing was found (exit code 4).

    Example: [bold]parkqa ask 银川经开区2022年工作会议奖励了多少家企业[/bold]
    """
    asked = _one_line(question or ())
    if (file is None) == (not asked):
        raise typer.BadParameter(texts_of(context).command_line.ask_nothing)
    settings = settings_of(context, config, corpus, index)
    from platformdirs import user_cache_path

    from corpus.language.kept_patterns import kept_patterns
    from retrieval.factory import open_answerer

    context.with_resource(kept_patterns(user_cache_path("parkqa") / "prepared"))
    answerer = open_answerer(settings)
    most, language = top or settings.answer.quotes, context.ensure_object(Invocation).language
    if file is not None:
        _answer_file(answerer, file, asked_on, most, explain=explain, language=language)
        return
    found = False
    for each in _typed_lines() if asked == STANDARD_INPUT else (asked,):
        if asked == STANDARD_INPUT and not as_json:
            _print_question(each)
        answer = answerer.ask(_clean(each), asked_on=asked_on.date() if asked_on else None, top=most, explain=explain)
        answer = answerer.with_missing(answer)
        _print_answer(answer if as_json or top else replace(answer, quotes=answer.visible(most)), as_json, language)
        found = found or answer.found
    if not found:
        raise typer.Exit(ExitCode.NOTHING_FOUND)


def _one_line(words: Sequence[str]) -> str:
    """What the shell took apart. Between two Chinese characters a space says nothing."""
    return _BETWEEN_CHINESE.sub("", " ".join(words).strip())


def _typed_lines() -> Iterator[str]:
    """The questions on standard input, as they come."""
    for line in sys.stdin.buffer:
        if text := line.decode("utf-8-sig", "replace").strip():
            yield text


def _print_question(question: str) -> None:
    """Above its answer, where there may be several."""
    from bot.terminal.printing.drawing import draw_aside
    from bot.terminal.printing.terminal import stdout_console

    draw_aside(f"> {question}", stdout_console())


def _print_answer(answer: Answer, as_json: bool, language: Language) -> None:
    if as_json:
        from bot.terminal.printing.terminal import print_json
        from retrieval.answering.answer_json import answer_as_dict

        print_json(answer_as_dict(answer))
    else:
        from bot.terminal.printing.answer import print_answer
        from bot.terminal.printing.terminal import stdout_console
        from bot.texts.tables import saying

        print_answer(stdout_console(), answer, saying(language))


def _answer_file(answerer: Answerer, file: Path, asked_on: datetime | None, top: int, *, explain: bool, language: Language) -> None:
    """Answer each line as it is read; of a bad one that is told instead, and the others go on, then the exit code is 1."""
    from bot.terminal.commands.question_file import QuestionFileError, read_questions
    from bot.terminal.printing.terminal import print_json, stderr_console
    from bot.texts.sentences import in_language
    from retrieval.answering.answer_json import answer_as_dict
    from retrieval.errors import QuestionRefused

    failed = False
    for entry in read_questions(file):
        if isinstance(entry, QuestionFileError):
            stderr_console().print(in_language(str(entry), language), markup=False, soft_wrap=True, style="red")
            failed = True
            continue
        day = entry.asked_on or (asked_on.date() if asked_on else None)
        try:
            answer = answerer.ask(_clean(entry.question), asked_on=day, top=top, explain=explain)
            print_json(answer_as_dict(answerer.with_missing(answer), entry.id))
        except QuestionRefused as error:
            print_json({"id": entry.id, "error": str(error)})
            failed = True
    if failed:
        raise typer.Exit(ExitCode.ERROR)


def _clean(question: str) -> str:
    """The question as UTF-8 whatever the locale took its bytes for, and without what cannot be encoded at all."""
    try:
        return os.fsencode(question).decode("utf-8")
    except UnicodeError:
        return question.encode("utf-8", "replace").decode("utf-8")
