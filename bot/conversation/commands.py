"""Everybody's commands and what each does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from bot.conversation import about_index, asking, browsing, following, privacy, welcome
from bot.conversation.command import Arguments, Command, Menu
from bot.conversation.dispatcher import Dispatcher
from bot.conversation.response import Response
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.conversation.starting_points import how_to_ask
from bot.messages.message import Message

EVERYWHERE = Menu.PRIVATE | Menu.GROUPS | Menu.TERMINAL


def _bare(view: Callable[[Services, Session], Message]) -> Callable[[Services, Session, Arguments], Response]:
    """A command for which it does not matter what comes with it."""
    return lambda services, session, _: Response(send=view(services, session))


def _how_to_ask(services: Services, session: Session) -> Message:
    """What /ask says alone. With words after it, every front end takes these for what was typed: a question, and no command."""
    return how_to_ask(services, session)


COMMANDS: Sequence[Command[Services]] = (
    Command("ask", _bare(_how_to_ask), Menu.PRIVATE | Menu.GROUPS),
    Command("new", _bare(asking.forget), EVERYWHERE),
    Command("latest", _bare(browsing.latest), EVERYWHERE),
    Command("sources", _bare(browsing.sources), EVERYWHERE),
    Command("about", _bare(about_index.about), Menu.PRIVATE | Menu.TERMINAL),
    Command("follow", following.follow, EVERYWHERE),
    Command("unfollow", following.unfollow, guarded=True),
    Command("following", _bare(following.overview), EVERYWHERE),
    Command("privacy", _bare(privacy.privacy), Menu.PRIVATE),
    Command("forget", privacy.forget_me, Menu.PRIVATE),
)


def everybodys_commands(dispatcher: Dispatcher) -> Sequence[Command[Services]]:
    """These, and the two that tell of all that the dispatcher knows."""
    return (
        *COMMANDS,
        Command("help", partial(welcome.explain, dispatcher), EVERYWHERE),
        Command("start", partial(welcome.start, dispatcher), Menu.PRIVATE),
    )
