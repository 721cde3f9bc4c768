"""The colours of a chat, by day and by night."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as SVG has them."""

    sky: tuple[str, str, str]
    """Of the background, from corner to corner."""
    bar: str
    """Behind the name of the chat."""
    rule: str
    """Hairlines."""
    text: str
    faint: str
    """Times and subtitles."""
    link: str
    theirs: str
    """The bot's bubbles."""
    mine: str
    mine_faint: str
    accent: str
    """The bar beside a quote."""
    quote: str
    """Behind a quote."""
    key: str
    """Behind a button."""
    key_text: str


LIGHT = Palette(
    sky=("#dbe7c9", "#c3dcc6", "#a9cfcb"),
    bar="#ffffff",
    rule="#d9dee3",
    text="#0b0f12",
    faint="#8b98a3",
    link="#1f7cc4",
    theirs="#ffffff",
    mine="#e3fdcb",
    mine_faint="#5fa85b",
    accent="#3390ec",
    quote="#eef6fd",
    key="#5d7f6e8c",
    key_text="#ffffff",
)
DARK = Palette(
    sky=("#14202b", "#101a24", "#0c141d"),
    bar="#17212b",
    rule="#0a1017",
    text="#f3f6f8",
    faint="#7f91a1",
    link="#70b8f5",
    theirs="#1c2a38",
    mine="#2f5a86",
    mine_faint="#9cc4e8",
    accent="#5eaff0",
    quote="#22364a",
    key="#ffffff1c",
    key_text="#e6edf3",
)
