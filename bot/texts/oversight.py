"""What admins read about how things are: state, rejected files, questions without an answer, opinions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Oversight:
    """Words in braces are filled in."""

    versions: str
    """{versions}: a list of `version`, the newest first."""
    version: str
    """{version}, {created}"""
    version_in_use: str
    """{version}, {created}"""
    queue: str
    """{unhandled}, {waiting}: updates in hand, questions that wait for a thread"""
    errors: str
    """{count}: since the start"""
    latency: str
    """{count}, {median}, {high}: answers since the start, and how long half and 95 % of them took at most"""
    no_latency: str
    process: str
    """{memory}, {uptime}"""
    nothing_kept: str
    """{reason}"""
    uptime: str
    """{days}, {hours}, {minutes}"""

    rejected: str
    """{count}; a list of files follows."""
    no_rejected: str

    gaps: str
    """{questions}, {gaps}: how many were asked without an answer, and how many are different; a list of `gap` follows."""
    gap: str
    """{question}, {times}, {last}"""
    no_gaps: str
    button_gaps: str

    feedback: str
    """{good}, {bad}, {questions}"""
    no_feedback: str
    how_to_evaluate: str
    """Below the counts."""
    button_good: str
    button_bad: str


ZH = Oversight(
    versions="留存的版本：{versions}",
    version="{version}（{created}）",
    version_in_use="{version}（{created}，在用）",
    queue="队列：手头 {unhandled} 条消息，{waiting} 个问题在等",
    errors="启动以来出错 {count} 次",
    latency="启动以来回答 {count} 次，一半不超过 {median} 秒，95% 不超过 {high} 秒",
    no_latency="启动以来还没有回答过问题",
    process="内存 {memory}，已运行 {uptime}",
    nothing_kept="新问题暂时收不进来，都在 Telegram 那里等着，最多等一天；恢复以后会自动回答。原因：{reason}",
    uptime="{days} 天 {hours} 小时 {minutes} 分",
    rejected="未收入的 {count} 个文件：",
    no_rejected="所有文件都已收入。",
    gaps="没有找到答案的提问 {questions} 次，合并相近的有 {gaps} 个：",
    gap="· {question}（{times} 次，最近 {last}）",
    no_gaps="所有的问题都找到了答案。",
    button_gaps="全部导出",
    feedback="👍 {good}　👎 {bad}，共 {questions} 个问题。",
    no_feedback="还没有人评价。",
    how_to_evaluate="把导出的 questions.jsonl 放进一个空文件夹，运行 parkqa evaluate 文件夹，就能用它衡量现在的语料。",
    button_good="导出 👍",
    button_bad="导出 👎",
)
EN = Oversight(
    versions="On disk: {versions}",
    version="{version} ({created})",
    version_in_use="{version} ({created}, in use)",
    queue="Queue: {unhandled} updates in hand, {waiting} questions waiting",
    errors="Errors since the start: {count}",
    latency="Answers since the start: {count}, half of them within {median} s, 95% within {high} s",
    no_latency="No question has been answered since the start",
    process="{memory} of memory, running for {uptime}",
    nothing_kept=(
        "New questions cannot be taken at the moment: they wait at Telegram, for a day at most, and are answered once that is mended. "
        "The reason: {reason}"
    ),
    uptime="{days} d {hours} h {minutes} min",
    rejected="Files that were left out: {count}",
    no_rejected="Every file was taken in.",
    gaps="{questions} times a question found no answer; folding those that are alike, {gaps} questions:",
    gap="· {question} ({times} times, last {last})",
    no_gaps="Every question has found an answer.",
    button_gaps="Export all",
    feedback="👍 {good}  👎 {bad} on {questions} questions.",
    no_feedback="Nobody has said anything yet.",
    how_to_evaluate="Put the exported questions.jsonl into an empty folder; parkqa evaluate FOLDER measures the corpus in use with it.",
    button_good="Export 👍",
    button_bad="Export 👎",
)
