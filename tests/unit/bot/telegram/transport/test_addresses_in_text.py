from __future__ import annotations

import pytest

from bot.telegram.transport.addresses_in_text import addresses_in, without_addresses


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("https://a.example/1", ["https://a.example/1"]),
        ("www.a.example/news/1.html", ["http://www.a.example/news/1.html"]),
        ("请收录这篇：https://a.example/1，谢谢", ["https://a.example/1"]),
        ("收录https://a.example/1和www.b.example吧", ["https://a.example/1", "http://www.b.example"]),
        ("Please take in (https://a.example/1?x=1&y=2). Thanks!", ["https://a.example/1?x=1&y=2"]),
        ("https://a.example/1\nhttps://a.example/1", ["https://a.example/1"]),
        ("沐江经开区2023年税收", []),
        ("写信给 anna@www.a.example", []),
        ("www.", []),
    ],
)
def test_addresses_are_found_among_words(text: str, addresses: list[str]) -> None:
    assert addresses_in(text) == addresses


@pytest.mark.parametrize(
    ("text", "left"),
    [("https://a.example/1", ""), ("(www.a.example)!", ""), ("https://a.example/1 沐江经开区税收多少", "沐江经开区税收多少")],
)
def test_the_words_around_them(text: str, left: str) -> None:
    assert without_addresses(text) == left
