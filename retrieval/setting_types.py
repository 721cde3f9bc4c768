"""Kinds of values that settings have, and the forms in which people write them down."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr

from retrieval.time_zone import time_zone


def user_ids(value: object) -> object:
    """Accept `1, 2` (the environment has only text) and a single number or nothing beside a list."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    if value is None:
        return ()
    return [value] if isinstance(value, int) else value


def api_address(value: str) -> str:
    """The address of a Bot API server in the form that requests are appended to: `http://127.0.0.1:8081/bot`."""
    if not value.startswith(("http://", "https://")):
        raise ValueError("must begin with http:// or https://")
    return f"{value.rstrip('/').removesuffix('/bot')}/bot"


def webhook_secret(value: SecretStr) -> SecretStr:
    """What Telegram takes as a secret token, and long enough that nobody guesses it."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{32,256}", value.get_secret_value()):
        raise ValueError("must be 32 to 256 characters out of A-Z a-z 0-9 _ - (try `openssl rand -hex 32`)")
    return value


def public_address(value: str) -> str:
    """Where Telegram can deliver to. It insists on https itself; a Bot API server of one's own does not."""
    if not value.startswith(("http://", "https://")):
        raise ValueError("must begin with https:// (http:// only for a Bot API server of your own)")
    return value


def none_if_blank(value: object) -> object:
    """Take an empty text for no value."""
    if isinstance(value, str):
        return value.strip() or None
    return value


def upper(value: object) -> object:
    """Accept `debug` for DEBUG."""
    return value.upper() if isinstance(value, str) else value


def absolute(path: Path) -> Path:
    """A path that does not depend on the working directory."""
    return path.expanduser().absolute()


def time_zone_name(value: str) -> str:
    """A time zone that this machine knows."""
    time_zone(value)
    return value


Folder = Annotated[Path, AfterValidator(absolute)]
TimeZoneName = Annotated[str, AfterValidator(time_zone_name)]
Port = Annotated[int, Field(ge=1, le=65535)]
ApiAddress = Annotated[Annotated[str, AfterValidator(api_address)] | None, BeforeValidator(none_if_blank)]
PublicAddress = Annotated[Annotated[str, AfterValidator(public_address)] | None, BeforeValidator(none_if_blank)]
WebhookSecret = Annotated[Annotated[SecretStr, AfterValidator(webhook_secret)] | None, BeforeValidator(none_if_blank)]
