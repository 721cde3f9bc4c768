"""compose.yaml and the Dockerfile, as far as they can be read without Docker."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import yaml

from tests.telegram_server import TOKEN

ROOT = Path(__file__).parents[1]
GIVEN = {
    "PARKQA_BOT__TOKEN": TOKEN,
    "PARKQA_DOMAIN": "parkqa.example.org",
    "PARKQA_WEBHOOK__SECRET": "an-invented-secret_of-exactly-32",
    "PARKQA_WORKERS__SECRET": "another-invented-secret_of-34-chars",
    "POSTGRES_PASSWORD": "invented0password",
}
"""What its first lines ask for."""
NEEDED = re.compile(r"\$\{(\w+):\?[^}]+\}")


def composed() -> dict[str, Any]:
    """compose.yaml with what is given."""
    return dict(yaml.safe_load(NEEDED.sub(lambda match: GIVEN[match[1]], compose_text())))


def compose_text() -> str:
    return (ROOT / "compose.yaml").read_text(encoding="utf-8")


def instructions() -> list[tuple[str, str]]:
    """Of the Dockerfile, with continued lines as one."""
    text = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
    lines = (line.partition(" ") for line in text.splitlines() if line and not line.startswith("#"))
    return [(name, rest) for name, _, rest in lines]


def image_environment() -> dict[str, str]:
    """What the image sets for all that runs in it."""
    return dict(each.split("=", 1) for name, rest in instructions() if name == "ENV" for each in shlex.split(rest))
