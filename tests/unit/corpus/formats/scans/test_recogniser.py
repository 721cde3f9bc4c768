"""Pictures of pages, read by the models themselves."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.errors import UnreadableFile
from corpus.formats.document import Document
from corpus.formats.pdf import parse as parse_pdf
from corpus.formats.pdf.recognition import Recognise
from corpus.formats.scans.picture import parse as parse_picture
from corpus.formats.scans.recogniser import recogniser
from tests.pdf_pages import FIRST, SECOND, THIRD, TITLE
from tests.scanned_pages import Spoil, blurred, compressed, encoded, errors, grayed, needs_recognition, page, salted, scanned, turned

pytestmark = needs_recognition

HEAD = "碧湾经开区管委会简报第3期"
SPOILT: dict[str, tuple[Spoil, ...]] = {
    "turned": (turned(90),),
    "askew": (turned(2),),
    "far askew": (turned(12),),
    "upside down": (turned(180),),
    "noise": (salted(0.02),),
    "blurred, gray, compressed, the other way round": (turned(270), blurred, grayed, compressed),
}


@pytest.fixture(scope="module")
def recognise() -> Recognise:
    found = recogniser()
    assert found
    return found


def test_a_scanned_document_is_read_like_a_printed_one(recognise: Recognise) -> None:
    """Lines joined to paragraphs, also over the page end; heads, feet and page numbers left out; which page each stood on."""
    half = FIRST.index("发放")
    pages = [page(SECOND, THIRD, title=TITLE, head=HEAD, foot="- 1 -"), page(FIRST[:half], head=HEAD, foot="- 2 -")]
    document = parse_pdf(scanned(pages), recognise)
    assert document.text.split("\n") == [TITLE, SECOND, THIRD, FIRST[:half]]
    assert document.title == TITLE
    assert [document.text[span.start : span.end] for span in document.recognised] == [TITLE, SECOND, THIRD, FIRST[:half]]
    assert [span.page for span in document.recognised] == [1, 1, 1, 2]
    assert [str(reason) for reason in document.left_out] == ["recognised_pages (pages: 1–2, count: 2, total: 2)"]


@pytest.mark.parametrize("how", SPOILT)
def test_a_page_is_read_however_it_was_laid_in(recognise: Recognise, how: str) -> None:
    image = page(FIRST, SECOND, title=TITLE)
    for spoil in SPOILT[how]:
        image = spoil(image)
    wanted, found = TITLE + FIRST + SECOND, _text(parse_picture(encoded(image), recognise))
    assert errors(wanted, found) <= 0.01 * len(wanted), found


def test_a_picture_without_text_gives_no_article(recognise: Recognise) -> None:
    across, down = np.meshgrid(np.linspace(0, 9, 700), np.linspace(0, 7, 500))
    with pytest.raises(UnreadableFile, match=r"^nothing_recognised$"):
        parse_picture(encoded(_picture(127 + 60 * np.sin(across) * np.cos(down) + 40 * np.sin(down * down / 5))), recognise)


def _picture(shades: np.ndarray) -> object:
    from PIL import Image

    return Image.fromarray(shades.astype(np.uint8))


def _text(document: Document) -> str:
    return document.text.replace("\n", "")
