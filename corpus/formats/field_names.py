"""What programs call the fields of an article; capitals, blanks, hyphens and underscores do not count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from corpus.language.vocabulary import words

FieldNames = Mapping[str, tuple[str, ...]]
"""By field of an article, the names that it may have; an earlier name goes before a later one."""

_LEFT_OUT = re.compile(r"[\s_\-\ufeff]+")

USUAL_NAMES: FieldNames = MappingProxyType(
    {
        "id": words("id uid guid articleid docid newsid contentid 编号 文章id 文章编号 新闻id 稿件id"),
        "text": words(
            "text content body articlecontent contenttext articlebody articletext maintext fulltext newscontent newstext newsbody plaintext"
            " pagetext rawtext postcontent bodyhtml htmlbody bodytext contenttxt contentnoencode contents html contenthtml article"
            " detail details description"
            " 正文 内容 全文 正文内容 文章内容 新闻内容 新闻正文 文章正文 稿件内容 文本"
        ),
        "title": words(
            "title headline newstitle articletitle posttitle pagetitle doctitle subject name"
            " 标题 题目 名称 新闻标题 文章标题 正标题 主标题 标题名称"
        ),
        "published": words(
            "published date pubtime pubdate pubdatetime publishtime publishdate publishdatetime publishedat publishedtime publisheddate"
            " publishedon publishat datepublished releasetime releasedate issuedate newstime newsdate articledate posttime postdate"
            " createdat createtime createdate ctime inputtime senddate time datetime timestamp"
            " 发布时间 发布日期 发表时间 发表日期 发稿时间 发稿日期 刊发时间 刊发日期 出版日期 公布日期 成文日期 发文日期"
            " 新闻时间 新闻日期 日期 时间"
        ),
        "publisher": words(
            "publisher source site sitename media medianame sourcename sourcesite newssource newspaper origin publishername website"
            " copyfrom befrom organization department account accountname mpname nickname author"
            " 来源 新闻来源 信息来源 文章来源 稿源 发布机构 发布单位 发文机关 媒体 媒体名称 来源网站"
            " 网站名称 网站 报纸 公众号 公众号名称 账号 单位 作者"
        ),
        "url": words(
            "url link href sourceurl articleurl newsurl pageurl weburl detailurl originalurl linkurl permalink uri"
            " 链接 网址 原文链接 新闻链接 文章链接 原文地址 标题链接 网页链接 网页地址 地址"
        ),
        "parks": words("parks park 园区 所属园区 园区名称"),
    }
)


def plain_name(name: object) -> str:
    """A name as it is compared: `Publish Time`, `publish_time` and `publishTime` are one."""
    return _LEFT_OUT.sub("", str(name)).lower()


def names_with(keys: Mapping[str, Iterable[str]]) -> FieldNames:
    """The usual names behind those that an admin has given, by field."""
    return {field: (*map(plain_name, keys.get(field, ())), *usual) for field, usual in USUAL_NAMES.items()}
