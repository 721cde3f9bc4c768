from __future__ import annotations

from bot.messages.message import Button
from bot.terminal.chat.keypad import Keypad


def buttons(*labels: str) -> list[list[Button]]:
    return [[Button(label, url="https://example.com") for label in labels]]


def numbers(keypad: Keypad, message: int, *labels: str) -> list[int]:
    return [number for row in keypad.place(message, buttons(*labels)) for number, _ in row]


def test_the_entries_of_a_list_keep_their_numbers() -> None:
    assert numbers(Keypad(), 1, "1", "2", "3", "2 ›") == [1, 2, 3, 4]


def test_years_are_no_entries_of_a_list() -> None:
    keypad = Keypad()
    assert numbers(keypad, 1, "2022", "2023", "✕ Mujiang ETDZ") == [1, 2, 3]
    assert keypad.get(2022) is None


def test_buttons_of_a_further_message_count_on() -> None:
    keypad = Keypad()
    assert numbers(keypad, 1, "1", "2") == [1, 2]
    assert numbers(keypad, 2, "1", "2") == [3, 4]
    assert numbers(keypad, 1, "Source") == [5]
