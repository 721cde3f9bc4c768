"""Forms: labels and values that take turns along a row."""

from corpus.formats.forms import form_rows
from corpus.formats.table import table_lines

FORM = [
    ["项目名称", "高性能纤维生产线", "建设单位", "霁川新材股份有限公司"],
    ["建设地点", "泽江经开区兴泽路18号", "泽江经开区兴泽路18号", "泽江经开区兴泽路18号"],
    ["总投资", "6.8亿元", "建设规模", "年产纤维1.2万吨"],
]


def test_each_value_stands_behind_its_label() -> None:
    assert table_lines(FORM, "附表1 项目备案") == [
        "附表1 项目备案",
        "项目名称：高性能纤维生产线 · 建设单位：霁川新材股份有限公司",
        "建设地点：泽江经开区兴泽路18号",
        "总投资：6.8亿元 · 建设规模：年产纤维1.2万吨",
    ]


def test_a_heading_merged_over_rows_stands_before_them_and_other_rows_are_kept() -> None:
    rows = [["企业", "单位名称：", "霁川新材", "联系人：", "宋知白"], ["企业", "联系电话：", "6120088", "邮箱：", "js@example.com"]]
    assert table_lines([*rows, ["以上情况属实。"] * 5]) == [
        "企业 · 单位名称：霁川新材 · 联系人：宋知白",
        "企业 · 联系电话：6120088 · 邮箱：js@example.com",
        "以上情况属实。",
    ]


def test_tables_with_a_header_are_no_forms() -> None:
    assert form_rows([["项目名称", "建设单位", "投资", "进度"], ["纤维生产线", "霁川新材", "6.8亿元", "97%"]]) is None
    assert form_rows([["指标", "2022年", "2023年"], ["产值", "28.3", "30.1"], ["税收", "3.1", "3.4"]]) is None
    assert form_rows([["项目名称", "高性能纤维"], ["总投资", "6.8亿元"]]) is None


def test_among_such_rows_labels_need_not_be_known_ones() -> None:
    rows = [
        ["会议名称", "用工会", "用工会", "用工会"],
        ["时间", "2月23日", "地点", "402会议室"],
        ["主持人", "刘恪", "记录人", "万宁"],
        ["会议内容", "返岗4.1万人", "返岗4.1万人", "返岗4.1万人"],
    ]
    assert table_lines(rows)[1:3] == ["时间：2月23日 · 地点：402会议室", "主持人：刘恪 · 记录人：万宁"]


def test_labels_may_bear_the_unit_of_their_values_and_some_may_be_unknown() -> None:
    rows = [
        ["企业名称", "瀚宇生物医药", "所属园区", "晴川高新区"],
        ["注册资本（万元）", "12800", "成立时间", "2016-05-18"],
        ["主打商品", "诊断试剂", "职工人数（人）", "462"],
        ["2023年营业收入（万元）", "57310", "2023年研发费用（万元）", "8920"],
    ]
    assert table_lines(rows)[1:] == [
        "注册资本（万元）：12800 · 成立时间：2016-05-18",
        "主打商品：诊断试剂 · 职工人数（人）：462",
        "2023年营业收入（万元）：57310 · 2023年研发费用（万元）：8920",
    ]


def test_a_table_that_stands_in_two_halves_keeps_its_header() -> None:
    rows = [["指标", "2023年", "指标", "2023年"], ["财政收入", "30.1", "税收收入", "3.4"], ["工业产值", "212", "固定资产投资", "41"]]
    assert table_lines(rows)[0] == "指标：财政收入 · 2023年：30.1 · 指标：税收收入 · 2023年：3.4"
