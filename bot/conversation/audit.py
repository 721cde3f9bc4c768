"""A line for everything that admins do, and for everything that others try which is for admins only: in the log and in the store."""

from __future__ import annotations

import logging
import time

from bot.conversation.session import Session
from bot.errors import StoreUnavailable
from bot.messages.one_line import one_line
from bot.store.audit import AuditLine
from bot.store.store import Store

audit = logging.getLogger("bot.audit")

LONGEST = 200
REFUSED = "refused"


def note(store: Store, session: Session, action: str, outcome: str) -> None:
    """Write down what an admin did. What they wrote or called a file cannot forge further lines."""
    action, outcome = one_line(action, LONGEST), one_line(outcome, LONGEST)
    audit.info("User %s in chat %s: %s: %s", session.person, session.chat, action, outcome)
    _keep(store, session, action, outcome)


def note_refusal(store: Store, session: Session, action: str) -> None:
    """Write down that somebody was refused."""
    action = one_line(action, LONGEST)
    audit.warning("Refused %s to user %s in chat %s", action, session.person, session.chat)
    _keep(store, session, action, REFUSED)


def _keep(store: Store, session: Session, action: str, outcome: str) -> None:
    try:
        store.audit.add(AuditLine(time.time(), session.person, session.chat, action, outcome))
    except StoreUnavailable as error:  # the log has the line
        audit.error("%s", error)
