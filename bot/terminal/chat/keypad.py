"""The buttons that can be pressed by their number."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from bot.messages.message import Button, Buttons
from bot.terminal.printing.drawing import Numbered

_LONGEST_LIST = 100


class Key(NamedTuple):
    """A button, and the message that it stands below."""

    button: Button
    message: int


@dataclass(slots=True)
class Keypad:
    """Numbers for the buttons of every message about the question at hand: each number means one button, and none is ever far."""

    _keys: dict[int, Key] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self._keys)

    def clear(self) -> None:
        """Count from 1 again: another question has been answered."""
        self._keys.clear()

    def place(self, message: int, buttons: Buttons) -> list[list[Numbered]]:
        """Number the buttons of a message, after all that can be pressed; those that it had before can no longer be.

        The entries of a list have numbers for labels, and keep them where they are free.
        """
        self._keys = {number: key for number, key in self._keys.items() if key.message != message}
        entries = {int(button.label) for row in buttons for button in row if _is_entry(button)}
        entries = set() if entries & self._keys.keys() else entries
        others = count(max(entries | self._keys.keys(), default=0) + 1)
        rows = [[(int(button.label) if entries and _is_entry(button) else next(others), button) for button in row] for row in buttons]
        self._keys |= {number: Key(button, message) for row in rows for number, button in row}
        return rows

    def get(self, number: int) -> Key | None:
        """The button of a number, if it is one."""
        return self._keys.get(number)


def _is_entry(button: Button) -> bool:
    """Whether a button is that of an entry of a list; 2022 is a year."""
    return button.label.isdecimal() and int(button.label) <= _LONGEST_LIST
