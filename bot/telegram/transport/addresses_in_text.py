"""Addresses of web pages that a message names: with or without http, and whatever words stand around them."""

from __future__ import annotations

import re

_IN_ADDRESS = r"[^\s<>\"'“”‘’（）《》「」【】，。；！？、\u3000\u4e00-\u9fff]"
"""Chinese text begins where an address ends, with or without a space."""
ADDRESS = re.compile(rf"(?<![a-z0-9_@./-])(?:https?://|www\.(?=[\w-]+\.)){_IN_ADDRESS}+", re.IGNORECASE)
_AFTER = ".,;:!?)]}"
"""Ends the sentence around an address, not the address."""


def addresses_in(text: str) -> list[str]:
    """Each address once, in order; one that is written without http with it."""
    found = (match.group().rstrip(_AFTER) for match in ADDRESS.finditer(text))
    return list(dict.fromkeys(address if "://" in address else f"http://{address}" for address in found))


def without_addresses(text: str) -> str:
    """The words around the addresses."""
    left = ADDRESS.sub(" ", text)
    return " ".join(left.split()) if any(map(str.isalnum, left)) else ""
