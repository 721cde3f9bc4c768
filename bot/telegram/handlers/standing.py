"""What somebody may do in a group."""

from __future__ import annotations

import logging
from dataclasses import replace

import telegram
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot.conversation.session import Session

logger = logging.getLogger(__name__)

MANAGING = {ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR}


async def with_standing(session: Session, bot: telegram.Bot, *, as_chat: bool = False) -> Session:
    """The session with whether they manage the group; who writes `as_chat`, in its name, does. What Telegram does not say is no."""
    if session.decides:
        return session
    return replace(session, manages=as_chat or await _manages(session, bot))


async def _manages(session: Session, bot: telegram.Bot) -> bool:
    if session.person is None:
        return False
    try:
        member = await bot.get_chat_member(session.chat, session.person)
    except TelegramError as error:
        logger.warning("Whether somebody manages a group is not known: %s", error)
        return False
    return member.status in MANAGING
