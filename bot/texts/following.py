"""What the bot says about follows, in each language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Following:
    """The sentences of one language. Words in braces are filled in with `str.format`."""

    usage: str
    """{park}, {example}: a question"""
    now_park: str
    """{subject}, {quiet}: `quiet` or `never_quiet`. So in `now_question`."""
    now_question: str
    quiet: str
    """{hours}"""
    """{hours}"""
    never_quiet: str
    unknown_park: str
    """Follows `now_park` where no article is about the park yet."""
    already: str
    """{subject}. So in the next two."""
    no_more: str
    not_followed: str
    too_many: str
    """{limit}"""
    toast_now: str
    toast_no_more: str

    list_heading: str
    """{count}, {limit}"""
    list_line: str
    """{number}, {subject}"""
    list_empty: str
    list_quiet: str
    """{hours}"""
    list_never_quiet: str

    one_report: str
    """{subjects}. The heading of a message with news."""
    reports: str
    """{subjects}, {count}"""

    button_follow: str
    button_followed: str
    button_stop: str
    button_drop: str
    """{subject}"""
    button_list: str
    button_never_quiet: str
    button_quiet: str
    """{first}, {last}: hours"""
    chosen: str
    """{label}: of the button of what holds now."""


ZH = Following(
    usage=(
        "想关注什么？把园区或问题写在命令后面，例如：\n/follow {park}\n/follow {example}\n\n"
        "也可以用 /follow 回复我的一条答案。有了新报道，我会把原文发来。"
    ),
    now_park="已关注“{subject}”：有了它的新报道，我就把原文发到这里。{quiet}",
    now_question="已关注“{subject}”：有新报道回答它时，我就把原文发到这里。{quiet}",
    quiet="{hours} 之间不打扰，过后再发。",
    never_quiet="随到随发。",
    unknown_park="\n目前还没有这个园区的报道，请核对一下名称。",
    already="已经在关注“{subject}”了。用 /following 管理。",
    no_more="不再关注“{subject}”。",
    not_followed="没有关注“{subject}”。用 /following 看看关注了什么。",
    too_many="这里已经关注了 {limit} 项，不能再多了。请先用 /following 取消几项。",
    toast_now="已关注，有新报道就告诉你。用 /following 管理。",
    toast_no_more="不再关注。",
    list_heading="这里关注了 {count} 项（最多 {limit} 项）：",
    list_line="{number}. {subject}",
    list_empty="这里还没有关注什么。发 /follow 加园区或问题，或者按答案下面的“🔔 关注”。",
    list_quiet="免打扰：{hours}，过后补发",
    list_never_quiet="免打扰：不设，随到随发",
    one_report="🔔 你关注的{subjects}有新报道：",
    reports="🔔 你关注的{subjects}有 {count} 篇新报道：",
    button_follow="🔔 关注",
    button_followed="🔔 已关注 ✓",
    button_stop="🔕 取消关注",
    button_drop="✕ {subject}",
    button_list="管理关注",
    button_never_quiet="不设",
    button_quiet="{first}–{last} 点",
    chosen="{label} ✓",
)

EN = Following(
    usage=(
        "What would you like to follow? Write a park or a question after the command, for example:\n"
        "/follow {park}\n/follow {example}\n\n"
        "Or reply to one of my answers with /follow. When a new report comes, I send you its own words."
    ),
    now_park="Following “{subject}”: when a new report is about it, I quote it here. {quiet}",
    now_question="Following “{subject}”: when a new report answers it, I quote it here. {quiet}",
    quiet="Not between {hours}; what comes then is sent afterwards.",
    never_quiet="At any hour.",
    unknown_park="\nNo report is about this park yet; please check its name.",
    already="“{subject}” is followed here already. See /following.",
    no_more="“{subject}” is no longer followed.",
    not_followed="“{subject}” is not followed here. /following shows what is.",
    too_many="{limit} things are followed here, which is the most there can be. Please remove some with /following first.",
    toast_now="Following: I will tell you when there is a new report. See /following.",
    toast_no_more="No longer followed.",
    list_heading="Followed here: {count} (of {limit} at most)",
    list_line="{number}. {subject}",
    list_empty="Nothing is followed here yet. Send /follow and a park or a question, or press “🔔 Follow” below an answer.",
    list_quiet="Quiet hours: {hours}; what comes then is sent afterwards",
    list_never_quiet="Quiet hours: none",
    one_report="🔔 A new report on what you follow, {subjects}:",
    reports="🔔 {count} new reports on what you follow, {subjects}:",
    button_follow="🔔 Follow",
    button_followed="🔔 Following ✓",
    button_stop="🔕 Unfollow",
    button_drop="✕ {subject}",
    button_list="What I follow",
    button_never_quiet="None",
    button_quiet="{first}–{last}",
    chosen="{label} ✓",
)
