"""Sending text, and what says that an answer is on its way."""

from __future__ import annotations

from typing import Any

from telegram.constants import ChatAction, ReactionEmoji

from tests.telegram_server.chats import Chat
from tests.telegram_server.rules.keyboards import keyboard_problems
from tests.telegram_server.rules.text import entity_problems, is_link, problems
from tests.telegram_server.sent import SentMessage
from tests.telegram_server.wire import Json, units
from tests.telegram_server.world import World

ACTIONS = {str(action.value) for action in ChatAction}
REACTIONS = {str(emoji.value) for emoji in ReactionEmoji}


def send_message(world: World, parameters: Json) -> Json:
    text, entities = parameters.get("text", ""), parameters.get("entities") or []
    world.none_of(problems(text, entities))
    message = addressed(world, parameters)
    message.text, message.entities = text, entities
    message.link_preview = link_preview(world, parameters)
    return sent(world, message)


def addressed(world: World, parameters: Json) -> SentMessage:
    """An empty message to the right place, if Telegram would take it there."""
    world.none_of(keyboard_problems(parameters.get("reply_markup")))
    chat = world.chat_to_write_in(parameters)
    reply = parameters.get("reply_parameters") or {}
    replied = _replied(world, chat, reply)
    thread = _thread(world, chat, parameters.get("message_thread_id"), replied)
    world.count_message(chat)
    return SentMessage(
        message_id=next(chat.numbers),
        chat_id=chat.number,
        text="",
        reply_to=reply.get("message_id") if replied else None,
        reply_markup=parameters.get("reply_markup"),
        thread_id=thread,
        quote=reply.get("quote"),
        silent=parameters.get("disable_notification", False),
    )


def sent(world: World, message: SentMessage) -> Json:
    """Keep a message; what Telegram answers."""
    world.sent[message.chat_id].append(message)
    world.transcript.append("\n".join([f"机器人 ▸ {message.text}", *map(_row, message.keyboard)]))
    return world.as_json(message)


def link_preview(world: World, parameters: Json) -> bool:
    """Whether a link may be shown as a card."""
    options = parameters.get("link_preview_options") or {}
    world.rule("url" not in options or is_link(options["url"], ("http", "https")), f"link preview of no link: {options}")
    world.rule(not (options.get("prefer_small_media") and options.get("prefer_large_media")), "a preview cannot be both small and large")
    return not options.get("is_disabled", False)


def send_chat_action(world: World, parameters: Json) -> bool:
    world.chat_to_write_in(parameters)
    world.rule(parameters.get("action") in ACTIONS, f"wrong parameter action in request: {parameters.get('action')}")
    return True


def send_message_draft(world: World, parameters: Json) -> bool:
    text, entities = parameters.get("text", ""), parameters.get("entities") or []
    chat = world.chat_to_write_in(parameters)
    world.rule(chat.kind == "private", "drafts can only be sent to private chats")
    world.rule(parameters["draft_id"] != 0, "draft_id must be non-zero")
    world.rule(units(text) <= 4096, f"message is too long: {units(text)}")
    world.none_of(entity_problems(text, entities))
    world.drafts[chat.number].append(text)
    return True


def set_message_reaction(world: World, parameters: Json) -> bool:
    chat = world.chat_to_write_in(parameters)
    reactions: list[Json] = parameters.get("reaction") or []
    world.rule(len(reactions) <= 1, f"REACTIONS_TOO_MANY: {reactions}")
    for reaction in reactions:
        world.rule(reaction.get("type") == "emoji" and reaction.get("emoji") in REACTIONS, f"REACTION_INVALID: {reaction}")
    number = parameters["message_id"]
    if world.message_in(chat, number) is None:
        _refuse_missing(world, chat, number, "message to react not found")
    world.reactions[chat.number, number] = [reaction["emoji"] for reaction in reactions]
    return True


def _replied(world: World, chat: Chat, reply: Json) -> Json | None:
    """The message replied to, if it is still there."""
    if not reply:
        return None
    world.rule(reply.get("chat_id", chat.number) == chat.number, f"a reply in another chat: {reply}")
    replied = world.message_in(chat, reply["message_id"])
    if replied is None and not reply.get("allow_sending_without_reply"):
        _refuse_missing(world, chat, reply["message_id"], "message to be replied not found")
    if replied is not None and "quote" in reply:
        quote, whole = reply["quote"], str(replied.get("text") or replied.get("caption") or "")
        world.rule(bool(quote) and units(quote) <= 1024 and quote in whole, f"message quote not found: {quote!r}")
    return replied


def _thread(world: World, chat: Chat, thread: int | None, replied: Json | None) -> int | None:
    """The topic that a message goes to: the one named, or the one of the message replied to."""
    of_reply = replied.get("message_thread_id") if replied and replied.get("is_topic_message") else None
    if thread is None:
        return of_reply
    world.rule(thread in chat.topics, f"message thread not found: {thread}")
    world.rule(replied is None or of_reply == thread, f"a reply to topic {of_reply} in topic {thread}")
    return thread


def _refuse_missing(world: World, chat: Chat, number: int, reason: str) -> None:
    """A message that somebody has deleted is bad luck, one that never was is a mistake."""
    deleted = number in chat.deleted
    (world.refuse if deleted else world.violate)(reason)


def _row(buttons: list[Json]) -> str:
    return "         " + " ".join(f"[{button['text']}]" for button in buttons)


METHODS: dict[str, Any] = {
    "sendMessage": send_message,
    "sendChatAction": send_chat_action,
    "sendMessageDraft": send_message_draft,
    "setMessageReaction": set_message_reaction,
}
