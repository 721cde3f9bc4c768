"""Config files as people write them, and what is said of the wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.settings.loading import load_settings


def written(folder: Path, text: str) -> Path:
    """A config.yaml in the folder."""
    path = folder / "config.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def error_of(path: Path) -> str:
    """The one line that loading ends with."""
    with pytest.raises(ConfigError) as caught:
        load_settings(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)
