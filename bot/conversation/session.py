"""Who talks to the bot, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bot.settings.language import Language


class Role(Enum):
    """Whom something is for."""

    ANYBODY = "anybody"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody in a chat."""

    person: int | None
    """Telegram's number of the user; None for a channel or an anonymous admin of a group."""
    chat: int
    private: bool
    language: Language
    admin: bool = False
    thread: int | None = None
    """The topic of the group."""
    terminal: bool = False
    """Whether they sit at one, and not in Telegram."""
    manages: bool = False
    """Whether they are an admin of the group, as far as that was looked up."""

    @property
    def reads_of_admins(self) -> bool:
        """Whether what admins may do is told to them here."""
        return self.admin and self.private

    @property
    def decides(self) -> bool:
        """Whether what the whole chat has is theirs to change."""
        return self.private or self.manages or self.admin

    def may_change(self, asker: int | None) -> bool:
        """Whether what somebody asked is theirs to change."""
        return self.decides or (self.person is not None and self.person == asker)

    def has(self, role: Role) -> bool:
        """Whether something of that role is for them."""
        return role is Role.ANYBODY or self.admin
