"""What `parkqa evaluate` shows to people: measures with their intervals, kinds and traps of questions, what changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.markup import escape
from rich.table import Column, Table

from bot.terminal.printing.terminal import printable
from bot.texts.tables import Say
from retrieval.evaluation.bootstrap import Estimate
from retrieval.evaluation.comparison import Comparison
from retrieval.evaluation.evaluation import Evaluation, Rows

OF_GROUPS = ("recall@1", "recall@5", "answer in quote@1", "answer in quote@3", "right and found", "coverage", "false answers")
"""Measures that are shown for each kind of question and each trap; --json has all."""
CHANGES_SHOWN = 40


def measures_table(evaluation: Evaluation, say: Say) -> Table:
    """Every measure over all questions."""
    headings = (say("measure"), _right(say("value")), _right(say("95 % interval")))
    title = say(f"{escape(printable(evaluation.name))}: {len(evaluation.outcomes)} questions")
    table = Table(*headings, title=title, title_justify="left")
    for name, found in evaluation.measures.items():
        table.add_row(say(name), f"{found.value:.3f}", f"{found.low:.3f} – {found.high:.3f}")
    table.add_row(say("median time"), f"{evaluation.median_ms:.0f} ms", "")
    if (characters := evaluation.median_characters) is not None:
        table.add_row(say("median length of a right first quote"), f"{characters:.0f}", "")
    return table


def kinds_table(evaluation: Evaluation, say: Say) -> Table:
    """The measures that matter most, for each kind of question."""
    return _groups_table("kind", evaluation.kinds, evaluation.rows_by_kind, say)


def traps_table(evaluation: Evaluation, say: Say) -> Table:
    """The same for each trap."""
    return _groups_table("trap", evaluation.traps, evaluation.rows_by_trap, say)


def differences_table(comparison: Comparison, say: Say) -> Table:
    """Each measure before and now, and whether the difference may be chance."""
    title = f"against the earlier run, over {comparison.shared} questions that both asked"
    left_out = f" ({comparison.only_one} that only one of them asked are left out)" if comparison.only_one else ""
    headings = map(say, ("before", "now", "difference", "better", "worse", "same", "p"))
    table = Table(say("measure"), *map(_right, headings), title=say(title + left_out), title_justify="left")
    for row in comparison.differences:
        counts = (str(count) for count in (row.better, row.worse, row.same))
        table.add_row(say(row.measure), f"{row.before:.3f}", f"{row.now:.3f}", f"{row.now - row.before:+.3f}", *counts, f"{row.p:.3f}")
    return table


def changes_table(comparison: Comparison, evaluation: Evaluation, say: Say) -> Table:
    """The questions that changed, in the order in which they were asked."""
    texts = {outcome.question.id: outcome.question.text for outcome in evaluation.outcomes}
    table = Table(*map(say, ("question", "better in", "worse in")), title=say("questions that changed"), title_justify="left")
    for change in comparison.changes[:CHANGES_SHOWN]:
        question = escape(printable(f"{change.id} {texts[change.id]}"))
        table.add_row(question, _listed(change.better, say), _listed(change.worse, say))
    if len(comparison.changes) > CHANGES_SHOWN:
        table.add_row(say(f"… and {len(comparison.changes) - CHANGES_SHOWN} more: --json lists them all"), "", "")
    return table


def _groups_table(heading: str, groups: Mapping[str, Mapping[str, Estimate]], rows: Mapping[str, Rows], say: Say) -> Table:
    table = Table(Column(say(heading), no_wrap=True), _right(say("n")), *map(_right, map(say, OF_GROUPS)))
    for name, measures in groups.items():
        shown = (f"{measures[each].value:.3f}" if each in measures else "" for each in OF_GROUPS)
        table.add_row(escape(printable(name)), str(len(rows[name])), *shown)
    return table


def _listed(measures: Sequence[str], say: Say) -> str:
    return ", ".join(map(say, measures))


def _right(heading: str) -> Column:
    return Column(heading, justify="right")
