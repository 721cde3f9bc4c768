"""Every command: what it does is in the table that the dispatcher reads."""

from __future__ import annotations

import telegram
from telegram import Update

from bot.conversation.command import Arguments
from bot.conversation.response import Response
from bot.telegram.context import Context
from bot.telegram.handlers.admission import admitted
from bot.telegram.handlers.request import Request
from bot.telegram.handlers.runner import on_message
from bot.telegram.handlers.standing import with_standing
from bot.telegram.transport.command_menu import set_admin_menu


@on_message
async def obey(request: Request, message: telegram.Message) -> Response | None:
    """Do what a command is for."""
    if message.forward_origin and request.data.dispatcher.is_for_admins(_name_in(message)):  # somebody else's words
        return None
    if not admitted(message, request.data, light=True):
        return None
    name, words = _name_in(message), " ".join(request.context.args or ())
    replied = message.reply_to_message
    arguments = Arguments(words, _said_by_another(replied, request), replied.message_id if replied else None)
    dispatcher, session = request.data.dispatcher, request.session
    if dispatcher.guards_command(name):
        session = await with_standing(session, request.bot, as_chat=message.sender_chat == message.chat)
    return await request.in_turn(dispatcher.obey, session, name, arguments)


async def offer_admin_menu(update: Update, context: Context) -> None:
    """List an admin's commands once they have started the bot: before, Telegram did not know the chat."""
    message, data = update.message, context.data
    if message and data.session(message.from_user, message.chat).reads_of_admins:
        await set_admin_menu(context.bot, data.settings.bot.language, message.chat_id, data.dispatcher)


def _name_in(message: telegram.Message) -> str:
    """/latest or /LATEST@bot at the start of a message."""
    return (message.text or "").split(maxsplit=1)[0].removeprefix("/").partition("@")[0].lower()


def _said_by_another(replied: telegram.Message | None, request: Request) -> str:
    """The text of the message that a command replies to, where it is not the bot's own."""
    if replied is None or replied.from_user == request.me or replied.forum_topic_created:
        return ""
    return (replied.text or replied.caption or "").strip()
