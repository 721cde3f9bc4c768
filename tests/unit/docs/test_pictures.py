from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.keyboards import Rate, ShowContext
from bot.messages.message import Button, Entity, Message
from bot.terminal.printing.terminal import printable
from corpus.reading.folder import list_sources, read_source
from docs.pictures.bubbles import FOLDED_LINES
from docs.pictures.conversation import WIDTH, Names, Turn, picture
from docs.pictures.palette import DARK, LIGHT, Palette

ROOT = Path(__file__).parents[3]
SVG = "{http://www.w3.org/2000/svg}"
NAMES = Names("东澜问答", "机器人", "我")
QUOTE = "东澜园区今年新增企业46家，其中<外资>企业“澜光&影”等12家。"
LONG = "园区的路很长。" * 30
TEXT = f"{QUOTE}\n— 东澜年报 · 2024-02-01\n\n{LONG}\n— 路"
MESSAGE = Message(
    TEXT,
    (
        Entity("blockquote", 0, len(QUOTE)),
        Entity("bold", 2, 6),
        Entity("text_link", TEXT.index("东澜年报"), 4, "https://example.org/1"),
        Entity("expandable_blockquote", TEXT.index(LONG), len(LONG)),
    ),
).with_buttons(
    [Button("上下文", callback_data=ShowContext("x")), Button("打开", url="https://example.org/1")],
    [Button("👍", callback_data=Rate("x", good=True))],
)


def drawn(message: Message, palette: Palette = LIGHT, typed: str = "新增多少家？") -> ElementTree.Element:
    return ElementTree.fromstring(picture([Turn(typed, message, "09:41")], NAMES, palette).svg)


def quotes(svg: ElementTree.Element) -> list[list[str]]:
    """The lines of each quote that can be seen."""
    return [lines(group) for group in svg.iter(f"{SVG}g") if group.get("class") == "quote"]


def lines(group: ElementTree.Element) -> list[str]:
    found: dict[str, str] = {}
    for text in group.iter(f"{SVG}text"):
        found[text.attrib["y"]] = found.get(text.attrib["y"], "") + (text.text or "")
    return list(found.values())


def texts(svg: ElementTree.Element, **attributes: str) -> list[str]:
    wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
    return [text.text or "" for text in svg.iter(f"{SVG}text") if wanted.items() <= text.attrib.items()]


def places(element: ElementTree.Element, left: float = 0, top: float = 0) -> Iterator[tuple[float, float, ElementTree.Element]]:
    """Every piece of text, and where it begins in the picture."""
    moved = re.fullmatch(r"translate\((\S+) (\S+)\)", element.get("transform", ""))
    left, top = (left + float(moved[1]), top + float(moved[2])) if moved else (left, top)
    if element.tag == f"{SVG}text":
        yield left + float(element.attrib["x"]), top + float(element.attrib["y"]), element
    for child in element:
        yield from places(child, left, top)


def test_a_quote_is_drawn_word_for_word_and_a_long_one_is_folded() -> None:
    whole, folded = quotes(drawn(MESSAGE))
    assert "".join(whole) == QUOTE
    assert len(folded) == FOLDED_LINES
    assert LONG.startswith("".join(folded))


def test_bold_and_links_look_like_it() -> None:
    svg = drawn(MESSAGE)
    bold = texts(svg, font_weight="600", fill=LIGHT.text)
    assert "".join(bold) == f"{NAMES.bot}园区今年新增"
    assert texts(svg, fill=LIGHT.link) == ["东澜年报"]


def test_buttons_stand_in_rows_as_wide_as_the_message() -> None:
    keys = [(x, y, text.text) for x, y, text in places(drawn(MESSAGE)) if text.get("fill") == LIGHT.key_text]
    (context, row, _), (page, same_row, _), (good, next_row, _) = keys
    assert [label for _, _, label in keys] == ["上下文", "打开", "👍"]
    assert row == same_row < next_row
    assert context < good < page
    assert good == pytest.approx((context + page) / 2, abs=0.1)


def test_day_and_night_show_the_same() -> None:
    day, night = (picture([Turn("问", MESSAGE, "09:41")], NAMES, palette).svg for palette in (LIGHT, DARK))
    assert day != night
    assert re.sub("#[0-9a-f]+", "", day) == re.sub("#[0-9a-f]+", "", night)


def test_the_question_stands_at_the_right_and_is_told_again_above_the_answer() -> None:
    typed = [(x, y) for x, y, text in places(drawn(MESSAGE)) if text.text == "新增多少家？"]
    (right, first), (left, second) = typed
    assert left < WIDTH / 4 < right
    assert first < second


@given(st.text(alphabet="园区，。“”（）abc 12.5% \n😀é<&", min_size=1, max_size=200), st.text(min_size=1, max_size=60))
def test_whatever_is_said_stays_inside_the_picture(text: str, typed: str) -> None:
    typed = printable(typed).encode("utf-8", "ignore").decode().translate({0xFFFE: None, 0xFFFF: None}) or "问"
    message = Message(text, (Entity("blockquote", 0, len(text)),)).with_buttons([Button(typed[:40], callback_data=Rate("x", good=True))])
    svg = drawn(message, typed=typed)
    height = float(svg.attrib["height"])
    for x, y, piece in places(svg):
        assert 0 < y < height
        assert x >= 0
        assert x + float(piece.get("textLength", "0")) <= WIDTH


@pytest.mark.parametrize("readme", ["README.md", "README.en.md"])
def test_a_readme_shows_each_picture_by_day_and_by_night(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    dark, light = re.findall(r'srcset="docs/pictures/(.+)-dark\.svg"', text), re.findall(r'src="docs/pictures/(.+)-light\.svg"', text)
    assert dark == light == ["answer", "follow-up", "nothing-found"]
    stored = {path.name for path in (ROOT / "docs" / "pictures").glob("*.svg")}
    assert stored == {f"{name}-{mode}.svg" for name in dark for mode in ("dark", "light")}


def test_what_is_shown_as_a_quote_stands_in_an_article() -> None:
    corpus = ROOT / "corpus" / "articles"
    articles = [article.text for source in list_sources(corpus) for article in read_source(corpus, source).articles]
    without_spaces = ["".join(text.split()) for text in articles]
    shown = ["".join(quote) for path in (ROOT / "docs" / "pictures").glob("*.svg") for quote in quotes(ElementTree.parse(path).getroot())]
    for readme in ("README.md", "README.en.md"):
        recorded = re.findall(r"(?:^▎ .*\n)+", (ROOT / readme).read_text(encoding="utf-8"), re.MULTILINE)
        assert recorded, readme
        shown += [block.replace("▎", "") for block in recorded]
    assert len(shown) >= 4
    assert [quote for quote in shown if not any("".join(quote.split()) in text for text in without_spaces)] == []
