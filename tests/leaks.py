"""Looks through everything that the processes of a test run wrote down, for secrets."""

from __future__ import annotations

import re
from pathlib import Path

_TOKEN = re.compile(rb"(?<!\d)\d{6,}(?::|%3A)[\w-]{20,}")
"""Any bot's token. Written down here once more, so that the bot's own idea of a token cannot hide what it overlooks."""


def leaks(folder: Path, *secrets: str) -> list[str]:
    """Log files below a folder, rotated ones too, that hold a token or a secret, or what follows its colon: where, and how it begins."""
    looked_for = [_TOKEN, *(re.compile(re.escape(secret.split(":")[-1].encode())) for secret in secrets)]
    return [
        f"{path}: {found[0][:12].decode(errors='replace')}…"
        for path in sorted(folder.rglob("*.log*"))
        if path.is_file()
        for found in (pattern.search(path.read_bytes()) for pattern in looked_for)
        if found
    ]
