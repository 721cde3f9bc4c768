from __future__ import annotations

import json
from datetime import date

from corpus.article import Article
from retrieval.answer import Answer
from retrieval.answer_json import answer_as_dict
from retrieval.passage import Span
from retrieval.quote import Quote

TEXT = "南湖园区召开年会。会上奖励了12家企业。会后合影。"
ARTICLE = Article("a/meeting", "年会", TEXT, "南湖日报", date(2023, 3, 4), "https://example.org/1", ("南湖园区",), "a/meeting.txt")
BARE = Article("bare", None, TEXT, None, None, None, (), "bare.txt")
QUOTE = Quote(ARTICLE, 9, 20, (Span(9, 20),), 0.123456789, ("b/reprint",), {"dense": 0.9})


def answer(*quotes: Quote, found: bool = True) -> Answer:
    return Answer("奖励了几家？", date(2023, 5, 1), quotes, 0.87654321, found, "000007", 12.345)


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
                "score": 0.123457,
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
    }


def test_what_is_unknown_is_null() -> None:
    plain = answer_as_dict(answer(Quote(BARE, 0, 9, (), 0.1), found=False))
    assert plain["id"] is None
    assert plain["found"] is False
    assert plain["quotes"][0]["article"] == {
        "id": "bare",
        "title": None,
        "publisher": None,
        "published": None,
        "url": None,
        "parks": [],
        "path": "bare.txt",
    }


def test_evidence_only_when_asked_for() -> None:
    assert answer_as_dict(answer(QUOTE), explain=True)["quotes"][0]["evidence"] == {"dense": 0.9}


def test_it_is_plain_json() -> None:
    plain = answer_as_dict(answer(QUOTE), 3, explain=True)
    assert json.loads(json.dumps(plain)) == plain
