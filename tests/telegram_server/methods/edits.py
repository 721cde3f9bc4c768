"""Changing and deleting messages."""

from __future__ import annotations

from typing import Any

from tests.telegram_server.methods.messages import link_preview
from tests.telegram_server.refusals import NOT_MODIFIED
from tests.telegram_server.rules.keyboards import keyboard_problems
from tests.telegram_server.rules.text import problems
from tests.telegram_server.sent import SentMessage
from tests.telegram_server.wire import Json
from tests.telegram_server.world import World


def edit_message_text(world: World, parameters: Json) -> Json | bool:
    text, entities = parameters.get("text", ""), parameters.get("entities") or []
    world.none_of([*problems(text, entities), *keyboard_problems(parameters.get("reply_markup"))])
    message = _message_to_edit(world, parameters)
    world.rule(message.document is None and message.photo is None, "there is no text in the message to edit")
    preview = link_preview(world, parameters)
    _change(world, message, text, entities, parameters)
    message.link_preview = preview
    return _result(world, message)


def edit_message_reply_markup(world: World, parameters: Json) -> Json | bool:
    world.none_of(keyboard_problems(parameters.get("reply_markup")))
    message = _message_to_edit(world, parameters)
    _change(world, message, message.text, message.entities, parameters)
    return _result(world, message)


def delete_message(world: World, parameters: Json) -> bool:
    chat = world.chat_to_write_in(parameters)
    number = parameters["message_id"]
    own = world.sent_in(chat.number, number)
    if own is None and number not in chat.messages:
        (world.refuse if number in chat.deleted else world.violate)("message to delete not found")
    world.rule(own is not None or chat.kind == "private" or chat.status == "administrator", "message can't be deleted")
    if own:
        own.deleted = True
        world.transcript.append(f"机器人 ✗ {own.text}")
    chat.messages.pop(number, None)
    chat.deleted.add(number)
    return True


def _message_to_edit(world: World, parameters: Json) -> SentMessage:
    if "inline_message_id" in parameters:
        inline = world.inline_messages.get(parameters["inline_message_id"])
        return inline or world.violate("MESSAGE_ID_INVALID")
    chat = world.chat_to_write_in(parameters)
    number = parameters["message_id"]
    message = world.sent_in(chat.number, number)
    if message:
        return message
    if number in chat.messages:
        world.violate("message can't be edited")
    return world.refuse("message to edit not found") if number in chat.deleted else world.violate("message to edit not found")


def _change(world: World, message: SentMessage, text: str, entities: list[Json], parameters: Json) -> None:
    markup = parameters.get("reply_markup")
    if (message.text, message.entities, message.keyboard) == (text, entities, (markup or {}).get("inline_keyboard", [])):
        world.refuse(NOT_MODIFIED)
    if message.text != text:
        world.transcript.append(f"机器人 ✎ {text}")
    message.change(text, entities, markup)


def _result(world: World, message: SentMessage) -> Json | bool:
    return True if message.inline_message_id else world.as_json(message)


METHODS: dict[str, Any] = {
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
}
