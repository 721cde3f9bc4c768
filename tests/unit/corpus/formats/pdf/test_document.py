"""PDF files as a whole: text, title, pages without text, or the reason against them."""

from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.pdf import parse
from corpus.formats.pdf.document import read as read_with
from corpus.formats.pdf.pdfium import PageImage
from corpus.formats.pdf.pieces import Piece
from tests.pdf_files import lines, pdf, picture, text
from tests.pdf_pages import FIRST, SECOND, TITLE, column

HERE = Path(__file__).parent


def test_the_declared_title_counts_when_the_page_shows_it() -> None:
    page = lines(60, 780, TITLE, "会议在碧湾召开。")
    assert parse(pdf(page, title=TITLE)).title == TITLE
    assert parse(pdf(page, title="Microsoft Word - draft3.doc")).title is None


def test_pages_that_are_pictures_are_named_and_a_recogniser_reads_them() -> None:
    data = pdf(column(60, 780, FIRST), picture(), picture(), column(60, 780, SECOND), picture())
    document = parse(data)
    assert document.text.split("\n") == [FIRST, SECOND]
    assert [str(reason) for reason in document.left_out] == ["picture_pages (pages: 2–3, 5, count: 3, total: 5)"]
    recognised = read_with(pdf(column(60, 780, FIRST), picture(), column(60, 780, SECOND)), fake_recogniser)
    assert recognised.text.split("\n") == [FIRST, "宽1240高1755", SECOND]
    assert recognised.left_out == ()


def fake_recogniser(image: PageImage) -> list[Piece]:
    """Finds the size of every picture written on it."""
    words = f"宽{image.pixels.shape[1]}高{image.pixels.shape[0]}"
    places = [60 + 25 * place * image.points_per_pixel for place in range(len(words) + 1)]
    return [Piece(tuple(words), tuple(places[:-1]), tuple(places[1:]), 80, 6)]


def test_an_encrypted_file_is_refused_and_one_that_only_forbids_printing_is_read() -> None:
    with pytest.raises(UnreadableFile, match=r"^encrypted \(format: PDF\)$"):
        parse((HERE / "needs_password.pdf").read_bytes())
    assert parse((HERE / "forbids_printing.pdf").read_bytes()).text == "云栖经开区新建厂房18万平方米。"


@pytest.mark.parametrize("page", ["", picture()])
def test_a_file_without_text_is_refused(page: str) -> None:
    with pytest.raises(UnreadableFile, match=r"^scanned$"):
        parse(pdf(page))


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.4\ntrailer\n<<>>", pdf(lines(60, 780, TITLE))[:200], b"nothing"])
def test_a_broken_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="PDF"):
        parse(data)


def test_too_much_text_is_refused() -> None:
    page = "".join(text(10, 830 - 2 * line, "园区经济发展" * 45, 2) for line in range(400))
    with pytest.raises(UnreadableFile, match=r"^too_many_characters \(limit: 60000\)$"):
        parse(pdf(page))
