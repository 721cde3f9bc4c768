"""One line of JSON: an article, or what is wrong with the line."""

import json
from datetime import date

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.jsonl import parse_line


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
    ("data", "reason"),
    [
        (b"{", "not JSON"),
        (b"[1]", "not an article"),
        (b'"text"', "not an article"),
        (line(id="1"), "no text"),
        (line(id="1", text=" "), "no text"),
        (line(id="1", text=["a"]), "no text"),
        (line(text="a"), "no id"),
        (line(id=True, text="a"), "no id"),
        (line(id="", text="a"), "no id"),
        (b"[" * 100_000, "not an article"),
    ],
)
def test_bad_lines(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        parse_line(data)
