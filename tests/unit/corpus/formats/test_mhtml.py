"""Web pages saved as one file, as Chrome, Word and old browsers write them."""

from __future__ import annotations

import base64
import quopri

import pytest

from corpus.errors import UnreadableFile
from corpus.formats import PARSERS

PAGE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>青屏经开区签约8个项目</title></head>
<body><h1>青屏经开区签约8个项目</h1><p>2024-03-05 来源：青屏日报</p><p>3月4日，青屏经开区签约8个项目，总投资42亿元。</p></body></html>"""
ADDRESS = "https://example.com/qingping/20240305.html"
FRAME = "<html><body><p>广告：招商热线，欢迎来电。</p></body></html>"


def saved(*parts: bytes, head: str = "") -> bytes:
    lines = f'{head}MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--edge"\r\n\r\n'.encode()
    return lines + b"".join(b"----edge\r\n" + part + b"\r\n" for part in parts) + b"----edge--\r\n"


def part(head: str, content: bytes) -> bytes:
    return head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + content


def in_lines(content: str, charset: str) -> bytes:
    return quopri.encodestring(content.encode(charset))


PICTURE = part("Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: https://example.com/a.png", b"iVBORw0KGgo=")
CHROME = saved(
    part(
        f"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: {ADDRESS}",
        in_lines(PAGE.format(charset="UTF-8"), "utf-8"),
    ),
    PICTURE,
    head=f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: =?utf-8?Q?=E9=9D=92?=\r\n",
)
WITH_FRAME_FIRST = saved(
    part("Content-Type: text/html\nContent-Location: cid:frame", FRAME.encode()),
    part(
        f"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: {ADDRESS}",
        in_lines(PAGE.format(charset="UTF-8"), "utf-8"),
    ),
    head=f"Snapshot-Content-Location: {ADDRESS}\r\n",
)
OLD = saved(
    part(
        f'Content-Type: text/html; charset="gb2312"\nContent-Transfer-Encoding: base64\nContent-Location: {ADDRESS}',
        base64.encodebytes(PAGE.format(charset="gb2312").encode("gb18030")),
    )
)
ALONE = part(
    f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\nContent-Location: {ADDRESS}",
    PAGE.format(charset="utf-8").encode(),
)


@pytest.mark.parametrize("data", [CHROME, WITH_FRAME_FIRST, OLD, ALONE], ids=["chrome", "a frame first", "gb2312 in base64", "one part"])
@pytest.mark.parametrize("suffix", [".mht", ".mhtml"])
def test_a_page_saved_as_one_file_is_read_like_the_page(data: bytes, suffix: str) -> None:
    document = PARSERS[suffix](data, None)
    page = PARSERS[".html"](PAGE.format(charset="utf-8").encode(), None)
    assert (document.text, document.title, document.published) == (page.text, page.title, page.published)
    assert "总投资42亿元。" in document.text
    assert document.url == ADDRESS


def test_a_page_under_the_name_of_such_a_file_is_read() -> None:
    assert "42亿元" in PARSERS[".mht"](PAGE.format(charset="utf-8").encode(), None).text


@pytest.mark.parametrize("data", [saved(PICTURE), b"MIME-Version: 1.0\r\n\r\n", b"\0\1\2", b"From: a\r\n\r\ntext"])
def test_a_file_without_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        PARSERS[".mht"](data, None)
