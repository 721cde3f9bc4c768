from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.admin.reindex_report import done_report, dry_run_report, failed_report
from bot.messages.message import Message
from bot.store.reindexes import Reindex
from bot.texts.zh import ZH
from corpus.reading.source_file import Rejection
from corpus.reason import Reason, ReasonCode
from retrieval.building.report import ReindexReport
from tests.telegram_server.rules.keyboards import keyboard_problems
from tests.telegram_server.rules.text import problems

REPORT = ReindexReport("000002", ("2024/a", "b"), ("c",), (), 7, (Rejection("x.zip", Reason(ReasonCode.NO_TEXT)),), 10, 30, 8, 1.5)
MADE = Reindex("abcdefgh1234", 7, "000001", "000002", None)


def labels(message: Message) -> list[str]:
    return [button.label for row in message.buttons for button in row]


def test_a_dry_run_names_what_would_change_and_asks() -> None:
    message = dry_run_report(REPORT, ZH)
    assert message.text.splitlines() == [
        ZH.admin.dry_run_heading,
        ZH.admin.dry_run_changes.format(added=2, changed=1, removed=0, unchanged=7),
        ZH.admin.dry_run_added.format(ids="2024/a、b"),
        ZH.admin.dry_run_changed.format(ids="c"),
        "",
        ZH.reindex_rejected.format(count=1),
        ZH.rejected_file.format(path="x.zip", reason="里面没有文字"),
    ]
    assert labels(message) == [ZH.admin.button_begin, ZH.admin.button_cancel]


def test_a_dry_run_without_changes_says_so_and_can_be_begun_all_the_same() -> None:
    message = dry_run_report(replace(REPORT, added=(), changed=(), rejected=()), ZH)
    assert message.text.splitlines()[0] == ZH.admin.dry_run_none
    assert labels(message) == [ZH.admin.button_begin, ZH.admin.button_cancel]


def test_what_failed_can_be_undone_where_files_came_in() -> None:
    assert labels(failed_report("disk full", MADE._replace(made=None, upload="u"), ZH)) == [ZH.admin.button_undo]
    assert labels(failed_report("disk full", MADE._replace(made=None), ZH)) == []


anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)
ids = st.lists(anything, max_size=20).map(tuple)
reasons = st.builds(Reason, st.sampled_from(ReasonCode) | anything, st.dictionaries(st.sampled_from(["error", "kind"]), anything))
reports = st.builds(
    ReindexReport,
    version=st.none() | st.just("000002"),
    added=ids,
    changed=ids,
    removed=ids,
    unchanged=st.integers(0, 10**6),
    rejected=st.lists(st.builds(Rejection, anything, reasons), max_size=20).map(tuple),
    articles=st.integers(1, 10**6),
    passages=st.integers(0, 10**6),
    embedded=st.integers(0, 10**6),
    seconds=st.floats(0, 10**5),
    self_check=st.none(),
)


@given(reports)
def test_every_report_is_a_message_that_telegram_takes(report: ReindexReport) -> None:
    for message in (dry_run_report(report, ZH), done_report(report, MADE, ZH)):
        assert problems(message.text, []) == []
        rows = [[{"text": button.label, "callback_data": str(button.callback_data)} for button in row] for row in message.buttons]
        assert keyboard_problems({"inline_keyboard": rows} if rows else None) == []
