"""Which settings hold for what is restored: those that are there, else those of the backup."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from bot.backup.archive import CONFIG, each_entry
from bot.errors import BackupUnusable
from bot.settings.loading import CANDIDATES, config_here


class HoldingConfig(NamedTuple):
    """The config file that holds."""

    to_read: Path | None
    """Until the restore has come off, one that comes from the backup has another name; None is for the defaults."""
    path: Path | None
    is_new: bool


@contextmanager
def restored_config(file: Path, given: Path | None) -> Iterator[HoldingConfig]:
    """A config file to restore by; one that comes from the backup stays if the block ends well. Raises BackupUnusable."""
    there = given if given and given.exists() else config_here()
    if there and (given is None or there == given):
        yield HoldingConfig(there, there, is_new=False)
        return
    text = _config_text(file)
    if text is None:
        yield HoldingConfig(given, given, is_new=False)
        return
    path = given or Path(CANDIDATES[0])
    unfinished = path.with_name(f".{path.name}.new")
    try:
        unfinished.write_text(text, encoding="utf-8")
        unfinished.chmod(0o600)
        yield HoldingConfig(unfinished, path, is_new=True)
        unfinished.rename(path)
    except OSError as error:
        raise BackupUnusable(f"{path} cannot be written ({error.strerror}): mend that, or name another file with --config.") from None
    finally:
        unfinished.unlink(missing_ok=True)


def _config_text(file: Path) -> str | None:
    texts: list[str] = []

    def take(name: str, stream: IO[bytes]) -> None:
        if name == CONFIG:
            texts.append(stream.read().decode("utf-8"))

    each_entry(file, take)
    return texts[0] if texts else None
