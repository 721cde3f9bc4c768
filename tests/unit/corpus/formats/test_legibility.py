"""Damaged text is recognised however it was damaged; good text of every kind passes."""

import base64
import gzip
import random
import string
import urllib.parse
from collections.abc import Callable

import pytest

from corpus.formats.legibility import common_share, fault
from corpus.reason import Reason, ReasonCode

ARTICLE = (
    "三月十八日上午，枫林高新区的电池回收项目正式投产。项目占地六十亩，总投资四点二亿元，每年可以处理废旧电池三万吨。"
    "企业负责人告诉记者，从签约到投产只用了十一个月，其中最难的是环评，园区派了两名专员一直跟着跑。"
    "投产以后，工厂还要再招一百二十名工人，月工资六千元起，住宿免费。园区管委会主任表示，今年还有九个类似的项目要开工，"
    "资金、用地和用电指标都已经落实，目标是年底以前全部建成。下一步，园区将继续减少审批环节，让企业少跑路、快开工。"
)
ENGLISH = (
    "Maple Grove High-tech Zone opened a battery recycling plant on Monday. The 420-million-yuan plant can process 30,000 tonnes a year. "
    "Its manager said that the permits took eleven months, and that the zone had sent two officers to help."
)
TRADITIONAL = (
    "三月十八日上午，楓林科學園區的電池回收廠正式啟用。廠區占地四公頃，總投資額四億元，每年可以處理廢電池三萬公噸。"
    "業者表示，從簽約到啟用只花了十一個月，其中最困難的是環境評估，園區管理局派了兩名專員全程協助。"
)


@pytest.mark.parametrize(
    "text", [ARTICLE, ENGLISH, TRADITIONAL, ARTICLE + "\ufffd", "短讯。", "GDP 5.2%", "表一\n1 2 3\n4 5 6", "第1名 甲公司 120万元\n" * 30]
)
def test_good_text_passes(text: str) -> None:
    assert fault(text) is None


GARBLED = {
    ReasonCode.LOST_CHARACTERS,
    ReasonCode.QUESTION_MARKS,
    ReasonCode.FOREIGN_LETTERS,
    ReasonCode.PRIVATE_CHARACTERS,
    ReasonCode.RARE_IDEOGRAPHS,
}
DAMAGE: dict[str, Callable[[str], str]] = {
    "utf-8 read as gbk": lambda text: text.encode().decode("gb18030", "replace"),
    "utf-8 read as gbk, gaps dropped": lambda text: text.encode().decode("gbk", "ignore"),
    "utf-8 read as latin-1": lambda text: text.encode().decode("latin-1"),
    "utf-8 read as windows-1252": lambda text: text.encode().decode("cp1252", "replace"),
    "latin-1 twice": lambda text: text.encode().decode("latin-1").encode().decode("latin-1"),
    "gbk read as latin-1": lambda text: text.encode("gb18030").decode("latin-1"),
    "gbk read as utf-8": lambda text: text.encode("gb18030").decode("utf-8", "replace"),
    "gbk read as utf-8, then as gbk": lambda text: text.encode("gb18030").decode("utf-8", "replace").encode().decode("gbk", "replace"),
    "gbk read as big5": lambda text: text.encode("gb18030").decode("big5", "ignore"),
    "utf-8 read as big5": lambda text: text.encode().decode("big5", "ignore"),
    "utf-8 read as shift-jis": lambda text: text.encode().decode("shift_jis", "ignore"),
    "gbk read as korean": lambda text: text.encode("gb18030").decode("cp949", "ignore"),
    "gbk read as cyrillic": lambda text: text.encode("gb18030").decode("cp1251", "replace"),
    "utf-8 read as koi8-r": lambda text: text.encode().decode("koi8-r"),
    "utf-8 read as cp437": lambda text: text.encode().decode("cp437"),
    "utf-16 read as latin-1": lambda text: text.encode("utf-16-le").decode("latin-1"),
    "utf-16 with bytes swapped": lambda text: text.encode("utf-16-le").decode("utf-16-be", "replace"),
    "question marks": lambda text: text.encode("ascii", "replace").decode(),
    "gzip read as latin-1": lambda text: gzip.compress(text.encode()).decode("latin-1"),
    "base64": lambda text: base64.encodebytes(text.encode()).decode(),
    "percent encoding": urllib.parse.quote,
    "unicode escapes": lambda text: text.encode("unicode_escape").decode(),
    "character references": lambda text: "".join(f"&#{ord(char)};" for char in text),
    "a pdf read as latin-1": lambda text: (
        "%PDF-1.5\n1 0 obj\nstream\n" + gzip.compress(text.encode()).decode("latin-1") + "\nendstream\nendobj"
    ),
    "hangul and private characters": lambda text: "".join(chr(0xE000 + index % 999) for index, _ in enumerate(text)),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_damaged_text_is_recognised(damage: Callable[[str], str]) -> None:
    reason = fault(damage(ARTICLE))
    assert reason is not None
    assert reason.code in {*GARBLED, ReasonCode.BINARY_AS_TEXT, ReasonCode.CONTROL_CHARACTERS, ReasonCode.ENCODED}


def test_big5_text_read_as_gbk_is_recognised() -> None:
    reason = fault(TRADITIONAL.encode("big5").decode("gb18030", "replace"))
    assert reason is not None
    assert reason.code in GARBLED


def test_an_article_that_turns_into_debris_midway_is_recognised() -> None:
    debris = (ARTICLE * 2).encode().decode("gbk", "ignore")
    reason = fault(ARTICLE * 5 + debris)
    assert reason is not None
    assert reason.code == ReasonCode.RARE_IDEOGRAPHS_FROM
    assert 0 <= int(reason.details["start"]) - len(ARTICLE * 5) < 200


def test_random_letters_from_all_of_unicode_are_recognised() -> None:
    noise = random.Random(7)
    assert fault("".join(chr(noise.randrange(0x80, 0x2000)) for _ in range(300)))


@pytest.mark.parametrize("text", ["", " \n\t", "\u3000\u3000"])
def test_nothing_is_empty(text: str) -> None:
    assert fault(text) == Reason(ReasonCode.NO_TEXT)


def test_common_share_is_high_for_running_text_and_low_for_rare_characters() -> None:
    assert common_share(ARTICLE) > 0.4
    assert common_share("鐢熸湁濮斿憳璁涓哄紑鍙") < 0.1
    assert common_share(string.whitespace) == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "梧桐經(jīng)濟(jì)技術(shù)開發(fā)區(qū)實(shí)現(xiàn)產(chǎn)值二百億元，規(guī)模以上企業(yè)九十家。",
        "梧桐經（jīng）濟（jì）開發（fā）區（qū）會（huì）議強（qiáng）調（diào），堅持項目為王。",
    ],
)
def test_pinyin_between_the_characters_is_a_reason(text: str) -> None:
    assert fault(text) == Reason(ReasonCode.PINYIN)


@pytest.mark.parametrize(
    "text",
    [
        "园区的氮(dàn)化镓(GaN)项目、垚(yáo)鑫公司已经投产，产值九亿元。",
        "厂房长度(m)、面积(km)、重量(kg)、容积(ml)、层高(m)、跨度(cm)见下表。",
    ],
)
def test_a_rare_character_with_its_reading_and_units_are_text(text: str) -> None:
    assert fault(text) is None
