"""Admins at work in the chat: articles sent to the bot, reindexes tried, begun and undone; and everybody else who tries."""

from __future__ import annotations

import asyncio
import io
import zipfile
from pathlib import Path

import pytest

from bot.admin.buttons import ACTIONS
from bot.admin.old_callback_data import OLD_VERBS
from bot.conversation.audit import REFUSED
from bot.store.store import open_store
from bot.texts.zh import ZH
from retrieval.building.lock import reindex_lock
from retrieval.evaluation.question_set import load_question_set
from tests.integration.bot_process import ADMIN, ARTICLES, ended
from tests.integration.chatting import Chatting
from tests.telegram_server import Json, SentMessage, group_chat, private_chat, user

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADMINISTRATOR = user(ADMIN, "管理员")
FOR_EVERYBODY = {"ask", "new", "latest", "sources", "about", "follow", "unfollow", "following", "privacy", "forget", "help", "start"}
CHAT = private_chat(ADMINISTRATOR)
PILOT = """首页 > 新闻 > 正文
云栖谷科创园建成中试基地
来源：云栖谷日报    发布时间：2024-05-06
浏览次数：1024

5月5日，云栖谷科创园的中试基地建成，总面积3.8万平方米。
基地已有14个项目进驻，其中生物医药项目9个。
"""
QUESTION = "云栖谷科创园中试基地有多少个项目进驻？"


async def report_on(chatting: Chatting, message: Json) -> SentMessage:
    return await chatting.server.wait_for_reply(message)


def corpus_files(chatting: Chatting) -> list[str]:
    folder = chatting.site.folder / "articles"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def staged_files(chatting: Chatting) -> list[str]:
    return [path.name for path in (chatting.site.folder / "index" / "staging").glob("*")]


async def latest(chatting: Chatting, after: SentMessage) -> SentMessage:
    """The message that the bot sends after this one."""
    sent = chatting.server.sent[CHAT["id"]]
    await chatting.server.wait_until(lambda: sent[-1] is not after, what="another message")
    return sent[-1]


async def test_a_file_is_read_for_trial_taken_in_answered_from_and_taken_out_again(chatting: Chatting) -> None:
    server = chatting.server
    before = corpus_files(chatting)
    report = await report_on(chatting, await server.send_file(CHAT, ADMINISTRATOR, "../../云栖谷.txt", PILOT.encode()))
    for part in ("《云栖谷科创园建成中试基地》", "日期 2024-05-06", "发布 云栖谷日报", "园区 云栖谷科创园", "浏览次数：1024"):
        assert part in report.text
    assert report.buttons == ["收进语料（1）", "丢弃"]
    assert corpus_files(chatting) == before
    data = report.button("收进语料")["callback_data"]
    await server.press(report, "收进语料")
    followed = await latest(chatting, report)
    await server.wait_until(lambda: ended(followed), 60, "the end of the reindex")
    assert corpus_files(chatting) == sorted([*before, "uploads/2024-05-06-云栖谷科创园建成中试基地.txt"])
    assert "新增 1" in followed.text
    assert report.buttons == []
    assert "uploads/2024-05-06-云栖谷科创园建成中试基地.txt" in report.text
    assert all(pause >= 1.9 for pause in followed.seconds_between_edits[1:])
    assert "14个项目" in (await server.ask(CHAT, ADMINISTRATOR, QUESTION)).quotes[0]

    again = await report_on(chatting, await server.send_file(CHAT, ADMINISTRATOR, "again.txt", PILOT.encode()))
    assert ZH.admin.upload_near_duplicate.format(title="云栖谷科创园建成中试基地") in again.text
    await server.press(again, "丢弃")
    await server.wait_until(lambda: ZH.admin.upload_dropped in again.text, what="the report to say so")
    assert staged_files(chatting) == []
    assert "/lxml/" not in chatting.bot.loaded  # files are read in another process

    await server.press(followed, "撤销")
    undone = await latest(chatting, again)
    assert undone.text == "\n".join([ZH.admin.undone.format(version="000001"), ZH.admin.undone_files.format(count=1)])
    assert corpus_files(chatting) == before
    assert not any("14个项目" in quote for quote in (await server.ask(CHAT, ADMINISTRATOR, QUESTION)).quotes)
    assert followed.buttons == []
    gone = await server.send_callback(report, data)
    await server.wait_until(lambda: gone.answered)
    assert gone.toast == ZH.admin.upload_gone


