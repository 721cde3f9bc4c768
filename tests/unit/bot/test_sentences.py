"""Errors and findings in Chinese: pairs that fit what the code says."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from pydantic import SecretStr

import bot.texts.sentences as module
from bot.store.database import unopened
from bot.store.inbox import inbox_file
from bot.store.postgresql import postgresql_place
from bot.store.store import store_file
from bot.texts.sentences import in_language
from corpus.errors import ParkQAError

ROOT = Path(__file__).parents[3]
PAIRS: list[list[str]] = tomllib.loads(Path(module.__file__).with_name("sentences.toml").read_text(encoding="utf-8"))["pairs"]


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize(("english", "chinese"), PAIRS, ids=[english for english, _ in PAIRS])
def test_a_pair_fills_in_what_it_finds(english: str, chinese: str) -> None:
    assert holes(chinese) <= holes(english)
    assert re.search("[\u4e00-\u9fff]|rest", chinese)


def test_the_code_still_says_what_is_translated() -> None:
    """Each sentence's own words stand in some module; only the parser's do not, which is a library."""
    code = re.sub(r'"\s*\n\s*f?"', "", "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("[brc]*/**/*.py")))
    ours = PAIRS[: next(number for number, (english, _) in enumerate(PAIRS) if english.startswith("No such option"))]
    for english, _ in ours:
        for piece in re.split(r"\{\w+\}|\(", english):
            words = piece.strip(" :;.,()?")
            assert not words or words in code, english


@pytest.mark.parametrize(
    ("said", "chinese"),
    [
        ("Nothing is indexed in /srv/index yet: run `parkqa reindex`.", "/srv/index 里还没有索引：请运行 parkqa reindex。"),
        ("a.yaml, line 3: answer.quotes is 'many', but must be a whole number.", "a.yaml 第 3 行：answer.quotes 是 'many'：必须是整数。"),
        (
            "a, line 2: unknown key 'answer.quotez'; did you mean answer.quotes?\nb, line 6: unknown section 'bott'; did you mean bot?",
            "a 第 2 行：没有 'answer.quotez' 这个设置；是不是 answer.quotes？\nb 第 6 行：没有 'bott' 这一部分；是不是 bot？",
        ),
        ("the corpus folder q.txt is a file; name the folder that it lies in with --corpus", "q.txt 是文件；--corpus 要的是它所在的文件夹"),
        ("28 files in /srv/articles", "/srv/articles 里有 28 个文件"),
        (
            "a.yaml, line 7: bot.timezone must be the name of a time zone, such as Asia/Shanghai.",
            "a.yaml 第 7 行：bot.timezone：必须是时区的名称，如 Asia/Shanghai。",
        ),
        ("Environment variable PARKQA_BOT__QUESTIONS must be a whole number.", "环境变量 PARKQA_BOT__QUESTIONS：必须是整数。"),
        ("Something that nobody has translated: {braces}.", "Something that nobody has translated: {braces}."),
    ],
)
def test_what_is_said(said: str, chinese: str) -> None:
    assert in_language(said, "zh") == chinese
    assert in_language(said, "en") == said


def test_traditional_readers_get_traditional_characters() -> None:
    assert in_language("28 files in /srv/articles", "zh-hant") == "/srv/articles 裡有 28 個檔案"


SEEN_ELSEWHERE = {"QueueFull", "TooManyQuestions", "UnreadableFile", "VersionPruned", "VersionSuperseded"}
"""Errors that only the chat tells of, which has its own words for them, or that are given in codes."""
PUT_TOGETHER = {"x: x", "x cannot be opened (x): x", "x cannot be used (x): x"}
"""Of parts that are said elsewhere."""


def errors_raised() -> Iterator[tuple[str, str, str]]:
    """Place, name and English of each error that code raises, with something in its holes."""
    kinds = {cls.__name__ for cls in _below(ParkQAError)} - SEEN_ELSEWHERE
    for path in sorted(path for package in ("bot", "retrieval", "corpus") for path in (ROOT / package).rglob("*.py")):
        if "training" in path.parts or path.name == "rollback.py":  # no command of `parkqa`; only the chat
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=kind), args=[ast.JoinedStr() | ast.Constant() as said, *_]) if kind in kinds:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", kind, _said(said)


def _below(cls: type) -> Iterator[type]:
    for each in cls.__subclasses__():
        yield each
        yield from _below(each)


def _said(node: ast.JoinedStr | ast.Constant) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)


def test_every_error_that_a_terminal_shows_has_its_chinese() -> None:
    in_a_file = "q.jsonl:3: "  # what stands before an error of one line of questions
    unsaid = [
        (place, said)
        for place, kind, said in errors_raised()
        if in_language(said, "zh") == said and not (kind == "QuestionFileError" and in_language(in_a_file + said, "zh") != in_a_file + said)
    ]
    assert [found for found in unsaid if found[1] not in PUT_TOGETHER] == []


def test_every_database_has_its_chinese() -> None:
    """Its errors are put together of who it is and what to do."""
    for place in (store_file(Path("/srv/x")), inbox_file(Path("/srv/x")), postgresql_place(SecretStr("postgresql://u@h/x"))):
        said = [str(unopened(place, ValueError("odd"))), f"{place.name} cannot be used (odd): {place.unusable}"]
        assert [each for each in said if in_language(each, "zh") == each] == []
