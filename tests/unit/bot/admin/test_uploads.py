from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.admin.inspecting import inspect
from bot.admin.inspection import FAILED
from bot.admin.services import AdminServices
from bot.admin.staging import StagingArea
from bot.admin.upload_report import upload_report
from bot.admin.uploads import Arrival, StillReading, drop, leave_out, note_findings, note_report, refusal, stage, take
from bot.conversation.services import Expired
from bot.conversation.session import Session
from bot.errors import FilesNotMoved
from bot.messages.reason_text import reason_text
from bot.store.uploads import Finding, FoundArticle, StagedFile, Upload
from bot.texts import TEXTS
from bot.texts.en import EN
from bot.texts.zh import ZH
from corpus.reading.source_file import Rejection
from corpus.reason import Reason, ReasonCode
from tests.telegram_server.rules.keyboards import keyboard_problems
from tests.telegram_server.rules.text import problems
from tests.unit.bot.admin.conftest import NORTH, no_report
from tests.workshop import Workshop

ADMIN = Session(7, 7, private=True, language="zh", admin=True)
SOUTH = "南岸园区表彰企业\n来源：南岸园区    发布时间：2024-02-09\n\n南岸园区表彰了十二家企业，其中九家是制造业企业。\n"
WEST = "西滩园区开工\n来源：西滩园区    发布时间：2024-03-01\n\n西滩园区第一批十五个项目在三月一日开工，总投资四十亿元。\n"


def arrival(content: str, name: str = "a.txt") -> Arrival:
    return Arrival(name, ".txt", content.encode())


async def read(admin_services: AdminServices, upload: Upload) -> Upload:
    names = upload.unread
    inspections = await inspect(admin_services.staging.folder, names, admin_services.rules, no_report)
    return note_findings(admin_services, upload.token, names, inspections)


def files_in(workshop: Workshop) -> list[str]:
    return sorted(path.relative_to(workshop.corpus).as_posix() for path in workshop.corpus.rglob("*") if path.is_file())


async def test_nothing_is_in_the_corpus_until_it_is_taken(admin_services: AdminServices, workshop: Workshop) -> None:
    files = [arrival(SOUTH), Arrival("b.zip", refusal=Reason(ReasonCode.UNSUPPORTED_TYPE, {"suffix": ".zip", "known": ".txt"}))]
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, files))
    assert upload.files[0].finding is not None
    assert upload.files[0].finding.articles == (FoundArticle("南岸园区表彰企业", date(2024, 2, 9), "南岸园区", ("南岸园区",)),)
    assert files_in(workshop) == ["north.txt"]
    taken = take(admin_services, ADMIN, upload.token)
    assert files_in(workshop) == ["north.txt", "uploads/2024-02-09-南岸园区表彰企业.txt"]
    assert [file.taken for file in taken.files] == ["uploads/2024-02-09-南岸园区表彰企业.txt", None]
    assert list(admin_services.staging.folder.iterdir()) == []
    with pytest.raises(Expired):
        take(admin_services, ADMIN, upload.token)


async def test_some_of_a_batch_can_be_left_out(admin_services: AdminServices, workshop: Workshop) -> None:
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH), arrival(WEST)]))
    assert [[button.label for button in row] for row in upload_report(upload, ZH).buttons] == [["1 ✓", "2 ✓"], ["收进语料（2）", "丢弃"]]
    left = leave_out(admin_services, ADMIN, upload.token, 0)
    assert [[button.label for button in row] for row in upload_report(left, ZH).buttons] == [["1 ✗", "2 ✓"], ["收进语料（1）", "丢弃"]]
    take(admin_services, ADMIN, upload.token)
    assert files_in(workshop) == ["north.txt", "uploads/2024-03-01-西滩园区开工.txt"]
    assert list(admin_services.staging.folder.iterdir()) == []


async def test_what_was_left_out_can_be_taken_in_after_all_but_not_all_be_left(admin_services: AdminServices) -> None:
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH), arrival(WEST)]))
    for number in (0, 1):
        leave_out(admin_services, ADMIN, upload.token, number)
    none = leave_out(admin_services, ADMIN, upload.token, 0)
    assert [file.wanted for file in none.files] == [True, False]
    nothing = leave_out(admin_services, ADMIN, upload.token, 0)
    assert [button.label for button in upload_report(nothing, ZH).buttons[-1]] == ["丢弃"]
    with pytest.raises(Expired):
        leave_out(admin_services, ADMIN, upload.token, 2)


async def test_the_same_text_twice_in_a_batch_is_seen(admin_services: AdminServices) -> None:
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH), arrival(SOUTH)]))
    assert ZH.admin.upload_twice.format(title="南岸园区表彰企业") in upload_report(upload, ZH).text


