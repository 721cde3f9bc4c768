"""A conversation as a picture: the name of the chat above, and the bubbles below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from bot.messages.message import Message
from docs.pictures.bubbles import SIZE, SMALL, Header, my_bubble, their_bubble
from docs.pictures.lettering import FONTS
from docs.pictures.palette import Palette
from docs.pictures.svg import Drawn, element, moved, words

WIDTH = 412.0
THEIRS, MINE = 366.0, 356.0
"""Room for bubbles."""
MARGIN = 13.0
HEADER = 56.0
BETWEEN = 11.0
CORNER = 20


class Turn(NamedTuple):
    """What somebody wrote at a time of day, and what the bot said to it."""

    typed: str
    reply: Message
    time: str


class Names(NamedTuple):
    """What stands above the chat, and who asks."""

    bot: str
    kind: str
    asker: str


def picture(turns: Sequence[Turn], names: Names, palette: Palette, least_height: float = 0.0) -> Drawn:
    """The whole picture."""
    bubbles, bottom = "", HEADER + 14.0
    for turn in turns:
        mine = my_bubble(turn.typed, turn.time, MINE, palette)
        bubbles += moved(mine.svg, WIDTH - MARGIN - mine.width, bottom)
        bottom += mine.height + BETWEEN
        theirs = their_bubble(turn.reply, Header(names.asker, turn.typed), turn.time, THEIRS, palette)
        bubbles += moved(theirs.svg, MARGIN, bottom)
        bottom += theirs.height + BETWEEN
    height = max(bottom + 4, least_height)
    ground = element("rect", width=WIDTH, height=height, fill="url(#sky)")
    frame = element("rect", x=0.5, y=0.5, width=WIDTH - 1, height=height - 1, rx=CORNER, fill="none", stroke=palette.rule)
    inside = element("g", f"{ground}\n{_header(names, palette)}\n{bubbles}", clip_path="url(#screen)")
    read_aloud = element("title", escape("\n\n".join(f"{turn.typed}\n\n{turn.reply.text}" for turn in turns)))
    content = f"\n{read_aloud}\n{_definitions(height, palette)}\n{inside}\n{frame}\n"
    box = f"0 0 {WIDTH:.0f} {height:.0f}"
    fonts = {"font_family": FONTS, "font_size": f"{SIZE:.0f}", "xml:space": "preserve", "style": "white-space:pre"}
    svg = element("svg", content, xmlns="http://www.w3.org/2000/svg", role="img", viewBox=box, width=WIDTH, height=height, **fonts)
    return Drawn(f"{svg}\n", WIDTH, height)


def _definitions(height: float, palette: Palette) -> str:
    """The shape of the screen, the colours of the ground, and what hides the end of a folded quote."""
    screen = element("clipPath", element("rect", width=WIDTH, height=height, rx=CORNER), id="screen")
    stops = "".join(element("stop", offset=place / 2, stop_color=colour) for place, colour in enumerate(palette.sky))
    sky = element("linearGradient", stops, id="sky", x1=0, y1=0, x2=1, y2=1)
    veiling = "".join(element("stop", offset=place, stop_color=palette.quote, stop_opacity=place) for place in (0, 1))
    return element("defs", screen + sky + element("linearGradient", veiling, id="veil", x2="0.7"))


def _header(names: Names, palette: Palette) -> str:
    bar = element("rect", width=WIDTH, height=HEADER, fill=palette.bar)
    rule = element("rect", y=HEADER - 0.5, width=WIDTH, height=0.5, fill=palette.rule)
    back = element("path", d="M8 0L0 8l8 8", fill="none", stroke=palette.link, stroke_width=2, stroke_linecap="round")
    face = element("circle", cx=58, cy=HEADER / 2, r=18, fill=palette.accent)
    mark = "M0 12V6C0 2.500 2 .5 5.500 0L6 2C4 2.500 3.200 3.500 3.200 5H6v7z"
    marks = "".join(moved(element("path", d=mark, fill="#ffffff"), left, HEADER / 2 - 6) for left in (50.5, 59.5))
    name = words(names.bot, 88, 25, font_size=SIZE + 1, font_weight=600, fill=palette.text)
    kind = words(names.kind, 88, 43, font_size=SMALL, fill=palette.faint)
    return bar + rule + moved(back, 18, HEADER / 2 - 8) + face + marks + name + kind
