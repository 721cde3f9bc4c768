"""Draws the pictures of the README and records `parkqa chat` for it, from real answers out of the sample corpus.

make pictures
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console

from bot.conversation.asking import ask
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.monitoring.index_facts import facts_of
from bot.settings.language import Language
from bot.settings.loading import load_settings
from bot.settings.settings import Settings
from bot.store.store import open_store
from bot.terminal.chat.conversation import run_chat
from bot.terminal.chat.typed_lines import played
from docs.pictures.conversation import Names, Turn, picture
from docs.pictures.palette import DARK, LIGHT
from retrieval.answering.answer import Answer
from retrieval.answering.answerer import Answerer
from retrieval.factory import open_answerer, open_indexer
from retrieval.index.live_index import LiveIndex
from retrieval.question.follow_up import FollowUp
from retrieval.question.question import Question
from retrieval.text.analyzer import Analyzer

FOLDER = Path(__file__).parent
REPOSITORY = FOLDER.parents[1]
ASKED_ON = date(2024, 6, 3)
"""The day of the conversation, so that the pictures are the same on any day."""
PANELS: Mapping[str, tuple[str, str]] = {
    "answer": ("09:41", "沐江经开区2023年进出口总额是多少？"),
    "follow-up": ("09:42", "那2022年呢？"),
    "nothing-found": ("09:43", "银川经开区2023年进出口总额是多少？"),
}
"""The pictures of one conversation: what is asked in each, and when."""
SIDE_BY_SIDE = ("answer", "follow-up")
"""Those that are as high as the higher of them."""
NAMES = Names("开发区新闻问答", "机器人", "我")
TYPED = ["银川经开区2022年工作会议奖励了多少家企业", "2", "/quit"]
COLUMNS = 80


@dataclass(frozen=True, slots=True)
class _OnThatDay:
    """An answerer for whom it is always the same day."""

    answerer: Answerer

    @property
    def index(self) -> LiveIndex:
        return self.answerer.index

    @property
    def analyzer(self) -> Analyzer:
        return self.answerer.analyzer

    def read(self, text: str, asked_on: date | None = None) -> Question:
        return self.answerer.read(text, asked_on or ASKED_ON)

    def ask(self, text: str, *, top: int, only: Collection[str]) -> Answer:
        return self.answerer.ask(text, asked_on=ASKED_ON, top=top, only=only)

    def follow_up(self, typed: Question, before: Question | None) -> FollowUp:
        return self.answerer.follow_up(typed, before)

    def answer(self, question: Question, *, top: int) -> Answer:
        return self.answerer.answer(question, top=top)

    def with_missing(self, answer: Answer) -> Answer:
        return self.answerer.with_missing(answer)


def main() -> None:
    """Index the sample corpus beside the user's own index, ask, draw and record."""
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings(REPOSITORY / "config.yaml", corpus=REPOSITORY / "corpus" / "articles", index=Path(folder))
        open_indexer(settings).reindex(lambda stage, done, total: None)
        _draw(_services(settings))
        _put_into(REPOSITORY / "README.md", _recording(_services(settings), "zh"))
        _put_into(REPOSITORY / "README.en.md", _recording(_services(settings), "en"))


def _services(settings: Settings) -> Services:
    answerer: Any = _OnThatDay(open_answerer(settings))
    return Services(answerer, open_store(None), settings.answer.quotes, partial(facts_of, settings), notifies=True)


def _draw(services: Services) -> None:
    session = Session(person=1, chat=1, private=True, language="zh")
    turns = {name: Turn(question, ask(services, session, Typed(question)).message, time) for name, (time, question) in PANELS.items()}
    height = max(picture([turns[name]], NAMES, LIGHT).height for name in SIDE_BY_SIDE)
    for name, turn in turns.items():
        for mode, palette in (("light", LIGHT), ("dark", DARK)):
            drawn = picture([turn], NAMES, palette, height if name in SIDE_BY_SIDE else 0)
            (FOLDER / f"{name}-{mode}.svg").write_text(drawn.svg, encoding="utf-8")


def _recording(services: Services, language: Language) -> str:
    """A conversation in a terminal without colours."""
    recorded = io.StringIO()
    console = Console(file=recorded, width=COLUMNS, force_terminal=True, color_system=None, highlight=False)
    run_chat(services, language, UTC, console, played(TYPED, console))
    return recorded.getvalue()


def _put_into(readme: Path, recording: str) -> None:
    """Replace the recording that stands in a README."""
    block = re.compile(r"(<!-- recorded by make pictures -->\n```\n).*?(```\n)", re.DOTALL)
    text, replaced = block.subn(lambda found: found[1] + recording + found[2], readme.read_text(encoding="utf-8"))
    if replaced != 1:
        raise SystemExit(f"{readme}: there must be one block of code after <!-- recorded by make pictures -->")
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
