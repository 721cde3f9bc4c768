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
    of_times: str
    """{times}, {count}"""
    in_time: str
    """{subject}, {times}"""
    card: str
    """{park}, {count}"""
    card_years: str
    """{years}: a list of `year`"""
    card_newest: str
    """A report follows."""
    ask_on: str
    """Above questions about a park."""
    which_park: str
    """{name}: of several parks"""
    button_reports: str
    """{count}: of a park"""
    button_latest: str
    button_parks: str


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
    of_times="{times}的报道，最新的在前（共 {count} 篇）",
    in_time="{subject}{times}",
    card="{park}：{count} 篇报道",
    card_years="各年篇数：{years}",
    card_newest="最新：",
    ask_on="想了解什么？接着问就行，或者点一个问题：",
    which_park="{name}有好几个园区，想了解哪一个？",
    button_reports="看这 {count} 篇报道",
    button_latest="最新报道",
    button_parks="有哪些园区",
)

EN = Browsing(
    latest="The newest reports ({count} in all)",
    of_park="Reports on {park}, the newest first ({count} in all)",
    sources="Reports: {count} · parks: {parks}",
    no_parks="Reports: {count}; no park has been recognised in them yet",
    years="By year: {years}",
    year="{year}: {count}",
    park="{park}: {count}",
    page="{title}\nPage {page} of {pages}",
    to_parks="All parks",
    of_times="Reports of {times}, the newest first ({count} in all)",
    in_time="{subject}, {times}",
    card="{park} · reports: {count}",
    card_years="By year: {years}",
    card_newest="Newest: ",
    ask_on="What would you like to know? Just ask, or pick a question:",
    which_park="There are several parks in {name}. Which one?",
    button_reports="See the reports ({count})",
    button_latest="Newest reports",
    button_parks="All parks",
)
