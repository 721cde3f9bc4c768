"""The one rule for secrets: a setting of type SecretStr is one, and its whole section is shown to nobody and handed to no other process.

Only a reindex is handed the secrets of the server that it writes the index to.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from urllib.parse import unquote, urlsplit

from pydantic import SecretStr

from bot.settings.environment import environment_variable
from bot.settings.settings import Settings, facets, sections
from retrieval.settings import RetrievalSettings

_DUMPABLE = 4
"""PR_SET_DUMPABLE"""


def secret_sections() -> dict[str, tuple[str, ...]]:
    """Sections with a secret, and the secret keys of each. Beside a secret stand addresses, in which there may be a password."""
    secret = {
        name: tuple(key for key, field in section.model_fields.items() if SecretStr in facets(field))
        for name, section in sections().items()
    }
    return {name: keys for name, keys in secret.items() if keys}


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """The values that nobody may read."""
    found = [getattr(getattr(settings, section), key) for section, keys in secret_sections().items() for key in keys]
    values = [value.get_secret_value() for value in found if value]
    return (*values, *(password for value in values for password in _passwords_in(value)))


def _passwords_in(value: str) -> Iterator[str]:
    """What stands for a password in an address, as it is written there and as it is meant."""
    password = urlsplit(value).password if "://" in value else None
    if password:
        yield from dict.fromkeys((password, unquote(password)))


def hide_memory() -> None:
    """Keep other processes of the same user from reading the environment and the memory of this one, where the system can: Linux can."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_DUMPABLE, 0, 0, 0, 0)


def without_secrets(environment: Mapping[str, str], *, for_index: bool = False) -> dict[str, str]:
    """The environment for another process: without the sections that hold a secret, and without the secrets under any other name.

    A process `for_index`, one that writes or reads the index, keeps those of the server that the index lies in.
    """
    kept = RetrievalSettings.model_fields if for_index else ()
    secret = {section: keys for section, keys in secret_sections().items() if section not in kept}
    hidden = tuple(environment_variable(f"{section}.") for section in secret)
    keys = {environment_variable(f"{section}.{key}") for section, keys in secret.items() for key in keys}
    values = [value.strip() for name, value in environment.items() if name.upper() in keys and value.strip()]
    return {
        name: value
        for name, value in environment.items()
        if not name.upper().startswith(hidden) and not any(secret in value for secret in values)
    }
