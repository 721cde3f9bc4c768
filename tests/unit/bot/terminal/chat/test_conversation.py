from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from bot.terminal.chat.conversation import run_chat
from bot.texts.zh import ZH
from corpus.article import Article
from retrieval.errors import IndexMissing
from retrieval.question.reading import MOST_CHARACTERS
from tests.fake_answerers import FakeAnswerer, services_with

TEXT = "东澜园区今年新增企业46家。"
ARTICLE = Article("a", "东澜年报", f"{TEXT}\n另有12家迁入。", "东澜发布", date(2024, 2, 1), "https://example.org/1", (), "a.txt")
OTHERS = tuple(Article(name, f"东澜{name}报", f"东澜园区{name}报道的内容。", None, None, None, (), f"{name}.txt") for name in "二三四五")


def failing(error: BaseException) -> Callable[[str], None]:
    def act(question: str) -> None:
        raise error

    return act


def converse(answerer: FakeAnswerer, *lines: str) -> str:
    """What is shown, without the greeting and the goodbye, when these lines are typed."""
    typed = iter(lines)

    def read() -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    console = Console(file=io.StringIO(), highlight=False)
    run_chat(services_with(answerer), "zh", UTC, console, read)
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert shown.startswith(f"{ZH.terminal.help}\n")
    assert shown.endswith(f"\n{ZH.terminal.goodbye}\n")
    return shown.removeprefix(ZH.terminal.help).removesuffix(f"\n{ZH.terminal.goodbye}\n")


def test_a_question_is_answered_as_in_telegram() -> None:
    answerer = FakeAnswerer(ARTICLE)
    assert converse(answerer, " 2024年新增多少家？ ", "").lstrip().split("\n\n") == [
        f"▎ {TEXT}\n— 东澜年报 · 东澜发布 · 2024-02-01",
        f"[1] {ZH.button_context}  [2] {ZH.button_source}\n[3] ✕ 2024年\n[4] 👍  [5] 👎  [6] {ZH.button_share}",
        "",
    ]
    assert answerer.asked == ["2024年新增多少家？"]


@pytest.mark.parametrize("typed", ["😀😀", "？？？", "。", "/ask 👍"])
def test_what_holds_no_word_is_no_question(typed: str) -> None:
    answerer = FakeAnswerer(ARTICLE)
    assert converse(answerer, typed).strip() == ZH.text_only
    assert answerer.asked == []


def test_a_number_presses_its_button_and_cards_count_on() -> None:
    shown = converse(FakeAnswerer(ARTICLE), "新增多少家？", "1", "６")
    answer, card, source = re.findall(r"(?:\[\d.*\n)+", shown)
    assert answer.startswith("[1] ")
    assert card == f"[6] {ZH.button_source}\n"
    assert "▎ 另有12家迁入。\n" in shown
    assert source.startswith(f"[7] {ZH.button_page}\n[8] {ZH.button_read}  [9] {ZH.button_file}\n")


def test_each_question_counts_from_one() -> None:
    answerer = FakeAnswerer(ARTICLE)
    shown = converse(answerer, "新增多少家？", "1", "2023年新增多少家？", "3")
    assert answerer.asked[1:] == ["2023年新增多少家？", "新增多少家？"]
    assert shown.count(f"[1] {ZH.button_context}") == 3


def test_what_is_edited_is_shown_again_and_its_old_buttons_are_gone() -> None:
    answerer = FakeAnswerer(ARTICLE)
    shown = converse(answerer, "2024年新增多少家？", "1", "3", "3")
    assert shown.count(ZH.terminal.replaces) == 1
    assert f"{ZH.terminal.replaces}\n{ZH.asked_as.format(question='新增多少家？')}\n\n▎ {TEXT}\n" in shown
    assert f"[8] {ZH.button_context}  [9] {ZH.button_source}\n[10] {ZH.button_undo}" in shown  # after the card's one button
    assert ZH.terminal.no_button.format(number=3) in shown
    assert answerer.asked == ["2024年新增多少家？", "新增多少家？"]


def test_an_opinion_changes_the_buttons_in_place() -> None:
    shown = converse(FakeAnswerer(ARTICLE), "新增多少家？", "3")
    assert f"{ZH.thanks_good}\n[1] {ZH.button_context}  [2] {ZH.button_source}\n[3] 👍✓  [4] 👎  [5] {ZH.button_share}\n" in shown


def test_more_quotes_and_a_page_turned() -> None:
    shown = converse(FakeAnswerer(ARTICLE, *OTHERS), "东澜园区建了什么？", "3", "2", "8")
    assert f"{ZH.more_quotes}\n\n▎ 东澜园区四报道的内容。\n— 东澜四报\n\n▎ 东澜园区五报道的内容。" in shown
    assert ZH.page.format(title="东澜年报", page=1, pages=1) in shown


def test_an_article_is_written_to_a_file_that_replaces_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    shown = converse(FakeAnswerer(ARTICLE), "新增多少家？", "2", "8", "8")
    one, other = map(Path, re.findall(ZH.terminal.saved.format(path="(.+)"), shown))
    assert one != other
    assert one.name == "东澜年报.txt"
    assert ARTICLE.text in one.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "absent"))
    assert ZH.terminal.not_saved.format(reason="") in converse(FakeAnswerer(ARTICLE), "新增多少家？", "2", "8")


def test_addresses_and_what_would_be_shared_are_printed() -> None:
    shown = converse(FakeAnswerer(ARTICLE), "新增多少家？", "5", "2", "6")
    assert ZH.terminal.shared.format(question="新增多少家？") in shown
    assert "\nhttps://example.org/1#:~:text=" in shown


