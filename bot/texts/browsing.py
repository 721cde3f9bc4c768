"""Looking around without a question: the newest reports, the parks, one report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Browsing:
    """What is said there."""

    latest: str
    """{count} reports in all"""
    of_park: str
    """{park}, {count}"""
    sources: str
    """{parks}, {count}: how many parks and reports"""
    no_parks: str
    years: str
    """{years}: a list of `year`"""
    year: str
    """{year}, {count}"""
    park: str
    """{park}, {count}"""
    page: str
    """{title}, {page}, {pages}: above a page of a report"""
    to_parks: str


ZH = Browsing(
    latest="最新报道（共 {count} 篇）",
    of_park="{park}的报道，最新的在前（共 {count} 篇）",
    sources="共 {count} 篇报道，写到 {parks} 个园区",
    no_parks="共 {count} 篇报道，还没有认出园区",
    years="各年篇数：{years}",
    year="{year} 年 {count}",
    park="{park}：{count} 篇",
    page="{title}\n第 {page} / {pages} 页",
    to_parks="园区列表",
)

EN = Browsing(
    latest="The newest reports ({count} in all)",
    of_park="Reports on {park}, the newest first ({count} in all)",
    sources="{count} reports on {parks} parks",
    no_parks="{count} reports; no park has been recognised in them yet",
    years="By year: {years}",
    year="{year}: {count}",
    park="{park}: {count}",
    page="{title}\nPage {page} of {pages}",
    to_parks="All parks",
)
