"""PDF files as a whole: read as a person reads the page, or refused with the reason."""

from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.formats.pdf import parse
from corpus.formats.pdf.document import read as read_with
from corpus.formats.pdf.pdfium import PageImage
from corpus.formats.pdf.pieces import Piece
from tests.pdf_files import ems, lines, pdf, picture, rule, table, text, wrapped

HERE = Path(__file__).parent
FIRST = "会上，碧湾经开区对32家纳税大户进行表彰，发放奖励资金970万元，其中特等奖3家，每家奖励90万元。"
SECOND = "会议要求，各部门要围绕海洋装备、精细化工两大产业开展招商，全年引进亿元以上项目不少于24个，其中外资项目4个。"
THIRD = "在要素保障方面，碧湾经开区将收储工业用地1260亩，新建标准厂房18万平方米，推动签约项目早开工、早投产。"
TITLE = "碧湾经开区召开经济运行分析会"


def read(*pages: str, rotate: int = 0) -> list[str]:
    return parse(pdf(*pages, rotate=rotate)).text.split("\n")


def column(x: float, y: float, *paragraphs: str, width: int = 18, size: float = 12, step: float = 20) -> str:
    return lines(x, y, *(line for paragraph in paragraphs for line in wrapped(paragraph, width)), size=size, step=step)


def test_lines_that_fit_the_page_are_joined_and_paragraphs_are_kept() -> None:
    assert read(column(60, 780, FIRST, SECOND, width=38)) == [FIRST, SECOND]


def test_english_words_keep_their_blanks_and_lose_the_hyphens_of_line_ends() -> None:
    page = lines(
        60,
        700,
        "The zone will finish its third plant, a fixed-asset invest-",
        "ment of 9.6 billion yuan, and hire many of the people",
        "neighbouring.",
    )
    assert read(page) == [
        "The zone will finish its third plant, a fixed-asset investment of 9.6 billion yuan, and hire many of the people neighbouring."
    ]


def test_columns_are_read_one_after_the_other_below_what_stands_over_both() -> None:
    head = text(150, 800, TITLE, 18)
    assert read(head + column(50, 760, FIRST) + column(310, 753, SECOND, step=21)) == [TITLE, FIRST, SECOND]


def test_three_columns_and_a_line_below_all() -> None:
    columns = "".join(column(40 + 175 * place, 760, paragraph, width=12) for place, paragraph in enumerate((FIRST, SECOND, THIRD)))
    assert read(columns + column(40, 500, FIRST, width=42)) == [FIRST, SECOND, THIRD, FIRST]


def test_spread_and_justified_lines_have_no_blanks() -> None:
    page = text(120, 780, "经济运行通报", 18, spacing=14) + text(60, 740, "实现地区生产总值318.6亿元，", spacing=3.5)
    assert read(page) == ["经济运行通报", "实现地区生产总值318.6亿元，"]


def test_glyphs_placed_one_by_one_in_any_order() -> None:
    glyphs = [text(60 + 12 * place, 780, char) for place, char in enumerate("云栖经开区新建厂房十八万平方米。")]
    assert read("".join(glyphs[::2] + glyphs[::-2])) == ["云栖经开区新建厂房十八万平方米。"]


@pytest.mark.parametrize(("rotate", "matrix", "x", "step"), [(90, "0 1 -1 0", 200, 20), (270, "0 -1 1 0", 400, -20)])
def test_turned_pages(rotate: int, matrix: str, x: float, step: float) -> None:
    y = 60 if rotate == 90 else 780
    page = "".join(text(x + step * number, y, line, matrix=matrix) for number, line in enumerate(wrapped(FIRST, 30, indent=0)))
    assert read(page, rotate=rotate) == [FIRST]


def test_text_printed_again_for_a_bold_face_or_a_shadow_counts_once() -> None:
    page = text(60, 780, TITLE, 18) + text(60.4, 780, TITLE, 18) + text(61.5, 778.5, TITLE, 18, gray=0.6)
    assert read(page) == [TITLE]


def test_watermarks_are_no_text() -> None:
    askew = text(200, 300, "内部资料", 46, matrix="0.8 0.6 -0.6 0.8", gray=0.9)
    between = text(150, 750, "仅供参考", 26, gray=0.85)
    assert read(askew + between + column(60, 780, FIRST, SECOND, width=38)) == [FIRST, SECOND]


def test_heads_feet_and_page_numbers_go_and_the_sentence_goes_on() -> None:
    rows = wrapped(FIRST, 38) + wrapped(SECOND, 38) + wrapped(THIRD, 38)
    pages = [
        text(380 if number % 2 == 0 else 60, 815, ("碧湾年鉴（2022）", "综合经济")[number % 2], 9)
        + lines(60, 780, *rows[2 * number : 2 * number + 2])
        + text(290, 30, f"— {number + 12} —", 9)
        for number in range(3)
    ]
    assert read(*pages) == [FIRST, SECOND, THIRD]


def test_figures_at_the_end_of_a_page_are_no_page_number() -> None:
    page = lines(60, 780, "新建标准厂房18万平方米", "入园企业", "238")
    assert read(page, lines(60, 780, "收储工业用地1260亩")) == ["新建标准厂房18万平方米", "入园企业", "238", "收储工业用地1260亩"]


