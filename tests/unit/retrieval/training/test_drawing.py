from __future__ import annotations

from collections import Counter
from itertools import islice

from corpus.language.span import Span
from retrieval.training.drawing import Source, drawn
from retrieval.training.pairs import Pair

RIGHT = [Pair(f"问{number}", "题", "答", Span(0, 1)) for number in range(4)]
WRONG = [Pair(f"错{number}", "题", "答", None) for number in range(96)]
NOWHERE = [Pair(f"无{number}", "题", "答", None, nowhere=True) for number in range(4)]
OTHER = [Pair("别的", "题", "答", None)]


def test_each_source_is_drawn_from_by_its_share_and_answers_are_no_rarer_than_wished() -> None:
    counted = Counter(pair.question[0] for pair in islice(drawn([Source([*RIGHT, *WRONG], 3), Source(OTHER)], 1), 4000))
    assert 900 < counted["别"] < 1100
    assert 1150 < counted["问"] < 1370


def test_none_is_drawn_again_before_all_others_were() -> None:
    counted = Counter(pair.question for pair in islice(drawn([Source([*RIGHT, *WRONG])], 1), 2000))
    assert max(counted[pair.question] for pair in RIGHT) - min(counted[pair.question] for pair in RIGHT) <= 1
    assert max(counted[pair.question] for pair in WRONG) - min(counted[pair.question] for pair in WRONG) <= 1


def test_as_many_are_cut_short_as_is_wished() -> None:
    long = Pair("答", "题", "第一句。答。第三句。第四句。", None)
    cut = Counter(len(pair.passage) < len(long.passage) for pair in islice(drawn([Source([long])], 1, 0.3), 2000))
    assert 500 < cut[True] < 700


def test_what_no_passage_answers_is_drawn_as_often_as_is_wished() -> None:
    source = [Source([*RIGHT, *WRONG, *NOWHERE])]
    as_they_come = Counter(pair.question[0] for pair in islice(drawn(source, 1), 4000))
    wished = Counter(pair.question[0] for pair in islice(drawn(source, 1, nowhere=0.25), 4000))
    assert as_they_come["无"] < 150
    assert 900 < wished["无"] < 1100
    assert abs(wished["问"] - as_they_come["问"]) < 150
