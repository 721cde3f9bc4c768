"""`parkqa` as a process over the sample corpus: output, exit codes, and what it must not load."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from rich.cells import cell_len

from corpus.reading.folder import list_sources, read_source
from tests.integration.command_line import PARKQA, REPOSITORY, SAMPLE_CORPUS, environment, only_json, parkqa, parkqa_here, run

QUESTION = "银川经开区2022年工作会议奖励了多少家企业"
UNANSWERABLE = "明天天气怎么样"
TOKEN = "7654321098:AAinvented-Token_of-no-bot-0000000000"
HEAVY = {
    "torch",
    "transformers",
    "sentence_transformers",
    "telegram",
    "httpx",
    "lxml",
    "pypdfium2",
    "docx",
    "pymilvus",
    "sqlalchemy",
    "asyncio",
}


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.upper().startswith("PARKQA_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "100")


def test_ask_prints_quote_and_source(sample_index: Path, tmp_path: Path) -> None:
    process = parkqa(tmp_path, "ask", QUESTION, "--index", sample_index)
    assert process.returncode == 0, process.stderr
    first = process.stdout.split("\n\n")[0]
    assert "42家" in first
    assert "银川经开区开年部署全年工作" in first
    assert "· 银川经开区 · 2022-02-09" in first
    assert process.stderr == ""


def test_ask_json_is_the_contract_and_verbatim(sample_index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = only_json(parkqa_here(capsys, "ask", QUESTION, "--json", "--index", sample_index))
    assert list(answer) == ["id", "question", "found", "confidence", "index_version", "took_ms", "quotes", "understood", "missing"]
    assert (answer["id"], answer["question"], answer["found"], answer["index_version"]) == (None, QUESTION, True, "000001")
    assert 0.5 <= answer["confidence"] <= 1
    articles = {article.id: article for source in list_sources(SAMPLE_CORPUS) for article in read_source(SAMPLE_CORPUS, source).articles}
    for quote in answer["quotes"]:
        assert list(quote) == [
            "text",
            "start",
            "end",
            "emphasis",
            "emphasis_in_text",
            "answer",
            "answer_in_text",
            "around",
            "of",
            "score",
            "recognised",
            "article",
            "also_in",
        ]
        assert list(quote["article"]) == ["id", "title", "publisher", "published", "url", "parks", "path"]
        assert quote["text"] == articles[quote["article"]["id"]].text[quote["start"] : quote["end"]]
        assert all(quote["start"] <= start < end <= quote["end"] for start, end in quote["emphasis"])
        assert quote["around"][0] <= quote["start"] < quote["end"] <= quote["around"][1]
    year = {"text": "2022年", "first": "2022-01-01", "last": "2022-12-31"}
    assert answer["understood"] == {"parks": ["银川经开区"], "times": [year], "kind": "number", "parts": []}
    best = answer["quotes"][0]
    assert "42家" in articles[best["article"]["id"]].text[slice(*best["emphasis"][0])]


def test_nothing_found_is_exit_code_4(sample_index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    process = parkqa_here(capsys, "ask", UNANSWERABLE, "--index", sample_index)
    assert process.returncode == 4
    assert process.stdout.startswith("没有找到")
    process = parkqa_here(capsys, "ask", UNANSWERABLE, "--json", "--top", "2", "--index", sample_index)
    assert process.returncode == 4
    answer = only_json(process)
    assert answer["found"] is False
    assert len(answer["quotes"]) == 2


def test_options_hold_before_and_after_the_command(sample_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = only_json(parkqa_here(capsys, "--index", sample_index, "status", "--json"))
    after = only_json(parkqa_here(capsys, "--index", tmp_path, "status", "--json", "--index", sample_index))
    assert before == after
    assert before["folder"] == str(sample_index)


def test_nothing_found_tells_what_was_understood(sample_index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    question = "沐江經開區２０２１年上半年火星基地招了多少宇航员"
    process = parkqa_here(capsys, "ask", question, "--index", sample_index)
    assert process.returncode == 4
    assert process.stdout.splitlines()[1] == "我的理解：園區 沐江經開區 · 時間 2021年上半年 · 問的是 數字"
    assert process.stdout.splitlines()[3] == "最接近的報導："


@pytest.mark.parametrize("question", [QUESTION, UNANSWERABLE, "栖港综合保税区双11和沐江经开区集中开工哪个更早"])
def test_explain_shows_in_a_table_what_stands_in_the_json(
    question: str, sample_index: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARKQA_READER__BUDGET_MS", "60000")  # both times the same is read, however busy the machine
    shown = parkqa_here(capsys, "ask", question, "--explain", "--index", sample_index).stdout
    explanation = only_json(parkqa_here(capsys, "ask", question, "--explain", "--json", "--index", sample_index))["explanation"]
    assert all(cell_len(line) <= 100 for line in shown[shown.index("Why these quotes") :].splitlines())
    for quote in explanation["quotes"]:
        total = sum(each["adds"] for each in quote["features"])
        if quote["folding"] and quote["folding"]["instead_of"]:
            assert total < quote["score"]
        else:
            assert total == pytest.approx(quote["score"], abs=1e-4)
        assert all(f"\n {each['name']} " in shown for each in quote["features"])
        assert all(f"{term['text']} {term['rarity']:.2f}" in " ".join(shown.split()) for term in quote["words"])
    for dropped in explanation["dropped"][:5]:
        assert f"{dropped['score']:.3f} {dropped['article'][:20]}" in " ".join(shown.split())  # a longer one may go on in the next line
    for part in explanation["confidence"]:
        assert part["total"] == pytest.approx(part["bias"] + sum(each["adds"] for each in part["signals"]), abs=1e-4)
        assert f"{part['probability']:.3f}" in shown
    assert f"found from {explanation['threshold']:.3f} on" in shown


def test_a_question_needs_no_quotation_marks(sample_index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("银川经开区2022年", "工作会议", "--json", "奖励了多少家企业")
    assert only_json(parkqa_here(capsys, "ask", *words, "--index", sample_index))["question"] == QUESTION
    english = ("--", "how", "many", "companies", "did", "银川经开区", "reward")
    answer = only_json(parkqa_here(capsys, "ask", "--json", "--index", sample_index, *english))
    assert answer["question"] == "how many companies did 银川经开区 reward"


def test_standard_input_has_a_question_a_line(sample_index: Path, tmp_path: Path) -> None:
    process = run([*PARKQA, "ask", "-", "--json", "--index", str(sample_index)], tmp_path, f"{QUESTION}\n\n{UNANSWERABLE}\n")
    answers = [json.loads(line) for line in process.stdout.splitlines()]
    assert [(answer["question"], answer["found"]) for answer in answers] == [(QUESTION, True), (UNANSWERABLE, False)]
    assert process.returncode == 0
    process = run([*PARKQA, "ask", "-", "--index", str(sample_index)], tmp_path, UNANSWERABLE)
    assert (process.returncode, process.stdout.splitlines()[0]) == (4, f"> {UNANSWERABLE}")


def test_a_file_of_questions_is_answered_in_order(sample_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "questions.jsonl"
    lines = [
        {"id": "a", "question": QUESTION},
        {"id": 2, "question": UNANSWERABLE},
        {"id": "c", "question": "去年的工作会议", "asked_on": "2023-05-01"},
    ]
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    process = parkqa_here(capsys, "ask", "--file", file, "--json", "--index", sample_index)
    answers = [json.loads(line) for line in process.stdout.splitlines()]
    assert process.returncode == 0, process.stderr
    assert [(answer["id"], answer["question"]) for answer in answers] == [(line["id"], line["question"]) for line in lines]
    assert [answer["found"] for answer in answers[:2]] == [True, False]


def test_bad_lines_are_named_and_the_others_answered(sample_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(
        f'{{"id": 1, "question": "{QUESTION}"}}\n{{"id": 2}}\nnonsense\n{{"id": 4, "question": "{QUESTION}"}}\n', encoding="utf-8"
    )
    process = parkqa_here(capsys, "ask", "--file", file, "--json", "--index", sample_index)
    assert process.returncode == 1
    assert [json.loads(line)["id"] for line in process.stdout.splitlines()] == [1, 4]
    missing, nonsense = process.stderr.splitlines()
    assert missing.startswith(f'{file}:2: "question" is missing')
    assert nonsense.startswith(f"{file}:3: not JSON")


def test_what_is_too_long_to_be_read_is_refused_and_in_a_file_the_others_answered(
    sample_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = QUESTION * 20
    refusal = f"The question has {len(long)} characters, more than 300: ask for one thing at a time."
    alone = parkqa_here(capsys, "ask", long, "--index", sample_index)
    assert (alone.returncode, alone.stdout, alone.stderr) == (1, "", f"{refusal}\n")
    file = tmp_path / "questions.jsonl"
    file.write_text(
        "\n".join(json.dumps({"id": n, "question": text}) for n, text in enumerate((QUESTION, long, QUESTION))), encoding="utf-8"
    )
    process = parkqa_here(capsys, "ask", "--file", file, "--json", "--index", sample_index)
    first, refused, last = (json.loads(line) for line in process.stdout.splitlines())
    assert (first["id"], first["found"], last["id"], last["found"]) == (0, True, 2, True)
    assert refused == {"id": 1, "error": refusal}
    assert process.returncode == 1


def test_answers_are_sent_off_one_by_one_and_interrupting_is_130(sample_index: Path, tmp_path: Path) -> None:
    command = [*PARKQA, "ask", "--file", "/dev/stdin", "--json", "--index", str(sample_index)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=REPOSITORY, env=environment(tmp_path), stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(json.dumps({"id": 1, "question": QUESTION}).encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == 1
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert b"Traceback" not in process.stderr.read()


def test_without_an_index_it_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (("ask", QUESTION), ("ask", QUESTION, "--json"), ("status",)):
        process = parkqa_here(capsys, *arguments, "--index", tmp_path / "absent")
        assert process.returncode == 1
        assert process.stdout == ""
        assert process.stderr == f"Nothing is indexed in {tmp_path / 'absent'} yet: run `parkqa reindex`.\n"


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    process = parkqa_here(capsys, "--version")
    assert (process.returncode, process.stdout) == (0, f"parkqa {project['version']}\n")


def test_what_is_overlooked_is_said_and_ends_nothing(
    sample_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.yaml").write_text("database: here\n", encoding="utf-8")
    monkeypatch.setenv("PARKQA_DEPLOY_HOST", "a")
    monkeypatch.setenv("PARKQA_ANSWR__QUOTES", "3")
    process = parkqa_here(capsys, "status", "--index", sample_index)
    assert process.returncode == 0
    assert process.stderr.splitlines() == [
        "config.yaml holds no section of parkqa, so it is taken for another program's and passed over; parkqa.yaml is read before it.",
        "Environment variable PARKQA_ANSWR__QUOTES is no setting and changes nothing; did you mean PARKQA_ANSWER__QUOTES?",
        "Environment variable PARKQA_DEPLOY_HOST is no setting and changes nothing.",
    ]


def test_init_writes_what_reindex_and_status_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert parkqa_here(capsys, "init", tmp_path / "mine").returncode == 0
    monkeypatch.chdir(tmp_path / "mine")
    process = parkqa_here(capsys, "articles", "--json")
    assert process.stderr == ""
    read = [json.loads(line) for line in process.stdout.splitlines()]
    assert [(article["title"], article["published"], article["parks"]) for article in read] == [
        ("沐江经开区2023年进出口总额突破260亿元", "2024-01-18", ["沐江经开区"]),
        ("沐江经开区上半年经济运行情况发布", "2024-07-22", ["沐江经开区"]),
        ("沐江经开区召开2024年工作会议 表彰58家企业", "2024-02-06", ["沐江经开区"]),
    ]


def test_a_wrong_setting_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "mine.yaml"
    config.write_text("answer:\n  quotez: 3\n", encoding="utf-8")
    process = parkqa_here(capsys, "status", "--config", config)
    assert process.returncode == 1
    assert process.stderr == f"{config}, line 2: unknown key 'answer.quotez'; did you mean answer.quotes?\n"


@pytest.mark.parametrize(
    "arguments",
    [("ask",), ("ask", " "), ("ask", "a", "--file", "b"), ("ask", "a", "--top", "0"), ("ask", "a", "--asked-on", "soon"), ("fly",)],
)
def test_wrong_usage_is_exit_code_2(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    process = parkqa_here(capsys, *arguments)
    assert process.returncode == 2
    assert process.stdout == ""
    assert "Usage: parkqa" in process.stderr


def test_a_bug_is_exit_code_3_and_its_traceback_is_in_the_log(tmp_path: Path) -> None:
    script = (
        f"import retrieval.factory as f; f.open_answerer = lambda settings: {{}}['{TOKEN}']\n"
        "from bot.terminal.cli import main; main(['ask', 'a'])"
    )
    process = run([sys.executable, "-c", script], tmp_path)
    log = tmp_path / "parkqa" / "parkqa.log"
    assert process.returncode == 3
    assert process.stderr == f"A bug in parkqa (KeyError); its traceback is in {log}.\n"
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert "AAinvented" not in log.read_text(encoding="utf-8")


def test_chinese_survives_every_locale(sample_index: Path, tmp_path: Path) -> None:
    process = parkqa(tmp_path, "ask", QUESTION, "--index", sample_index, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert process.returncode == 0, process.stderr
    assert "奖励了42家" in process.stdout


@pytest.mark.parametrize("form", ["--json", "--explain"])
def test_a_reader_that_leaves_early_sees_no_traceback(sample_index: Path, tmp_path: Path, form: str) -> None:
    command = [*PARKQA, "ask", QUESTION, form, "--index", str(sample_index)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=REPOSITORY, env=environment(tmp_path), stdout=pipe, stderr=pipe) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_asking_loads_nothing_heavy(sample_index: Path, tmp_path: Path) -> None:
    loaded = loaded_by(tmp_path, "ask", QUESTION, "--index", str(sample_index))
    assert "faiss" in loaded
    assert loaded & HEAVY == set()


def test_json_and_help_load_no_words_of_the_terminal(sample_index: Path, tmp_path: Path) -> None:
    asking = loaded_by(tmp_path, "ask", QUESTION, "--json", "--index", str(sample_index))
    helping = loaded_by(tmp_path, "ask", "--help")
    assert asking & {"rich.console", "bot.texts.en", "bot.texts.zh", "bot.terminal.printing.answer"} == set()
    assert helping & {"yaml", "numpy", "bot.texts.en", "bot.texts.zh"} == set()


def loaded_by(folder: Path, *arguments: str) -> set[str]:
    """The modules that a command imports."""
    process = run([sys.executable, "-X", "importtime", "-m", "bot", *arguments], folder)
    assert process.returncode == 0
    return {line.split("|")[-1].strip() for line in process.stderr.splitlines() if line.startswith("import time:")}


def test_help_teaches_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    overview = parkqa_here(capsys, "--help").stdout
    commands = re.findall(r"^│ (\w+)  ", overview, re.MULTILINE)
    assert commands == [
        "init",
        "ask",
        "chat",
        "reindex",
        "work",
        "articles",
        "show",
        "status",
        "doctor",
        "backup",
        "restore",
        "evaluate",
        "tune",
        "bot",
    ]
    for command in commands:
        text = parkqa_here(capsys, command, "--help").stdout
        assert f"Usage: parkqa {command}" in text
        assert "Example: " in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_shell_completes_commands_and_options(language: str, tmp_path: Path) -> None:
    def completed(*words: str) -> list[str]:
        typed = {"COMP_WORDS": " ".join(("parkqa", *words)), "COMP_CWORD": str(len(words)), "_PARKQA_COMPLETE": "complete_bash"}
        return run([*PARKQA], tmp_path, LC_ALL=f"{language}_GB.UTF-8", **typed).stdout.split()

    assert completed("sta") == ["status"]
    assert completed("reindex", "--dr") == ["--dry-run"]


def test_status_says_what_is_in_the_index(sample_index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = only_json(parkqa_here(capsys, "status", "--json", "--index", sample_index))
    articles = [article for source in list_sources(SAMPLE_CORPUS) for article in read_source(SAMPLE_CORPUS, source).articles]
    assert found["articles"] == len(articles)
    assert found["years"] == sorted({article.published.year for article in articles if article.published})
    assert "银川经开区" in found["parks"]
    assert (found["index_version"], found["rejected"]) == ("000001", [])
    assert found["embedder"].startswith("bundled:multilingual-e5-small:")
    assert 100_000 < found["size_bytes"] < 10_000_000
    assert "version 000001" in parkqa_here(capsys, "status", "--index", sample_index).stdout


def test_doctor_finds_what_is_wrong_and_keeps_the_token(
    sample_index: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PARKQA_BOT__TOKEN", TOKEN)
    monkeypatch.setenv("PARKQA_BOT__BASE_URL", "http://127.0.0.1:9/bot")
    process = parkqa_here(capsys, "doctor", "--index", sample_index)
    marks = {line.split()[1]: line[0] for line in process.stdout.splitlines()}
    assert marks == {
        "config": "✓",
        "corpus": "✓",
        "disk": "✓",
        "log": "✓",
        "index": "✓",
        "embedder": "✓",
        "workers": "✓",
        "reranker": "✓",
        "reader": "✓",
        "memory": "✓",
        "bot": "✗",
        "webhook": "✓",
        "monitor": "✓",
    }
    assert process.returncode == 1
    assert "AAinvented" not in process.stdout + process.stderr


def test_doctor_of_a_wrong_config(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    process = parkqa_here(capsys, "doctor", "--config", tmp_path / "absent.yaml")
    assert process.returncode == 1
    assert process.stdout.startswith("✗ config")
