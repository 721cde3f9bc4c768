"""Command menus and what the bot says about itself in its profile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.telegram_server.rules.menus import OF_CHATS, command_problems, language_problems, scope_problems
from tests.telegram_server.wire import Json
from tests.telegram_server.world import Menu, World

MENU_BUTTONS = {"commands", "web_app", "default"}


def set_my_commands(world: World, parameters: Json) -> bool:
    world.none_of(list(command_problems(parameters["commands"])))
    world.commands[_menu(world, parameters)] = [command["command"] for command in parameters["commands"]]
    return True


def delete_my_commands(world: World, parameters: Json) -> bool:
    world.commands.pop(_menu(world, parameters), None)
    return True


def set_chat_menu_button(world: World, parameters: Json) -> bool:
    button = parameters.get("menu_button") or {"type": "default"}
    world.rule(button.get("type") in MENU_BUTTONS, f"unknown menu button: {button}")
    if "chat_id" in parameters:
        world.rule(world.chat_to_write_in(parameters).kind == "private", "menu buttons belong to private chats")
    world.menu_buttons[parameters.get("chat_id")] = button
    return True


def _setting(method: str, parameter: str, longest: int) -> Callable[[World, Json], bool]:
    """A method that sets one text of the profile, by language."""

    def set_text(world: World, parameters: Json) -> bool:
        text, language = str(parameters.get(parameter, "")), str(parameters.get("language_code", ""))
        world.rule(len(text) <= longest, f"{parameter} is longer than {longest} characters: {text}")
        world.none_of(list(language_problems(language)))
        world.profile[method, language or None] = text
        return True

    return set_text


def _known(method: str, parameter: str) -> Callable[[World, Json], Json]:
    """A method that tells what another one has set; for a language of its own, or for all others."""

    def get_text(world: World, parameters: Json) -> Json:
        language = str(parameters.get("language_code", ""))
        world.none_of(list(language_problems(language)))
        return {parameter: world.profile.get((method, language or None), world.profile.get((method, None), ""))}

    return get_text


def _menu(world: World, parameters: Json) -> Menu:
    scope, language = parameters.get("scope") or {"type": "default"}, str(parameters.get("language_code", ""))
    world.none_of([*scope_problems(scope), *language_problems(language)])
    if scope["type"] in OF_CHATS and world.known_chat(scope["chat_id"]) is None:
        world.refuse("chat not found")  # the user has yet to start the bot
    return scope["type"], scope.get("chat_id"), language or None


METHODS: dict[str, Any] = {
    "setMyCommands": set_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setChatMenuButton": set_chat_menu_button,
    "setMyName": _setting("setMyName", "name", 64),
    "setMyDescription": _setting("setMyDescription", "description", 512),
    "getMyDescription": _known("setMyDescription", "description"),
    "getMyShortDescription": _known("setMyShortDescription", "short_description"),
    "setMyShortDescription": _setting("setMyShortDescription", "short_description", 120),
}
