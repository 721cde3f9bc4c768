"""Messages as the bubbles of a chat. Pure: from a message to a piece of SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.messages.message import Button, Buttons, Message
from bot.messages.message_parts import MessagePart, parts_of
from docs.pictures.lettering import Line, cut, set_lines
from docs.pictures.palette import Palette
from docs.pictures.svg import Drawn, element, moved, words

SIZE = 15.0
LEADING = 22.0
BASE = 16.5
"""From the top of a line to the foot of its letters."""
BLANK = 9.0
"""Height of an empty line."""
SIDE, TOP = 11.0, 7.0
"""Between a bubble's edge and its text."""
QUOTE_LEFT, QUOTE_RIGHT, QUOTE_TOP = 11.0, 9.0, 4.0
FOLDED_LINES = 3
"""What Telegram shows of a folded quote."""
SMALL = 12.0
TIME_ROOM = 46.0
"""At the end of a message's last line."""
KEY_HEIGHT, KEY_GAP = 35.0, 3.0


class Header(NamedTuple):
    """What a message answers, and who typed it."""

    asker: str
    typed: str


def their_bubble(message: Message, header: Header, time: str, room: float, palette: Palette) -> Drawn:
    """A message of the bot, below it its buttons."""
    inner = room - 2 * SIDE
    pieces = [_reply_header(header, inner, palette), *(_part(part, inner, palette) for part in parts_of(message))]
    content, bottom = _stacked(pieces, TOP + 2)
    last = pieces[-1]
    bottom += 0 if last.width + TIME_ROOM <= inner else 12
    bottom += TOP - 2
    content += words(time, inner, bottom - 9, text_anchor="end", font_size=SMALL, fill=palette.faint)
    keys = _keyboard(message.buttons, room, palette)
    svg = _shape(room, bottom, palette.theirs, tail_left=True) + moved(content, SIDE, 0)
    return Drawn(svg + (moved(keys.svg, 0, bottom + KEY_GAP + 1) if keys.svg else ""), room, bottom + keys.height)


def my_bubble(text: str, time: str, room: float, palette: Palette) -> Drawn:
    """What the user wrote."""
    lines = set_lines(MessagePart(text, None, ()), room - 2 * SIDE, SIZE)
    widest = max(line.width for line in lines)
    beside = lines[-1].width + TIME_ROOM + 16
    inner = max(widest, beside) if beside <= room - 2 * SIDE else max(widest, TIME_ROOM + 16)
    height = 2 * TOP + LEADING * len(lines) + (0 if beside <= room - 2 * SIDE else 14)
    outer = inner + 2 * SIDE
    content = "".join(_text(line, TOP + LEADING * place, palette) for place, line in enumerate(lines))
    sent = words(time, outer - SIDE - 19, height - 9, text_anchor="end", font_size=SMALL, fill=palette.mine_faint)
    read = element("path", d="M0 4l3.2 3.2L10 0M6.4 6l1.2 1.2L14.4 0", fill="none", stroke=palette.mine_faint, stroke_width=1.4)
    svg = (
        _shape(outer, height, palette.mine, tail_left=False) + moved(content, SIDE, 0) + sent + moved(read, outer - SIDE - 15, height - 17)
    )
    return Drawn(svg, outer, height)


def _stacked(pieces: Iterable[Drawn], top: float) -> tuple[str, float]:
    svg = ""
    for piece in pieces:
        svg += moved(piece.svg, 0, top)
        top += piece.height
    return svg, top


def _reply_header(header: Header, room: float, palette: Palette) -> Drawn:
    height = 43.0
    svg = _tinted(room, height, palette)
    svg += words(header.asker, QUOTE_LEFT, 17.5, font_size=SIZE - 1.5, font_weight=600, fill=palette.accent)
    svg += words(cut(header.typed, room - 2 * QUOTE_LEFT, SIZE - 1.5), QUOTE_LEFT, 35.5, font_size=SIZE - 1.5, fill=palette.text)
    return Drawn(svg, room, height + 6)


