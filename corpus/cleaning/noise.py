"""What on a page is not the article: the shapes of single lines, and noise glued to the ends of a line.

Every pattern matches a whole line, or a line's very beginning or end, so that prose which merely mentions such words stays.
"""

from __future__ import annotations

import re

from corpus.formats.letterheads import is_issued
from corpus.language.dates import find_dates


def _whole_line(*patterns: str, before: str = r"\W*") -> re.Pattern[str]:
    """Return a pattern that matches a line which is one of `patterns` and nothing else but punctuation."""
    return re.compile(rf"^{before}(?:{'|'.join(patterns)})\W*$", re.IGNORECASE)


_FIELD_NAMES = (
    "(?:信息|文章|稿件|新闻|内容|供稿|本文)?(?:来源|來源|稿源|出处)",
    "来源网站|发布(?:时间|日期|机构|单位|人|者|部门)?|發[布佈](?:時間|日期|單位|機關|者)|點閱(?:數|次數|率)?|瀏覽(?:數|人數|次數)?|更新日期|資料來源|发表(?:时间|日期|于)?|更新(?:时间|日期)",
    r"(?:公告|公示|公布|公开|刊登|刊发|印发|签发)(?:时间|日期)|成文日期|发文(?:日期|机关|字号)|上传时间|录入时间|创建时间|(?<![\u4e00-\u9fff])(?:日\s*期|时\s*间)",
    r"作\s*者|编\s*辑|责任编辑|责\s*编|编\s*审|审\s*核|校\s*对|监\s*制|初审|复审|终审|供稿|撰稿|摄影|记者|通讯员",
    "点击(?:数|量|率|次数)?|阅读(?:数|量|次数)?|浏览(?:数|量|次数)?|访问(?:量|次数)?|查看|人气|热度|评论(?:数)?|次数",
    r"字\s*[号体](?:大小)?|字体大小|文字大小|打印|分享(?:到)?|收藏",
    r"索引号|信息分类|主题分类|有效性|文\s*号|关键[词字]|标签|Source|Author|Editor|Views?|Hits",
)
_FIELDS = "|".join(_FIELD_NAMES)
_FIELD = re.compile(rf"(?:{_FIELDS})\s*[:：]\s*[^\s:：|｜。！？?，；]{{0,24}}")
_LABEL_START = re.compile(rf"^[\s【\[（(|｜·•]*(?:\d{{1,2}}:\d\d(?::\d\d)?\s*)?(?:{_FIELDS})\s*[:：]")
_BARE_LABEL = re.compile(rf"^(?:{_FIELDS})\s*[:：]$")
_ORIGIN = re.compile(r"来源|來源|稿源|出处|发布|發布|发表|时\s*间|日\s*期|Source")
_TIME = re.compile(r"\d{1,2}\s?[:：时]\s?\d{2}(?:\s?[:：分]\s?\d{2}秒?)?分?|星期[一二三四五六日天]|周[一二三四五六日]")
_ENGLISH_BYLINE = re.compile(
    r"^(?:By [A-Z][^|]{2,60}\|)?[^|]{0,40}\|?\s*(?:Updated|Published|Posted)\s*:\s*"
    r"(?:(?:19|20)\d\d-\d\d-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d)(?: \d\d:\d\d(?::\d\d)?)?$"
)
_OTHER_LABEL = re.compile(r"^[\u4e00-\u9fff]{2,10}\s*[:：]")
"""Of what an article tells, such as 开标时间：."""
_PLACE_OF_WRITING = re.compile(r"\s发表于\s?[\u4e00-\u9fff]{2,4}$")
"""Behind the byline of public accounts."""
_SENTENCE_END = re.compile(r"(?:[。！？!?；;…]|(?<=[a-z0-9)\"])\.)[”’」』）)\]】\"]*$")
_INNER_STOP = re.compile(r"[。！？；，,]")

