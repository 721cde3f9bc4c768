"""Why nothing was found, and what there is instead, in the words that are read."""

from __future__ import annotations

from datetime import date

import pytest

from bot.messages.missing_line import missing_line
from bot.texts import TEXTS, Language
from bot.texts.zh import ZH
from retrieval.answering.missing import Missing, ToldTime


def year(number: int) -> ToldTime:
    return ToldTime(date(number, 1, 1), date(number, 12, 31))


HALF = ToldTime(date(2023, 1, 1), date(2023, 6, 30))
OTHERS = Missing(of="沐江经开区", times=(year(2026),), told=(year(2021), year(2022), year(2023)))


@pytest.mark.parametrize(
    ("missing", "line"),
    [
        (Missing(), "没有找到能回答这个问题的报道。换个说法，或者写明园区和年份，再试一次？"),
        (Missing(of="沐江经开区"), "没有找到能回答这个问题的报道。换个说法，或者写明园区和年份，再试一次？"),
        (OTHERS, "没有2026年的报道；沐江经开区有2021、2022、2023年的。"),
        (Missing(times=(year(2026),), told=(year(2022),)), "没有2026年的报道；有2022年的。"),
        (
            Missing(of="沐江经开区", times=(year(2024),), told=(year(2022), HALF), reported=(2024,)),
            "2024年的报道里没有找到；沐江经开区有2022年、2023年上半年的。",
        ),
        (
            Missing(of="沐江经开区", times=(HALF,), told=(year(2021), year(2022)), reported=(2023,)),
            "2023年的报道里没有找到2023年上半年的；沐江经开区有2021、2022年的。",
        ),
        (
            Missing(of="沐江经开区", times=(year(2023),), told=(year(2022), HALF), reported=(2023,)),
            "没有找到整个2023年的；沐江经开区有2022年、2023年上半年的。",
        ),
        (Missing(times=(year(2023),), told=(HALF,)), "没有找到整个2023年的；有2023年上半年的。"),
        (Missing(of="沐江经开区", unsure=True), "下面是最接近的报道，但不确定能回答这个问题。"),
        (Missing(of="沐江经开区", times=(year(2019),)), "没有沐江经开区2019年的报道。"),
        (Missing("苏州工业园区"), "没有苏州工业园区的报道。"),
        (Missing("木江经开区", ("沐江经开区",)), "没有木江经开区的报道。是沐江经开区吗？"),
        (Missing("沐江开发区", ("沐江经开区", "沐江高新区")), "没有沐江开发区的报道。是沐江经开区，还是沐江高新区？"),
        (Missing(None, ("沐江经开区", "沐江高新区")), "是沐江经开区，还是沐江高新区？"),
        (Missing(of="沐江经开区", word="博士后"), "沐江经开区的报道里没有提到“博士后”。"),
        (Missing(word="星衡动力"), "报道里没有提到“星衡动力”。"),
    ],
)
def test_in_chinese(missing: Missing, line: str) -> None:
    assert missing_line(missing, ZH) == line


@pytest.mark.parametrize(
    ("language", "missing", "line"),
    [
        ("zh-hant", OTHERS, "沒有2026年的報導；沐江经开区有2021、2022、2023年的。"),
        ("zh-hant", Missing("木江經開區", ("沐江经开区",)), "沒有木江經開區的報導。是沐江经开区嗎？"),
        ("zh-hant", Missing(of="沐江經開區", word="博士後"), "沐江經開區的報導裡沒有提到「博士後」。"),
        ("en", OTHERS, "There is no report of 2026. On 沐江经开区, it is told of 2021, 2022, 2023."),
        ("en", Missing(of="沐江经开区", times=(year(2024),), told=(HALF,), reported=(2024,)),
         "The reports of 2024 do not tell it. On 沐江经开区, it is told of H1 2023."),
        ("en", Missing(of="沐江经开区", times=(HALF,), told=(year(2021),), reported=(2023,)),
         "The reports of 2023 do not tell it for H1 2023. On 沐江经开区, it is told of 2021."),
        ("en", Missing(of="沐江经开区", times=(year(2023),), told=(HALF,), reported=(2023,)),
         "Nothing was found for the whole of 2023. On 沐江经开区, it is told of H1 2023."),
        ("en", Missing(unsure=True), "The nearest reports are below, but it is not sure that they answer the question."),
        ("zh-hant", Missing(of="沐江經開區", times=(year(2023),), told=(HALF,)), "沒有找到整個2023年的；沐江經開區有2023年上半年的。"),
        ("zh-hant", Missing(unsure=True), "下面是最接近的報導，但不確定能回答這個問題。"),
        ("en", Missing(times=(year(2026),), told=(year(2022),)), "There is no report of 2026. It is told of 2022."),
        ("en", Missing(of="沐江经开区", times=(year(2019),)), "There is no report on 沐江经开区 of 2019."),
        ("en", Missing("苏州工业园区"), "There is no report on 苏州工业园区."),
        ("en", Missing("沐江开发区", ("沐江经开区", "沐江高新区")),
         "There is no report on 沐江开发区. Did you mean 沐江经开区 or 沐江高新区?"),
        ("en", Missing("木江经开区", ("沐江经开区",)), "There is no report on 木江经开区. Did you mean 沐江经开区?"),
        ("en", Missing(of="沐江经开区", word="Suzhou"), "The reports on 沐江经开区 do not mention “Suzhou”."),
        ("en", Missing(word="Suzhou"), "No report mentions “Suzhou”."),
    ],
)  # fmt: skip
def test_in_other_languages(language: Language, missing: Missing, line: str) -> None:
    assert missing_line(missing, TEXTS[language]) == line


def test_in_an_english_question_parks_have_english_names() -> None:
    missing = Missing(park="沐汀经开区", alike=("沐江经开区",))
    assert missing_line(missing, TEXTS["en"], in_english=True) == "There is no report on Muting ETDZ. Did you mean Mujiang ETDZ?"