def album(number: int) -> bytes:
    return PILOT.replace("云栖谷", f"云栖{number}谷").replace("14", str(20 + number)).encode()


async def test_several_files_in_a_row_are_one_report_with_the_reasons_against_some(chatting: Chatting) -> None:
    server = chatting.server
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 80_000_000)
    files = [("a.txt", album(1)), ("gnp\u202etxt.exe", b"MZ"), ("b.docx", bomb.getvalue()), ("c.txt", album(2)), ("d" * 300, b"d")]
    first, *_ = [await server.send_file(CHAT, ADMINISTRATOR, name, content) for name, content in files]
    await server.send_file(CHAT, ADMINISTRATOR, "large.pdf", b"%PDF", size=21 * 2**20)
    report = await report_on(chatting, first)
    await server.wait_until(lambda: "large.pdf" in report.text, 20, "the whole report")
    assert report.text.startswith(ZH.admin.upload_heading.format(files=6))
    for reason in ("不支持 .exe 文件", "压缩炸弹：1 个部分", "文件名没有后缀", "太大：22.0 MB，上限 20 MB"):
        assert ZH.admin.upload_rejected.format(reason=reason) in report.text
    assert "\u202e" not in report.text
    assert report.buttons == ["1 ✓", "4 ✓", "收进语料（2）", "丢弃"]
    await server.press(report, "丢弃")
    await server.wait_until(lambda: ZH.admin.upload_dropped in report.text)


async def test_addresses_inside_the_network_are_not_fetched(chatting: Chatting) -> None:
    server = chatting.server
    addresses = [f"{server.url}/page.html", "http://169.254.169.254/latest/meta-data", "http://[::1]/", "ftp://example.org/a"]
    notice = await server.ask(CHAT, ADMINISTRATOR, "\n".join(addresses[:3]))
    await server.wait_until(lambda: notice.text == ZH.admin.fetched.format(fetched=0, count=3), what="the fetching to end")
    report = await latest(chatting, notice)
    assert report.text.count("不是公开的地址") == 3
    assert report.text.endswith(ZH.admin.upload_nothing)
    assert report.buttons == []
    many = " ".join(f"{addresses[1]}?{number}" for number in range(21))
    assert (await server.ask(CHAT, ADMINISTRATOR, many)).text == ZH.admin.too_many_addresses.format(most=20)


async def test_whoever_is_no_admin_is_refused_and_written_down(chatting: Chatting, somebody: Json) -> None:
    """Every command that the bot knows beside those for everybody, every button of its admins, every way of sending articles."""
    server, chat, staged = chatting.server, private_chat(somebody), staged_files(chatting)
    commands = sorted(set(ZH.commands) - FOR_EVERYBODY)
    assert {"reindex", "status"} < set(commands)
    for place in (chat, group_chat(-7200)):
        for name in commands:
            assert (await server.ask(place, somebody, f"/{name} now")).text == ZH.admins_only
    sent = await server.send_file(chat, somebody, "mine.txt", ARTICLES["awards"].encode())
    assert (await server.wait_for_reply(sent)).text == ZH.text_only
    assert (await server.ask(chat, somebody, "https://example.org/1 https://example.org/2")).text == ZH.text_only
    shown = await server.ask(chat, somebody, "/start")
    buttons = [f"{verb}:x:0" for verb in OLD_VERBS] + [f"{action.kind.name}/x" for action in ACTIONS] + ["admin_drop/" + "x" * 50]
    for data in buttons:
        press = await server.send_callback(shown, data)
        await server.wait_until(lambda press=press: press.answered)  # type: ignore[misc]
        assert press.toast == ZH.admins_only
    group = group_chat(-7100)
    report = await server.ask(group, ADMINISTRATOR, "/reindex")
    await server.wait_until(lambda: bool(report.buttons), 30, "the dry run")
    press = await server.press(report, "开始", by=somebody)
    assert press.toast == ZH.admins_only
    logged = await asyncio.to_thread(chatting.site.log.read_text, encoding="utf-8")
    every = [*(f"/{name}" for name in commands), "the file mine.txt", "2 addresses", *(f"the button {data}" for data in buttons)]
    for tried in every:
        assert f"Refused {tried} to user {somebody['id']}" in logged
    (kept,) = (path for path in (chatting.site.folder / "index").glob("bot-*.sqlite") if not path.stem.endswith("-inbox"))
    audited = await asyncio.to_thread(open_store(kept).audit.all)
    assert {line.action for line in audited if line.person == somebody["id"] and line.outcome == REFUSED} >= set(every)
    assert staged_files(chatting) == staged