_BUTTONS = (
    "打印本[页文]|打印|关闭(?:窗口|本页)|关闭|加入收藏|收藏|返回(?:顶部|列表|首页)|返回|我要纠错|纠错|分享|顶部|复制链接|设为首页",
    r"举报|TOP|繁體|繁体|简体|无障碍|English|EN|PDF|下载|责任编辑\s*[:：]\s*[\u4e00-\u9fff]{2,4}",
)
_SITE_LINKS = (
    r"登\s*录|注\s*册|设为首页|加入收藏|收藏本站|手机版|客户端|联系我们|网站地图|无障碍(?:浏览|阅读)?|长者(?:版|模式|助手)",
    r"繁[體体](?:版|中文)?|简体(?:版)?|English|RSS|退出|搜\s*索|我的|帮助|导航",
)
_NETWORKS = "微信|微博|QQ空间|QQ好友|QQ|朋友圈|新浪微博|腾讯微博|抖音|豆瓣|人人网|百度贴吧|复制链接|邮件"
_CREDITS = (
    "供稿|撰稿|来稿|文字|图片|摄影|视频|编辑|责编|责任编辑|审核|校对|一审|二审|三审|初审|复审|终审|编审|监制|签发|制图|剪辑|排版|美编"
)
_CONTROL = _whole_line(
    "扫一扫.{0,20}|(?:手机)?扫描?二维码.{0,20}|微信扫一扫.{0,30}|(?:用|使用)?微信.{0,6}扫.{0,20}",
    r"(?:分享|转发|推荐|收藏)(?:到|至|给|本文|此文|文章|按钮)?(?:[：:\s].{0,60})?|分享让更多人看到",
    r"[【\[（(]?\s*字\s*[号体](?:大小)?\s*[:：]?.{0,20}|[大中小]字[号体]|听(?:全文|新闻|文章)|(?:语音)?播报|[大中小\s|/·【】\[\]]{1,16}|A\s?[+-](?:\s|A|[+-]){0,8}",
    rf"(?:(?:{'|'.join(_BUTTONS)})[\s|｜·【】\[\]（）()]*)++",
    rf"(?:(?:{'|'.join(_SITE_LINKS)})[\s|｜·,，]*){{1,12}}+",
    r"当前位置.*|您?(?:现在|当前)?(?:的)?(?:所在)?位置\s*[：:是].*|您(?:现在|目前)在.{0,8}[：:>].*",
    r"(?:点击|阅读|浏览|访问|查看|人气|观看|播放)(?:数|量|次数)?\s*[：:]?\s*[\d,.万]+\s*次?",
    r"\d+\s*(?:次?(?:阅读|浏览|点击|播放)|人(?:阅读|浏览|看过))",
    r"责任编辑\s*[:：]?.{0,30}|责\s*编\s*[:：].{0,60}|(?:本文|此文)?编\s*[辑审]\s*[:：|｜丨/].{0,40}",
    r"(?:校对|审核|审校|监制|终审|复审|初审|值班编委|美编|制图|排版)\s*[:：|｜丨/].{0,40}",
    r"广告.{0,30}|点击查看更多\W*|查看更多\W*|(?:展开|阅读)全文|展开|加载(?:更多|中)\W*",
    "更多(?:精彩|内容|新闻|资讯|>|＞|»).{0,30}|返回搜狐.*|返回(?:顶部|首页|列表).{0,8}",
    "我要(?:评论|留言|发言|分享|反馈|纠错).{0,20}|发表评论.{0,30}|(?:网友|文明)评论.{0,30}|暂无评论",
    r"评论\s*[(（]\d+[)）]|点赞.{0,12}|(?:赞|踩|顶)\s*[(（]?\d*[)）]?|关注(?:我们|公众号|微信).{0,30}|原标题已?修改|没有了",
    rf"(?:{_NETWORKS})(?:[\s|｜、]+(?:{_NETWORKS}))*",
    r"首页|正文|视频播放.{0,20}|来源\s*[:：]\s*|打开.{0,14}(?:APP|客户端|查看|阅读).{0,16}|(?:温馨)?提示[:：]\s*支持键盘.{0,30}",
    r"(?:[上下]一[版期篇]\s*){1,4}|版面(?:导航|目录)|[^。]{1,60}?(?:\.{6,}|…{3,}|·{6,})\s*\d{1,3}|目\s*[录次]",
    r"[·•]\s*\d{1,4}\s*[·•](?:\s.{2,24})?",
    r"(?:\S{2,16}\s+)?\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}(?:\s+阅读\s*[\d.万+]+)?",
    r"\d{16,}|\d{1,3}\s*/\s*\d{1,3}|[-—]\s*\d{1,3}\s*[-—]|第\s*\d+\s*页.{0,12}|(?:上|下)一页.{0,20}|附件下载",
    r"(?=.*页)(?:(?:\[?\d{1,3}\]?|首页|[尾末]页|[上下]一页|共\s*\d+\s*页|当?前?第\s*\d+\s*页|[<>«»‹›…|｜/]+)\s*)++",
    r"(?:今天|现在|当前时间|今日)(?:是|为)?\s*[:：]?\s*(?:19|20)\d\d\s*[-年/.].{0,24}|放大\s*\+?\s*缩小\s*-?(?:\s*默认)?|\[?(?:[大中小]\s*){3}\]?",
    r"(?:信息|文章|稿件)?(?:来源|出处)\s*[|｜丨]\s*[^，。]{2,30}|(?:点击)?收听",
    r"阅读\s*[\d万+.]+(?:\s+(?:在看|点赞|收藏|转发).{0,12})?",
    r"(?:点击|戳|轻触)?[上下]?[方面]?\W{0,2}(?:蓝[色]?字体?|[\u4e00-\u9fff]{2,12}(?=[”」】]))\W{0,3}[，,]?\s*(?:轻松|一键|快速)?(?:关注|订阅).{0,8}",
    "(?:喜欢|觉得不错|有用).{0,8}(?:点个?|点亮|点击).{0,3}(?:在看|赞).{0,10}|(?:点个|点亮|求|分享、?)+(?:在看|赞).{0,6}",
    "(?:长按|扫码|扫描|识别).{0,10}二维码.{0,16}|点击[“「]?阅读原文[”」]?.{0,16}|阅读原文|预览时标签不可点|继续滑动看下一个|收录于.{0,20}|以下文章来源于.{0,24}",
    r"(?:THE\s*)?END|完",
    rf"(?:(?:{_CREDITS})\s*[:：/|｜丨]\s*[\u4e00-\u9fff·]{{2,4}}(?:、[\u4e00-\u9fff·]{{2,4}})*+(?:\s+|$|(?=[）)\]】]))){{1,6}}+",
)
_LIST_SUBJECTS = (
    "相关|延伸|推荐|热门|热点|精彩|最新|同类|更多|猜你喜欢|为您?你?推荐|大家都在看|"
    "编辑|往期|近期|其他|今日|本周|本月|一周|24小时|图片|图文|视频"
)
_LIST_OBJECTS = (
    "阅读|新闻|链接|文章|内容|报道|资讯|信息|文档|推荐|图文|图片|视频|专题|话题|回顾|热点|热文|排行榜?|排名|头条|政策|解读|稿件|附件|动态|公告|"
    "要闻|精选|导读|热搜|喜欢|评论|栏目"
)
_LIST = _whole_line(
    rf"(?:{_LIST_SUBJECTS})(?:>|＞|»|的|相关)?(?:{_LIST_OBJECTS})(?:排行榜?|推荐|列表|更多|[>\s/])*+",
    "喜欢此内容的人还喜欢|猜你喜欢|大家都在看|你可能(?:还)?(?:喜欢|感兴趣).{0,8}|热点?点击.{0,6}|热图|图片新闻|友情链接.*|相关链接.*|快速链接.*",
    "热榜|热搜榜?|热点榜|实时热点",
    "(?:点击|阅读|热门|浏览|人气|新闻|文章|本周|月|周|日)?排行榜?",
    r"(?:>>|更多)\s*(?:>|＞|»)?\s*(?:同类)?(?:资讯|新闻|文章).{0,6}|Related\b.{0,30}|Recommended.{0,30}|Most\s(?:read|viewed|popular).{0,20}",
    r"[上下]一[篇条则章]\s*[：:】\]]?.*|[前后]一篇.*|[上下]篇[：:].*|(?:Previous|Next)\s*(?:article|post)?\s*[:：].*",
    "(?:网友|最新|热门|全部|文明上网)?评论.{0,20}|标签[：:].{0,60}|相关(?:阅读|新闻|报道|链接|文章|稿件)[：:].*",
    before=r"[\W\d]*",
)
_CONTACTS = (
    "地址|邮编|联系地址|传真|网址|邮箱|电子邮箱|投稿邮箱|联系电话|"
    "服务热线|客服(?:热线|电话)|举报(?:电话|邮箱)|新闻热线|违法和?不良信息举报.{0,10}"
)
_FOOTER = _whole_line(
    r"网站标识码.*|.{0,60}(?:网站维护|技术支持\s*[：:]).*",
    r"网站(?:地图|声明|首页)\W.*|网站首页.*",
    r"(?:关于我们|联系我们|隐私政策|使用说明|版权声明|法律声明|网站地图|设为首页|招聘信息|广告服务|投稿|帮助中心)[\s|｜·\-—].*",
    r"版权(?:所有|信息|归属).{0,80}|版权\s*[：:©].{0,80}|.{0,24}版权所有.{0,60}|Copyright.*|©.*|All\sRights\sReserved.*",
    r".{0,60}(?:ICP备|ICP证|ICP\s?[:：]).*|.{0,30}公网安备.*|.{0,30}(?:增值电信|网络文化经营|信息网络传播视听|互联网新闻信息服务)许可.*",
    "建议使用.{0,60}(?:浏览|分辨率|浏览器).*|(?:最佳|推荐)(?:浏览|分辨率).*",
    r"违法和?不良信息举报(?:电话|邮箱|热线|中心)?.*",
    "未经.{0,12}(?:授权|许可|允许).{0,30}(?:转载|使用|复制).{0,20}",
)
_OWNER = _whole_line(
    r"(?:主办|承办|主管|协办|指导|运维|建设)(?:单位|部门)?\s*[：:].*",
    rf"(?:{_CONTACTS})\s*[：:].{{0,80}}(?:邮编|电话|传真|Email|ICP|邮箱).*|举报(?:电话|邮箱|热线)\s*[：:].*",
)
_STATEMENTS = "免责声明|免责条款|版权声明|版权说明|版权提示|法律声明|侵权声明|转载声明|本站声明|本网声明|Disclaimer"
_NOTES = "特别声明|郑重声明|重要声明|特别提示|风险提示|声明"
_DISCLAIMER = _whole_line(rf"(?:{_STATEMENTS})\s*[：:].*", "免责声明|版权声明|特别声明|法律声明", before=r"[\W\d]*")
_NOTE = _whole_line(rf"(?:[\u4e00-\u9fff]{{2,6}})??(?:{_NOTES})\s*[：:].*", before=r"[\W\d]*")
_RIGHTS = re.compile(
    "(?:本网|本站|本平台|本公众号|本号|我网|我站|本报|转载|原作者).*"
    "(?:版权|侵权|侵犯|著作权|转载|观点|真实性|删除|更正|与我们联系|联系我们|仅供参考)|"
    "转载自?合作媒体|风险自[担负]|不构成.{0,6}建议|凡本网.*(?:注明|转载)|凡注明.{0,30}来源|(?:版权|侵权).{0,30}(?:联系|删除)|(?:不代表|并不代表|非)(?:本[网站报]|我们|平台)"
)
_STEP = re.compile("[>＞»›→]")


