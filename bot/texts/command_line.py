"""What the commands of `parkqa` say beside answers, errors and help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommandLine:
    """Words in braces are filled in."""

    bug: str
    """{kind}, {path}"""
    bug_unwritten: str
    """{kind}, {reason}"""
    passed_over: str
    """{path}"""
    unknown_variable: str
    """{variable}"""
    unknown_variable_meant: str
    """{variable}, {meant}"""

    ask_nothing: str
    """Neither a question nor a file of them was given."""
    watch_or_dry_run: str

    written: str
    """{path}"""
    kept: str
    """{path}"""
    begin: str
    """Below what `parkqa init` wrote."""

    no_torch: str
    watching: str
    """{folder}"""
    working: str
    """{where}, {model}"""
    embedded_by: str
    """{worker}, {embedded}"""
    articles: str
    """Heading of a column."""
    which: str
    """Heading of a column."""
    changes: Mapping[str, str]
    """What became of articles, by the names in the report of a reindex."""
    more: str
    """{count}"""
    more_remarks: str
    """{count}"""
    size: str
    """{articles}, {passages}"""
    dry_run: str
    """{size}"""
    up_to_date: str
    """{size}, {seconds}"""
    in_use: str
    """{version}, {size}, {embedded}, {seconds}"""

    full_stop: str

    checks: Mapping[str, str]
    """What `parkqa doctor` looks at, by the names of its checks."""
    no_config: str

    usage: str
    arguments: str
    options: str
    commands: str
    error: str
    try_help: str
    """{command}"""


ZH = CommandLine(
    bug="parkqa 出了错（{kind}），详情记在 {path}。",
    bug_unwritten="parkqa 出了错（{kind}），详情记不下来（{reason}）：请让那里可以写入，或设定 log.file。",
    passed_over="{path} 里没有 parkqa 的配置，看来是别的程序的，没有理会；parkqa 的配置可以放在 parkqa.yaml。",
    unknown_variable="环境变量 {variable} 不是 parkqa 的设置，没有理会。",
    unknown_variable_meant="环境变量 {variable} 不是 parkqa 的设置，没有理会；是不是 {meant}？",
    ask_nothing="请给出一个问题，或者用 --file 给出一个问题文件。",
    watch_or_dry_run="--watch 要写索引，--dry-run 不写，只能选一个。",
    written="已写入 {path}",
    kept="已经有了，没有改动 {path}",
    begin="接着运行 parkqa reindex，再试 parkqa ask 沐江经开区2024年上半年进出口总额多少。示例文章以后可以换成自己的。",
    no_torch="没有装 torch，由 onnxruntime 计算向量：结果一样，只是较慢（每秒三十段左右）。",
    watching="正在看着 {folder}；按 Ctrl-C 结束。",
    working="在 {where} 等着替别处的 reindex 计算向量，模型 {model}；按 Ctrl-C 结束。",
    embedded_by="工作进程 {worker} 计算了 {embedded} 个段落的向量。",
    articles="文章",
    which="哪些",
    changes={"added": "新增", "changed": "修改", "removed": "删除", "unchanged": "未变", "rejected": "未收入"},
    more=" ……另有 {count} 篇",
    more_remarks="  ……另有 {count} 条说明；parkqa articles 列出全部。",
    size="文章 {articles} 篇，段落 {passages} 个",
    dry_run="只是试算，什么也没有写：{size}。",
    up_to_date="索引本来就是最新的：{size}，用时 {seconds} 秒。",
    in_use="索引已更新到版本 {version}：{size}，新计算向量 {embedded} 个，用时 {seconds} 秒。",
    full_stop="。",
    checks={
        "config": "配置",
        "corpus": "文章",
        "disk": "磁盘空间",
        "log": "日志",
        "index": "索引",
        "embedder": "向量模型",
        "workers": "计算进程",
        "reranker": "重排模型",
        "reader": "阅读模型",
        "memory": "机器人的记录",
        "bot": "机器人",
        "webhook": "Webhook",
        "monitor": "监控",
    },
    no_config="没有配置文件，用默认值",
    usage="用法：",
    arguments="参数",
    options="选项",
    commands="命令",
    error="错误",
    try_help="运行 {command} -h 看说明。",
)
EN = CommandLine(
    bug="A bug in parkqa ({kind}); its traceback is in {path}.",
    bug_unwritten="A bug in parkqa ({kind}); its traceback could not be written ({reason}): make that writable, or set log.file.",
    passed_over="{path} holds no section of parkqa, so it is taken for another program's and passed over; parkqa.yaml is read before it.",
    unknown_variable="Environment variable {variable} is no setting and changes nothing.",
    unknown_variable_meant="Environment variable {variable} is no setting and changes nothing; did you mean {meant}?",
    ask_nothing="Give one question, or a file of questions with --file.",
    watch_or_dry_run="--watch writes the index, --dry-run does not: give one of them.",
    written="Written: {path}",
    kept="There already, and left as it is: {path}",
    begin="Now run parkqa reindex, then try parkqa ask 沐江经开区2024年上半年进出口总额多少. Then put your own articles in.",
    no_torch="torch is not installed, so onnxruntime embeds: the same vectors, more slowly (some thirty passages a second).",
    watching="Watching {folder}; end with Ctrl-C.",
    working="Waiting at {where} to embed for reindexes, with {model}; end with Ctrl-C.",
    embedded_by="Worker {worker} embedded {embedded} passages.",
    articles="articles",
    which="which",
    changes={"added": "added", "changed": "changed", "removed": "removed", "unchanged": "unchanged", "rejected": "rejected"},
    more=" … {count} more",
    more_remarks="  … {count} more; `parkqa articles` lists all.",
    size="{articles} articles, {passages} passages",
    dry_run="Dry run, nothing was written: {size}.",
    up_to_date="The index was up to date already: {size}, {seconds} s.",
    in_use="Index version {version} is in use: {size}, {embedded} newly embedded, {seconds} s.",
    full_stop=".",
    checks={
        name: name
        for name in (
            *("config", "corpus", "disk", "log", "index", "embedder", "workers", "reranker", "reader", "memory", "bot", "webhook"),
            "monitor",
        )
    },
    no_config="no file, the defaults hold",
    usage="Usage: ",
    arguments="Arguments",
    options="Options",
    commands="Commands",
    error="Error",
    try_help="Try '{command} -h' for help.",
)
