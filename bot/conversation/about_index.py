"""/about: what the answers are taken from, and how far they can be trusted, in plain words."""

from __future__ import annotations

from datetime import date

from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.local_time import local_time
from bot.messages.message import Message
from bot.messages.one_line import one_line
from bot.messages.period import period
from bot.monitoring.index_facts import IndexFacts
from bot.texts.about import About


def about(services: Services, session: Session) -> Message:
    """The reports, their years, and what was measured. Raises IndexUnavailable."""
    texts, facts = services.texts(session), services.facts()
    wording, years = texts.about, facts.years
    made_on = local_time(facts.created_at, services.zone)[:10]
    held = wording.holdings.format(articles=facts.articles, passages=facts.passages, parks=len(facts.parks), date=made_on)
    span = wording.years.format(years=period(date(years[0], 1, 1), date(years[-1], 12, 31), texts)) if years else ""
    method = wording.method.format(model=one_line(facts.model, 80))
    return Message(f"{held}{span}\n\n{wording.promise}{_trust(facts, wording)}\n\n{method}")


def _trust(facts: IndexFacts, wording: About) -> str:
    accepted = wording.accepted.format(share=f"{facts.accepted_false_answers:.0%}")
    check = facts.self_check
    share = check.false_share if check else None
    if check is None or share is None:
        return wording.unmeasured + accepted
    measured = wording.measured.format(count=check.withheld, share=f"{share.value:.0%}", low=f"{share.low:.0%}", high=f"{share.high:.0%}")
    return measured + accepted
