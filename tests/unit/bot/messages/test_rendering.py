from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.message import Message
from bot.messages.rendering import FOLDED_FROM, MAX_TEXT, render_answer
from bot.messages.utf16 import index_of, utf16_length
from bot.texts.en import EN
from bot.texts.wording import Texts
from bot.texts.zh import ZH
from corpus.article import Article
from corpus.language.asking_words import Kind
from corpus.language.span import Span
from retrieval.answering.answer import Answer
from retrieval.question.question import Question
from retrieval.question.understanding import NamedTime
from retrieval.ranking.quote import Quote
from retrieval.text.splitter import sentences
from tests.questions import question
from tests.telegram_server.rules.text import problems

TEXT = "沐江经开区去年引进项目31个。\n其中外资项目9个，比上年多4个。园区同时新建厂房12万平方米。"


def article(text: str = TEXT, title: str | None = "招商年报", url: str | None = "https://example.org/a", number: int = 1) -> Article:
    return Article(f"a{number}", title, text, "沐江日报", date(2023, 1, 5), url, ("沐江经开区",), f"a{number}.txt")


def quote(source: Article, start: int = 0, end: int | None = None, emphasis: tuple[Span, ...] = ()) -> Quote:
    return Quote(source, start, len(source.text) if end is None else end, emphasis, 1.0)


def answer(*quotes: Quote, found: bool = True, asked: str = "引进了多少个项目？") -> Answer:
    return Answer(Question(asked, date(2024, 1, 1)), quotes, 0.9, found, "000001", 5.0)


def covered(message: Message, *kinds: str) -> list[str]:
    return [
        message.text[index_of(message.text, e.offset) : index_of(message.text, e.offset + e.length)]
        for e in message.entities
        if e.kind in kinds
    ]


def quoted(message: Message) -> list[str]:
    return covered(message, "blockquote", "expandable_blockquote")


def complaints(message: Message) -> list[str]:
    entities = [{"type": e.kind, "offset": e.offset, "length": e.length} | ({"url": e.url} if e.url else {}) for e in message.entities]
    return problems(message.text, entities)


def test_a_quote_stands_above_its_source() -> None:
    message = render_answer(answer(quote(article(), 0, 15, (Span(7, 14),))), ZH)
    assert message.text == "沐江经开区去年引进项目31个。\n— 招商年报 · 沐江日报 · 2023-01-05"
    assert quoted(message) == ["沐江经开区去年引进项目31个。"]
    assert covered(message, "bold") == ["引进项目31个"[:7]]
    assert covered(message, "text_link") == ["招商年报"]
    assert [unquote(e.url) for e in message.entities if e.url] == ["https://example.org/a#:~:text=引进项目31个"]


def test_quotes_come_in_their_order_with_an_empty_line_between() -> None:
    message = render_answer(answer(quote(article(number=1), 0, 15), quote(article(number=2), 16, 32)), ZH)
    assert quoted(message) == [TEXT[0:15], TEXT[16:32]]
    assert "2023-01-05\n\n其中外资" in message.text


@pytest.mark.parametrize(("texts", "line"), [(ZH, "另有 2 家转载"), (EN, "also in other reports: 2")])
def test_the_source_says_how_many_other_articles_say_the_same(texts: Texts, line: str) -> None:
    message = render_answer(answer(replace(quote(article(), 0, 15), also_in=("b", "c"))), texts)
    assert message.text.endswith(f"\n— 招商年报 · 沐江日报 · 2023-01-05 · {line}")
    assert complaints(message) == []


def test_what_is_unknown_about_an_article_is_left_out() -> None:
    bare = Article("x", None, TEXT, None, None, None, (), "x.txt")
    assert render_answer(answer(quote(bare, 0, 15)), ZH).text.endswith("\n— 沐江经开区去年引进项目31个。")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "tg://user?id=1", "file:///etc/passwd", "https://", "http://[", "https://a b.cn", "", None]
)
def test_only_addresses_of_the_web_become_links(url: str | None) -> None:
    message = render_answer(answer(quote(article(url=url))), ZH)
    assert "text_link" not in {e.kind for e in message.entities}
    assert "招商年报" in message.text


def test_characters_outside_the_basic_plane_take_two_units() -> None:
    text = "😀园区𠮷年招商𡒉个。后面一句。"
    message = render_answer(answer(quote(article(text, title="𠮷报😀"), 0, 13, (Span(4, 9),))), ZH)
    assert quoted(message) == [text[0:13]]
    assert covered(message, "bold") == [text[4:9]]
    assert covered(message, "text_link") == ["𠮷报😀"]
    assert complaints(message) == []


def test_a_title_cannot_disguise_itself_nor_fill_the_screen() -> None:
    message = render_answer(answer(quote(article(title="喜报\u202e gpj.\u200b文\n件" + "很" * 500), 0, 15)), ZH)
    title = covered(message, "text_link")[0]
    assert title.startswith("喜报 gpj.文 件很很")
    assert title.endswith("很…")
    assert len(title) == 120


def test_a_long_quote_is_folded() -> None:
    text = "园区新增企业五十家。" * 60
    (kind,) = (e.kind for e in render_answer(answer(quote(article(text))), ZH).entities if e.kind != "text_link")
    assert len(text) >= FOLDED_FROM
    assert kind == "expandable_blockquote"


