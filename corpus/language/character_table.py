"""What becomes of each character of a text, for `str.translate`."""

from __future__ import annotations

from collections.abc import Callable


class CharacterTable(dict[int, str]):
    """What a function makes of each character, worked out where the character is first met."""

    def __init__(self, become: Callable[[str], str]) -> None:
        super().__init__()
        self._become = become

    def __missing__(self, code: int) -> str:
        self[code] = new = self._become(chr(code))
        return new
