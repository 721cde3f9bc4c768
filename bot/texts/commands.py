"""What each command does, as menus and /help list it. Telegram shows at most 256 characters."""

from __future__ import annotations

from collections.abc import Mapping

ZH: Mapping[str, str] = {
    "ask": "提问：后面写上问题",
    "new": "换个话题，不再沿用前面的园区和时间",
    "latest": "最新报道",
    "sources": "有哪些园区和报道",
    "about": "报道范围和答案的可靠程度",
    "follow": "关注：后面写上园区或问题",
    "unfollow": "不再关注：后面写上关注的内容或它的编号",
    "following": "关注了什么，何时免打扰",
    "privacy": "我记下了什么，留多久",
    "forget": "删除你的提问、评价和关注",
    "help": "使用说明",
    "start": "开始",
    "reindex": "更新索引：先看变化，再开始；后面写 now 立即更新，写 full 全部重做",
    "status": "索引、磁盘上的版本、队列和运行状态",
    "rejected": "没能收入的文件和原因",
    "gaps": "没有找到答案的问题，可以导出",
    "feedback": "大家的评价，可以导出",
}

EN: Mapping[str, str] = {
    "ask": "Ask: write your question after it",
    "new": "Start afresh: carry nothing over",
    "latest": "The newest reports",
    "sources": "The parks and their reports",
    "about": "What I know, and how far to trust me",
    "follow": "Follow a park or a question: write it after this",
    "unfollow": "Stop following: write what, or its number in the list",
    "following": "What is followed, and quiet hours",
    "privacy": "What I keep, and for how long",
    "forget": "Delete your questions, opinions and what you follow",
    "help": "How to use me",
    "start": "Begin",
    "reindex": "Update the index: see first, then begin; with now at once, with full from scratch",
    "status": "State of the index, its versions on disk, the queue and the bot",
    "rejected": "Files that were left out, and why",
    "gaps": "Questions without an answer, to be exported",
    "feedback": "What people thought, to be exported",
}
