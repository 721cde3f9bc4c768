"""The languages that the bot speaks."""

from __future__ import annotations

from typing import Literal

Language = Literal["zh", "zh-hant", "en"]
"""Simplified Chinese, traditional Chinese, English."""
