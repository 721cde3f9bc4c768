"""What the command line says in each language, as it was recorded: `-h` of every command, and an error of each kind.

After a change that is meant: `python -m tests.integration.test_cli_languages` records it again.
"""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path

import pytest

from bot.terminal.cli import app, main
from tests.integration.command_line import parkqa_here

RECORDS = Path(__file__).parent / "command_line_texts"
LANGUAGES = ("en", "zh", "zh-hant")
COMMANDS = ("", *(str(command.callback.__name__) for command in app.registered_commands if command.callback))
WRONG = (
    ("fly",),
    ("statsu",),
    ("ask",),
    ("ask", "a", "--top", "0"),
    ("ask", "a", "--top", "some"),
    ("ask", "a", "--asked-on", "soon"),
    ("ask", "a", "--tpo", "3"),
    ("ask", "a", "--file"),
    ("show",),
    ("status", "too", "many"),
    ("reindex", "--watch", "--dry-run"),
    ("status", "--config", "absent.yaml"),
    ("status", "--index", "absent"),
    ("articles", "--corpus", "absent"),
    ("ask", "--file", "absent.jsonl", "--index", "absent"),
    ("evaluate", "absent"),
    ("backup",),
    ("backup", "a.tar.gz", "--corpus", "absent"),
    ("restore", "absent.tar.gz"),
    ("--lang", "fr", "status"),
    ("init", "notes.txt"),
    ("chat", "--quick"),
    ("doctor", "--top", "3"),
    ("show", "absent", "--corpus", "articles"),
    ("articles", "--corpus", "notes.txt"),
    ("reindex", "--corpus", "empty", "--index", "index"),
    ("status", "--config", "wrong.yaml"),
    ("status", "--config", "notes.txt"),
    ("evaluate", "misspelt"),
    ("evaluate", "empty"),
    ("tune", "absent"),
    ("bot", "--config", "parkqa.yaml"),
    ("work",),
    ("bot", "--config", "token.yaml"),
    ("backup", "notes.txt", "--corpus", "articles", "--index", "absent"),
    ("restore", "notes.txt"),
)
FILES = {
    "notes.txt": "no settings, and no backup",
    "parkqa.yaml": "corpus:\n  folder: articles\n",
    "token.yaml": "bot:\n  token: not-a-token\n",
    "wrong.yaml": "answer:\n  quotes: 0\n  qoutes: 3\nindx:\n  folder: index\nbot:\n  timezone: Mars\n",
    "articles/a.txt": "东澜园区表彰企业\n\n东澜园区今年表彰了四十六家企业，其中制造业企业十二家。\n",
    "empty/none.doc": "",
    "misspelt/questions.jsonl": '{"id": 1, "question": "表彰了多少家企业", "awnsers": ["46"]}\n',
}
"""What some of them need: a file in the place of a folder, settings with mistakes, a set of questions with one."""


@pytest.fixture(autouse=True)
def same_everywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.upper().startswith("PARKQA_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    put_files()


def put_files() -> None:
    for name, text in FILES.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def recorded(name: str) -> str:
    return (RECORDS / f"{name}.txt").read_text(encoding="utf-8")


def spoken(arguments: tuple[str, ...], output: str) -> str:
    """What one command said, under the line that was typed; where the folder lies is nobody's business."""
    return f"$ parkqa {' '.join(arguments)}\n{output.replace(str(Path.cwd()), '…')}\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_of_every_command(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = [spoken((command, "-h"), parkqa_here(capsys, *filter(None, (command, "-h")), "--lang", language).stdout) for command in COMMANDS]
    assert "\n".join(said) == recorded(f"help-{language}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_errors_of_every_kind(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for arguments in WRONG:
        process = parkqa_here(capsys, *arguments, "--lang", language)
        assert process.returncode in {1, 2}
        assert process.stdout == "" or arguments[0] == "reindex"
        said.append(spoken(arguments, process.stderr))
    assert "\n".join(said) == recorded(f"errors-{language}")


def test_each_command_goes_wrong_once_at_least() -> None:
    assert {*filter(None, COMMANDS)} <= {word for arguments in WRONG for word in arguments}


@pytest.mark.parametrize(
    ("language", "rejected", "result"),
    [
        (
            "en",
            "  ✗ a.doc: unsupported type .doc: save it as .docx",
            "Dry run, nothing was written: 0 articles, 0 passages.",
        ),
        ("zh", "  ✗ a.doc: 不支持 .doc 文件：请转成 .docx 再放进来", "只是试算，什么也没有写：文章 0 篇，段落 0 个。"),
        ("zh-hant", "  ✗ a.doc: 不支援 .doc 檔案：請轉成 .docx 再放進來", "只是試算，什麼也沒有寫：文章 0 篇，段落 0 個。"),
    ],
)
def test_reports_and_reasons(language: str, rejected: str, result: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old/a.doc").write_text("x", encoding="utf-8")
    process = parkqa_here(capsys, "reindex", "--dry-run", "--corpus", "old", "--index", "index", "--lang", language)
    assert process.stdout.splitlines()[-2:] == [rejected, result]


def test_doctor_names_its_checks_in_the_language_of_the_reader(capsys: pytest.CaptureFixture[str]) -> None:
    process = parkqa_here(capsys, "doctor", "--corpus", "absent", "--index", "absent", "--lang", "zh")
    said = {line.split()[1]: line for line in process.stdout.splitlines()}
    assert list(said) == [
        "配置",
        "文章",
        "磁盘空间",
        "日志",
        "索引",
        "向量模型",
        "计算进程",
        "重排模型",
        "阅读模型",
        "机器人的记录",
        "机器人",
        "Webhook",
        "监控",
    ]
    assert said["文章"] == f"✗ 文章         没有文章文件夹 {Path.cwd() / 'absent'}；请建好它，或者用 --corpus 另外指定"
    assert said["索引"] == f"✗ 索引         {Path.cwd() / 'absent'} 里还没有索引：请运行 parkqa reindex。"
    assert said["机器人的记录"] == f"✓ 机器人的记录 存成文件，在 {Path.cwd() / 'absent'}，归一个进程使用"
    assert said["机器人"] == "✓ 机器人       没有令牌；只有 parkqa bot 需要，放在 PARKQA_BOT__TOKEN"


def test_status_and_chat_speak_it_too(sample_index: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    status = parkqa_here(capsys, "status", "--index", sample_index, "--lang", "zh").stdout
    assert status.startswith("索引版本 000001\n建立时间 ")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("/quit\n"))
    assert parkqa_here(capsys, "chat", "--index", sample_index).stdout.startswith("Type a question and press Enter.")


def _record() -> None:
    """Write the records again, in an empty folder."""
    for language in LANGUAGES:
        for name, lines in (("help", [(command, "-h") for command in COMMANDS]), ("errors", list(WRONG))):
            said = []
            for arguments in lines:
                output = io.StringIO()
                aside = output if name == "help" else io.StringIO()  # of an error only what is said of it
                with contextlib.redirect_stdout(aside), contextlib.redirect_stderr(output), contextlib.suppress(SystemExit):
                    main([*filter(None, arguments), "--lang", language])
                said.append(spoken(arguments, output.getvalue()))
            (RECORDS / f"{name}-{language}.txt").write_text("\n".join(said), encoding="utf-8")


if __name__ == "__main__":
    import tempfile

    os.environ["COLUMNS"] = "100"
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        put_files()
        RECORDS.mkdir(exist_ok=True)
        _record()
