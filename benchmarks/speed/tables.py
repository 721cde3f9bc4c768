"""A record of benchmarks.speed as the tables and sentences of docs/benchmarks.md."""

from __future__ import annotations

from statistics import median

from benchmarks.markdown import table
from benchmarks.record import measured
from benchmarks.speed.recorded import OURS, PROCESSOR, Recorded


def text(recorded: Recorded, pictures: str) -> str:
    """All of it, with the pictures out of the folder of that name."""
    parts = [_measured(recorded), "### Indexing", _indexing(recorded), f"![passages indexed a second]({pictures}/indexing.svg)"]
    for size in recorded.sizes:
        parts += [f"### Questions over {size:,} passages", _asking(recorded, size)]
        parts += [f"![milliseconds a question]({pictures}/questions-{size}.svg)"]
    if len(recorded.sizes) > 1:
        parts.append(f"![milliseconds a question over passages]({pictures}/growth.svg)")
    parts += ["### An answer, step by step", _steps(recorded), f"![steps of an answer]({pictures}/steps.svg)"]
    parts += ["### A whole index", _whole(recorded), _stages(recorded)]
    return "\n\n".join(parts)


def _measured(recorded: Recorded) -> str:
    record, config = recorded.record, recorded.record["config"]
    corpora = "; ".join(
        f"{each['passages']:,} passages of {', '.join(f'{count:,} ({kind})' for kind, count in each['articles'].items())} articles"
        for each in config["corpora"].values()
    )
    return (
        f"{measured(record)} {config['questions']} questions in {config['rounds']} rounds.\n\n"
        f"- weights: {config['weights']}\n"
        f"- corpora: {corpora}\n"
        f"- others: {', '.join(f'{name} {version}' for name, version in config['peers'].items()) or 'nobody'}"
    )


def _indexing(recorded: Recorded) -> str:
    passages = recorded.record["figures"]["indexing"]["passages"]
    rows = [
        [
            name,
            f"{median(recorded.rates(name)):.1f}",
            f"{median(found['processor']) / passages * 1000:.1f}",
            f"{recorded.indexing_ratio(name, 'seconds'):.2f}",
            f"{recorded.indexing_ratio(name, 'processor'):.2f}",
            f"{found['peak MB']:.0f}",
        ]
        for name, found in recorded.indexing.items()
    ]
    heads = ["", "passages/s", "CPU ms a passage", "× ours, wall", "× ours, CPU", "peak MB"]
    said = f"{passages} passages, embedding and all. “× ours”: how many times as long as ours it takes.\n\n{table(heads, rows)}"
    if (share := recorded.embedding_share) is None:
        return said
    return f"{said}\n\nOf ours {share:.0%} is embedding."


def _asking(recorded: Recorded, size: int) -> str:
    found, cold = recorded.of(size)["asking"], recorded.of(size)["cold"]
    rows = [
        [
            name,
            *(f"{value:.1f}" for value in recorded.percentiles(size, name).values()),
            f"{recorded.percentiles(size, name, PROCESSOR)['p50']:.1f}",
            f"{recorded.asking_ratio(size, name):.2f}",
            f"{recorded.asking_ratio(size, name, PROCESSOR):.2f}",
            f"{found[name]['recall@1']:.3f}",
            f"{found[name]['resident MB']:.0f}",
            *(f"{median(cold[name][what]):.2f}" if name in cold else "" for what in ("seconds", "processor")),
        ]
        for name in recorded.ways
    ]
    heads = ["", "p50 ms", "p95", "p99", "CPU ms", "× ours, wall", "× ours, CPU", "recall@1", "resident MB", "cold s", "cold CPU s"]
    explained = "“Ours” in the ratios is parkqa without the reader; “cold” is a new process for one question."
    together = "; ".join(f"{name} {times:.2f} times as many a second" for name, times in recorded.together(size).items())
    return f"{explained}\n\n{table(heads, rows)}\n\nTwo questions at once on two threads: {together}."


def _steps(recorded: Recorded) -> str:
    steps = {size: recorded.question_stages(size) for size in recorded.sizes}
    rows = [[step, *(f"{steps[size][step]:.1f}" for size in recorded.sizes)] for step in steps[recorded.sizes[0]]]
    return table(["milliseconds, median", *_sizes(recorded)], rows)


def _whole(recorded: Recorded) -> str:
    rows = [
        [name, f"{size:,}", f"{each['seconds']:.1f}", f"{each['processor']:.1f}", f"{each['index MB']:.1f}", f"{each['peak MB']:.0f}"]
        for size in recorded.sizes
        for name, each in recorded.of(size)["growth"].items()
    ]
    heads = ["", "passages", "seconds", "CPU s", "index MB", "peak MB"]
    return f"All that indexing takes besides embedding: everybody gets the same vectors.\n\n{table(heads, rows)}"


def _stages(recorded: Recorded) -> str:
    ours = {size: recorded.of(size)["growth"][OURS] for size in recorded.sizes}
    named = dict.fromkeys(stage for each in ours.values() for stage in each["stages"])
    rows = [[stage, *(f"{each['stages'].get(stage, 0.0):.1f}" for each in ours.values())] for stage in named]
    rows.append(["a run without a change", *(f"{each['unchanged']:.2f}" for each in ours.values())])
    return f"Ours by stage:\n\n{table(['seconds', *_sizes(recorded)], rows)}"


def _sizes(recorded: Recorded) -> list[str]:
    return [f"{size:,} passages" for size in recorded.sizes]
