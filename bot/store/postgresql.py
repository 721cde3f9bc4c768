"""A database that several bots share."""

from __future__ import annotations

from importlib.util import find_spec

from pydantic import SecretStr
from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import ConfigError
from bot.store.database import Place, unopened

CONNECT_SECONDS = 10
_SETTINGS = {
    "connect_timeout": CONNECT_SECONDS,
    "application_name": "parkqa",
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}
"""A server that is gone without a word is noticed within half a minute."""


def postgresql_place(address: SecretStr) -> Place:
    """The database of an address such as postgresql://user:password@host/name. Raises ConfigError where its driver is missing."""
    if find_spec("psycopg") is None:
        raise ConfigError("bot.database needs the driver for PostgreSQL: pip install 'parkqa[postgresql]'.")
    url = make_url(address.get_secret_value()).set(drivername="postgresql+psycopg")
    engine = create_engine(url, connect_args=_SETTINGS, pool_pre_ping=True, hide_parameters=True)
    name = f"The bot's database {url.database or ''} on {url.host or 'this machine'}"
    return Place(engine, name, "see that it runs, and check bot.database.", "see that it runs; the bot goes on by itself.")


def version_of(place: Place) -> str:
    """Of the server. Raises StoreUnavailable where it does not answer."""
    try:
        with place.engine.connect() as connection:
            return str(connection.exec_driver_sql("SHOW server_version").scalar_one()).split()[0]
    except SQLAlchemyError as error:
        raise unopened(place, error) from error
    finally:
        place.engine.dispose()
