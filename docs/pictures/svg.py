"""SVG, written as text."""

from __future__ import annotations

from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr


class Drawn(NamedTuple):
    """A piece of a picture, its corner at (0, 0)."""

    svg: str
    width: float
    height: float


def element(name: str, content: str = "", **attributes: str | float | None) -> str:
    """One element; `_` in the name of an attribute stands for `-`, and None leaves it out."""
    given = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None}
    opening = "".join(f" {key}={quoteattr(_plain(value))}" for key, value in given.items())
    return f"<{name}{opening}>{content}</{name}>" if content else f"<{name}{opening}/>"


def words(text: str, x: float, y: float, **attributes: str | float | None) -> str:
    """Text on a base line."""
    return element("text", escape(text), x=x, y=y, **attributes)


def moved(svg: str, x: float, y: float, **attributes: str | float | None) -> str:
    """A piece at another place."""
    return element("g", f"\n{svg}\n", transform=f"translate({_plain(x)} {_plain(y)})", **attributes)


def _plain(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
