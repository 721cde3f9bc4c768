"""What a person reads who checks how article files were read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """Words for an article as it was read from its file, and for what was left out of it."""

    no_title: str
    no_date: str
    no_publisher: str
    characters: str
    """{count}: of the text"""
    passages: str
    """{count}; above the passages"""
    left_out: str
    """{count}; above the lines of the page that the article does not hold"""
    nothing_left_out: str


ZH = Reading(
    no_title="（没有标题）",
    no_date="没有日期",
    no_publisher="没有来源",
    characters="{count}字",
    passages="共{count}段：",
    left_out="没有收进文章的{count}行：",
    nothing_left_out="网页上的每一行都收进了文章。",
)
EN = Reading(
    no_title="(no title)",
    no_date="no date",
    no_publisher="no publisher",
    characters="{count} characters",
    passages="Passages: {count}",
    left_out="Lines left out: {count}",
    nothing_left_out="No line was left out.",
)