@pytest.mark.parametrize("number", ["3", "٣"])
def test_a_number_where_no_button_has_one_is_no_question(number: str) -> None:
    answerer = FakeAnswerer(ARTICLE)
    assert ZH.number_alone in converse(answerer, number)
    assert answerer.asked == []


@pytest.mark.parametrize("number", ["²", "2022", "9" * 250])
def test_a_number_is_no_button_where_none_can_have_it(number: str) -> None:
    answerer = FakeAnswerer(ARTICLE)
    shown = converse(answerer, number)
    assert answerer.asked == [number] or ZH.asking.which_park_and_matter.format(asked=number) in shown


def test_more_than_is_read_is_refused() -> None:
    answerer = FakeAnswerer(ARTICLE)
    told = ZH.asking.too_long.format(most=MOST_CHARACTERS)
    assert converse(answerer, "税收" * 151, "9" * 301).split() == [*told.split(), *told.split()]
    assert answerer.asked == []


def test_a_follow_up_and_a_new_beginning() -> None:
    answerer = FakeAnswerer(ARTICLE)
    shown = converse(answerer, "2024年新增多少家？", "那2023年呢？", "/NEW", "那2022年呢？")
    assert answerer.asked == ["2024年新增多少家？", "2023年新增多少家？"]
    assert ZH.asking.which_park_and_matter.format(asked="那2022年呢？") in shown
    assert ZH.asked_as.format(question="2023年新增多少家？") in shown
    assert ZH.forgotten in shown


def test_english_is_answered_in_english_where_that_is_the_language() -> None:
    console = Console(file=io.StringIO(), highlight=False)
    run_chat(services_with(FakeAnswerer(ARTICLE)), "en", UTC, console, iter(["How many?", "3", "/quit"]).__next__)
    assert isinstance(console.file, io.StringIO)
    assert "[1] Context  [2] Source\n[3] 👍  [4] 👎  [5] Share\n" in console.file.getvalue()
    assert "Thank you, noted." in console.file.getvalue()


def test_entries_of_a_list_are_pressed_by_the_numbers_that_stand_before_them() -> None:
    articles = [Article(f"{day}", f"第{day}日报", f"{TEXT}{day}", None, date(2024, 1, day), None, (), "a.txt") for day in range(1, 13)]
    shown = converse(FakeAnswerer(*articles), "/latest", "2", "9", "4")
    first_page, first_card, second_page, second_card = re.split(r"(?m)^(?=标题)|\n(?=上面)", shown)
    assert "\n2. 第11日报 · 2024-01-11\n" in first_page
    assert first_page.endswith("\n[1]  [2]  [3]  [4]  [5]  [6]  [7]  [8]\n[9] 2 ›\n\n\n")
    assert first_card.startswith(ZH.source_title.format(title="第11日报"))
    assert "\n4. 第1日报 · 2024-01-01\n\n[1]  [2]  [3]  [4]\n" in second_page
    assert second_card.startswith(ZH.source_title.format(title="第1日报"))


def test_what_can_be_trusted_is_told() -> None:
    assert ZH.about.promise in converse(FakeAnswerer(ARTICLE), "/about")


def test_a_question_may_be_a_command() -> None:
    answerer = FakeAnswerer(ARTICLE)
    assert TEXT in converse(answerer, "/ask  新增多少家？")
    assert answerer.asked == ["新增多少家？"]
    assert ZH.ask_usage.partition("{")[0] in converse(FakeAnswerer(ARTICLE), "/ask")


def test_what_is_followed_can_be_managed() -> None:
    shown = converse(FakeAnswerer(ARTICLE), "/follow 东澜园区", "1", "/unfollow 东澜园区", "/following")
    assert ZH.following.list_line.format(number=1, subject="东澜园区") in shown
    assert ZH.following.no_more.format(subject="东澜园区") in shown
    assert ZH.following.list_empty in shown


def test_help_and_quit() -> None:
    answerer = FakeAnswerer(ARTICLE)
    shown = converse(answerer, "/help", "/weather", "/quit", "不再问了")
    assert shown.count(ZH.terminal.help) == 1
    assert ZH.unknown_command in shown
    assert answerer.asked == []


def test_an_error_is_told_with_its_remedy() -> None:
    shown = converse(FakeAnswerer(act=failing(IndexMissing("Nothing is indexed: run `parkqa reindex`."))), "问", "再问")
    assert shown.count("parkqa reindex") == 2


def test_ctrl_c_gives_up_an_answer_and_leaves_at_the_prompt() -> None:
    answerer = FakeAnswerer(ARTICLE, act=lambda question: failing(KeyboardInterrupt())(question) if question == "慢" else None)
    shown = converse(answerer, "慢", "快")
    assert shown.index(ZH.terminal.given_up) < shown.index(TEXT)
    console = Console(file=io.StringIO())
    run_chat(services_with(answerer), "zh", UTC, console, lambda: failing(KeyboardInterrupt())(""))  # type: ignore[arg-type, return-value]
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue().endswith(f"\n{ZH.terminal.goodbye}\n")


@given(st.lists(st.text(max_size=20) | st.integers(0, 12).map(str) | st.sampled_from(["2024年新增多少家？", "那2023年呢"]), max_size=6))
def test_nothing_that_can_be_typed_ends_the_conversation(lines: list[str]) -> None:
    typed = [line for line in lines if line.strip().lower() not in {"/quit", "/exit"}]
    assert "—" in converse(FakeAnswerer(ARTICLE), *typed, "/new", "最后一问")


def test_the_terminal_needs_no_telegram() -> None:
    code = "import bot.terminal.chat.conversation, sys; sys.exit('telegram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[4], check=False).returncode == 0