def test_a_quote_that_is_too_long_loses_whole_sentences_but_not_the_answer() -> None:
    text = "".join(f"这是第{n}句，说的是别的事情，与问题没有关系。" for n in range(400))
    start = text.index("这是第200句")
    message = render_answer(answer(quote(article(text), emphasis=(Span(start, start + 7),))), ZH)
    (shown,) = quoted(message)
    assert shown in text
    assert shown.startswith("这是第")
    assert shown.endswith("没有关系。")
    assert covered(message, "bold") == [text[start : start + 7]]
    assert 4000 < utf16_length(message.text) <= MAX_TEXT


def test_quotes_that_do_not_fit_are_dropped_from_the_end() -> None:
    text = "园区今年新开工项目二十个。" * 150
    message = render_answer(answer(*(quote(article(text, number=n)) for n in range(4))), ZH)
    assert quoted(message)[:2] == [text, text]
    assert utf16_length(message.text) <= MAX_TEXT
    assert complaints(message) == []


def test_much_emphasis_stays_below_the_limit() -> None:
    text = "甲乙" * 200
    emphasis = tuple(Span(n, n + 1) for n in range(0, 400, 2))
    message = render_answer(answer(*(quote(article(text, number=n), emphasis=emphasis) for n in range(3))), ZH)
    assert len(quoted(message)) == 3
    assert complaints(message) == []


def test_the_words_that_answer_are_bold_and_not_the_sentence() -> None:
    message = render_answer(answer(replace(quote(article(), 0, 15, (Span(0, 9),)), answer=Span(4, 7))), ZH)
    assert covered(message, "bold") == [TEXT[4:7]]


def test_a_sentence_that_is_all_of_the_quote_is_not_bold() -> None:
    message = render_answer(answer(quote(article(), 0, 15, (Span(0, 15),))), ZH)
    assert covered(message, "bold") == []
    assert quoted(message) == [TEXT[:15]]


def test_neighbouring_emphasis_is_one_entity() -> None:
    message = render_answer(answer(quote(article(), 0, 15, (Span(4, 7), Span(0, 4), Span(3, 5)))), ZH)
    assert covered(message, "bold") == [TEXT[0:7]]


def test_nothing_found_names_the_nearest_articles_once_each() -> None:
    quotes = [quote(article(title=f"报道{n}", number=n), 0, 15) for n in (1, 1, 2, 3, 4)]
    message = render_answer(answer(*quotes, found=False), ZH)
    assert message.text.startswith(ZH.not_found)
    assert covered(message, "text_link") == ["报道1", "报道2", "报道3"]
    assert quoted(message) == []


def test_nothing_found_in_an_empty_corpus() -> None:
    assert render_answer(answer(found=False), EN) == Message(EN.not_found)


YEAR = NamedTime("去年", date(2023, 1, 1), date(2023, 12, 31))


def test_nothing_found_tells_what_was_understood_before_the_nearest_articles() -> None:
    asked = question(parks=("沐江经开区",), times=(YEAR,), kind=Kind.NUMBER)
    message = render_answer(replace(answer(quote(article()), found=False), question=asked), ZH)
    assert message.text == (
        f"{ZH.not_found}\n我的理解：园区 沐江经开区 · 时间 2023年 · 问的是 数字\n\n{ZH.nearest}\n— 招商年报 · 沐江日报 · 2023-01-05"
    )
    assert covered(message, "text_link") == ["招商年报"]
    assert render_answer(replace(answer(found=False), question=asked), EN) == Message(
        f"{EN.not_found}\nWhat I understood: park 沐江经开区 · time 2023 · asking for a number"
    )


def test_an_answer_does_not_tell_what_was_understood() -> None:
    found = answer(quote(article(), 0, 15))
    assert render_answer(replace(found, question=question(parks=("沐江经开区",), times=(YEAR,))), ZH) == render_answer(found, ZH)


any_text = st.text(max_size=400) | st.text(alphabet="园区😀𠮷a。！\n \u202e\t，；", max_size=3000)


@st.composite
def any_quotes(draw: st.DrawFn) -> tuple[Quote, ...]:
    quotes = []
    for number in range(draw(st.integers(1, 4))):
        text = draw(any_text) * draw(st.sampled_from([1, 1, 1, 20]))
        url = draw(st.none() | st.text(max_size=50) | st.just("https://example.org/页?a=1"))
        source = Article(f"n{number}", draw(st.none() | any_text), text, draw(st.none() | any_text), None, url, (), f"n{number}.txt")
        spans = sentences(text)
        if not spans:
            continue
        first, last = sorted((draw(st.integers(0, len(spans) - 1)), draw(st.integers(0, len(spans) - 1))))
        inside = [spans[n] for n in sorted(draw(st.sets(st.integers(first, last), max_size=40)))]
        quotes.append(Quote(source, spans[first].start, spans[last].end, tuple(inside), 1.0))
    return tuple(quotes)


any_question = st.builds(
    question,
    parks=st.lists(any_text, max_size=5).map(tuple),
    times=st.lists(st.builds(NamedTime, any_text, st.dates(), st.dates()), max_size=30).map(tuple),
    kind=st.sampled_from(Kind),
    parts=st.lists(any_text, max_size=5).map(tuple),
)


@given(quotes=any_quotes(), asked=any_question, found=st.booleans(), texts=st.sampled_from([ZH, EN]))
def test_any_text_makes_a_message_that_telegram_takes(quotes: tuple[Quote, ...], asked: Question, found: bool, texts: Texts) -> None:
    message = render_answer(replace(answer(*quotes, found=found), question=asked), texts)
    assert complaints(message) == []
    shown = quoted(message)
    assert bool(shown) == (found and bool(quotes))
    for text, source in zip(shown, quotes, strict=False):
        assert text in source.text
        if utf16_length(source.text) < 900:
            assert text == source.text
