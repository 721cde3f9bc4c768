from __future__ import annotations

from dataclasses import replace

import pytest

from bot.admin.provenance import provenance
from bot.admin.upload_codes import UploadCode
from corpus.article import Article
from tests.park_reports import article


def page(url: str | None, publisher: str | None) -> Article:
    return replace(article("a", "沐江经开区开工。"), url=url, publisher=publisher)


@pytest.mark.parametrize(
    ("url", "publisher", "codes"),
    [
        ("https://www.news.cn/2024/a.html", "新华社", [UploadCode.LIES_AT]),
        ("https://news.cn.example.org/a.html", "新华社", [UploadCode.LIES_AT, UploadCode.OF_ANOTHER]),
        ("https://fakenews.cn/a.html", "新华网", [UploadCode.LIES_AT, UploadCode.OF_ANOTHER]),
        ("https://example.org/a.html", "沐江日报", [UploadCode.LIES_AT]),
        ("https://example.org/a.html", None, [UploadCode.LIES_AT]),
        ("https://[bad", "新华社", []),
        (None, "新华社", []),
    ],
)
def test_the_host_is_told_and_whether_the_name_of_a_known_medium_is_not_its_own(
    url: str | None, publisher: str | None, codes: list[UploadCode]
) -> None:
    assert [remark.reason.code for remark in provenance([page(url, publisher)])] == codes
