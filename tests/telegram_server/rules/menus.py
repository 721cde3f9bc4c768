"""Telegram's rules for what a bot says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telegram.constants import BotCommandScopeType

from tests.telegram_server.wire import Json

NAME = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}")
SCOPES = {str(kind.value) for kind in BotCommandScopeType}
OF_CHATS = {"chat", "chat_administrators", "chat_member"}
MAX_COMMANDS, MAX_ABOUT = 100, 256


def command_problems(commands: list[Json]) -> Iterator[str]:
    """What is wrong with the commands of a menu."""
    if len(commands) > MAX_COMMANDS:
        yield f"BOT_COMMANDS_TOO_MUCH: {len(commands)}"
    for command in commands:
        if not NAME.fullmatch(command["command"].removeprefix("/")):
            yield f"BOT_COMMAND_INVALID: {command['command']}"
        if not 1 <= len(command["description"]) <= MAX_ABOUT:
            yield f"BOT_COMMAND_DESCRIPTION_INVALID: {command}"


def scope_problems(scope: Json) -> Iterator[str]:
    """What is wrong with a scope."""
    if scope.get("type") not in SCOPES:
        yield f"unsupported type of a scope: {scope}"
    if scope.get("type") in OF_CHATS and "chat_id" not in scope:
        yield f"scope without its chat: {scope}"
    if scope.get("type") == "chat_member" and "user_id" not in scope:
        yield f"scope without its user: {scope}"


def language_problems(language: str) -> Iterator[str]:
    """Two letters of ISO 639-1 or nothing; zh-hans and zh-hant cannot be told apart."""
    if language and not LANGUAGE.fullmatch(language):
        yield f"invalid language code specified: {language}"
