"""Whether a text speaks of what is meant to be, or of what is."""

from __future__ import annotations

import re

_PLAN = re.compile(r"目标|预期|预计|计划|力争|拟|将|争取|规划|到20\d\d|\bwill\b|\bplans?\b|\btarget|\bexpected\b")


def speaks_of_plans(text: str) -> bool:
    """Whether a sentence tells of what is meant to be, or a question asks for it: 预计, 目标, 到2025年."""
    return _PLAN.search(text) is not None
