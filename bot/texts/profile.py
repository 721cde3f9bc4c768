"""What Telegram shows of the bot before anybody has written to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """The bot's profile in one language."""

    description: str
    """In the empty chat; Telegram takes 512 characters."""
    short_description: str
    """On the profile and beside shared links; 120 characters."""


ZH = Profile(
    description=(
        "就开发区、高新区和产业园的新闻提问，得到报道原文的摘录和出处。\n\n"
        "摘录一字不差，注明标题、来源和日期，不生成任何文字；找不到，会直说。\n\n"
        "按下“开始”就可以提问。"
    ),
    short_description="开发区、高新区和产业园的新闻问答：只摘录报道原文，附出处，不生成文字。",
)

EN = Profile(
    description=(
        "Ask about news from China's development zones, high-tech zones and industrial parks, "
        "and get quotes from the reports with their source.\n\n"
        "Every quote is word for word, with title, publisher and date. Nothing is generated; if no report answers, I say so.\n\n"
        "Press Start and ask."
    ),
    short_description="News from China's development zones and industrial parks: verbatim quotes with their source.",
)
