"""Strange files, questions and updates: each is read, answered or handled, or refused with a reason, within seconds."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from telegram import Update

from benchmarks.faults.outcomes import FINE, SAID, Trials
from benchmarks.mixed_folder import MAKERS
from bot.conversation.inline import results
from bot.conversation.responding import respond
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.typed import Typed
from bot.messages.message import Message
from bot.monitoring.metrics import Metrics
from bot.settings.sections import BotSettings
from bot.settings.settings import Settings
from bot.store.inbox import Arrived, Inbox, open_inbox
from bot.store.store import open_store
from bot.telegram.app import build_application
from bot.telegram.context import BotData, ParkQABot
from bot.telegram.transport.connection import UpdatesRequest
from bot.telegram.transport.intake import Intake
from bot.telegram.transport.updates import arrived, opened, well_formed
from corpus.errors import UnreadableFile
from corpus.reading.folder import list_sources, read_source
from retrieval.ranking.learned_weights import load_weights
from retrieval.text.analyzer import Analyzer
from tests.excel_files import workbook
from tests.fake_answerers import FakeAnswerer, fake_facts, services_with
from tests.front_end import obey
from tests.park_reports import REPORTS, answerer_over, publish
from tests.strange_files import Sample, strange_file
from tests.strange_questions import strange_question
from tests.strange_updates import CHAT, Json, strange_update
from tests.telegram_server import TOKEN, TelegramServer
from tests.telegram_server.rules.text import problems

ARTICLES = Path(__file__).parents[2] / "corpus" / "articles"
COMMANDS = ("follow", "unfollow", "latest", "park", "nothing")
SENDERS = 200
Door = Callable[[Services, Session, str], list[Message]]
"""A way in for what somebody types, and what comes back."""


def strange_files(folder: Path, trials: int) -> Trials:
    """Files of every type that is read, with bytes changed, doubled or lost."""
    chance, found, samples = Random(3), Trials(), _samples()
    for number in range(trials):
        suffix, content = strange_file(samples, chance)
        path = folder / f"{number}{suffix}"
        path.write_bytes(content)
        found.run(lambda: _is_read(folder), path.name)
        path.unlink()
    return found


def strange_questions(folder: Path, trials: int) -> Trials:
    """Questions out of pieces of real ones and awkward characters, at every door, to the articles of the repository."""
    chance, found, analyzer = Random(5), Trials(), Analyzer()
    articles = [article for source in list_sources(ARTICLES) for article in read_source(ARTICLES, source).articles]
    publish(folder, [*articles, *REPORTS], analyzer)
    services = Services(answerer_over(folder, analyzer, load_weights()), open_store(None), 3, fake_facts)
    doors: list[Door] = [*[_typed] * 4, _inline, *map(_commanded, COMMANDS)]
    for number in range(trials):
        session = Session(number % 9, number % 9, private=True, language="zh")
        door, asked = chance.choice(doors), strange_question(chance)
        found.run(lambda: all(map(_is_right, door(services, session, asked))), asked)  # noqa: B023 - called at once
    return found


def strange_updates(folder: Path, trials: int) -> Trials:
    """Updates of every kind with parts missing, inaccessible or of another type: half of them polled, half as a webhook brings them."""
    return asyncio.run(_strange_updates(folder, trials))


async def _strange_updates(folder: Path, trials: int) -> Trials:
    chance, found, failed = Random(4), Trials(), _Failures()
    async with TelegramServer() as server:
        bot = BotSettings(base_url=f"{server.url}/bot", questions_per_minute=10**6)
        data = BotData(Settings(bot=bot), services_with(FakeAnswerer(*REPORTS)), (), metrics=failed)
        application = build_application(TOKEN, data)
        async with application:
            with closing(open_inbox(folder / "inbox.sqlite")) as inbox:
                intake = _intake(application, inbox, failed)
                for number in range(1, trials + 1):
                    somebody = 1000 + number % SENDERS
                    server.chat({**CHAT, "id": somebody})
                    update = json.loads(json.dumps(strange_update(number, chance)).replace('"id": 5', f'"id": {somebody}'))
                    started = time.process_time()
                    await intake.accept((_polled if number % 2 else _brought)(update))
                    await intake.drain()
                    found.count(failed.last or FINE, time.process_time() - started, update)
                    failed.last = ""
                next_process = _intake(application, inbox, failed)  # takes up what Telegram asked to be patient with
                await next_process.resume()
                await next_process.drain()
                found.outcomes["lost"] += inbox.unhandled()
    found.outcomes = +found.outcomes
    return found


def _intake(application: ParkQABot, inbox: Inbox, failed: _Failures) -> Intake:
    return Intake(
        application.bot,
        inbox,
        handle=application.process_update,
        handle_again=application.process_update,
        turn_away=application.process_update,
        put_off=application.process_update,
        give_up=application.process_update,
        handled=lambda _: None,
        set_aside=lambda: failed.failed("set aside"),
    )


class _Failures(Metrics):
    """Knows how the last update failed, if it did."""

    last = ""

    def failed(self, reason: str) -> None:
        if reason != "telegram":  # which refuses what an update names and nobody has
            self.last = SAID  # logged, counted, and told to whoever wrote where there is somebody


def _polled(update: Json) -> list[Arrived]:
    answer = UpdatesRequest.parse_json_payload(json.dumps({"ok": True, "result": [update]}).encode())
    return [opened(each) for each in Update.de_list(answer["result"], None)]


def _brought(update: Json) -> list[Arrived]:
    update_as_read = arrived(well_formed(json.dumps(update).encode()))
    return [update_as_read] if update_as_read else []


def _is_read(folder: Path) -> bool:
    """Whether a reading gave an article; raises UnreadableFile where it gave reasons."""
    [source] = list_sources(folder)
    reading = read_source(folder, source)
    json.dumps([*(each.as_dict() for each in reading.rejections), *(each.as_dict() for each in reading.remarks)])
    if not reading.articles and reading.rejections:
        raise UnreadableFile(reading.rejections[0].reason.code)
    return all(article.text.strip() for article in reading.articles)


def _samples() -> list[Sample]:
    whole = [(path.suffix, path.read_bytes()) for path in sorted(ARTICLES.rglob("*")) if path.is_file()]
    made = [("." + suffix.rpartition(".")[2], make(number)) for number in (1, 2, 4) for suffix, make in MAKERS]
    table = workbook(("税收", [["园区", "2021年", "2022年"], ["沐江经开区", 12.5, 13.75]]))
    return [*whole, *made, (".xlsx", table)]


def _typed(services: Services, session: Session, text: str) -> list[Message]:
    response = respond(services, session, Typed(text, 1))
    return [message for message in (response.send, response.edit) if message]


def _inline(services: Services, session: Session, text: str) -> list[Message]:
    return [result.message for result in results(services, session, text, 0).results]


def _commanded(command: str) -> Door:
    return lambda services, session, text: [obey(services, session, f"/{command} {text}")]


def _is_right(message: Message) -> bool:
    """Whether Telegram would take it."""
    entities = [
        {"type": each.kind, "offset": each.offset, "length": each.length} | ({"url": each.url} if each.url else {})
        for each in message.entities
    ]
    return not problems(message.text, entities)