def is_control(line: str) -> bool:
    """Whether the line is one of the page's controls or counters: share, print, font size, breadcrumb, login, view count."""
    return len(line) <= 160 and not line.endswith("。") and bool(_CONTROL.match(line) or _is_breadcrumb(line))


def _is_breadcrumb(line: str) -> bool:
    """Whether the line is a path through the site: `首页 > 新闻 > 要闻`."""
    steps = [step.strip() for step in _STEP.split(line)]
    if len(steps) >= 2 and steps[0].endswith("首页") and len(steps[0]) <= 12:
        return True
    return len(steps) >= 3 and all(len(step) <= 16 and not _INNER_STOP.search(step) for step in steps)


def is_menu(line: str) -> bool:
    """Whether the line is a row of at least four short words without punctuation: a navigation bar or a row of tags."""
    parts = re.split(r"[\s|｜·•/]+", line.strip("|｜ ·•/"))
    return (
        len(parts) >= 4
        and all(len(part) <= 12 for part in parts)
        and not re.search(r"[。，；：、“”《》（）()%\d]", line)
        and not line.isascii()
    )


def opens_list(line: str) -> bool:
    """Whether the line heads a list of other articles, or names the previous or next one."""
    return len(line) <= 120 and bool(_LIST.match(line)) and not _SENTENCE_END.search(line)


