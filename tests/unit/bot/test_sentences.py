"""Errors and findings in Chinese: pairs that fit what the code says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

import bot.texts.sentences as module
from bot.texts.sentences import in_language

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
        ("Something that nobody has translated: {braces}.", "Something that nobody has translated: {braces}."),
    ],
)
def test_what_is_said(said: str, chinese: str) -> None:
    assert in_language(said, "zh") == chinese
    assert in_language(said, "en") == said


def test_traditional_readers_get_traditional_characters() -> None:
    assert in_language("28 files in /srv/articles", "zh-hant") == "/srv/articles 裡有 28 個檔案"
