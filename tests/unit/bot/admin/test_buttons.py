from __future__ import annotations

import logging
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.admin.buttons import ACTIONS
from bot.admin.reindex_report import BeginReindex, UndoReindex, done_report
from bot.admin.response import AdminResponse, ReindexJob
from bot.admin.services import AdminServices
from bot.admin.upload_report import Discard, TakeIn
from bot.conversation.response import Response
from bot.conversation.session import Session
from bot.messages.callback_data import CallbackData
from bot.messages.message import Message
from bot.settings.settings import Settings
from bot.store.reindexes import Reindex, new_reindex
from bot.texts.zh import ZH
from retrieval.building.lock import reindex_lock
from tests.fake_answerers import FakeAnswerer, services_with
from tests.front_end import press
from tests.unit.bot.admin.test_uploads import ADMIN, SOUTH, arrival, files_in, read, stage
from tests.workshop import Workshop

SOMEBODY = Session(8, 7, private=True, language="zh")


def pressed(admin_services: AdminServices, data: CallbackData, session: Session = ADMIN) -> AdminResponse:
    """What comes of it, with what begins."""
    response = press(admin_services, session, data)
    return response if isinstance(response, AdminResponse) else AdminResponse(*(getattr(response, f.name) for f in fields(response)))


async def taken(admin_services: AdminServices, workshop: Workshop) -> Reindex:
    """An upload that was taken in and indexed; the reindex that did it."""
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH)]))
    outcome = pressed(admin_services, TakeIn(upload.token))
    assert outcome.reindex == ReindexJob(upload=upload.token)
    assert outcome.edit and outcome.edit.buttons == ()
    reindex = new_reindex(ADMIN.chat, "000001", workshop.reindex().version, upload.token)
    admin_services.store.reindexes.keep(reindex)
    return reindex


async def test_undo_brings_back_the_version_and_takes_out_the_files(admin_services: AdminServices, workshop: Workshop) -> None:
    reindex = await taken(admin_services, workshop)
    assert len(workshop.indexed()) == 2
    undone = pressed(admin_services, UndoReindex(reindex.token))
    assert undone.send == Message(f"{ZH.admin.undone.format(version='000001')}\n{ZH.admin.undone_files.format(count=1)}")
    assert files_in(workshop) == ["north.txt"]
    assert list(workshop.indexed()) == ["north"]
    assert workshop.reindex().version is None
    assert pressed(admin_services, UndoReindex(reindex.token)).toast == ZH.admin.undone_already
    assert [line.action for line in admin_services.store.audit.all()] == ["take in an upload", "undo a reindex"]


async def test_a_second_press_says_that_it_is_done(admin_services: AdminServices, workshop: Workshop) -> None:
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH)]))
    pressed(admin_services, TakeIn(upload.token))
    assert pressed(admin_services, TakeIn(upload.token)).toast == ZH.admin.upload_in_already
    assert pressed(admin_services, Discard(upload.token)).toast == ZH.admin.upload_in_already
    assert len(files_in(workshop)) == 2


async def test_files_are_taken_in_while_the_bot_reindexes(admin_services: AdminServices, workshop: Workshop) -> None:
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH)]))
    busy = replace(admin_services, reindexing=lambda: True)
    with reindex_lock(busy.index):
        outcome = pressed(busy, TakeIn(upload.token))
    assert outcome.reindex == ReindexJob(upload=upload.token)
    assert len(files_in(workshop)) == 2


async def test_undo_says_so_when_the_version_before_is_pruned(admin_services: AdminServices, workshop: Workshop) -> None:
    reindex = await taken(admin_services, workshop)
    admin_services.store.reindexes.keep(reindex._replace(before="000000"))
    assert pressed(admin_services, UndoReindex(reindex.token)).send == Message(ZH.admin.undo_pruned)
    assert len(files_in(workshop)) == 2
    assert admin_services.store.audit.all()[-1].outcome.startswith("failed: The version before 000002 is not on disk")


async def test_undo_says_so_when_there_is_a_later_version(admin_services: AdminServices, workshop: Workshop) -> None:
    reindex = await taken(admin_services, workshop)
    workshop.put("more.txt", SOUTH.replace("十二", "十五"))
    workshop.reindex()
    assert pressed(admin_services, UndoReindex(reindex.token)).send == Message(ZH.admin.undo_superseded)
    assert len(workshop.indexed()) == 3


