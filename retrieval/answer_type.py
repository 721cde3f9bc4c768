"""Whether a sentence holds a thing of the kind that a question asks for: a count of 家, a date, a person's name."""

from __future__ import annotations

import re

from retrieval.question import Kind, Question

_NUMERAL = r"(?:\d[\d,.]*|[一二三四五六七八九十百千两]+)"
_OFFICES = (
    "主任|局长|书记|院长|校长|所长|经理|董事长|总裁|主席|市长|区长|县长|省长|镇长|部长|处长|科长|厅长|负责人|教授|研究员|记者|老师|医生|"
    "先生|女士|代表|队长|委员|秘书长|主管|工程师|创始人|总监|会长|理事长|专员|站长|店长|厂长|员"
)
_SIGNS = {
    Kind.TIME: re.compile(r"\d{4}年|\d+月|\d+[日号]|[一二三四五六七八九十]+月|\d+[:：]\d+|[\d一二三四五六七八九十]+点|年底|年初"),
    Kind.PERSON: re.compile(rf"(?:{_OFFICES})(?:、[^，。]{{2,8}})?[一-鿿]{{2,4}}"),
    Kind.REASON: re.compile(r"因为|由于|因此|原因|为了|以便|从而|旨在|导致|为[^，。]{2,20}，"),
    Kind.PLACE: re.compile(r"位于|在[^，。]{2,20}(?:举行|召开|举办|开|成立)|坐落|地址|路|街|楼|中心|区"),
}
_ANY_NUMBER = re.compile(r"\d|[一二三四五六七八九十百千两][家个人名项件条座户位台套辆场次所处种]")
_ANY_DIGIT = re.compile(r"\d")


def answer_type_agreement(question: Question, sentence: str) -> float:
    """0 to 1: does the normalised sentence hold something that could be the answer? 0 where the question's kind is unknown."""
    if question.kind is Kind.NUMBER:
        return _number_agreement(question.unit, sentence)
    if question.kind is Kind.LIST:
        return min(1.0, sentence.count("、") / 3)
    sign = _SIGNS.get(question.kind)
    return float(sign is not None and sign.search(sentence) is not None)


def _number_agreement(unit: str | None, sentence: str) -> float:
    if unit is None:
        return float(_ANY_NUMBER.search(sentence) is not None)
    if re.search(rf"{_NUMERAL}[余多]?[万亿千]*[余多]?个?{re.escape(unit)}", sentence):
        return 1.0
    return 0.3 if _ANY_DIGIT.search(sentence) else 0.0
