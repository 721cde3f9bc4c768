"""Kinds of values that the bot's settings have, and the forms in which people write them down."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, PositiveInt, SecretStr

from bot.settings.time_zone import time_zone
from corpus.settings import NoneIfBlank

LONGEST_USER_NAME = 33
"""Characters, with the @ before it."""


def user_ids(value: object) -> tuple[int, ...]:
    """Accept `1, 2` and `[1, 2]` (the environment has only text) and a single number or nothing beside a list."""
    if isinstance(value, str):
        return tuple(_user_id(part) for part in value.strip().removeprefix("[").removesuffix("]").split(",") if part.strip())
    if value is None:
        return ()
    return tuple(map(_user_id, value if isinstance(value, list | tuple) else [value]))


def _user_id(value: object) -> int:
    written = str(value).strip()
    if not (written.isascii() and written.isdecimal() and int(written)):
        shown = f"is {value!r}, but " if len(written) <= LONGEST_USER_NAME else ""  # what is longer may be a token in the wrong place
        raise ValueError(f"{shown}must be numeric Telegram user ids")
    return int(written)


def bot_token(value: SecretStr) -> SecretStr:
    """What looks like a token: Telegram would be asked in vain with anything else."""
    if not re.fullmatch(r"\d{5,20}:[A-Za-z0-9_-]{20,100}", value.get_secret_value()):
        raise ValueError("must be the token that @BotFather gave you: digits, a colon, and 35 characters out of A-Z a-z 0-9 _ -")
    return value


def api_address(value: str) -> str:
    """The address of a Bot API server in the form that requests are appended to: `http://127.0.0.1:8081/bot`."""
    if not value.startswith(("http://", "https://")):
        raise ValueError("must begin with http:// or https://")
    return f"{value.rstrip('/').removesuffix('/bot')}/bot"


_DATABASE_ADDRESS = re.compile(r"postgres(?:ql)?://(?:[^\s/@]*@)?(?:\[[\da-fA-F:.]+\]|[\w.-]*)(?::\d{1,5})?/[^\s/?]+(?:\?\S*)?")
"""Of user and password, host and port, name and parameters."""


def database_address(value: SecretStr) -> SecretStr:
    """Where a PostgreSQL database is. Nothing of it is shown, for a password may stand in it."""
    if not _DATABASE_ADDRESS.fullmatch(value.get_secret_value()):
        raise ValueError(
            "must be of the form postgresql://user:password@host:5432/name, with %40 for an @ in the password, and %2F for a /"
        )
    return value


def public_address(value: str) -> str:
    """Where Telegram can deliver to. It insists on https itself; a Bot API server of one's own does not."""
    if not value.startswith(("http://", "https://")):
        raise ValueError("must begin with https:// (http:// only for a Bot API server of your own)")
    return value


def upper(value: object) -> object:
    """Accept `debug` for DEBUG."""
    return value.upper() if isinstance(value, str) else value


def time_zone_name(value: str) -> str:
    """A time zone that this machine knows."""
    time_zone(value)
    return value


UserIds = Annotated[tuple[PositiveInt, ...], BeforeValidator(user_ids)]
"""Numeric: names can change hands."""
TimeZoneName = Annotated[str, AfterValidator(time_zone_name)]
LogLevel = Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(upper)]
ApiAddress = Annotated[Annotated[str, AfterValidator(api_address)] | None, NoneIfBlank]
PublicAddress = Annotated[Annotated[str, AfterValidator(public_address)] | None, NoneIfBlank]
BotToken = Annotated[Annotated[SecretStr, AfterValidator(bot_token)] | None, NoneIfBlank]
DatabaseAddress = Annotated[Annotated[SecretStr, AfterValidator(database_address)] | None, NoneIfBlank]
