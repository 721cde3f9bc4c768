"""Pages of text as pictures: drawn as they are printed, and spoilt as scanners spoil them. Needs the extra `dev`, which brings a font."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.pdf_files import wrapped

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

DPI = 150
WIDTH, HEIGHT = round(8.27 * DPI), round(11.69 * DPI)
SIZE = 31
"""Pixels, 15 points: what an official letter is set in."""
MARGIN = 140
CAN_DRAW = all(map(find_spec, ("PIL", "paperang_p2_fonts_cjk")))
CAN_READ = CAN_DRAW and all(map(find_spec, ("rapidocr", "onnxruntime")))
needs_recognition = pytest.mark.skipif(not CAN_READ, reason="text recognition is not installed: pip install -c constraints.txt -e '.[dev]'")
needs_font = pytest.mark.skipif(not CAN_DRAW, reason="no font to draw pages with: pip install -c constraints.txt -e '.[dev]'")

Spoil = Callable[["Image"], "Image"]


def page(*paragraphs: str, title: str = "", head: str = "", foot: str = "", size: int = SIZE) -> Image:
    """Indented paragraphs below a title, between the head and the foot of a page."""
    from PIL import Image, ImageDraw

    image = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(image)
    pen.text((MARGIN, 80), head, font=_font(round(0.75 * size)), fill=0)
    pen.text((WIDTH / 2, HEIGHT - 100), foot, font=_font(round(0.75 * size)), fill=0, anchor="mm")
    pen.text((WIDTH / 2, 210), title, font=_font(round(1.4 * size)), fill=0, anchor="mm")
    lines = [line for paragraph in paragraphs for line in wrapped(paragraph, (WIDTH - 2 * MARGIN) // size)]
    for number, line in enumerate(lines):
        text = line.lstrip("\u3000")
        pen.text((MARGIN + size * (len(line) - len(text)), 300 + round(1.75 * size * number)), text, font=_font(size), fill=0)
    return image


def turned(degrees: float) -> Spoil:
    """By so many degrees against the clock."""
    from PIL.Image import Resampling

    return lambda image: image.rotate(degrees, expand=degrees % 90 == 0, fillcolor=255, resample=Resampling.BICUBIC)


def salted(share: float) -> Spoil:
    """So much of it black or white."""

    def spoil(image: Image) -> Image:
        from PIL import Image

        pixels, chance = np.array(image), np.random.default_rng(1).random((image.height, image.width))
        pixels[chance < share / 2], pixels[chance > 1 - share / 2] = 0, 255
        return Image.fromarray(pixels)

    return spoil


def blurred(image: Image) -> Image:
    from PIL import ImageFilter

    return image.filter(ImageFilter.GaussianBlur(1.3))


def grayed(image: Image) -> Image:
    """Dark gray on gray, lighter on one side than on the other."""
    from PIL import Image

    paper = np.linspace(150, 230, image.width)[None, :]
    return Image.fromarray((70 + (paper - 70) * np.asarray(image) / 255).astype(np.uint8))


def compressed(image: Image) -> Image:
    from PIL import Image

    return Image.open(io.BytesIO(encoded(image, "JPEG", quality=40)))


def encoded(image: Image, format: str = "PNG", **options: int) -> bytes:
    """As a file."""
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def scanned(pages: Sequence[Image]) -> bytes:
    """Pages as a PDF that holds nothing but their pictures."""
    file = io.BytesIO()
    pages[0].save(file, "PDF", save_all=True, append_images=list(pages[1:]), resolution=DPI)
    return file.getvalue()


def errors(wanted: str, found: str) -> int:
    """How many characters have to be put in, taken out or changed to make the one of the other."""
    costs = list(range(len(found) + 1))
    for row, char in enumerate(wanted, start=1):
        before, costs[0] = costs[0], row
        for column, other in enumerate(found, start=1):
            before, costs[column] = costs[column], min(costs[column] + 1, costs[column - 1] + 1, before + (char != other))
    return costs[-1]


def _font(size: int) -> FreeTypeFont:
    from PIL import ImageFont

    spec = find_spec("paperang_p2_fonts_cjk")
    assert spec and spec.origin
    return ImageFont.truetype(str(Path(spec.origin).parent / "fonts/wqy-microhei.ttc"), size)
