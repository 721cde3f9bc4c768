"""What stands beside the quotes of a comparison, and of a series of years."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comparing:
    """One line for each park or year."""

    told: str
    """{name}: a park, a time, or both; above its quote."""
    differ: str
    """{name}; above quotes that give different figures."""
    missing: str
    """{name}"""
    listed: str
    """{count}: of the reports that tell of what all are asked for; above their quotes."""
    listed_on: str
    """{first}, {last}, {count}; above the next of them."""
    listed_cut: str
    """{count}; below the last that are kept, where there are more."""
    hint_differ: str
    """Below two quotes that give different figures for the same thing."""
    hint_units: str
    """Below figures in different units."""
    earlier: str
    """{year}; below a series that leaves out what was before it."""
    incomplete: str
    """Above a comparison of which a side is missing."""
    incomplete_parts: str
    """Above a question of which a part is missing."""


ZH = Comparing(
    told="{name}：",
    differ="{name}（几篇报道的数字不同）：",
    missing="{name}：没有找到",
    listed="说到的报道共 {count} 篇，最新的在前：",
    listed_on="接着列出说到的报道，第 {first} 至 {last} 篇，共 {count} 篇：",
    listed_cut="只列出最新的 {count} 篇。加上园区或年份再问，可以看到更早的。",
    hint_differ="提醒：前两篇报道对同一件事给出的数字不同，请分别核对出处。",
    hint_units="提醒：这些数字的单位不同，请换算后再比较。",
    earlier="只列出了 {year} 年以来的。更早的请写明年份再问。",
    incomplete="没有找到全部，无法对比。已有的报道：",
    incomplete_parts="没有找到全部。已有的报道：",
)
EN = Comparing(
    told="{name}:",
    differ="{name} (reports give different figures):",
    missing="{name}: nothing found",
    listed="Reports that tell of it: {count}, the newest first.",
    listed_on="Reports that tell of it, continued: {first} to {last} of {count}.",
    listed_cut="Only the newest {count} are listed. Name a park or a year to see earlier ones.",
    hint_differ="Note: the first two reports give different figures for the same thing; please check both sources.",
    hint_units="Note: these figures are in different units; convert them before comparing.",
    earlier="Only the years since {year} are listed. For earlier ones, name the year.",
    incomplete="Not all of it was found, so it cannot be compared. What is reported:",
    incomplete_parts="Not all of it was found. What is reported:",
)
