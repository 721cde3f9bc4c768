from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from corpus.article import Article
from corpus.language.asking_words import Kind
from corpus.language.span import Span
from retrieval.answering.answer import Answer
from retrieval.answering.answer_json import answer_as_dict
from retrieval.answering.explanation import Contribution, Dropped, DropReason, Explanation, PartConfidence, PassagesRead
from retrieval.answering.missing import Missing, ToldTime
from retrieval.question.question import Question
from retrieval.question.understanding import NamedTime
from retrieval.ranking.quote import Quote
from retrieval.ranking.scope import Scope
from tests.questions import question

TEXT = "南湖园区召开年会。会上奖励了12家企业。会后合影。"
ARTICLE = Article("a/meeting", "年会", TEXT, "南湖日报", date(2023, 3, 4), "https://example.org/1", ("南湖园区",), "a/meeting.txt")
BARE = Article("bare", None, TEXT, None, None, None, (), "bare.txt")
QUOTE = Quote(ARTICLE, 9, 20, (Span(9, 20),), 0.123456789, ("b/reprint",), {"dense": 0.9}, Span(14, 17), Span(0, 25))


def answer(*quotes: Quote, found: bool = True) -> Answer:
    return Answer(Question("奖励了几家？", date(2023, 5, 1)), quotes, 0.87654321, found, "000007", 12.345)


def test_the_shape_that_other_programs_read() -> None:
    assert answer_as_dict(answer(QUOTE), "q1") == {
        "id": "q1",
        "question": "奖励了几家？",
        "found": True,
        "confidence": 0.8765,
        "index_version": "000007",
        "took_ms": 12.3,
        "quotes": [
            {
                "text": "会上奖励了12家企业。",
                "start": 9,
                "end": 20,
                "emphasis": [[9, 20]],
                "emphasis_in_text": [[0, 11]],
                "answer": [14, 17],
                "answer_in_text": [5, 8],
                "around": [0, 25],
                "of": {"parks": [], "from": None, "to": None, "planned": False},
                "score": 0.123457,
                "recognised": [],
                "article": {
                    "id": "a/meeting",
                    "title": "年会",
                    "publisher": "南湖日报",
                    "published": "2023-03-04",
                    "url": "https://example.org/1",
                    "parks": ["南湖园区"],
                    "path": "a/meeting.txt",
                },
                "also_in": ["b/reprint"],
            }
        ],
        "understood": {"parks": [], "times": [], "kind": "other", "parts": []},
        "missing": None,
    }


def test_what_the_answering_sentence_is_of() -> None:
    scope = Scope(("南湖园区",), date(2023, 1, 1), date(2023, 6, 30), planned=True)
    assert answer_as_dict(answer(replace(QUOTE, scope=scope)))["quotes"][0]["of"] == {
        "parks": ["南湖园区"],
        "from": "2023-01-01",
        "to": "2023-06-30",
        "planned": True,
    }


def test_what_is_unknown_is_null() -> None:
    plain = answer_as_dict(answer(Quote(BARE, 0, 9, (), 0.1), found=False))
    assert plain["id"] is None
    assert plain["found"] is False
    (quote,) = plain["quotes"]
    assert (quote["answer"], quote["answer_in_text"], quote["around"]) == (None, None, [0, 9])
    assert plain["quotes"][0]["article"] == {
        "id": "bare",
        "title": None,
        "publisher": None,
        "published": None,
        "url": None,
        "parks": [],
        "path": "bare.txt",
    }


def test_what_was_understood() -> None:
    year = NamedTime("去年", date(2022, 1, 1), date(2022, 12, 31))
    asked = question(parks=("南湖园区",), times=(year,), kind=Kind.NUMBER, parts=("一", "二"))
    assert answer_as_dict(replace(answer(), question=asked))["understood"] == {
        "parks": ["南湖园区"],
        "times": [{"text": "去年", "first": "2022-01-01", "last": "2022-12-31"}],
        "kind": "number",
        "parts": ["一", "二"],
    }


def test_what_is_missing_where_nothing_was_found() -> None:
    year, other = (ToldTime(date(of, 1, 1), date(of, 12, 31)) for of in (2026, 2022))
    lacking = replace(answer(found=False), missing=Missing(of="南湖园区", times=(year,), told=(other,), reported=(2026,)))
    assert answer_as_dict(lacking)["missing"] == {
        "park": None,
        "alike": [],
        "of": "南湖园区",
        "times": [{"first": "2026-01-01", "last": "2026-12-31"}],
        "told": [{"first": "2022-01-01", "last": "2022-12-31"}],
        "unsure": False,
        "reported": [2026],
        "word": None,
    }


def test_the_explanation_where_there_is_one() -> None:
    signals = (Contribution("cosine", 0.123456789, 2.0, 0.246913578),)
    dropped = Dropped("问", 2, 0.5, "bare", 0, 9, DropReason.BELOW, None)
    explanation = Explanation((), (dropped,), (PartConfidence("问", signals, -1.0, -0.753086, 0.32),), 0.5, (PassagesRead("问", 2, False),))
    plain = answer_as_dict(replace(answer(QUOTE), explanation=explanation), 3)
    assert plain["explanation"] == {
        "quotes": [],
        "dropped": [
            {"part": "问", "place": 2, "score": 0.5, "article": "bare", "start": 0, "end": 9, "reason": "below", "quote": None},
        ],
        "confidence": [
            {
                "part": "问",
                "signals": [{"name": "cosine", "value": 0.123457, "weight": 2.0, "adds": 0.246914}],
                "bias": -1.0,
                "total": -0.753086,
                "probability": 0.32,
            }
        ],
        "threshold": 0.5,
        "read": [{"part": "问", "count": 2, "in_time": False}],
    }
    assert json.loads(json.dumps(plain)) == plain
