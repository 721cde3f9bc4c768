"""Telegram's rules for inline keyboards."""

from __future__ import annotations

from collections.abc import Iterator

from tests.telegram_server.rules.text import is_link
from tests.telegram_server.wire import Json

ACTIONS = {
    *("url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat"),
    *("switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay"),
}
LOOKS = {"text", "style", "icon_custom_emoji_id"}
STYLES = {"primary", "success", "danger"}
MAX_IN_ROW, MAX_BUTTONS, MAX_DATA, MAX_COPY = 8, 100, 64, 256


def keyboard_problems(markup: Json | None) -> list[str]:
    """What Telegram would not take, or no phone could show, about a reply markup."""
    if markup is None:
        return []
    if set(markup) != {"inline_keyboard"}:
        return [f"not an inline keyboard: {sorted(markup)}"]
    rows: list[list[Json]] = markup["inline_keyboard"]
    found = [] if sum(map(len, rows)) <= MAX_BUTTONS else [f"REPLY_MARKUP_TOO_LONG: {sum(map(len, rows))} buttons"]
    for row in rows:
        if not row:
            found.append("a row of the keyboard is empty")
        if len(row) > MAX_IN_ROW:
            found.append(f"too many buttons in a row: {len(row)}")
        for button in row:
            found += _button_problems(button)
    return found


def _button_problems(button: Json) -> Iterator[str]:
    actions = set(button) & ACTIONS
    if not str(button.get("text", "")).strip():
        yield f"button without a text: {button}"
    if len(actions) != 1:
        yield f"a button does exactly one thing: {button}"
    if unknown := set(button) - ACTIONS - LOOKS:
        yield f"unknown fields of a button: {sorted(unknown)}"
    if button.get("style", "primary") not in STYLES:
        yield f"unknown style of a button: {button}"
    if "callback_data" in actions and not 1 <= len(button["callback_data"].encode()) <= MAX_DATA:
        yield f"BUTTON_DATA_INVALID: {button}"
    if "url" in actions and not is_link(button["url"]):
        yield f"inline keyboard button URL is invalid: {button}"
    if "copy_text" in actions and not 1 <= len(button["copy_text"].get("text", "")) <= MAX_COPY:
        yield f"the text to copy must have 1-{MAX_COPY} characters: {button}"
    if "switch_inline_query_chosen_chat" in actions and not any(
        allowed for name, allowed in button["switch_inline_query_chosen_chat"].items() if name.startswith("allow_")
    ):
        yield f"no sort of chat can be chosen: {button}"