def test_a_footnote_stands_after_the_paragraph_with_its_mark() -> None:
    first, second = wrapped(FIRST, 38), wrapped(SECOND, 38)
    mark = text(60 + 12 * ems(first[0]), 785, "1", 6)
    page = (
        lines(60, 780, *first, second[0])
        + mark
        + rule(60, 90, 200, 90)
        + lines(60, 70, "1 纳税大户指年度入库税收超过2000万元的企业，", "不含金融机构。", size=8, step=12)
    )
    note = "1 纳税大户指年度入库税收超过2000万元的企业，不含金融机构。"
    assert read(page, lines(60, 780, *second[1:])) == [FIRST, note, SECOND]


def test_raised_and_lowered_characters_stand_in_their_places() -> None:
    page = (
        text(60, 780, "占地36km")
        + text(108, 785, "2", 7)
        + text(112, 780, "，减排CO")
        + text(160, 777, "2", 7)
        + text(164, 780, "八万吨。")
    )
    assert read(page) == ["占地36km²，减排CO₂八万吨。"]


YEARS = [["指标", "2021年", "2022年"], ["财政收入（亿元）", "35.2", "37.7"], ["高新技术企业（家）", "104", "126"]]
ROWS = ["指标：财政收入（亿元） · 2021年：35.2 · 2022年：37.7", "指标：高新技术企业（家） · 2021年：104 · 2022年：126"]


@pytest.mark.parametrize("ruled", [True, False])
def test_tables_with_and_without_rules(ruled: bool) -> None:
    page = column(60, 780, FIRST, width=38) + table(60, 700, YEARS, (180, 90, 90), ruled=ruled) + column(60, 580, SECOND, width=38)
    assert read(page) == [FIRST, *ROWS, SECOND]
    assert parse(pdf(page)).rows == frozenset(ROWS)


def test_a_table_goes_on_over_the_page_end_with_its_header_printed_again_or_not() -> None:
    first = column(60, 780, FIRST, width=38) + table(60, 120, YEARS[:2], (180, 90, 90))
    for rest in (YEARS[2:], [YEARS[0], *YEARS[2:]]):
        assert read(first, table(60, 780, rest, (180, 90, 90))) == [FIRST, *ROWS]


def test_merged_cells_and_headers_of_two_rows_count_for_all_of_their_columns() -> None:
    lower = table(60, 676, [["", "总量", "增速", "总量", "增速"], ["财政收入", "35.2", "9.0%", "37.7", "7.1%"]], (100, 70, 70, 70, 70))
    upper = (
        "60 652 100 48 re S 160 676 140 24 re S 300 676 140 24 re S\n"
        + lines(90, 672, "指标", size=10)
        + text(215, 684, "2021年", 10)
        + text(355, 684, "2022年", 10)
    )
    caption = text(180, 730, "表1 主要经济指标") + text(380, 710, "单位：亿元", 9)
    page = caption + upper + lower.replace("60 652 100 24 re S\n", "")
    assert read(page)[-1] == "指标：财政收入 · 2021年总量：35.2 · 2021年增速：9.0% · 2022年总量：37.7 · 2022年增速：7.1% · 单位：亿元"


def test_titles_bylines_and_letter_heads_are_lines_of_their_own() -> None:
    head = text(90, 780, "碧湾经济技术开发区管委会文件", 28) + text(240, 740, "碧经管〔2022〕27号", 13)
    title = text(150, 700, "碧湾经济技术开发区管委会", 18) + text(90, 674, "关于印发海洋装备产业若干措施的通知", 18)
    body = text(60, 640, "各部门、各街道：") + column(60, 620, FIRST, width=38) + text(380, 540, "2022年8月12日")
    assert read(head + title + body) == [
        "碧湾经济技术开发区管委会文件",
        "碧经管〔2022〕27号",
        "碧湾经济技术开发区管委会关于印发海洋装备产业若干措施的通知",
        "各部门、各街道：",
        FIRST,
        "2022年8月12日",
    ]


def test_the_declared_title_counts_when_the_page_shows_it() -> None:
    page = lines(60, 780, TITLE, "会议在碧湾召开。")
    assert parse(pdf(page, title=TITLE)).title == TITLE
    assert parse(pdf(page, title="Microsoft Word - draft3.doc")).title is None


def test_pages_that_are_pictures_are_named_and_a_recogniser_reads_them() -> None:
    data = pdf(column(60, 780, FIRST, width=38), picture(), picture(), column(60, 780, SECOND, width=38), picture())
    document = parse(data)
    assert document.text.split("\n") == [FIRST, SECOND]
    assert [str(reason) for reason in document.left_out] == ["picture_pages (pages: 2–3, 5, count: 3, total: 5)"]
    recognised = read_with(pdf(column(60, 780, FIRST, width=38), picture(), column(60, 780, SECOND, width=38)), fake_recogniser)
    assert recognised.text.split("\n") == [FIRST, "宽1240高1755", SECOND]
    assert recognised.left_out == ()


def fake_recogniser(image: PageImage) -> list[Piece]:
    """Finds the size of every picture written on it."""
    words = f"宽{image.pixels.shape[1]}高{image.pixels.shape[0]}"
    places = [60 + 25 * place * image.points_per_pixel for place in range(len(words) + 1)]
    return [Piece(tuple(words), tuple(places[:-1]), tuple(places[1:]), 80, 6)]


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