async def test_a_word_is_no_article(admin_services: AdminServices) -> None:
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival("你好")]))
    report = upload_report(upload, ZH)
    assert "✗ 不能收：只有一两个词，不是文章" in report.text
    assert report.text.endswith(ZH.admin.upload_nothing)
    assert report.buttons == ()


async def test_what_is_dropped_is_gone(admin_services: AdminServices, workshop: Workshop) -> None:
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH)]))
    drop(admin_services, ADMIN, upload.token)
    assert list(admin_services.staging.folder.iterdir()) == []
    with pytest.raises(Expired):
        take(admin_services, ADMIN, upload.token)
    assert files_in(workshop) == ["north.txt"]


async def test_near_duplicates_of_the_index_and_of_the_files_before_are_named(admin_services: AdminServices) -> None:
    files = [arrival(NORTH), arrival(SOUTH), arrival(SOUTH + "编辑：小麦\n")]
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, files))
    found = [file.finding.articles[0].near_duplicate for file in upload.files if file.finding]
    assert found == ["北山园区引进项目", None, "南岸园区表彰企业"]


async def test_no_near_duplicate_is_looked_for_of_a_book(admin_services: AdminServices) -> None:
    book = SOUTH + "".join(f"第{number}家企业是制造业企业，去年新增岗位{number}个。\n" for number in range(12_000))
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(book), arrival(book)]))
    assert [file.finding.articles[0].near_duplicate for file in upload.files if file.finding] == [None, None]
    assert upload_report(upload, ZH).buttons


async def test_an_id_that_the_index_knows_is_named(admin_services: AdminServices) -> None:
    line = '{"id": "north", "text": "北山园区开了一次会议。"}'
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [Arrival("a.jsonl", ".jsonl", line.encode())]))
    assert ZH.admin.upload_known in upload_report(upload, ZH).text


def test_files_that_are_sent_in_a_row_are_one_upload(admin_services: AdminServices) -> None:
    first = stage(admin_services, ADMIN, 100, [arrival(SOUTH)])
    assert stage(admin_services, ADMIN, 109, [arrival(NORTH)]).token == first.token
    assert stage(admin_services, replace(ADMIN, person=8), 109, [arrival(NORTH)]).token != first.token
    assert stage(admin_services, ADMIN, 130, [arrival(NORTH)]).token != first.token


async def test_what_was_decided_on_takes_no_further_files(admin_services: AdminServices) -> None:
    first = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH)]))
    take(admin_services, ADMIN, first.token)
    assert stage(admin_services, ADMIN, 101, [arrival(NORTH)]).token != first.token


async def test_what_nobody_has_read_is_not_decided_on(admin_services: AdminServices, workshop: Workshop) -> None:
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH)]))
    stage(admin_services, ADMIN, 101, [arrival(NORTH)])
    for decide in (take, drop):
        with pytest.raises(StillReading):
            decide(admin_services, ADMIN, upload.token)
    assert files_in(workshop) == ["north.txt"]


async def test_another_chat_cannot_decide(admin_services: AdminServices) -> None:
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH)]))
    for decide in (take, drop):
        with pytest.raises(Expired):
            decide(admin_services, replace(ADMIN, chat=8), upload.token)
    assert take(admin_services, ADMIN, upload.token).state == "taken"


async def test_all_files_come_in_or_none(admin_services: AdminServices, workshop: Workshop) -> None:
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH), arrival(SOUTH.replace("十二", "十三"))]))
    take_in = StagingArea.take_in

    def full_disk(area: StagingArea, staged: str, stem: str, **_: object) -> str:
        if files_in(workshop) != ["north.txt"]:
            raise FilesNotMoved("the disk is full")
        return take_in(area, staged, stem)

    with mock.patch.object(StagingArea, "take_in", full_disk), pytest.raises(FilesNotMoved):
        take(admin_services, ADMIN, upload.token)
    assert files_in(workshop) == ["north.txt"]
    take(admin_services, ADMIN, upload.token)
    assert files_in(workshop) == ["north.txt", "uploads/2024-02-09-南岸园区表彰企业-2.txt", "uploads/2024-02-09-南岸园区表彰企业.txt"]


async def test_a_file_that_was_swept_up_is_not_taken(admin_services: AdminServices, workshop: Workshop) -> None:
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [arrival(SOUTH)]))
    admin_services.staging.discard(upload.staged)
    with pytest.raises(Expired):
        take(admin_services, ADMIN, upload.token)
    assert files_in(workshop) == ["north.txt"]


def test_the_report_is_remembered(admin_services: AdminServices) -> None:
    upload = stage(admin_services, ADMIN, 100, [arrival(SOUTH)])
    note_report(admin_services, upload.token, 55)
    assert admin_services.store.uploads.get(upload.token) == replace(upload, message=55)


