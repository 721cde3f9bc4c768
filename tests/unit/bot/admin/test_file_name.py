from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.admin.file_name import readable_stem

DAY = date(2024, 2, 9)


@pytest.mark.parametrize(
    ("published", "title", "stem"),
    [
        (DAY, "园区表彰企业", "2024-02-09-园区表彰企业"),
        (DAY, "“双招双引”：签约 12 个!", "2024-02-09-双招双引-签约-12-个"),
        (None, "../../etc/passwd", "undated-etc-passwd"),
        (None, None, "undated-article"),
        (DAY, "。。。\0\u202e/", "2024-02-09-article"),
    ],
)
def test_a_name_says_what_is_in_the_file(published: date | None, title: str | None, stem: str) -> None:
    assert readable_stem(published, title) == stem


@given(st.text(), st.none() | st.dates())
def test_no_title_makes_a_name_that_is_more_than_a_name(title: str, published: date | None) -> None:
    stem = readable_stem(published, title)
    assert all(character.isalnum() or character == "-" for character in stem)
    assert stem[0].isalnum()
    assert len(f"{stem}-100.jsonl".encode()) <= 255
