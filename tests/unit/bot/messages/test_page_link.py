from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.page_link import quote_address, web_address
from corpus.article import Article
from corpus.language.span import Span
from retrieval.ranking.quote import Quote


def address(text: str, sentence: Span, url: str | None = "https://example.org/a") -> str | None:
    article = Article("a", "标题", text, None, None, url, (), "a.txt")
    return quote_address(Quote(article, 0, len(text), (sentence,), 1.0))


def test_the_link_leads_to_the_sentence() -> None:
    linked = address("引进项目31个。其中外资9个。", Span(0, 8))
    assert linked == "https://example.org/a#:~:text=%E5%BC%95%E8%BF%9B%E9%A1%B9%E7%9B%AE31%E4%B8%AA%E3%80%82"


@pytest.mark.parametrize("url", ["https://www.gov.cn@example.org/", "https://a:b@example.org/", "https://example.org/" + "a" * 2000])
def test_an_address_that_misleads_is_no_link(url: str) -> None:
    assert web_address(url) is None


def test_a_long_sentence_is_named_by_its_ends() -> None:
    text = "甲" + "乙" * 30 + "，".join("丙丁戊己") + "庚" * 29 + "辛。"
    linked = address(text, Span(0, len(text)))
    assert linked is not None
    assert unquote(linked).split("text=")[1] == f"{text[:20]},{text[-20:]}"


def test_what_directives_are_made_of_is_encoded() -> None:
    linked = address("A-B，增长5%&更多,完", Span(0, 14))
    assert linked is not None
    assert not set("-,&") & set(linked.split("text=")[1])
    assert "%2D" in linked


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("增长5%。后来又说增长5%。", Span(0, 5)), ("标题", Span(0, 2)), ("一行\n两行", Span(0, 5))],
    ids=["twice", "as title", "two lines"],
)
def test_words_that_could_be_elsewhere_are_not_used(text: str, sentence: Span) -> None:
    assert address(text, sentence) == "https://example.org/a"


def test_a_fragment_stays() -> None:
    assert (
        address("只有一句。", Span(0, 5), "https://example.org/a#p2")
        == "https://example.org/a#p2:~:text=" + "%E5%8F%AA%E6%9C%89%E4%B8%80%E5%8F%A5%E3%80%82"
    )


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "http://", "ftp://a/b", "https://a b", "http://[::1", "http://localhost/a"]
)
def test_only_the_web_is_linked(url: str | None) -> None:
    assert web_address(url) is None
    assert address("只有一句。", Span(0, 5), url) is None


@given(st.text(min_size=1, max_size=80), st.data())
def test_a_directive_names_words_of_the_article(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    sentence = Span(start, data.draw(st.integers(start + 1, len(text))))
    linked = address(text, sentence)
    assert linked is not None
    assert linked.isascii()
    for words in filter(None, linked.removeprefix("https://example.org/a").removeprefix("#:~:text=").split(",")):
        assert unquote(words, errors="replace") in text.encode("utf-8", "replace").decode()
