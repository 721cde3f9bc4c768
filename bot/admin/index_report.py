"""What admins read about the index, as text in their language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from bot.messages.local_time import local_time
from bot.messages.one_line import one_line
from bot.messages.readable_size import readable_size
from bot.messages.reason_text import reason_text
from bot.messages.whole_lines import whole_lines
from bot.monitoring.index_facts import IndexFacts
from bot.settings.language import Language
from bot.texts.sentences import in_language
from bot.texts.wording import Texts
from corpus.reading.source_file import Rejection, Remark
from retrieval.building.report import ReindexReport
from retrieval.index.self_check_record import SelfCheckFigures
from retrieval.progress import StageProgress
from retrieval.workers.exchange import WorkerState

SHOWN_REJECTED = 10
"""Rejected files that a report names; the command line names all."""
PATH_LENGTH = 80
REASON_LENGTH = 160


def progress_text(progress: StageProgress, texts: Texts, template: str) -> str:
    """How far a reindex, or a dry run of one, has come; `template` is the sentence for it."""
    stage = texts.reindex_stages.get(progress.stage, progress.stage)
    percent = 100 * progress.done // max(progress.total, 1)
    return template.format(stage=stage, done=progress.done, total=progress.total, percent=percent)


def report_text(report: ReindexReport, texts: Texts) -> str:
    """What a reindex did, with the first of the files that it could not take in."""
    template = texts.reindex_done if report.version else texts.reindex_unchanged
    lines = [
        template.format(
            version=report.version,
            added=len(report.added),
            changed=len(report.changed),
            removed=len(report.removed),
            unchanged=report.unchanged,
            articles=report.articles,
            passages=report.passages,
            seconds=f"{report.seconds:.1f}",
        )
    ]
    if report.self_check:
        lines.append(self_check_text(report.self_check, texts))
    return whole_lines([*lines, *rejected_lines(report.rejected, texts), *remark_lines(report.remarks, texts)])


def rejected_lines(rejected: Sequence[Rejection], texts: Texts) -> list[str]:
    """The first of the files that were not taken in, under a heading; nothing where there are none."""
    return _first_lines(rejected, texts.reindex_rejected, texts)


def remark_lines(remarks: Sequence[Remark], texts: Texts) -> list[str]:
    """The first of what is to be known of files that were taken in, under a heading; nothing where there is nothing."""
    return _first_lines(remarks, texts.reindex_remarks, texts)


def _first_lines(said: Sequence[Rejection | Remark], heading: str, texts: Texts) -> list[str]:
    if not said:
        return []
    lines = ["", heading.format(count=len(said)), *(rejected_line(each, texts) for each in said[:SHOWN_REJECTED])]
    return [*lines, texts.more.format(count=len(said) - SHOWN_REJECTED)] if len(said) > SHOWN_REJECTED else lines


def rejected_line(left: Rejection | Remark, texts: Texts) -> str:
    """One file, or article of a file, and why it was not taken in, or what is to be known of it."""
    reason = one_line(reason_text(left.reason, texts), REASON_LENGTH)
    return texts.rejected_file.format(path=one_line(left.path[-PATH_LENGTH:], PATH_LENGTH), reason=reason)


def status_text(facts: IndexFacts, texts: Texts, zone: tzinfo) -> str:
    """What is in the index, and how far its answers can be trusted: what /status and `parkqa status` say of it."""
    held = texts.status.format(
        version=facts.index_version,
        created=local_time(facts.created_at, zone),
        articles=facts.articles,
        passages=facts.passages,
        parks=len(facts.parks),
        years=f"{facts.years[0]}–{facts.years[-1]}" if facts.years else "–",
        embedder=facts.embedder,
        rejected=len(facts.rejected),
        size=readable_size(facts.size_bytes),
        folder=facts.folder,
    )
    if facts.server:
        held = f"{held}\n{texts.status_server.format(server=facts.server)}"
    if not facts.up_to_date:
        held = f"{held}\n{texts.status_outdated}"
    accepted = texts.false_answers_accepted.format(share=f"{facts.accepted_false_answers:.0%}")
    measured = self_check_text(facts.self_check, texts) if facts.self_check else texts.self_check_missing
    return f"{held}\n{measured}\n{accepted}"


def worker_lines(facts: IndexFacts, texts: Texts, language: Language) -> list[str]:
    """How each process is that embeds for reindexes."""
    return [_worker(name, state, texts, language) for name, state in facts.workers.items()]


def _worker(name: str, state: WorkerState | str, texts: Texts, language: Language) -> str:
    if isinstance(state, str):
        return in_language(state, language)
    return (texts.status_worker_busy if state.busy else texts.status_worker).format(worker=name, embedded=state.embedded)


def self_check_text(figures: SelfCheckFigures, texts: Texts) -> str:
    """How far the answers of an index version can be trusted, in a sentence without its full stop."""
    found = figures.false_share
    if found is None:
        return texts.self_check_impossible
    return texts.self_check.format(
        questions=figures.questions,
        right=f"{figures.right / figures.questions:.0%}",
        wrong=f"{figures.wrong / figures.questions:.0%}",
        share=f"{found.value:.0%}",
        low=f"{found.low:.0%}",
        high=f"{found.high:.0%}",
    )
