"""/privacy and /forget."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Privacy:
    """What is kept about people."""

    kept: str
    """{quotes}, {questions}: days"""
    forgotten: str
    nobody: str
    """To channels and anonymous admins."""


ZH = Privacy(
    kept=(
        "我记下的东西，都在运行我的这台机器上，不交给别人：\n"
        "· 你的提问和我的答案，连同你的 Telegram 编号，为的是答案下面的按钮和追问；摘录留 {quotes} 天，提问留 {questions} 天\n"
        "· 你对答案的评价，留 {questions} 天，供改进用\n"
        "· 你关注的内容和免打扰时段，留到你取消为止\n"
        "没有找到答案的提问，管理员看得到，但看不到是谁问的。\n\n"
        "发送 /forget，这些就全部删除。"
    ),
    forgotten="已经删除：你的提问和答案、你的评价，私聊里还有你的关注。旧答案下面的按钮不再有用。",
    nobody="以频道或匿名管理员的身份发言时，我不知道你是谁，也就没有可以删除的。",
)

EN = Privacy(
    kept=(
        "What I keep stays on the machine that I run on, and is given to nobody:\n"
        "· your questions and my answers with your Telegram number, for the buttons below them and for what you ask next: "
        "quotes for {quotes} days, questions for {questions} days\n"
        "· what you think of answers, for {questions} days, to improve them\n"
        "· what you follow, and your quiet hours, until you stop\n"
        "Admins see the questions that found no answer, but not who asked them.\n\n"
        "Send /forget, and all of it is deleted."
    ),
    forgotten="Deleted: your questions and answers, what you thought of them and, in our private chat, what you follow. "
    "The buttons below old answers have no use any more.",
    nobody="When you speak as a channel or an anonymous admin I do not know who you are, so there is nothing to delete.",
)
