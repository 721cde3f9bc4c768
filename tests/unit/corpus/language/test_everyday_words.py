"""Official words for everyday ones."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from corpus.language.everyday_words import load_everyday_words, official_words
from retrieval.ranking.term_weights import TermWeights


@pytest.mark.parametrize(
    ("words", "official"),
    [(("房租",), ("租金",)), (("招人", "园区", "招工"), ("招聘", "用工", "岗位")), (("租金",), ()), ((), ())],
)
def test_official_words_come_once(words: tuple[str, ...], official: tuple[str, ...]) -> None:
    assert official_words(words) == official


def test_a_passage_with_the_official_word_holds_the_everyday_one() -> None:
    rent = TermWeights(("房租", "园区"), (2.0, 1.0))
    assert rent.held_by("园区的租金下调") == 0b11
    assert rent.held_by("房价上涨") == 0


def test_no_line_is_lost() -> None:
    lines = files("corpus.language").joinpath("everyday_words.txt").read_text(encoding="utf-8").splitlines()[1:]
    assert [word for word, count in Counter(line.split(" = ")[0] for line in lines).items() if count > 1] == []
    assert len(load_everyday_words()) == len(lines)
    assert all(word not in official for word, official in load_everyday_words().items())
