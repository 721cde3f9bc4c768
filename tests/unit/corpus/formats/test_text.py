"""Plain text: decoded, with the address left to the metadata."""

from corpus.formats.text import parse


def test_text_and_its_url_convention() -> None:
    document = parse("URL: https://example.com/1\n正文。".encode("gb18030"))
    assert document.text == "URL: https://example.com/1\n正文。"
    assert document.url_line


def test_cells_that_were_pasted_out_of_a_table_stand_with_their_headers() -> None:
    text = "榆川高新区主要指标\n单位：亿元\n指标\t2021年\t2022年\n税收\t26.1\t28.7\n产值\t478.5\t512.0\n注：快报数\n"
    document = parse(text.encode("gb18030"))
    assert "指标：税收 · 2021年：26.1 · 2022年：28.7 · 单位：亿元" in document.rows
    assert document.text.endswith("\n注：快报数")


def test_rows_divided_by_bars_stand_with_their_headers() -> None:
    text = "榆川高新区2022年主要指标（单位：亿元）\n指标｜2021年｜2022年\n税收｜26.1｜28.7\n产值｜478.5｜512.0\n全年增长较快。\n"
    document = parse(text.encode())
    assert "指标：税收 · 2021年：26.1 · 2022年：28.7 · 单位：亿元" in document.rows
    assert document.text.endswith("\n全年增长较快。")


def test_so_do_those_drawn_with_a_rule() -> None:
    text = "| 指标 | 2021年 | 2022年 |\n|---|---|---|\n| 税收 | 26.1 | 28.7 |\n| 产值 | 478.5 | 512.0 |\n"
    assert parse(text.encode()).rows == {"指标：税收 · 2021年：26.1 · 2022年：28.7", "指标：产值 · 2021年：478.5 · 2022年：512.0"}


def test_a_cell_that_was_broken_off_and_an_empty_one_stay_in_their_row() -> None:
    broken_off = "| 污水处理厂 | 日处理3万吨，\n配套管网 | 3.4 |\n"
    text = f"| 项目 | 内容 | 投资（亿元） |\n{broken_off}| 学校 | | 2.1 |\n│ 仓库 │ 高标准 │ 7.8 │\n│ │ 仓库 │ │\n"
    assert parse(text.encode()).rows == {
        "项目：污水处理厂 · 内容：日处理3万吨，配套管网 · 投资（亿元）：3.4",
        "项目：学校 · 投资（亿元）：2.1",
        "项目：仓库 · 内容：高标准仓库 · 投资（亿元）：7.8",
    }


def test_a_first_row_of_one_cell_is_broken_off_nothing() -> None:
    assert parse(b"|  | 3 |  |\n| a | 4 | 5 |\n| b | 6 | 7 |\n").text == "3\na · 4 · 5\nb · 6 · 7"


def test_bars_between_links_make_no_table() -> None:
    text = "首页 | 机构 | 政策\n新闻 | 公告 | 专题\n招商 | 人才 | 服务\n榆川高新区新增企业30家。\n"
    assert parse(text.encode()).rows == frozenset()


def test_tabs_in_prose_make_no_table() -> None:
    text = "\t6月8日，园区签约。\n\t今年，园区新增企业30家。\n\t会议由主任主持。\n"
    assert parse(text.encode()).rows == frozenset()


def test_a_line_that_is_spread_as_a_whole_is_closed() -> None:
    assert parse("榆 川 高 新 区 2 0 2 0 年 总 结\n全 区 共 30 家\n".encode()).text == "榆川高新区2020年总结\n全 区 共 30 家"


def test_blanks_that_recognition_put_within_words_and_figures_go() -> None:
    recognised = """2023 年 ， 谷雨湾产 业 园在上级党委 、 政府 的坚强领导下 ，
扎实推进工作 。 技 改投资 14 .3 亿元 ， 增长 19.5 % ； 新增规 上 企业 24 家 ；
- 3 -
税 收 2 0 2 3 万元 。 外 贸 5. 86 亿元 。"""
    assert parse(recognised.encode()).text == (
        "2023 年，谷雨湾产业园在上级党委、政府的坚强领导下，扎实推进工作。技改投资 14.3 亿元，增长 19.5%；新增规上企业 24 家；\n"
        "税收 2023 万元。外贸 5.86 亿元。"
    )


def test_blanks_of_people_stay() -> None:
    typed = "新增企业 24 家，其中 5G 企业 3 家。联系人： 周工 。园区 A 座，一层，二层，三层。"
    assert parse(typed.encode()).text == typed