def test_without_an_index_files_are_compared_with_each_other_only(admin_services: AdminServices, workshop: Workshop) -> None:
    (workshop.directory.root / "CURRENT").unlink()
    upload = stage(admin_services, ADMIN, 100, [arrival(NORTH)])
    upload = note_findings(admin_services, upload.token, upload.unread, [FAILED])
    assert ZH.admin.upload_rejected.format(reason="读不出来：占用的内存或时间太多") in upload_report(upload, ZH).text


async def test_an_archive_tells_of_each_article_and_names_what_it_cannot_read(admin_services: AdminServices) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("南岸.txt", "南岸园区表彰企业\n南岸园区表彰了十二家企业，其中制造业企业九家，金额共三百万元。\n")
        archive.writestr("空.txt", "")
    upload = stage(admin_services, ADMIN, 100, [Arrival("年报.zip", ".zip", packed.getvalue())])
    text = upload_report(await read(admin_services, upload), ZH).text
    assert "《南岸园区表彰企业》" in text
    assert "· 南岸.txt: 没有找到发布日期" in text
    assert ZH.admin.upload_rejected.format(reason="空.txt: 空文件，0 字节") in text


@pytest.mark.parametrize(
    ("name", "size", "reason"),
    [
        ("a.txt", 100, None),
        ("A.PDF", 100, None),
        ("a.zip", 100, None),
        ("a.exe", 100, "unsupported type .exe: articles are .txt"),
        ("a.doc", 100, "unsupported type .doc: save it as .docx"),
        ("", 0, "unsupported type (no suffix): articles are .txt"),
        ("a.t\0xt", 1, "unsupported type .t\0xt: articles are .txt"),
        ("a.txt/../b", 1, "unsupported type (no suffix): articles are .txt"),
        ("a.txt", 2_000_001, "too large: 2.0 MB, the limit is 2 MB"),
    ],
)
def test_what_need_not_be_downloaded(name: str, size: int, reason: str | None) -> None:
    refused = refusal(name, size, 2_000_000)
    assert refused is None if reason is None else refused and reason_text(refused, EN).startswith(reason)


texts = st.text(max_size=300)
articles = st.builds(
    FoundArticle, texts, st.none() | st.dates(), st.none() | texts, st.lists(texts, max_size=3).map(tuple), st.none() | texts
)
reasons = st.builds(Reason, st.sampled_from(ReasonCode) | texts, st.dictionaries(st.sampled_from(["error", "suffix"]), texts))
findings = st.builds(
    Finding,
    st.lists(articles, max_size=5).map(tuple),
    st.integers(0, 10**6),
    st.lists(st.builds(Rejection, texts, reasons), max_size=5).map(tuple),
    st.integers(0, 10**6),
    st.lists(texts, max_size=3).map(tuple),
)
staged_files = st.builds(StagedFile, texts, st.none() | texts, st.none() | findings, st.none() | texts)


@given(st.lists(staged_files, max_size=40), st.sampled_from(["open", "taken", "dropped"]), st.sampled_from(["zh", "en"]))
def test_every_report_is_a_message_that_telegram_takes(files: list[StagedFile], state: str, language: str) -> None:
    upload = Upload("abcdefgh1234", 7, 7, None, state, tuple(files), 0)  # type: ignore[arg-type]
    message = upload_report(upload, TEXTS[language])  # type: ignore[index]
    assert problems(message.text, []) == []
    rows = [[{"text": button.label, "callback_data": str(button.callback_data)} for button in row] for row in message.buttons]
    assert keyboard_problems({"inline_keyboard": rows} if rows else None) == []


async def test_the_report_says_where_a_page_lies_what_it_declares_and_what_does_not_fit(admin_services: AdminServices) -> None:
    address = "http://pages.example.org/1.html"
    page = (
        f"<!-- saved from url=({len(address):04}){address} -->\n"
        '<html><head><link rel="canonical" href="https://www.news.cn/1.html"><meta name="source" content="新华社">'
        '<meta name="pubdate" content="2099-01-01"></head><body><h1>南岸园区表彰企业</h1>'
        "<p>南岸园区表彰了十二家企业，其中九家是制造业企业，比前一年多了三家。</p></body></html>"
    )
    upload = await read(admin_services, stage(admin_services, ADMIN, 100, [Arrival("1.html", ".html", page.encode())]))
    report = upload_report(upload, ZH).text
    assert "日期 不详，发布 新华社" in report
    for told in (
        "· 网址在 pages.example.org",
        "· ⚠ 署名“新华社”，网址却不是它的网站；是转载还是冒名，请核对",
        "· ⚠ 网页自称在 www.news.cn，实际取自 pages.example.org；以后者为准",
        "· ⚠ 写着的日期 2099-01-01 还没有到，不采用",
    ):
        assert told in report