async def test_files_of_a_reindex_that_failed_can_be_taken_out(admin_services: AdminServices, workshop: Workshop) -> None:
    reindex = (await taken(admin_services, workshop))._replace(made=None)
    admin_services.store.reindexes.keep(reindex)
    assert pressed(admin_services, UndoReindex(reindex.token)).send == Message(ZH.admin.undone_files.format(count=1))
    assert files_in(workshop) == ["north.txt"]


@pytest.mark.parametrize(
    ("reindex", "shown"),
    [
        (Reindex("t", 7, "000001", "000002", None), True),
        (Reindex("t", 7, None, "000001", None), False),
        (Reindex("t", 7, "000001", None, None), False),
        (Reindex("t", 7, "000001", None, "u"), True),
    ],
    ids=["a new version", "the first one", "nothing changed", "nothing changed, but files came in"],
)
def test_the_way_back_is_shown_where_there_is_one(reindex: Reindex, shown: bool, workshop: Workshop) -> None:
    assert bool(done_report(workshop.reindex(), reindex, ZH).buttons) is shown


async def test_nothing_meets_a_reindex_in_progress(admin_services: AdminServices, workshop: Workshop) -> None:
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH)]))
    for data in (BeginReindex(), UndoReindex("x")):
        assert press(replace(admin_services, reindexing=lambda: True), ADMIN, data) == Response(ZH.reindex_running)
    with reindex_lock(admin_services.index):
        assert pressed(admin_services, TakeIn(upload.token)).toast.startswith("别处正在更新索引（process ")
    assert files_in(workshop) == ["north.txt"]


async def test_a_file_that_nobody_has_read_yet_is_read_before_anything_is_decided(admin_services: AdminServices) -> None:
    upload = stage(admin_services, ADMIN, 100, [arrival(SOUTH)])
    outcome = pressed(admin_services, TakeIn(upload.token))
    assert (outcome.toast, outcome.reindex, outcome.unread) == (ZH.admin.still_reading, None, upload.token)


@pytest.mark.parametrize("data", [TakeIn("gone"), Discard("gone"), UndoReindex("gone")])
def test_buttons_of_what_is_gone_say_so(admin_services: AdminServices, data: CallbackData) -> None:
    response = pressed(admin_services, data)
    assert response.toast in {ZH.admin.upload_gone, ZH.admin.undone_already}
    assert response.buttons == ()


async def test_old_buttons_of_somebody_who_is_no_admin_any_more_do_nothing(
    admin_services: AdminServices, workshop: Workshop, caplog: pytest.LogCaptureFixture
) -> None:
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH)]))
    with caplog.at_level(logging.WARNING, "bot.audit"):
        outcome = pressed(admin_services, TakeIn(upload.token), replace(ADMIN, admin=False))
    assert outcome.toast == ZH.admins_only
    assert not outcome.reindex
    assert files_in(workshop) == ["north.txt"]
    assert caplog.messages == [f"Refused the button admin_take/{upload.token} to user 7 in chat 7"]


@pytest.mark.parametrize("name", [action.kind.name for action in ACTIONS])
@given(st.text() | st.sampled_from(["", "/x", "/x/0", ":x:0", ":-:1"]))
def test_whoever_is_no_admin_is_refused_whatever_admins_button_it_is(name: str, rest: str) -> None:
    admin_services = AdminServices(services_with(FakeAnswerer()), Settings())
    response = press(admin_services, SOMEBODY, f"{name}{rest}")
    assert response in (Response(ZH.admins_only), Response(ZH.button_unknown))
    for line in admin_services.store.audit.all():
        assert (line.person, line.chat, line.outcome) == (8, 7, "refused")
        assert "\n" not in line.action
    assert bool(admin_services.store.audit.all()) is (response.toast == ZH.admins_only)


@pytest.mark.parametrize("data", ["admin_take/x", "admin_take:x:0", "admin_begin", "admin_begin:-:0", "admin_undo/x/\nforged"])
def test_a_refusal_is_written_down_in_one_line(data: str) -> None:
    admin_services = AdminServices(services_with(FakeAnswerer()), Settings())
    assert press(admin_services, SOMEBODY, data) == Response(ZH.admins_only)
    (line,) = admin_services.store.audit.all()
    assert line.action == f"the button {data}".replace("\n", " ")
