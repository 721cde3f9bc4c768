"""In chats that the bot is not in: results after its name, and its answers as a guest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inline:
    """What is said there. The first four stand on a button that opens the private chat."""

    how_to: str
    nothing_found: str
    too_long: str
    unavailable: str
    ask_here: str
    """In the private chat, to who came by `nothing_found`."""
    summoned: str
    """{username}: of the bot; to who named it and asked nothing"""


ZH = Inline(
    how_to="写下问题，我来找报道原文",
    nothing_found="没有找到，到私聊里问问看",
    too_long="问题太长了，请写短一些",
    unavailable="暂时查不了，请稍后再试",
    ask_here="请把问题直接发给我，写明哪个园区、哪一年、什么事。找不到的时候，我会讲明自己怎样理解，并列出最接近的报道。",
    summoned="请在名字后面写上问题，例如：\n@{username} 银川经开区2022年奖励了多少家企业？",
)

EN = Inline(
    how_to="Type a question to find quotes",
    nothing_found="Nothing found; ask me in private",
    too_long="Too long: please ask in fewer words",
    unavailable="Not possible now, please try later",
    ask_here=(
        "Please send me your question: which park, which year, what about it. "
        "Where I find nothing, I say how I understood it and name the nearest reports."
    ),
    summoned="Write your question after my name, for example:\n@{username} 银川经开区2022年奖励了多少家企业？",
)
