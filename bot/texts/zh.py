"""Simplified Chinese."""

from __future__ import annotations

from bot.texts import (
    about,
    admin,
    asking,
    backing_up,
    browsing,
    command_line,
    commands,
    comparing,
    examples,
    following,
    groups,
    inline,
    missing,
    oversight,
    privacy,
    profile,
    reading,
    reasons,
    terminal,
)
from bot.texts.wording import Texts
from corpus.language.asking_words import Kind

ZH = Texts(
    start=(
        "你好！我回答有关开发区、高新区和产业园的新闻问题。\n\n"
        "直接提问就行，例如：\n"
        "{example}\n\n"
        "答案都是报道原文的摘录，注明标题、来源和日期，不作任何改写；找不到，我会直说。\n\n"
        "/latest 看最新报道，/help 看更多用法。"
    ),
    help=(
        "怎么提问\n"
        "· 把问题直接发给我，写明哪个园区、哪一年、什么事。\n"
        "· 接着问：“那2023年呢？”“苏州的呢？”前面的园区和时间会沿用；/new 换个话题。\n"
        "· 写错了？编辑原来的消息，我会改写答案。\n\n"
        "怎么看答案\n"
        "· 引文与报道原文一字不差，粗体是回答问题的词句；下面的标题带链接时，点开就是那一句。\n"
        "· 按钮：看上下文、出处和全文，看更多摘录，用 ✕ 去掉不要的园区或时间，分享给别人。👍 👎 帮我改进。\n\n"
        "在群里\n"
        "· 发 /ask 加问题，或者回复我的答案接着问。\n"
        "· 用 /ask 回复别人的一条消息，那条消息就是问题。\n"
        "· 群管理员让我读消息时，也可以 @ 我。\n\n"
        "在别的聊天里\n"
        "· 打 @、我的用户名和问题，选一条摘录，原文和出处就一起发出去。\n\n"
        "关注\n"
        "· 用 /follow 加园区或问题，或者按答案下面的“🔔 关注”：有了新报道，我把原文发来。\n"
        "· 用 /following 取消关注，设定免打扰的时间（默认 22 点到次日 8 点）。"
    ),
    help_commands="命令",
    help_command="· /{name} {description}",
    help_admin=(
        "管理员\n"
        "· 私聊里发文件（.txt .html .md .pdf .docx .xlsx .jsonl .json .csv，20 MB 以内，可一次多个）或网址（一条消息最多 20 个），"
        "我先试读并报告，确认后才收进语料并更新索引；随时可以撤销。\n"
        "· 更新索引期间照常问答。"
    ),
    commands=commands.ZH,
    ask_usage="请把问题写在命令后面，例如：\n/ask {example}",
    text_only="我只看得懂文字，请把问题打出来发给我。",
    greeting="你好！想了解哪个园区的什么事？直接问就行，用法请看 /help。",
    you_are_welcome="不客气！还想了解什么，接着问就行。",
    acknowledged="好的。还想了解什么，接着问就行。",
    farewell="再见！想查什么，随时来问。",
    number_alone="要打开列表里的哪一条，请按它下面的数字按钮；想了解什么，直接问就行。",
    unknown_command="没有这个命令。直接发问题就行，用法请看 /help。",
    admins_only="抱歉，只有管理员可以这样做。",
    of_target="{time}目标",
    also_in="另有 {count} 家转载",
    recognised="文字识别",
    not_found="没有找到能回答这个问题的报道。换个说法，或者写明园区和年份，再试一次？",
    missing=missing.ZH,
    nearest="最接近的报道：",
    understood="我的理解：{found}",
    understood_parks="园区 {parks}",
    understood_times="时间 {times}",
    understood_kind="问的是 {kind}",
    understood_parts="分开找 {parts}",
    kinds={
        Kind.NUMBER: "数字",
        Kind.RANK: "名次",
        Kind.DURATION: "时长",
        Kind.ORGANISATION: "企业或单位",
        Kind.CONTACT: "联系方式",
        Kind.PERSON: "人物",
        Kind.TIME: "何时",
        Kind.PLACE: "地点",
        Kind.LIST: "有哪些",
        Kind.REASON: "原因",
    },
    quoted="“{text}”",
    comma="、",
    year="{year}年",
    in_year="{year}年{part}",
    months={month: f"{month}月" for month in range(1, 13)},
    parts_of_year={
        (1, 6): "上半年",
        (7, 12): "下半年",
        (1, 3): "一季度",
        (4, 6): "二季度",
        (7, 9): "三季度",
        (10, 12): "四季度",
        (1, 9): "前三季度",
        (11, 12): "底",
    },
    day="{month}{day}日",
    period="{first}至{last}",
    asked_as="按“{question}”查找：",
    forgotten="好，前面的话题不再沿用。请问新问题。",
    hint_old="提醒：以上报道最晚到{year}年，情况可能已经变化。",
    hint_figures="提醒：几篇报道日期不同，数字也不同，请留意各自的日期。",
    more_quotes="更多摘录，不一定回答了问题：",
    wider_quotes="下面几段最接近这个问题，但不一定回答了它：",
    linked_quote="有人分享了“{question}”的一条摘录：",
    linked_quote_is="我是园区新闻问答机器人，只摘录报道原文。想接着问，直接发消息就行；/help 看用法。",
    page="{title}\n第 {page} / {pages} 页，粗体是摘录",
    page_number="第 {page} / {pages} 页",
    source_title="标题：{title}",
    source_publisher="发布：{publisher}",
    source_date="日期：{date}",
    source_parks="园区：{parks}",
    source_length="全文 {characters} 字",
    source_recognised="文字识别：第 {pages} 页，可能有误",
    source_also_in="转载：{title}（{publisher}）",
    asking=asking.ZH,
    browsing=browsing.ZH,
    about=about.ZH,
    examples=examples.ZH,
    comparing=comparing.ZH,
    terminal=terminal.ZH,
    backing_up=backing_up.ZH,
    command_line=command_line.ZH,
    groups=groups.ZH,
    inline=inline.ZH,
    profile=profile.ZH,
    reading=reading.ZH,
    button_more="更多",
    button_wider="放宽再找",
    button_context="上下文",
    button_widen="再展开一些",
    button_source="出处",
    button_page="打开原文网页",
    button_read="在这里读全文",
    button_file="发送全文文件",
    button_picture="看原图",
    picture="{title} · 第 {page} 页",
    picture_gone="原图打不开：文件可能已经移走或修改。",
    button_copy_quote="复制摘录和出处",
    button_copy_source="复制出处",
    button_link="复制摘录链接",
    button_share="分享",
    button_without="✕ {text}",
    button_undo="↩ 恢复",
    button_again="重新提问",
    button_quote_before="‹ 摘录 {number}",
    button_next_quote="摘录 {number} ›",
    button_unknown="这个按钮已经不再使用。",
    button_expired="这个按钮已经过期，请把问题再发一次。",
    button_gone="这里已经有变化，请重新打开。",
    answer_expired="这条答案已经过期：保存得太久，或者那篇报道已经修改或删除。要重新查找吗？",
    link_expired="这个链接已经失效：那篇报道可能已经修改或删除。",
    thanks_good="谢谢，记下了。",
    thanks_bad="谢谢，记下了，我们会改进。",
    index_missing="还没有建立索引，暂时无法回答。请管理员发送 /reindex。",
    index_unavailable="索引目前无法使用，请稍后再试。管理员可以用 /status 查看原因。",
    index_unreachable="检索暂时不可用，这次没能回答。请过一分钟再问一次。",
    embedder_unavailable="语言模型目前无法加载，请稍后再试。",
    store_unavailable="抱歉，我的记录暂时读不出、也写不进，这一步做不了。直接提问仍然可以。",
    internal_error="抱歉，出了一点问题，这个问题没能回答。请稍后再问一次。",
    busy="现在等候的问题太多，这个问题没有回答。请过一分钟再发一次。",
    later="我暂时记不下新问题。恢复后会自动回答这一个，不用再发一次。",
    too_many_questions="每人每分钟最多回答 {per_minute} 个问题。这个问题没有回答，接下来发得太快的也不会回答；请稍等片刻再发。",
    following=following.ZH,
    privacy=privacy.ZH,
    reindex_started="开始更新索引……",
    reindex_running="索引正在更新，请等它完成。",
    reindex_progress="正在更新索引\n{stage}：{done} / {total}（{percent}%）",
    reindex_stages={
        "reading": "读取文章",
        "recognising": "文字识别",
        "splitting": "切分段落",
        "embedding": "计算向量",
        "comparing": "查找转载",
        "writing": "写入索引",
        "checking": "自测",
        "asking": "提问",
        "labelling": "标注段落",
    },
    reindex_done=(
        "索引已更新，版本 {version}，用时 {seconds} 秒。\n"
        "新增 {added}，修改 {changed}，删除 {removed}，未变 {unchanged}。\n"
        "现有文章 {articles} 篇，段落 {passages} 个。"
    ),
    reindex_unchanged="语料没有变化，索引已是最新：文章 {articles} 篇，段落 {passages} 个。",
    reindex_rejected="{count} 个文件未收入：",
    reindex_remarks="已收入，请留意（{count} 条）：",
    rejected_file="· {path}：{reason}",
    reasons=reasons.ZH,
    more="……另有 {count} 个",
    reindex_failed="更新没有完成，原来的索引照常使用。\n{reason}",
    reindex_stopped="更新已中止，原来的索引照常使用。机器人重新启动后请再发一次 /reindex。",
    status=(
        "索引版本 {version}\n建立时间 {created}\n文章 {articles} 篇，段落 {passages} 个\n园区 {parks} 个，年份 {years}\n"
        "未收入的文件 {rejected} 个\n向量模型 {embedder}\n磁盘占用 {size}，在 {folder}"
    ),
    status_server="索引在 Milvus：{server}",
    status_worker="工作进程 {worker} 空闲，已计算 {embedded} 个段落的向量",
    status_worker_busy="工作进程 {worker} 正在计算，已计算 {embedded} 个段落的向量",
    status_outdated="索引由较早的版本建成：重新更新一次索引（reindex），回答会更准",
    self_check=(
        "自测：由文章生成 {questions} 个问题，答对 {right}，答错 {wrong}；抽走原文后仍然作答的占 {share}（95% 置信区间 {low}–{high}）"
    ),
    self_check_missing="自测：尚未进行，更新索引时会测",
    self_check_impossible="自测：文章太少，测不出误答的比例",
    false_answers_accepted="可接受的误答比例 {share}",
    status_problem="索引无法使用。\n{reason}",
    status_reindexing="正在更新索引。",
    admin=admin.ZH,
    oversight=oversight.ZH,
)