async def test_a_reindex_is_tried_begun_and_undone(chatting: Chatting) -> None:
    server, site = chatting.server, chatting.site
    site.write_article("doctors", "西岭科创园引才\n来源：西岭园区    发布时间：2024-05-06\n\n西岭科创园现有博士58名，比上年增加11名。\n")
    site.write_article("broken", "")
    command = await server.say(CHAT, ADMINISTRATOR, "/reindex")
    report = await server.wait_for_reply(command)
    await server.wait_until(lambda: bool(report.buttons), 30, "the dry run")
    assert report.text.startswith(ZH.admin.dry_run_heading)
    assert "新增 1，修改 0，删除 0，未变 3。\n新增：doctors" in report.text
    assert "broken.txt：空文件，0 字节" in report.text
    await server.edit(command, "/reindex now")
    await server.press(report, "取消")
    await server.wait_until(lambda: report.text == ZH.admin.cancelled)

    with reindex_lock(site.folder / "index"):
        refused = await server.ask(CHAT, ADMINISTRATOR, "/reindex now")
        assert refused.text.startswith(ZH.admin.reindex_elsewhere[:8])
        trial = await server.ask(CHAT, ADMINISTRATOR, "/reindex")
        await server.wait_until(lambda: bool(trial.buttons), 30, "the dry run")
        assert (await server.press(trial, "开始")).toast.startswith(ZH.admin.reindex_elsewhere[:8])
    current = site.current()
    await server.press(trial, "开始")
    assert (await server.ask(CHAT, ADMINISTRATOR, "/reindex")).text == ZH.reindex_running
    await server.wait_until(lambda: "撤销" in str(trial.buttons), 60, "the end of the reindex")
    assert site.current() != current
    await server.press(trial, "撤销")
    await server.wait_until(lambda: trial.buttons == [], what="the end of the undo")
    assert site.current() == current


async def test_gaps_opinions_and_the_state_are_shown_and_exported(chatting: Chatting, somebody: Json, tmp_path: Path) -> None:
    server, chat = chatting.server, private_chat(somebody)
    for question in ("月球背面的温泉酒店有几间客房？", "月球背面的温泉酒店有几间客房", "明天会下雨吗？"):
        assert (await server.ask(chat, somebody, question)).quotes == []
    answer = await server.ask(chat, somebody, "林州湾经开区2022年奖励了多少家企业？")
    await server.press(answer, "👍")
    gaps = await server.ask(CHAT, ADMINISTRATOR, "/gaps")
    assert "月球背面的温泉酒店有几间客房（2 次" in gaps.text
    await server.press(gaps, ZH.oversight.button_gaps)
    await server.wait_until(lambda: len(server.documents) == 1, what="the export")
    opinions = await server.ask(CHAT, ADMINISTRATOR, "/feedback")
    await server.press(opinions, ZH.oversight.button_good)
    await server.wait_until(lambda: len(server.documents) == 2, what="the export")
    for document in (message.document for message in server.documents):
        assert document is not None
        assert str(somebody["id"]) not in document.content.decode()
        (tmp_path / document.name).write_bytes(document.content)
    (question,) = load_question_set(tmp_path, chatting.site.folder / "articles").questions
    assert question.relevant == {"awards"}
    assert question.answers == ("会上，园区拿出860万元，奖励了37家企业，其中制造业企业29家。",)
    status = await server.ask(CHAT, ADMINISTRATOR, "/status")
    for part in ("000001（", "在用", "启动以来出错 0 次", "MB"):
        assert part in status.text
