"""Questions as nobody should ask them: pieces of real ones and every awkward kind of character, repeated, mixed and cut."""

from __future__ import annotations

from random import Random

LONGEST = 4096
"""Characters that Telegram lets somebody send at once."""
WORDS = (
    *("沐江经开区", "临岳高新区", "开发区", "高新区", "园区", "Mujiang", "Linyue High-tech Zone", "沐江", "沐江和临岳", "青山县"),
    *(
        "2022年",
        "去年",
        "2021年至2023年",
        "3月",
        "二〇二二年",
        "第一季度",
        "近五年",
        "2022年1月1日",
        "前年同期",
        "in 2022",
        "last year",
        "十四五",
    ),
    *("多少", "哪个", "分别", "每年", "历年", "谁", "为什么", "怎么", "是否", "比", "高于", "how many", "which", "each", "compare", "what"),
    *("奖励", "税收", "企业", "开工项目", "增长", "亿元", "家", "平方公里", "规模以上工业企业", "companies", "tax revenue", "rewarded"),
    *(
        "和",
        "、",
        "，",
        "以及",
        "与",
        "或",
        "还是",
        "；",
        "。",
        "？",
        "：",
        "当天",
        "之前",
        "之后",
        " and ",
        " or ",
        ", ",
        "以下",
        "下列",
        "的",
    ),
    *(
        "那",
        "呢",
        "它",
        "这些",
        "请问",
        "谢谢",
        "你好",
        "继续",
        "全部",
        "列出",
        "有哪些报道",
        "/",
        "@",
        "#",
        "http://a.b/c?d=",
        "1",
        "二",
        "百",
        "%",
    ),
)
CHARACTERS = (
    *("\ufdfa", "\u3300", "ﬃ", "①", "㈱", "Ⅷ", "½", "\u0344", "e\u0301\u0323", "각", "\u1100\u1161"),  # what NFKC makes longer or other
    *("\u200b", "\u200d", "\ufeff", "\u2060", "\u202e", "\u2066", "\x00", "\x1b[31m", "\x85", "\u2028", "\U000e0041", "\ufffd"),
    *("👨‍👩‍👧", "🏭", "𠮷", "\U0010ffff", "ß", "İ", "ﷺ", "א", "ا", "ก", "त्र", "\u0300" * 30, "a" * 60, "0" * 40, " ", "\t", "\n", "　"),
    *(
        "(" * 20,
        "）" * 20,
        "《",
        "“",
        "”",
        '"',
        "'",
        "\\",
        "${x}",
        "%s",
        "{0}",
        "<b>",
        "&amp;",
        "*",
        "_",
        "`",
        "|",
        "~",
        ".",
        "-",
        "+",
        "=",
        ",,",
    ),
)


def strange_question(chance: Random) -> str:
    """One of them: a few words, a piece many times, or a mixture; short, or as long as it may be."""
    length = chance.choice((30, 100, 300, 300, 300, LONGEST))
    match chance.randrange(4):
        case 0:
            pieces = [chance.choice(WORDS)]
        case 1:
            pieces = [chance.choice(CHARACTERS)]
        case 2:
            pieces = chance.choices(WORDS, k=chance.randint(2, 6))
        case _:
            pieces = chance.choices((*WORDS, *CHARACTERS, chr(chance.randrange(1, 0x11000))), k=chance.randint(2, 40))
    if chance.random() < 0.5:
        pieces = chance.choices(pieces, k=length)
    return ("".join(pieces) * (length // max(1, sum(map(len, pieces))) + 1))[:length]