def _part(part: MessagePart, room: float, palette: Palette) -> Drawn:
    if part.quote is None:
        return _lines(set_lines(part, room, SIZE), palette)
    lines = set_lines(part, room - QUOTE_LEFT - QUOTE_RIGHT, SIZE)
    folded = part.quote.kind == "expandable_blockquote" and len(lines) > FOLDED_LINES
    shown = lines[:FOLDED_LINES] if folded else lines
    text = _lines(shown, palette)
    height = text.height + 2 * QUOTE_TOP
    svg = _tinted(room, height, palette) + moved(text.svg, QUOTE_LEFT, QUOTE_TOP, class_="quote")
    if folded:
        svg += _fold(room, height, palette)
    return Drawn(svg, room, height + 3)


def _tinted(room: float, height: float, palette: Palette) -> str:
    """The ground of a quote, and its bar."""
    bar = f"M5 0H3a3 3 0 0 0-3 3V{height - 3:.1f}a3 3 0 0 0 3 3H5z"
    edge = element("path", d=bar, fill=palette.accent)
    ground = element("rect", width=room, height=height, rx=5, fill=palette.quote)
    inside = element("rect", x=3, width=4, height=height, fill=palette.quote)
    return ground + edge + inside


def _fold(room: float, height: float, palette: Palette) -> str:
    """The last line of a folded quote fades away below a sign that there is more."""
    veil = element("rect", x=room - 110, y=height - QUOTE_TOP - LEADING, width=105, height=LEADING, fill="url(#veil)")
    sign = element("path", d="M0 0l4.5 4.5L9 0", fill="none", stroke=palette.accent, stroke_width=1.8, stroke_linecap="round")
    return veil + moved(sign, room - 19, height - 13)


def _lines(lines: Sequence[Line], palette: Palette) -> Drawn:
    svg, top = "", 0.0
    for line in lines:
        svg += _text(line, top, palette)
        top += LEADING if line.runs else BLANK
    return Drawn(svg, lines[-1].width if lines else 0.0, top)


def _text(line: Line, top: float, palette: Palette) -> str:
    return "".join(
        words(
            run.text,
            run.left,
            top + BASE,
            textLength=run.width,
            fill=palette.link if run.style and run.style.kind == "text_link" else palette.text,
            font_weight=600 if run.style and run.style.kind == "bold" else None,
        )
        for run in line.runs
    )


def _shape(outer: float, height: float, colour: str, *, tail_left: bool) -> str:
    tail = f"M0 {height - 18:.1f}c0 9-1 13-6 17.5 5 1.2 11 .3 16-3.500z"
    turned = None if tail_left else f"translate({outer:.1f} 0) scale(-1 1)"
    body = element("rect", width=outer, height=height, rx=16, fill=colour)
    return body + element("path", d=tail, fill=colour, transform=turned)


def _keyboard(rows: Buttons, room: float, palette: Palette) -> Drawn:
    svg = "".join(_key_row(row, place * (KEY_HEIGHT + KEY_GAP), room, palette) for place, row in enumerate(rows))
    return Drawn(svg, room, len(rows) * (KEY_HEIGHT + KEY_GAP) + 1 if rows else 0.0)


def _key_row(row: Sequence[Button], top: float, room: float, palette: Palette) -> str:
    each = (room - KEY_GAP * (len(row) - 1)) / len(row)
    return "".join(moved("".join(_key(button, each, palette)), place * (each + KEY_GAP), top) for place, button in enumerate(row))


def _key(button: Button, room: float, palette: Palette) -> Iterator[str]:
    size = SIZE - 1
    yield element("rect", width=room, height=KEY_HEIGHT, rx=8, fill=palette.key)
    label = cut(button.label, room - 12, size)
    yield words(label, room / 2, 22.5, text_anchor="middle", font_size=size, font_weight=500, fill=palette.key_text)
    if button.url or button.share:
        arrow = element("path", d="M0 6L6 0M1.5 0H6V4.500", fill="none", stroke=palette.key_text, stroke_width=1.2)
        yield moved(arrow, room - 12, 6, opacity=0.8)
