"""A page of a file as a picture."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.reading.page_picture import page_picture
from tests.pdf_files import pdf, rule, text

Image = pytest.importorskip("PIL.Image", reason="pictures cannot be drawn: pip install -c constraints.txt -e '.[dev]'")


def drawn(content: bytes) -> tuple[int, int, bool]:
    """Width, height, and whether anything is on it."""
    image = Image.open(io.BytesIO(content), formats=["JPEG"])
    return image.width, image.height, image.convert("L").getextrema()[0] < 128


def test_a_page_of_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(text(60, 700, "第一页"), "", rule(60, 400, 500, 400)))
    assert [drawn(page_picture(tmp_path, "a.pdf", page)) for page in (2, 3)] == [(1240, 1755, False), (1240, 1755, True)]
    with pytest.raises(UnreadableFile):
        page_picture(tmp_path, "a.pdf", 4)


def test_a_picture_is_its_own_page_also_in_an_archive(tmp_path: Path) -> None:
    file = io.BytesIO()
    Image.new("RGB", (300, 200), "navy").save(file, "PNG")
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as archive:
        archive.writestr("in/photo.png", file.getvalue())
    assert drawn(page_picture(tmp_path, "pack.zip/in/photo.png", 1)) == (300, 200, True)


def test_a_file_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        page_picture(tmp_path, "gone.pdf", 1)
    with pytest.raises(FileNotFoundError):
        page_picture(tmp_path, "gone.zip/photo.png", 1)
