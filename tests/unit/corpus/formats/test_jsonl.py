"""One line of JSON: an article, or what is wrong with the line."""

import json
from datetime import date

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.jsonl import parse_line
from corpus.reason import ReasonCode


def line(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


def test_all_fields() -> None:
    document = parse_line(
        line(
            id=" a ", title="题目", text="正文。", published="2021-04-12T08:00:00", publisher="甲报", url="https://e.com", parks=["甲区", 3]
        )
    )
    assert (document.id, document.title, document.text, document.published) == ("a", "题目", "正文。", date(2021, 4, 12))
    assert (document.publisher, document.url, document.parks) == ("甲报", "https://e.com", ("甲区",))


def test_empty_fields_are_none() -> None:
    document = parse_line(line(id=7, title="", text="正文。", published=None, publisher=" ", url=3))
    assert (document.id, document.title, document.published, document.publisher, document.url) == ("7", None, None, None, None)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", ReasonCode.NOT_JSON),
        (b"[1]", ReasonCode.NO_OBJECT),
        (b'"text"', ReasonCode.NO_OBJECT),
        (line(id="1"), ReasonCode.NO_TEXT_FIELD),
        (line(id="1", text=" "), ReasonCode.NO_TEXT_FIELD),
        (line(id="1", text=[1]), ReasonCode.NO_TEXT_FIELD),
        (line(text="a"), ReasonCode.NO_ID),
        (line(id=True, text="a"), ReasonCode.NO_ID),
        (line(id="", text="a"), ReasonCode.NO_ID),
        (b"[" * 100_000, ReasonCode.NESTED_TOO_DEEPLY),
    ],
)
def test_bad_lines(data: bytes, code: ReasonCode) -> None:
    with pytest.raises(UnreadableFile) as refused:
        parse_line(data)
    assert refused.value.reason.code == code
