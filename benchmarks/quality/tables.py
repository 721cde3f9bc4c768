"""The tables of docs/quality.md in Markdown, as benchmarks.quality prints them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.markdown import table
from retrieval.evaluation.bootstrap import Estimate
from retrieval.evaluation.comparison import Difference, compare
from retrieval.evaluation.evaluation import Evaluation
from retrieval.evaluation.run_record import EarlierRun

OF_ABLATIONS = ("recall@1", "answer in quote@1")
OF_RANKINGS = ("recall@1", "recall@5", "answer in quote@1", "answer in quote@3")


def rankings_table(sets: Mapping[str, Mapping[str, Evaluation]]) -> str:
    """Each set, ranked in every way."""
    rows = (
        [set_name, ranking, *(_value(found.measures.get(name)) for name in OF_RANKINGS), f"{found.median_ms:.0f}"]
        for set_name, rankings in sets.items()
        for ranking, found in rankings.items()
    )
    return _markdown("Rankings", ["set", "ranking", *OF_RANKINGS, "median ms"], rows)


def ours_table(sets: Sequence[Evaluation]) -> str:
    """Everything measured of our own answers, with 95 % confidence intervals."""
    names = dict.fromkeys(name for found in sets for name in found.measures)
    rows = ([name, *(_with_interval(found.measures.get(name)) for found in sets)] for name in names)
    questions = ["questions", *(str(len(found.outcomes)) for found in sets)]
    return _markdown("Our answers", ["measure", *(found.name for found in sets)], [questions, *rows])


def kinds_table(sets: Sequence[Evaluation]) -> str:
    """Our own answers by the kind of question."""
    rows = (
        [found.name, kind, str(len(found.rows_by_kind[kind])), *(_value(measures.get(name)) for name in (*OF_RANKINGS, "coverage"))]
        for found in sets
        for kind, measures in found.kinds.items()
        if "recall@1" in measures
    )
    return _markdown("By kind of question", ["set", "kind", "questions", *OF_RANKINGS, "coverage"], rows)


def ablation_table(sets: Mapping[str, tuple[Evaluation, Mapping[str, Evaluation]]]) -> str:
    """What is lost without each idea and each feature; a star where a paired test says that the difference is hardly chance."""
    names = dict.fromkeys(name for _, without in sets.values() for name in without)
    rows = [[name, *(_losses(ours, without[name]) if name in without else "" for ours, without in sets.values())] for name in names]
    note = f"Change in points when it is left out, of {' / '.join(OF_ABLATIONS)}; * where p < .05."
    return _markdown("Without one idea or feature", ["left out", *sets], rows) + f"\n{note}\n"


def _losses(ours: Evaluation, without: Evaluation) -> str:
    compared = compare(without.values_by_question(), EarlierRun(ours.name, ours.values_by_question()))
    found = {difference.measure: difference for difference in compared.differences}
    return " / ".join(_loss(found[name]) for name in OF_ABLATIONS if name in found)


def _loss(difference: Difference) -> str:
    return f"{100 * (difference.now - difference.before):+.1f}{'*' if difference.p < 0.05 else ''}"


def _value(found: Estimate | None) -> str:
    return "" if found is None else f"{found.value:.3f}"


def _with_interval(found: Estimate | None) -> str:
    return "" if found is None else f"{found.value:.3f} ({found.low:.3f}–{found.high:.3f})"


def _markdown(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return f"### {title}\n\n{table(headings, rows)}\n"
