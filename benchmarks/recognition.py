"""How many characters of scanned pages are recognised wrongly: ten pages at 150 dots an inch, each laid in and spoilt in many ways.

    python -m benchmarks.recognition

Takes the extra `dev`, which brings a font to draw pages with. Exit code 1 where pages as offices scan them have more than one wrong
character in a hundred.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable

from corpus.errors import UnreadableFile
from corpus.formats.pdf.recognition import Recognise
from corpus.formats.scans.picture import parse
from corpus.formats.scans.recogniser import recogniser
from tests.scanned_pages import Spoil, blurred, compressed, encoded, errors, grayed, page, salted, turned

MOST_WRONG = 0.01
PLACES = ("云汀", "苇渡", "岚屿", "朔桥", "霁川", "梧岭", "汀澜", "砚屏", "沅湖", "榆浦")
TRADES = ("海洋装备", "精细化工", "生物医药", "轨道交通", "光电信息", "新型建材", "食品加工", "纺织服装", "航空维修", "数据服务")
WAYS: dict[str, tuple[Spoil, ...]] = {
    "plain": (),
    "turned by 90°": (turned(90),),
    "turned by 180°": (turned(180),),
    "turned by 270°": (turned(270),),
    "askew by 2°": (turned(2),),
    "askew by -2°": (turned(-2),),
    "askew by 12°": (turned(12),),
    "blurred": (blurred,),
    "dark on gray": (grayed,),
    "JPEG at 40": (compressed,),
    "3% of salt and pepper": (salted(0.03),),
    "askew, blurred, gray, salted, JPEG": (turned(2), blurred, grayed, salted(0.01), compressed),
}


def main() -> int:
    """Print wrong characters and seconds for each way."""
    recognise = recogniser()
    if recognise is None:
        print("text recognition is not installed: pip install -c constraints.txt -e '.[dev]'")
        return 1
    shares = [_wrong_share(way, spoils, recognise) for way, spoils in WAYS.items()]
    return int(max(shares) > MOST_WRONG)


def _wrong_share(way: str, spoils: Iterable[Spoil], recognise: Recognise) -> float:
    wrong = characters = 0
    seconds = time.process_time()
    for number in range(len(PLACES)):
        title, *paragraphs = _text(number)
        image = page(*paragraphs, title=title)
        for spoil in spoils:
            image = spoil(image)
        wanted = "".join((title, *paragraphs))
        wrong += errors(wanted, _read(encoded(image), recognise))
        characters += len(wanted)
    seconds = (time.process_time() - seconds) / len(PLACES)
    print(f"{way:36} {wrong:4} of {characters} wrong, {wrong / characters:.2%}, {seconds:.1f} s a page", flush=True)
    return wrong / characters


def _read(picture: bytes, recognise: Recognise) -> str:
    try:
        return parse(picture, recognise).text.replace("\n", "")
    except UnreadableFile:
        return ""


def _text(number: int) -> tuple[str, ...]:
    """Title and paragraphs of a page; each page has other names and figures."""
    place, trade = PLACES[number], TRADES[number]
    return (
        f"{place}经开区2023年{trade}产业发展情况",
        f"2023年，{place}经开区{trade}产业实现产值{18 + 7 * number}.{number}亿元，比上年增长{3 + number}.{9 - number}%，"
        f"规模以上企业达到{21 + 4 * number}家，其中新增{2 + number}家。",
        f"全年新签约项目{9 + 3 * number}个，总投资{41 + 6 * number}.5亿元；开工标准厂房{8 + number}.2万平方米，{5 + number}家企业预订。",
        "下一步，将继续围绕产业链开展招商，完善道路、供水、供热等配套设施，提高审批效率，推动签约项目早开工、早投产。",
    )


if __name__ == "__main__":
    sys.exit(main())
