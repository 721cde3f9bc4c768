"""Admins' buttons that an earlier version sent, as they stand in chats today: each does what it did then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.admin.old_callback_data import OLD_VERBS
from bot.admin.response import AdminResponse, ReindexJob
from bot.admin.services import AdminServices
from bot.store.feedback import Opinion
from bot.store.reindexes import Reindex
from bot.texts.zh import ZH
from tests.fake_answerers import FakeAnswerer
from tests.front_end import press
from tests.unit.bot.admin.test_uploads import ADMIN, SOUTH, arrival, read, stage
from tests.unit.bot.conversation.test_old_buttons import shown_as, told
from tests.workshop import Workshop

RECORDED = {
    "admin_take:kX3_a-9Q:0": [f"edit {ZH.admin.upload_decided.format(files=1)}"],
    "admin_drop:kX3_a-9Q:0": [f"edit {ZH.admin.upload_decided.format(files=1)}"],
    "admin_begin:-:0": [],
    "admin_cancel:-:0": [f"edit {ZH.admin.cancelled}"],
    "admin_undo:nXt_-0bq:0": [f"send {ZH.admin.undone.format(version='000001')}"],
    "admin_rejected:-:1": [f"edit {ZH.oversight.rejected.format(count=20)}"],
    "admin_gaps:-:0": ["file gaps.jsonl"],
    "admin_feedback:-:1": ["file questions.jsonl"],
    "admin_feedback:-:0": ["file disliked.jsonl"],
}
BEGINS = {"admin_take:kX3_a-9Q:0": ReindexJob(upload="kX3_a-9Q"), "admin_begin:-:0": ReindexJob(in_place=True, sure=True)}
"""Those after which a reindex begins."""


@pytest.fixture
def workshop(workshop: Workshop) -> Workshop:
    for number in range(20):
        workshop.put(f"bad{number:02}.zip", "PK")
    workshop.put("east.txt", "东澜园区年报\n\n东澜园区今年新增企业四十六家，其中外资企业十二家。\n")
    workshop.reindex()
    return workshop


async def prepare(admin_services: AdminServices) -> None:
    """Whatever the buttons are about."""
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH)]))
    admin_services.store.uploads.keep(replace(upload, token="kX3_a-9Q"))
    admin_services.store.reindexes.keep(Reindex("nXt_-0bq", ADMIN.chat, "000001", "000002", None))
    for good in (True, False):
        opinion = Opinion("t", int(good), good, f"问题{good}", "2024-03-01", "north", "北山园区", 1.0)
        admin_services.store.feedback.give(opinion)
    asking = replace(admin_services.services, answerer=FakeAnswerer())  # type: ignore[arg-type]
    shown_as(asking, "aBcdefgh", "没有的事")


@pytest.mark.parametrize(("data", "came"), RECORDED.items(), ids=RECORDED)
async def test_each_does_what_it_did(admin_services: AdminServices, data: str, came: list[str]) -> None:
    await prepare(admin_services)
    response = press(admin_services, ADMIN, data)
    assert told(response) == came
    assert isinstance(response, AdminResponse) is (data in BEGINS)
    if isinstance(response, AdminResponse):
        assert response.reindex == BEGINS[data]


def test_none_is_missing() -> None:
    assert {data.split(":")[0] for data in RECORDED} == set(OLD_VERBS)
