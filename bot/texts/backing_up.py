"""What `parkqa backup` and `parkqa restore` say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BackingUp:
    """Words in braces are filled in."""

    made: str
    """{path}, {size}"""
    restored: str
    """{path}, {made_at}"""
    parts: Mapping[str, str]
    """What a backup consists of, by the names of its folders."""
    files: str
    """{count}"""
    files_in: str
    """{count}, {folder}"""
    files_kept: str
    """{count}, {folder}, {kept}"""
    index: str
    """{version}"""
    index_in: str
    """{version}, {folder}"""
    no_index: str
    index_in_server: str
    index_from_vectors: str
    """{folder}"""
    stores: str
    """{names}"""
    no_stores: str
    database: str
    config: str
    """{path}"""
    config_written: str
    """{path}"""
    config_kept: str
    """{path}"""
    no_config: str


ZH = BackingUp(
    made="备份已写好，并且重读核对过：{path}（{size}）",
    restored="已从 {path} 恢复（备份于 {made_at} UTC）",
    parts={"articles": "文章", "index": "索引", "store": "机器人的记录", "config": "配置"},
    files="{count} 个文件",
    files_in="{count} 个文件，在 {folder}",
    files_kept="{count} 个文件，在 {folder}，其中 {kept} 个原来就有，内容相同",
    index="版本 {version}",
    index_in="版本 {version}，在 {folder}",
    no_index="没有，请运行 parkqa reindex",
    index_in_server="不在备份里，在 Milvus 中（index.engine）；备份里有算好的向量：恢复后运行 parkqa reindex 就重新建立，不必再算一遍",
    index_from_vectors="没有；算好的向量在 {folder}：请运行 parkqa reindex，不必再算一遍",
    stores="{names}",
    no_stores="没有",
    database="不在备份里，在 PostgreSQL 中（bot.database）：请用 pg_dump 备份",
    config="{path}，不含令牌等机密",
    config_written="{path}；备份里没有令牌等机密，请重新设定",
    config_kept="{path} 原来就有，没有改动；备份里的那一份没有用",
    no_config="没有配置文件，用默认值",
)
EN = BackingUp(
    made="Backup written, and read again to check it: {path} ({size})",
    restored="Restored from {path}, made {made_at} UTC",
    parts={"articles": "articles", "index": "index", "store": "bot memory", "config": "config"},
    files="files: {count}",
    files_in="files: {count}, in {folder}",
    files_kept="files: {count}, in {folder}; there already, the same: {kept}",
    index="version {version}",
    index_in="version {version} in {folder}",
    no_index="none: run parkqa reindex",
    index_in_server="not in it but in Milvus (index.engine); the cached vectors are in it: "
    "after a restore parkqa reindex makes the index again and embeds nothing anew",
    index_from_vectors="none, but cached vectors in {folder}: run parkqa reindex, which embeds nothing anew",
    stores="{names}",
    no_stores="none",
    database="not in it but in PostgreSQL (bot.database): back that up with pg_dump",
    config="{path}, without the token and other secrets",
    config_written="{path}; the token and other secrets are in no backup: set them again",
    config_kept="{path} was there already and stays; that of the backup was not taken",
    no_config="no file, the defaults hold",
)
