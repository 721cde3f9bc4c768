"""Whatever an update holds, it ends nothing: it is handled, or set aside, and so are those beside it."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any, cast

import pytest
from telegram import Bot, Update

from bot.store.inbox import CAPACITY, Inbox, open_inbox
from bot.telegram.transport.connection import UpdatesRequest
from bot.telegram.transport.intake import Intake
from bot.telegram.transport.updates import arrived, opened, well_formed
from tests.strange_updates import CHAT, INACCESSIBLE, MESSAGE, USER, strange_update
from tests.trials import trials

BATCH = 50


class Ends:
    """Counts what becomes of updates."""

    def __init__(self, inbox: Inbox) -> None:
        self.handled: list[Update] = []
        self.aside = 0
        self.intake = Intake(
            cast("Bot", None),
            inbox,
            handle=self._handle,
            handle_again=self._handle,
            turn_away=self._handle,
            put_off=self._handle,
            give_up=self._handle,
            handled=lambda _: None,
            set_aside=self._note,
        )

    async def _handle(self, update: Update) -> None:
        self.handled.append(update)

    def _note(self) -> None:
        self.aside += 1


@pytest.mark.parametrize(
    "part",
    [
        {"pinned_message": INACCESSIBLE},
        {"poll_option_added": {"poll_message": INACCESSIBLE, "option_persistent_id": "x", "option_text": "y"}},
        {"poll_option_deleted": {"poll_message": INACCESSIBLE, "option_persistent_id": "x", "option_text": "y"}},
        {"reply_to_message": INACCESSIBLE},
    ],
)
async def test_a_word_about_a_message_that_is_gone_is_handled_also_by_the_next_process(part: dict[str, Any], tmp_path: Path) -> None:
    update = arrived({"update_id": 5, "message": {**MESSAGE, **part}})
    assert update
    with closing(open_inbox(tmp_path / "inbox.sqlite")) as inbox:
        inbox.take([update], 0)
        ends = Ends(inbox)
        await ends.intake.resume()
        await ends.intake.drain()
        assert [each.message and each.message.chat.id for each in ends.handled] == [CHAT["id"]]


@pytest.mark.parametrize(
    "update",
    [
        {"message": {**MESSAGE, "chat": None}},
        {"callback_query": {"id": "1", "from": None, "chat_instance": "1", "data": "x"}},
        {"my_chat_member": {"chat": CHAT, "from": USER, "date": 1, "old_chat_member": None, "new_chat_member": None}},
    ],
)
async def test_what_lacks_a_part_that_every_update_of_its_kind_has_is_set_aside(update: dict[str, Any], tmp_path: Path) -> None:
    with closing(open_inbox(tmp_path / "inbox.sqlite")) as inbox:
        ends = Ends(inbox)
        await _deliver([{"update_id": 5, **update}], ends.intake)
        assert (ends.handled, ends.aside) == ([], 1)


@pytest.mark.parametrize("seed", range(3))
async def test_strange_updates_end_one_by_one(seed: int, tmp_path: Path) -> None:
    chance = Random(seed)
    count = trials(200)
    updates = [strange_update(number, chance) for number in range(1, count + 1)]
    with closing(open_inbox(tmp_path / "inbox.sqlite")) as inbox:
        ends = Ends(inbox)
        for start in range(0, count, BATCH):
            await _deliver(updates[start : start + BATCH], ends.intake)
        assert len(ends.handled) + ends.aside == count
        assert len(ends.handled) > count / 10  # or nothing but the refusal would be tried
        assert inbox.unhandled() == 0


async def _deliver(updates: list[dict[str, Any]], intake: Intake) -> None:
    """Half of them as answers to a poll, half as a webhook brings them."""
    half = len(updates) // 2
    answer = UpdatesRequest.parse_json_payload(json.dumps({"ok": True, "result": updates[:half]}).encode())
    fetched = [opened(update) for update in Update.de_list(answer["result"], None)]
    brought = [update for raw in updates[half:] if (update := arrived(well_formed(json.dumps(raw).encode())))]
    assert len(fetched) + len(brought) == len(updates) <= CAPACITY
    await intake.accept(fetched)
    await intake.accept(brought)
    await intake.drain()
