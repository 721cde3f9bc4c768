"""PDF files, built here byte by byte: read, joined, or refused with the reason."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from corpus.errors import UnreadableFile
from corpus.formats.pdf import parse


def pdf(*lines: str, title: str | None = None) -> bytes:
    """Return a one-page PDF with the given ASCII lines."""
    drawn = "".join(f"BT /F1 12 Tf 40 {780 - 20 * index} Td ({line}) Tj ET\n" for index, line in enumerate(lines))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    data += f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return with_title(data.encode(), title) if title else data.encode()


def with_title(data: bytes, title: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.add_metadata({"/Title": title})
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def locked(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("The zone opened a plant."))))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    return written(writer)


def test_text_is_read_and_wrapped_lines_are_joined() -> None:
    wide = "The zone opened its third battery plant on Monday and hired many"
    text = parse(pdf("Maple zone opens plant", wide, "people from the villages nearby.", "It will hire more.", "- 1 -")).text
    assert text.split("\n") == ["Maple zone opens plant", f"{wide} people from the villages nearby.", "It will hire more."]


def test_the_declared_title_counts_when_the_page_shows_it() -> None:
    assert parse(pdf("Maple zone opens plant", "It will hire more.", title="Maple zone opens plant")).title == "Maple zone opens plant"
    assert parse(pdf("Maple zone opens plant", "It will hire more.", title="Microsoft Word - draft3.doc")).title is None


def test_an_encrypted_file_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"^encrypted \(format: PDF\)$"):
        parse(locked("secret"))


def test_a_file_that_only_forbids_printing_is_read() -> None:
    assert parse(locked("")).text == "The zone opened a plant."


def test_a_file_without_text_is_refused() -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    with pytest.raises(UnreadableFile, match="scanned"):
        parse(written(writer))


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.4\ntrailer\n<<>>", pdf("The zone opened a plant.")[:200], b"nothing"])
def test_a_broken_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"^broken \(format: PDF, error: "):
        parse(data)
