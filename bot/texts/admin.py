"""What admins read, in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Admin:
    """Uploads, reindexes and what is missing. Words in braces are filled in."""

    only_in_private: str
    """Of reports: in them stand the questions of others."""
    upload_heading: str
    """{files}"""
    upload_decided: str
    """{files}: the same once it was decided what becomes of them."""
    upload_article: str
    """{title}, {date}, {publisher}, {parks}"""
    upload_unknown: str
    """In the place of a date, a publisher or parks that are not known."""
    upload_more_articles: str
    """{count}: articles of a file that are not named."""
    upload_cleaned: str
    """{count}, {examples}"""
    upload_near_duplicate: str
    """{title}"""
    upload_twice: str
    """{title}: of an earlier file of the batch"""
    upload_known: str
    upload_remark: str
    """{reason}: what is to be known of a file that can be taken in"""
    upload_rejected: str
    """{reason}"""
    upload_left: str
    """Of a file that somebody leaves out."""
    upload_more_files: str
    """{count}"""
    upload_nothing: str
    """Below a report without anything to take in."""
    upload_taken: str
    """{paths}"""
    upload_dropped: str
    upload_gone: str
    upload_in_already: str
    """To a second press."""
    reindex_queued: str
    """Of files that were taken in while the index was being updated."""
    upload_recognising: str
    """{done}, {total}: pages that are pictures"""
    still_reading: str
    too_many_addresses: str
    """{most}"""
    fetching: str
    """{count}"""
    fetched: str
    """{fetched}, {count}"""

    button_take: str
    """{count}"""
    button_chosen: str
    """{number}: of a file that will be taken in"""
    button_left: str
    """{number}: of one that will not"""
    button_drop: str
    button_begin: str
    button_cancel: str
    button_undo: str

    dry_run_started: str
    dry_run_progress: str
    """{stage}, {done}, {total}, {percent}"""
    dry_run_heading: str
    dry_run_changes: str
    """{added}, {changed}, {removed}, {unchanged}"""
    dry_run_none: str
    dry_run_added: str
    """{ids}"""
    dry_run_changed: str
    """{ids}"""
    dry_run_removed: str
    """{ids}"""
    cancelled: str
    reindex_elsewhere: str
    """{holder}"""
    reindex_again: str
    """Below the report on a reindex that failed."""

    undone: str
    """{version}"""
    undone_files: str
    """{count}"""
    undo_superseded: str
    undo_pruned: str
    undo_incompatible: str
    undone_already: str
    files_not_moved: str
    """{reason}"""


ZH = Admin(
    only_in_private="这份报告里有别人的提问，请在与我的私聊里查看。",
    upload_heading="试读 {files} 个文件，还没有收进语料：",
    upload_decided="试读过 {files} 个文件：",
    upload_article="《{title}》\n日期 {date}，发布 {publisher}，园区 {parks}",
    upload_unknown="不详",
    upload_more_articles="……另有 {count} 篇",
    upload_cleaned="清理掉 {count} 行，例如：{examples}",
    upload_near_duplicate="⚠ 与《{title}》讲的是同一件事",
    upload_twice="⚠ 这一批里已有同样的内容：《{title}》",
    upload_known="⚠ 这个编号的文章已经有了，会被拒收",
    upload_remark="· {reason}",
    upload_rejected="✗ 不能收：{reason}",
    upload_left="✗ 这一份不收",
    upload_more_files="……另有 {count} 个文件",
    upload_nothing="没有可以收进语料的文章。",
    upload_taken="✓ 已收进语料：\n{paths}",
    upload_dropped="已丢弃。",
    upload_recognising="正在识别图片里的文字：{done} / {total} 页",
    upload_in_already="已经收进语料了；要是还搜不到，请发送 /reindex。",
    reindex_queued="文件已经收进语料。索引正在更新，这一次完成后接着更新，请稍等。",
    upload_gone="这些文件已经不在了，请重新发送。",
    still_reading="还有文件正在检查，请稍等。",
    too_many_addresses="一条消息最多 {most} 个网址。",
    fetching="正在取 {count} 个网页……",
    fetched="{count} 个网址，取到 {fetched} 个网页。",
    button_take="收进语料（{count}）",
    button_chosen="{number} ✓",
    button_left="{number} ✗",
    button_drop="丢弃",
    button_begin="开始",
    button_cancel="取消",
    button_undo="↩ 撤销",
    dry_run_started="正在比较语料和索引……",
    dry_run_progress="正在比较语料和索引\n{stage}：{done} / {total}（{percent}%）",
    dry_run_heading="更新索引会带来这些变化，现在还没有开始：",
    dry_run_changes="新增 {added}，修改 {changed}，删除 {removed}，未变 {unchanged}。",
    dry_run_none="语料没有变化。",
    dry_run_added="新增：{ids}",
    dry_run_changed="修改：{ids}",
    dry_run_removed="删除：{ids}",
    cancelled="已取消，什么也没有改动。",
    reindex_elsewhere="别处正在更新索引（{holder}），请等它完成再来。",
    reindex_again="问题解决后发 /reindex 再试。",
    undone="↩ 已撤销，重新使用版本 {version}。",
    undone_files="取出了收进语料的 {count} 个文件，下次更新不会再收。",
    undo_superseded="之后又有新的版本，这一次已不能撤销。",
    undo_pruned="之前的版本已不在磁盘上，不能撤销；可以把 index.keep_versions 调大。",
    undo_incompatible="之前的版本用的是别的模型，不能再用。",
    undone_already="这一次已经撤销过了。",
    files_not_moved="文件没有移动：{reason}",
)
EN = Admin(
    only_in_private="In this report stand the questions of others: please ask for it in our private chat.",
    upload_heading="A trial reading ({files} in all); nothing is in the corpus yet:",
    upload_decided="A trial reading ({files} in all):",
    upload_article="“{title}”\ndate {date}, publisher {publisher}, parks {parks}",
    upload_unknown="unknown",
    upload_more_articles="… and {count} more",
    upload_cleaned="Lines cleaned away: {count}, for example: {examples}",
    upload_near_duplicate="⚠ says the same as “{title}”",
    upload_twice="⚠ the same text as another file of this batch: “{title}”",
    upload_known="⚠ an article with this id is there already; this one will be rejected",
    upload_remark="· {reason}",
    upload_rejected="✗ cannot be taken in: {reason}",
    upload_left="✗ left out",
    upload_more_files="… and {count} more",
    upload_nothing="There is no article to take in.",
    upload_taken="✓ In the corpus now:\n{paths}",
    upload_dropped="Discarded.",
    upload_recognising="Recognising the text of pictures: page {done} of {total}",
    upload_in_already="These are in the corpus already. If they are not found yet, send /reindex.",
    reindex_queued="The files are in the corpus. The index is being updated; when that is done, it is updated once more.",
    upload_gone="These files are no longer there. Please send them again.",
    still_reading="Some files are still being read; a moment, please.",
    too_many_addresses="At most {most} addresses in one message, please.",
    fetching="Fetching pages: {count} …",
    fetched="Pages fetched: {fetched} of {count}.",
    button_take="Take in ({count})",
    button_chosen="{number} ✓",
    button_left="{number} ✗",
    button_drop="Discard",
    button_begin="Begin",
    button_cancel="Cancel",
    button_undo="↩ Undo",
    dry_run_started="Comparing the corpus with the index …",
    dry_run_progress="Comparing the corpus with the index\n{stage}: {done} / {total} ({percent}%)",
    dry_run_heading="An update of the index would change this; it has not begun:",
    dry_run_changes="{added} added, {changed} changed, {removed} removed, {unchanged} unchanged.",
    dry_run_none="The corpus has not changed.",
    dry_run_added="Added: {ids}",
    dry_run_changed="Changed: {ids}",
    dry_run_removed="Removed: {ids}",
    cancelled="Cancelled; nothing was changed.",
    reindex_elsewhere="The index is being updated elsewhere ({holder}). Please come back when that is done.",
    reindex_again="When that is mended, try again with /reindex.",
    undone="↩ Undone: version {version} is in use again.",
    undone_files="Files taken out of the corpus: {count}; the next update will not bring them back.",
    undo_superseded="There has been a later version since; this one can no longer be undone.",
    undo_pruned="The version before is no longer on disk, so this cannot be undone; a higher index.keep_versions keeps more.",
    undo_incompatible="The version before was made with another model and cannot be used any more.",
    undone_already="This has been undone already.",
    files_not_moved="No file was moved: {reason}",
)
