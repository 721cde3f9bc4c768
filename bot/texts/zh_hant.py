"""Traditional Chinese, derived from simplified Chinese: one text to keep right instead of two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, cast

from corpus.language.script import traditional

if TYPE_CHECKING:
    from bot.texts.wording import Texts

_BETTER = {
    "“": "「",
    "”": "」",
    "報道": "報導",
    "報導里": "報導裡",
    "釋出": "發佈",
    "發文件": "發檔案",
    "回復": "回覆",
    "回車": "按 Enter",
    "置信區間": "信賴區間",
    "引數": "參數",
    "打印": "列印",
}
"""What the dictionaries of OpenCC do not know, or take for something else."""


def in_traditional(texts: Texts) -> Texts:
    """Every sentence in traditional characters; what is filled in later stays as it is."""
    return cast("Texts", _converted(texts))


def _converted(texts: Any) -> Any:  # noqa: ANN401 - a sentence, sentences by name, or a topic
    if isinstance(texts, str):
        return rewritten(texts)
    if isinstance(texts, Mapping):
        return {key: _converted(text) for key, text in texts.items()}
    return replace(texts, **{field.name: _converted(getattr(texts, field.name)) for field in fields(texts)})


def rewritten(text: str) -> str:
    """A simplified sentence as readers of traditional characters write it."""
    text = traditional(text)
    for found, better in _BETTER.items():
        text = text.replace(found, better)
    return text