def is_footer(line: str) -> bool:
    """Whether the line belongs to the foot of the page: owner, licence numbers, links, address."""
    return len(line) <= 240 and bool(_FOOTER.match(line)) and (not line.endswith("。") or "版权" in line or "转载" in line)


def is_owner(line: str) -> bool:
    """Whether the line names who runs a site or how to reach them; notices of events have such lines in their text too."""
    return len(line) <= 240 and not line.endswith("。") and bool(_OWNER.match(line))


def is_disclaimer(line: str) -> bool:
    """Whether the line is a statement about liability or copyright, by its label; a note (声明：…) only when it speaks of them."""
    return len(line) <= 500 and bool(_DISCLAIMER.match(line) or (_NOTE.match(line) and speaks_of_rights(line)))


def speaks_of_rights(line: str) -> bool:
    """Whether a line below the article speaks of this site, reprints and rights, as disclaimers do."""
    return bool(_RIGHTS.search(line))


def is_prose(line: str) -> bool:
    """Whether the line reads as a sentence of an article."""
    return len(line) >= 20 and bool(_SENTENCE_END.search(line) or (len(line) >= 50 and len(_INNER_STOP.findall(line)) >= 2))


def is_label(line: str) -> bool:
    """Whether the line is the label of a field and nothing else: `来源：`."""
    return bool(_BARE_LABEL.match(line))


