"""/about: what the answers are taken from, and how far they can be trusted, in plain words."""

from __future__ import annotations

from datetime import date

from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.message import Message
from bot.messages.one_line import one_line
from bot.messages.understanding import period
from bot.monitoring.index_figures import IndexFigures
from bot.texts.about import About


def about(services: Services, session: Session) -> Message:
    """The reports, their years, and what was measured. Raises IndexUnavailable."""
    texts, holdings = services.texts(session), services.holdings()
    said, figures, years = texts.about, services.figures(holdings.version), list(holdings.by_year)
    held = said.holdings.format(
        articles=len(holdings.headlines), passages=figures.passages, parks=len(holdings.by_park), date=figures.created_at[:10]
    )
    span = said.years.format(years=period(date(years[-1], 1, 1), date(years[0], 12, 31), texts)) if years else ""
    method = said.method.format(model=one_line(figures.model, 80))
    return Message(f"{held}{span}\n\n{said.promise}{_trust(figures, said)}\n\n{method}")


def _trust(figures: IndexFigures, said: About) -> str:
    accepted = said.accepted.format(share=f"{figures.accepted_false_answers:.0%}")
    check = figures.self_check
    share = check.false_share if check else None
    if check is None or share is None:
        return said.unmeasured + accepted
    measured = said.measured.format(count=check.withheld, share=f"{share.value:.0%}", low=f"{share.low:.0%}", high=f"{share.high:.0%}")
    return measured + accepted
