"""PDF files as a whole: text, title, pages without text, or the reason against them."""

from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.pdf import parse
from corpus.formats.pdf.document import read as read_with
from corpus.formats.pdf.paragraphs import Line
from corpus.formats.pdf.pdfium import PageImage
from corpus.formats.pdf.pieces import Piece
from corpus.formats.pdf.placed_text import PlacedText, paragraph_text, recognised_spans
from corpus.formats.pdf.recognition import RecognisedPage
from tests.pdf_files import lines, pdf, picture, text
from tests.pdf_pages import FIRST, SECOND, THIRD, TITLE, column

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
    assert [str(reason) for reason in recognised.left_out] == ["recognised_pages (pages: 2, count: 1, total: 3)"]


def recognised(*pages: str) -> list[str]:
    return read_with(pdf(*pages), fake_recogniser).text.split("\n")


def test_a_page_with_good_text_of_its_own_is_not_recognised() -> None:
    assert recognised(column(60, 780, FIRST) + picture(), column(60, 780, SECOND)) == [FIRST, SECOND]


def test_a_few_printed_characters_on_the_picture_of_a_page_are_not_its_text() -> None:
    assert recognised(picture() + text(280, 30, "第3页"), column(60, 780, SECOND)) == ["宽1240高1755", SECOND]
    assert recognised(text(280, 400, "本页无正文"), column(60, 780, SECOND)) == ["本页无正文", SECOND]


def test_a_page_whose_text_is_debris_is_recognised() -> None:
    debris = "".join(chr(code) for code in range(0x9000, 0x9180, 3))
    page = column(60, 780, FIRST, SECOND, THIRD)
    assert recognised(page, column(60, 780, debris)) == [FIRST, SECOND, THIRD, "宽1240高1755"]


def test_what_was_recognised_is_known_by_its_page() -> None:
    document = read_with(pdf(column(60, 780, SECOND), picture(), column(60, 780, THIRD)), fake_recogniser)
    assert [(span.page, document.text[span.start : span.end]) for span in document.recognised] == [(2, "宽1240高1755")]


def test_of_a_paragraph_over_the_page_end_each_part_is_of_its_own_page() -> None:
    first, second = (Line(words, 60, 500, 700, 12, page=page) for words, page in (("全年引进亿元以上", 0), ("项目24个。", 1)))
    text = paragraph_text([first, second])
    spans = list(recognised_spans([PlacedText("标题", ((0, 0),)), text], {1}))
    assert spans == [(2, len("标题\n全年引进亿元以上"), len("标题\n全年引进亿元以上项目24个。"))]


def test_only_so_many_pictures_of_one_file_are_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.formats.pdf.recognition.MOST_PICTURES", 2)
    document = read_with(pdf(picture(), picture(), column(60, 780, SECOND), picture(), picture()), fake_recogniser)
    assert [str(reason) for reason in document.left_out] == [
        "recognised_pages (pages: 1–2, count: 2, total: 5)",
        "too_many_pictures (pages: 4–5, count: 2, total: 5, limit: 2)",
    ]


def test_pictures_without_text_are_told_from_those_that_nobody_read() -> None:
    data = pdf(column(60, 780, SECOND), picture())
    assert [str(reason) for reason in read_with(data, lambda _: None).left_out] == ["pages_without_text (pages: 2, count: 1, total: 2)"]
    with pytest.raises(UnreadableFile, match=r"^nothing_recognised$"):
        read_with(pdf(picture()), lambda _: None)


def fake_recogniser(image: PageImage) -> RecognisedPage:
    """Finds the size of every picture written on it."""
    words = f"宽{image.pixels.shape[1]}高{image.pixels.shape[0]}"
    places = [60 + 25 * place * image.points_per_pixel for place in range(len(words) + 1)]
    return RecognisedPage((Piece(tuple(words), tuple(places[:-1]), tuple(places[1:]), 80, 6),), 842)


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
