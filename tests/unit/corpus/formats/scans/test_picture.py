"""Pictures as files: which can be opened, how they lie, and in how many pieces they are read."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.errors import UnreadableFile
from corpus.formats.pdf.pdfium import PageImage
from corpus.formats.pdf.pieces import Piece
from corpus.formats.pdf.recognition import RecognisedPage
from corpus.formats.scans.picture import bands_of, parse

Image = pytest.importorskip("PIL.Image", reason="pictures cannot be opened: pip install -c constraints.txt -e '.[dev]'")
from tests.scanned_pages import encoded  # noqa: E402 - draws with it


def saying_its_size(image: PageImage) -> RecognisedPage:
    words = f"宽{image.pixels.shape[1]}高{image.pixels.shape[0]}"
    places = [60 + 12.0 * place for place in range(len(words) + 1)]
    return RecognisedPage((Piece(tuple(words), tuple(places[:-1]), tuple(places[1:]), 80, 12),), 842)


def test_a_picture_is_one_page_and_all_of_it_is_recognised() -> None:
    document = parse(encoded(Image.new("L", (800, 1000), 255)), saying_its_size)
    assert document.text == "宽800高1000"
    assert [tuple(span) for span in document.recognised] == [(1, 0, len(document.text))]


def test_without_a_recogniser_it_says_what_is_missing() -> None:
    with pytest.raises(UnreadableFile, match=r"^picture$"):
        parse(encoded(Image.new("L", (800, 1000), 255)), None)


def test_a_large_picture_is_made_smaller() -> None:
    assert parse(encoded(Image.new("L", (6000, 8000), 255)), saying_its_size).text == "宽1875高2500"


def test_a_photo_lies_as_its_camera_says() -> None:
    image = Image.new("L", (400, 300), 255)
    exif = image.getexif()
    exif[0x0112] = 6
    (band,) = bands_of(encoded(image, "JPEG", exif=exif.tobytes()))
    assert band.size == (300, 400)


def test_what_shines_through_is_white() -> None:
    (band,) = bands_of(encoded(Image.new("RGBA", (30, 20), (0, 0, 0, 0))))
    assert band.getpixel((5, 5)) == (255, 255, 255)


def test_shades_of_16_bits_are_shades() -> None:
    (band,) = bands_of(encoded(Image.fromarray(np.full((20, 30), 0x80FF, dtype=np.uint16))))
    assert band.getpixel((5, 5)) == (0x80, 0x80, 0x80)


def test_a_long_picture_is_cut_where_nothing_is_drawn() -> None:
    pixels = np.full((2000, 400), 255, dtype=np.uint8)
    for top in range(0, 2000, 40):
        pixels[top : top + 30, ::2] = 0
    heights = [band.height for band in bands_of(encoded(Image.fromarray(pixels)))]
    assert sum(heights) == 2000
    assert len(heights) > 2
    cuts = np.cumsum(heights)[:-1]
    assert all(cut % 40 >= 30 for cut in cuts)


@pytest.mark.parametrize(
    "data", [b"\xff\xd8\xff\xe0 and then nothing", b"no picture", encoded(Image.new("L", (800, 1000), 90), "JPEG")[:900]]
)
def test_a_broken_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"^broken"):
        parse(data, saying_its_size)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(UnreadableFile, match=r"^too_many_pixels \(pixels: 64.0, limit: 60\)$"):
        parse(encoded(Image.new("1", (8000, 8000))), saying_its_size)
