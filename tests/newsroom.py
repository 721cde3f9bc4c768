"""An index that gets one version after another, and a bot's store beside it: everything real but the embedding model and Telegram."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple, cast
from zoneinfo import ZoneInfo

import telegram

from bot.conversation.services import Services
from bot.store.follows import Subject
from bot.store.store import Store, open_store
from bot.telegram.notifier import Notifier
from bot.telegram.transport.work_queue import WorkQueue
from corpus.article import Article
from retrieval.index.in_process import InProcessEngine
from retrieval.text.analyzer import Analyzer
from tests.fake_answerers import fake_facts
from tests.park_reports import answerer_over, article, publish

AWAKE = 1_709_258_400.0
"""2024-03-01 10:00 in Shanghai."""
HOUR = 3600
PARK = Subject("青屏经开区", ("青屏经开区",))
QUESTION = Subject("青屏经开区2024年表彰了多少家企业")
OLD = article(
    "old", "青屏经开区去年表彰了12家企业。会场设在礼堂。", title="青屏经开区年会", published=date(2023, 2, 3), parks=("青屏经开区",)
)
HONOURS = article(
    "honours",
    "青屏经开区2024年表彰了63家企业，拿出1500万元奖励。会议由主任主持，与会代表参观了新建的展厅，随后分组讨论了全年的安排。",
    title="青屏经开区2024年工作会议",
    published=date(2024, 2, 20),
    parks=("青屏经开区",),
)
BRIDGE = article(
    "bridge",
    "青屏经开区滨河大桥通车，全长820米。大桥连接南北两个片区，通勤时间缩短一半。",
    title="滨河大桥通车",
    published=date(2024, 2, 25),
    parks=("青屏经开区",),
)


class Sent(NamedTuple):
    """A message that arrived."""

    chat: int
    thread: int | None
    text: str
    buttons: list[str]


class FakeTelegram:
    """Takes messages; `troubles` are raised one after the other, those named in `afterwards` when the message has arrived."""

    def __init__(self) -> None:
        self.sent: list[Sent] = []
        self.troubles: list[BaseException] = []
        self.afterwards: list[BaseException] = []

    async def send_message(self, chat_id: int, text: str, **options: object) -> telegram.Message:
        if self.troubles:
            raise self.troubles.pop(0)
        markup = cast(telegram.InlineKeyboardMarkup, options["reply_markup"])
        labels = [button.text for row in markup.inline_keyboard for button in row]
        self.sent.append(Sent(chat_id, cast("int | None", options["message_thread_id"]), text, labels))
        if self.afterwards:
            raise self.afterwards.pop(0)
        return telegram.Message(len(self.sent), None, telegram.Chat(chat_id, "private"))  # type: ignore[arg-type]


class Newsroom:
    """Below `folder`: an index and a store."""

    def __init__(self, folder: Path, analyzer: Analyzer) -> None:
        self._folder = folder
        self._analyzer = analyzer
        self._version = 0
        self.telegram = FakeTelegram()
        self.now = AWAKE
        self.start()

    @property
    def store(self) -> Store:
        return self._services.store

    def start(self) -> None:
        """The bot, as it is after a restart."""
        answerer = answerer_over(self._folder / "index", self._analyzer)
        self._services = Services(answerer, open_store(self._folder / "bot.sqlite"), 3, fake_facts, notifies=True)
        zone = ZoneInfo("Asia/Shanghai")
        self.notifier = Notifier(self.telegram, self._services, WorkQueue(), zone, clock=lambda: self.now)  # type: ignore[arg-type]

    def publish(self, *articles: Article) -> str:
        """A new version that holds these articles."""
        self._version += 1
        name = f"{self._version:06d}"
        publish(self._folder / "index", articles, self._analyzer, name)
        return name

    def go_back_to(self, version: str) -> None:
        InProcessEngine(self._folder / "index").publish(version)

    def follow(self, subject: Subject, chat: int = 1, thread: int | None = None) -> None:
        self.store.follows.add(chat, thread, subject, "zh")

    async def told(self, *articles: Article) -> list[str]:
        """What is told after a version of these articles, or without one when nothing is published; each message's text."""
        if articles:
            self.publish(*articles)
        before = len(self.telegram.sent)
        await self.notifier.step()
        return [message.text for message in self.telegram.sent[before:]]
