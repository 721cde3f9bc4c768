"""News of construction projects: figures and dates of their phases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.language.span import Span
from retrieval.training.invented.lexicon import LEXICON, Figure
from retrieval.training.invented.lot import Lot
from retrieval.training.invented.naming import firm, park
from retrieval.training.invented.page import Page
from retrieval.training.invented.wording import worded
from retrieval.training.pairs import Pair

PHASES = ("一期", "二期", "三期")
EVENTS = {
    "开工": ("什么时候开工", "哪天动工", "几时开建"),
    "投产": ("什么时候投产", "几时投产", "啥时候能生产", "哪个月投产"),
    "竣工": ("什么时候竣工", "几时建好", "何时完工"),
    "主体封顶": ("什么时候封顶", "主体几时封顶"),
    "交付使用": ("什么时候交付", "几时交付使用"),
}


@dataclass(slots=True)
class _Project:
    lot: Lot
    firm: str
    kind: str
    phases: list[str]
    """An empty one stands for the whole."""
    page: Page
    told: dict[tuple[str, Figure], Span] = field(default_factory=dict)
    dates: dict[tuple[str, str], Span] = field(default_factory=dict)

    def named(self) -> str:
        return self.lot.one([f"{self.firm}{self.kind}", self.firm])


def project(lot: Lot) -> Iterator[Pair]:
    """One project and its questions."""
    told, year = _begun(lot)
    for phase in told.phases:
        _tell(told, phase, year)
        told.page.say(lot.one(["。", "；"]))
    told.page.end_with("。")
    _ask(told)
    return told.page.pairs()


def _begun(lot: Lot) -> tuple[_Project, int]:
    of, year, company, kind = park(lot), lot.randint(2018, 2025), firm(lot), lot.one(LEXICON.words["project_kinds"])
    name = f"{company}{kind}"
    title = lot.one([f"{name}开工", f"{name}落户{of.short}", f"{name}加快建设", f"{of.short}：重点项目建设忙", f"走进{of.short}{company}"])
    page = Page(lot, title, of, (year, lot.randint(1, 12)))
    where = of.called(lot)
    page.say(
        lot.one(
            [
                f"近日，记者在{where}的{name}看到，工人们正忙着施工。",
                f"{name}位于{where}，由{firm(lot)}集团建设。",
                f"{name}是{where}的重点项目。",
            ]
        )
    )
    phases = sorted(lot.some(PHASES, 3, 1), key=PHASES.index) if lot.happens(0.75) else [""]
    told = _Project(lot, company, kind, phases, page)
    if phases != [""] and lot.happens(0.5):
        figure = lot.one(LEXICON.projects)
        value = figure.value(lot)
        told.told["", figure] = page.say(f"项目{figure.phrase(lot, value)}，分期建设。", value)
    return told, year


def _tell(told: _Project, phase: str, year: int) -> None:
    lot, page = told.lot, told.page
    page.say(lot.one([phase, f"其中{phase}", f"{phase}工程"]) if phase else "项目")
    for figure in lot.some(LEXICON.projects, 4, 1):
        value = figure.value(lot)
        told.told[phase, figure] = page.say(f"{figure.phrase(lot, value)}，", value)
    if lot.happens(0.6):
        date = f"{lot.one([f'{year}年', '今年', f'{year + 1}年'])}{lot.randint(1, 12)}月"
        event = lot.one(list(EVENTS))
        told.dates[phase, event] = page.say(f"{lot.one(['', '计划'])}{date}{event}", date)
    page.end_with("")


def _ask(told: _Project) -> None:
    """What it tells, and the same of another phase or firm, another figure or date."""
    lot, page = told.lot, told.page
    for (phase, figure), place in lot.some(list(told.told.items()), 3, 3):
        page.ask(_question(told, phase, figure), place)
    for (phase, event), place in list(told.dates.items())[:1]:
        page.ask(worded(lot, f"{told.named()}{phase}{lot.one(EVENTS[event])}"), place)
    phase, figure = lot.one(list(told.told))
    others = [other for other in PHASES if other != phase and (other, figure) not in told.told]
    lacking = [other for other in LEXICON.projects if (phase, other) not in told.told and ("", other) not in told.told]
    undated = [event for event in EVENTS if (phase, event) not in told.dates and ("", event) not in told.dates]
    another = firm(lot, told.firm, lot.one(["", told.firm[0]]))
    wrong = [
        *([_question(told, lot.one(others), figure)] if phase and others else []),
        *([_question(told, phase, lot.one(lacking))] if lacking else []),
        worded(lot, f"{another}{lot.one([told.kind, ''])}{lot.one(figure.asked)}"),
        worded(lot, f"{told.named()}{phase}{lot.one(EVENTS[lot.one(undated)])}"),
        worded(lot, told.named() + lot.one(LEXICON.words["untold_of_projects"])),
    ]
    for question in lot.some(wrong, 4, 4):
        page.ask(question)


def _question(told: _Project, phase: str, figure: Figure) -> str:
    lot = told.lot
    if not phase and lot.happens(0.05):
        return lot.one(figure.english).format(x=told.named())
    return worded(lot, f"{told.named()}{phase}{lot.one(['', '', '的'])}{lot.one(figure.asked)}")
