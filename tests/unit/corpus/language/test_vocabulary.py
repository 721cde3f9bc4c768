"""Lists of words as patterns, and the data files beside them."""

from __future__ import annotations

import re

from corpus.language.vocabulary import any_of, entries, table, word_list


def test_the_longest_word_matches() -> None:
    assert re.findall(any_of(["经开", "经开区", "高新"]), "经开区和高新") == ["经开区", "高新"]


def test_files_are_read_without_their_comments() -> None:
    stops = word_list("not_in_park_names.txt")
    assert {"位于", "请问", "全省", "的"} <= set(stops)
    assert not any("#" in word for word in stops)
    short = entries("short_words.txt")
    assert (short["管委会"], short["规上"], short["固投"]) == (("管理委员会",), ("规模以上",), ("固定资产投资",))
    assert table("media.toml")["of_places"].split()[0] == "日报"


def test_a_file_is_read_once() -> None:
    assert word_list("cities.txt") is word_list("cities.txt")
    assert table("park_kinds.toml") is table("park_kinds.toml")
