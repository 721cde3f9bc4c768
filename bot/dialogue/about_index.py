"""/about: what the answers are taken from, and how far they can be trusted, in plain words."""

from __future__ import annotations

from datetime import date

from bot.dialogue.desk import Desk
from bot.dialogue.visitor import Visitor
from bot.messages.message import Message
from bot.messages.one_line import one_line
from bot.messages.understanding import period
from bot.monitoring.index_figures import IndexFigures
from bot.texts.about import About


def about(desk: Desk, visitor: Visitor) -> Message:
    """The reports, their years, and what was measured. Raises IndexUnavailable."""
    texts, contents = desk.texts(visitor), desk.contents()
    said, figures, years = texts.about, desk.figures(contents.version), list(contents.by_year)
    holdings = said.holdings.format(
        articles=len(contents.headlines), passages=figures.passages, parks=len(contents.by_park), date=figures.created_at[:10]
    )
    span = said.years.format(years=period(date(years[-1], 1, 1), date(years[0], 12, 31), texts)) if years else ""
    method = said.method.format(model=one_line(figures.model, 80))
    return Message(f"{holdings}{span}\n\n{said.promise}{_trust(figures, said)}\n\n{method}")


def _trust(figures: IndexFigures, said: About) -> str:
    accepted = said.accepted.format(share=f"{figures.accepted_false_answers:.0%}")
    check = figures.self_check
    share = check.false_share if check else None
    if check is None or share is None:
        return said.unmeasured + accepted
    measured = said.measured.format(count=check.withheld, share=f"{share.value:.0%}", low=f"{share.low:.0%}", high=f"{share.high:.0%}")
    return measured + accepted
