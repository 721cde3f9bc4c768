from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from corpus.language.lazy_pattern import lazy_pattern

TEXT = "2022年42家，2023年56家"


def test_it_does_what_a_pattern_does() -> None:
    late, early = lazy_pattern(r"(?P<number>\d+)(年|家)"), re.compile(r"(?P<number>\d+)(年|家)")
    assert late.findall(TEXT) == early.findall(TEXT)
    assert [match.span() for match in late.finditer(TEXT, 3)] == [match.span() for match in early.finditer(TEXT, 3)]
    assert late.sub("x", TEXT) == early.sub("x", TEXT)
    assert late.split(TEXT) == early.split(TEXT)
    assert (late.pattern, late.flags, late.groups, late.groupindex) == (early.pattern, early.flags, early.groups, early.groupindex)
    assert late.fullmatch(TEXT) is None
    assert lazy_pattern("PARK", re.IGNORECASE).match("park")


def test_it_is_compiled_at_the_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile

    def counting(written: str, flags: int) -> re.Pattern[str]:
        compiled.append(written)
        return compile_now(written, flags)

    monkeypatch.setattr(re, "compile", counting)
    pattern = lazy_pattern("[园区]+")
    assert pattern.pattern == "[园区]+"
    assert compiled == []
    assert [bool(pattern.search(text)) for text in ("园区", "", "区")] == [True, False, True]
    assert compiled == ["[园区]+"]


def test_what_is_written_wrong_is_said_at_the_first_use() -> None:
    pattern = lazy_pattern("(")
    with pytest.raises(re.error):
        pattern.search("")


def test_several_threads_may_use_it_first() -> None:
    pattern = lazy_pattern(r"\d+(?=家)")
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(pattern.findall, [TEXT] * 50)) == [["42", "56"]] * 50