def is_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return bool(_SENTENCE_END.search(line))


def is_field_line(line: str) -> bool:
    """Whether the line holds nothing but labelled fields, such as 来源：… 作者：… 浏览次数：…."""
    if len(line) > 160 or not _LABEL_START.match(line) or _INNER_STOP.search(line) or line.endswith("?"):
        return False
    return len(re.sub(r"[\s|｜【】\[\]()（）·大中小]+", "", _FIELD.sub("", line))) <= 16


def tells_origin(line: str) -> bool:
    """Whether a line of fields names source or time; reporters and editors alone are also named below an article."""
    return is_field_line(line) and bool(_ORIGIN.search(line))


def is_byline(line: str) -> bool:
    """Whether the line gives the date of publication, alone or with source, author and counters."""
    if _ENGLISH_BYLINE.match(line) or is_issued(line):
        return True
    dates = find_dates(line) if len(line) <= 160 else []
    if not dates or "。" in line or is_control(line):
        return False
    rest = line[: dates[0].span.start] + " " + line[dates[-1].span.end :]
    if _OTHER_LABEL.match(line) and not _FIELD.search(line):
        return False
    labelled = bool(_FIELD.search(line) or _PLACE_OF_WRITING.search(line))
    rest = _PLACE_OF_WRITING.sub("", rest)
    rest = re.sub(r"[\s|｜【】\[\]()（）·/\-—:：,，大中小]+", "", _TIME.sub("", _FIELD.sub("", rest)))
    return len(rest) <= (30 if labelled else 16) and (labelled or dates[0].span.start <= 12) and not re.search(r"[，；！？]", rest)
