"""The rounds of benchmarks.servers with a server made by hand, and what the page says of a record."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest

from benchmarks.corpora import AskedQuestion
from benchmarks.record import newest, save
from benchmarks.servers.others import others
from benchmarks.servers.ours import bare
from benchmarks.servers.rounds import serving, together
from benchmarks.servers.tables import text

QUESTIONS = [AskedQuestion(f"第{number}问", frozenset({"right"} if number % 2 else {"other"})) for number in range(8)]


class Serving:
    """Answers every question out of the article "right"."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.at_once = self.most_at_once = 0
        self.has_ended = False

    @property
    def number(self) -> int:
        return os.getpid()

    async def answers(self, question: AskedQuestion) -> None:
        await self.ask(question)

    async def ask(self, question: AskedQuestion) -> bool:
        self.asked.append(question.text)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0.001)
        self.at_once -= 1
        return "right" in question.articles

    async def end(self) -> None:
        self.has_ended = True


async def test_so_many_ask_at_once_and_each_question_is_put_once() -> None:
    server = Serving()
    assert await together(server, QUESTIONS, 4) > 0
    assert server.most_at_once == 4
    assert server.asked == [question.text for question in QUESTIONS]


async def test_each_round_asks_questions_of_its_own() -> None:
    first, second = Serving(), Serving()

    async def start(server: Serving) -> Serving:
        return server

    found = await serving({"first": lambda: start(first), "second": lambda: start(second)}, QUESTIONS, 2)
    assert [one["right"] for one in found["first"]["rounds"]] == [0, 4]
    assert [len(one["milliseconds"]) for one in found["second"]["rounds"]] == [4, 4]
    assert found["first"]["resident MB"] > 10
    assert first.has_ended
    assert second.has_ended


def test_whoever_does_not_start_ends_those_that_have() -> None:
    first = Serving()

    async def start() -> Serving:
        return first

    async def fail() -> Serving:
        raise OSError

    with pytest.raises(OSError):
        asyncio.run(serving({"first": start, "second": fail}, QUESTIONS, 2))
    assert first.has_ended


def asked(*milliseconds: float, right: int) -> dict[str, Any]:
    """A question in each of the rounds."""
    rounds = [
        {"milliseconds": [each], "processor milliseconds": each / 2, "right": right, "a second": {"2": 1500 / each, "4": 2000 / each}}
        for each in milliseconds
    ]
    return {"start seconds": 4.26, "resident MB": 500.4, "rounds": rounds}


def test_the_page(tmp_path: Path) -> None:
    config = {"passages": 1000, "rounds": 3, "questions": 3, "weights": "float32", "servers": {"hayhooks": "2"}}
    by = {"parkqa's bot, without the reader": asked(50, 100, 40, right=1), "LangServe, dense": asked(100, 150, 80, right=0)}
    save("servers", config, {"by": by}, tmp_path)
    record = newest("servers", tmp_path)
    assert record
    lines = text(record).splitlines()
    assert "| LangServe, dense | 100.0 | 145.0 | 50.0 | 2.00 | 2.00 | 15.0 | 20.0 | 0.50 | 0.000 | 500 | 4.3 |" in lines
    assert "Servers: hayhooks 2." in lines


def test_how_each_is_asked(tmp_path: Path) -> None:
    replies: dict[str, Any] = {
        "txtai API, hybrid": [{"id": "9:unseen/0005", "score": 0.7}],
        "Hayhooks, dense": {"result": "unseen/0005"},
        "LangServe, dense": {"output": [{"page_content": "…", "metadata": {"article": "unseen/0005"}}]},
        "Pathway, hybrid": [{"text": "…", "metadata": {"article": "unseen/0005"}, "dist": -0.1}],
    }
    served = others(Path("python"), "model", tmp_path, tmp_path)
    assert {name: served[name].article(reply) for name, reply in replies.items()} == dict.fromkeys(replies, "unseen/0005")
    assert served["Hayhooks, dense"].question("问") == {"question": "问", "mode": "dense"}
    assert served["txtai API, hybrid"].environment(Path("index")) == {"CONFIG": str(tmp_path / "txtai-hybrid.yml")}
    assert (tmp_path / "txtai-hybrid.yml").read_text(encoding="utf-8") == "path: index/hybrid\nembeddings:\n  path: model\n"


def test_a_quote_is_found_however_it_is_spaced() -> None:
    assert bare("奖励了 37家\n企业") == bare("奖励了37家企业")
