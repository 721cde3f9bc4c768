"""Whether a text speaks of what is meant to be, or of what is."""

from __future__ import annotations

import re

_PLAN = re.compile(r"目标|预期|预计|计划|力争|拟|将|争取|规划|到20\d\d|\bwill\b|\bplans?\b|\btarget|\bexpected\b")


def speaks_of_plans(text: str) -> bool:
    """Whether a sentence tells of what is meant to be, or a question asks for it: 预计, 目标, 到2025年."""
    return _PLAN.search(text) is not None


_AIM = re.compile(
    r"要(?:增长|达到|突破|完成|实现|超过|新增|力争|引进|建成)|确保|瞄准|有望|建成后|达产后|投产后|满产后|全部达产|建设规模|(?:年内|引进|新增|实现|完成|建成|培育)[^，。；]*不[少低]于|(?<!同比)(?:增长|达到?|突破|超过)[^，。；]{0,8}以上[，,；;。]?$"
)


def announces(clause: str) -> bool:
    """Whether a clause tells of what is meant to be, also where only its verb says so: 要增长8%, 建成后年产60万台."""
    return speaks_of_plans(clause) or _AIM.search(clause) is not None
