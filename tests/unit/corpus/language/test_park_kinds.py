"""The table of park kinds: whatever writing of a kind somebody uses, everybody who knows kinds means the same one."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.folding import SHORT_FORMS, fold
from corpus.language.park_kinds import ParkKind, english_kind, kinds_in_chinese, load_park_kinds
from corpus.language.parks import find_parks, split_park, without_kind
from corpus.language.script import simplified, traditional
from retrieval.question.gazetteer import NO_PARKS
from retrieval.question.named_places import named_places
from retrieval.ranking.park_agreement import park_agreement
from retrieval.text.analyzer import Analyzer
from retrieval.text.park_name import park_name

NAMES = st.sampled_from(["云澜", "朔川", "汀州", "海棠湾", "银川", "济宁兖州"])
WRITINGS = sorted(kinds_in_chinese())
ENGLISH = sorted((name, kind.short) for kind in load_park_kinds() for name in kind.english)


def agreement(one: str, other: str) -> float:
    return park_agreement([park_name(one)], [park_name(other)], "")


@given(NAMES, st.sampled_from(WRITINGS))
def test_every_writing_of_a_kind_is_one_kind(name: str, writing: str) -> None:
    short = kinds_in_chinese()[writing].short
    assert fold(name + writing) == name + short
    assert split_park(name + writing) == (name, short)


@given(NAMES, st.sampled_from(load_park_kinds()), st.data())
def test_any_two_writings_agree(name: str, kind: ParkKind, data: st.DataObject) -> None:
    one, other = (name + data.draw(st.sampled_from(kind.chinese)) for _ in range(2))
    assert agreement(one, other) == 1
    assert agreement(fold(one), fold(other)) == 1
    assert find_parks(None, f"{one}开会。{other}在增长。") == (max(one, other, key=lambda park: (len(park), park)),)


@given(NAMES, st.sampled_from(WRITINGS))
def test_every_writing_is_found(name: str, writing: str) -> None:
    assert find_parks(None, f"记者从{name}{writing}获悉，{name}{writing}产值增长。") == (name + writing,)


@pytest.mark.parametrize("writing", WRITINGS)
def test_every_writing_is_found_in_traditional_characters(writing: str, analyzer: Analyzer) -> None:
    found = find_parks(None, f"棲港{traditional(writing)}開會，棲港{traditional(writing)}增長。")
    assert [analyzer.normalize(park) for park in found] == [fold(f"栖港{writing}")]


@pytest.mark.parametrize(("name", "short"), ENGLISH)
def test_every_english_name_is_a_kind(name: str, short: str) -> None:
    assert english_kind(name).short == short
    assert [found.park for found in named_places(f"how large is the hefei {name}", [], NO_PARKS)] == [f"合肥{short}"]
    assert split_park(f"Harbour View {name.title()}") == ("Harbour View", short)
    assert find_parks(None, f"Visitors came to Harbour View {name.title()}.") == (f"Harbour View {name.title()}",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云澜物流园", "云澜物流园区"),
        ("云澜高新技术产业园", "云澜高新区"),
        ("云澜高新园区", "云澜高新技术产业开发区"),
        ("东湖新技术开发区", "东湖高新区"),
        ("洋山特殊综合保税区", "洋山综保区"),
        ("云澜软件园区", "云澜软件园"),
        ("海南自由贸易港", "海南自贸港"),
        ("linyue high-tech zone", "临樾高新区"),
        ("linyue etdz", "linyue economic & technological development area"),
    ],
)
def test_writings_that_agree(one: str, other: str) -> None:
    assert agreement(one, other) == agreement(other, one) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("云澜保税区", "云澜综保区"), ("云澜产业园", "云澜工业园"), ("云澜科技园", "云澜科学园"), ("云澜新区", "云澜高新区")]
)
def test_kinds_that_do_not(one: str, other: str) -> None:
    assert 0 < agreement(one, other) < 1


def test_no_writing_means_two_kinds() -> None:
    kinds = load_park_kinds()
    assert Counter(writing for kind in kinds for writing in kind.chinese).most_common(1)[0][1] == 1
    assert Counter(name for kind in kinds for name in kind.english).most_common(1)[0][1] == 1
    assert Counter(kind.spoken for kind in kinds if kind.spoken).most_common(1)[0][1] == 1
    assert Counter(SHORT_FORMS).most_common(1)[0][1] == 1


def test_all_writings_are_in_the_form_of_normalised_texts() -> None:
    for kind in load_park_kinds():
        assert all(simplified(writing) == writing for writing in kind.chinese)
        assert all(name.lower() == name for name in kind.english)
        assert kind.spoken is None or any(writing.startswith(kind.spoken) for writing in kind.chinese)


def test_the_rows_say_what_they_are() -> None:
    kinds = {kind.short: kind for kind in load_park_kinds()}
    assert kinds["经开区"].spoken == "经开" and kinds["经开区"].official
    assert "economic & technological development zone" in kinds["经开区"].english
    assert not kinds["产业园"].official and kinds["产业园"].doubtful == "short names"
    assert without_kind("云澜园区") == "云澜"
