"""In groups."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Groups:
    """What is said there and nowhere else."""

    greeting: str
    """{example}; one of the two below follows."""
    hears_all: str
    """{username}: of the bot"""
    privacy_mode: str
    """{username}: of the bot"""
    button_add: str
    not_yours: str


ZH = Groups(
    greeting=(
        "大家好！我回答有关开发区、高新区和产业园的新闻问题，答案都是报道原文的摘录，附标题、来源和日期。\n\n"
        "在群里这样问我：\n"
        "· /ask {example}\n"
        "· 回复我的答案，接着问，例如“那2023年呢？”\n"
        "· 用 /ask 回复别人的一条消息，那条消息就是问题"
    ),
    hears_all="也可以点名提问：@{username} 加上问题。没有问到我的话，我不会插嘴。",
    privacy_mode=(
        "我开着隐私模式：Telegram 只把命令和对我的回复转给我，群里别的话我看不到。想用 @{username} 点名提问，请把我设为群管理员。"
    ),
    button_add="➕ 加到群聊",
    not_yours="这要由提问的人或群管理员来改。",
)

EN = Groups(
    greeting=(
        "Hello everybody! I answer questions about news from China's development zones, high-tech zones and industrial parks, "
        "with quotes from the reports, their title, publisher and date.\n\n"
        "How to ask me here:\n"
        "· /ask {example}\n"
        "· Reply to an answer of mine to go on from there, for example “what about 2023?”\n"
        "· Reply to somebody's message with /ask, and that message is the question"
    ),
    hears_all="You may also mention me: @{username} and your question. I do not speak unless I am asked.",
    privacy_mode=(
        "My privacy mode is on: Telegram passes on to me only commands and replies to me, so I do not see what else you say here. "
        "To ask by mentioning @{username}, make me an admin of this group."
    ),
    button_add="➕ Add to a group",
    not_yours="Only whoever asked, or an admin of this group, can change that.",
)
