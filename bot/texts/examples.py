"""Questions that are offered to whoever does not know yet what can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Examples:
    """Only such are offered as are answered."""

    of_figures: Mapping[str, str]
    """{park}, {year}: by the word that reports use for what is asked, in simplified characters."""
    of_news: str
    """{park}"""
    made_up: str
    """Where the reports give no example."""
    made_up_park: str
    """Likewise."""


ZH = Examples(
    of_figures={
        "地区生产总值": "{park}{year}年地区生产总值是多少？",
        "税收": "{park}{year}年税收是多少？",
        "进出口总额": "{park}{year}年进出口总额是多少？",
        "固定资产投资": "{park}{year}年固定资产投资是多少？",
        "奖励": "{park}{year}年奖励了多少家企业？",
        "工业总产值": "{park}{year}年规模以上工业总产值是多少？",
        "集中开工": "{park}{year}年集中开工多少个项目？",
        "利用外资": "{park}{year}年实际利用外资多少？",
        "岗位": "{park}{year}年提供多少个岗位？",
        "孵化": "{park}{year}年孵化了多少家企业？",
        "总投资": "{park}{year}年开工项目总投资多少？",
        "高新技术企业": "{park}{year}年有多少家高新技术企业？",
        "营业收入": "{park}{year}年营业收入是多少？",
        "从业人员": "{park}{year}年从业人员有多少？",
        "用地": "{park}{year}年供应了多少用地？",
    },
    of_news="{park}最近有什么新闻？",
    made_up="某某经开区2023年税收是多少？",
    made_up_park="某某经开区",
)
EN = Examples(
    of_figures={
        "地区生产总值": "What was the GDP of {park} in {year}?",
        "税收": "How much tax revenue did {park} have in {year}?",
        "进出口总额": "How much was the foreign trade of {park} in {year}?",
        "固定资产投资": "How much was invested in fixed assets in {park} in {year}?",
        "奖励": "How many companies did {park} reward in {year}?",
        "工业总产值": "What was the industrial output of {park} in {year}?",
        "集中开工": "How many projects broke ground in {park} in {year}?",
        "利用外资": "How much foreign capital did {park} use in {year}?",
        "岗位": "How many jobs did {park} offer in {year}?",
        "孵化": "How many companies did {park} incubate in {year}?",
        "总投资": "What was the total investment in {park} in {year}?",
        "高新技术企业": "How many high-tech enterprises did {park} have in {year}?",
        "营业收入": "What was the revenue of {park} in {year}?",
        "从业人员": "How many people worked in {park} in {year}?",
        "用地": "How much land did {park} supply in {year}?",
    },
    of_news="What news is there on {park}?",
    made_up="How much tax revenue did Suchandsuch ETDZ have in 2023?",
    made_up_park="Suchandsuch ETDZ",
)
