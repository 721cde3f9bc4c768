"""What `parkqa doctor` says of where bots keep what they must not forget."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings.settings import Settings


def memory_state(settings: Settings) -> str:
    """Where it lies, and whether a database answers. Raises StoreUnavailable where it does not, ConfigError where it cannot be."""
    if settings.bot.database is None:
        return f"in files in {settings.bot.store.parent if settings.bot.store else settings.index.folder}, of one process"
    from bot.store.postgresql import postgresql_place, version_of

    place = postgresql_place(settings.bot.database)
    return f"PostgreSQL {version_of(place)} answers on {place.engine.url.host}"
