"""What a question asks: its kind, what is counted, what to look for, and when."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.language.asking_words import Kind
from retrieval.question.asked import unit_asked
from retrieval.question.reading import read_question
from retrieval.text.analyzer import Analyzer

TODAY = date(2024, 6, 15)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("园区有多少家企业？", Kind.NUMBER),
        ("園區有幾家企業", Kind.NUMBER),
        ("增长率是多少", Kind.NUMBER),
        ("厂房有多高", Kind.NUMBER),
        ("工业用地占比", Kind.NUMBER),
        ("how many companies came", Kind.NUMBER),
        ("What percent of the land is used?", Kind.NUMBER),
        ("管委会主任是谁", Kind.PERSON),
        ("誰是主任？", Kind.PERSON),
        ("研究室主任叫什么？", Kind.PERSON),
        ("哪位专家讲了话", Kind.PERSON),
        ("Who is the director?", Kind.PERSON),
        ("GM of Xihe", Kind.PERSON),
        ("output of Xihe in 2023, whole year", Kind.NUMBER),
        ("new party secretary Qingping ETDZ", Kind.PERSON),
        ("customs office head stationed in Qingping", Kind.PERSON),
        ("salary offered for the deputy director of Qingping ETDZ", Kind.NUMBER),
        ("disposable income per head in Qingping", Kind.NUMBER),
        ("Why did Qingping lower the threshold for foreign engineers?", Kind.REASON),
        ("会议什么时候召开", Kind.TIME),
        ("何時開工", Kind.TIME),
        ("哪一年成立的", Kind.TIME),
        ("几月几日开工", Kind.TIME),
        ("When was it founded?", Kind.TIME),
        ("In which year did it open", Kind.TIME),
        ("园区在哪里", Kind.PLACE),
        ("會議在哪召開", Kind.PLACE),
        ("总部设在什么地方", Kind.PLACE),
        ("Where is the park", Kind.PLACE),
        ("有哪些重点项目", Kind.LIST),
        ("哪三个项目获奖", Kind.LIST),
        ("哪几家企业获奖", Kind.LIST),
        ("What are the projects", Kind.LIST),
        ("为什么搬迁", Kind.REASON),
        ("為何停產", Kind.REASON),
        ("Why did it close", Kind.REASON),
        ("啥时候开工", Kind.TIME),
        ("幾時成立", Kind.TIME),
        ("What was the time of the meeting", Kind.OTHER),
        ("主任叫啥", Kind.PERSON),
        ("邊個係主任", Kind.PERSON),
        ("周边个体户有多少", Kind.NUMBER),
        ("现任主任是？", Kind.PERSON),
        ("What is the name of the director?", Kind.PERSON),
        ("Name the mayor", Kind.PERSON),
        ("啥原因停产", Kind.REASON),
        ("How come it closed", Kind.REASON),
        ("园区有啥产业", Kind.LIST),
        ("Which projects were signed", Kind.LIST),
        ("List the key projects", Kind.LIST),
        ("管委会联系电话是多少", Kind.CONTACT),
        ("怎么联系管委会", Kind.CONTACT),
        ("邮箱是什么", Kind.CONTACT),
        ("What is the phone number of the committee?", Kind.CONTACT),
        ("How soon must the buyer start", Kind.DURATION),
        ("In which place is the auction", Kind.PLACE),
        ("Main export destinations of the zone", Kind.LIST),
        ("gross domestic product of the zone for 2024", Kind.NUMBER),
        ("Under what conditions may a tenant leave at no cost", Kind.OTHER),
        ("What job did the director move to", Kind.OTHER),
        ("电话会议讨论了多少项目", Kind.NUMBER),
        ("办公地址是什么", Kind.PLACE),
        ("What is the address of the park", Kind.PLACE),
        ("审批要多久", Kind.DURATION),
        ("持續了多長時間", Kind.DURATION),
        ("How long does approval take", Kind.DURATION),
        ("How long is the bridge", Kind.NUMBER),
        ("排名第几", Kind.RANK),
        ("第几届论坛", Kind.NUMBER),
        ("哪家企业获奖", Kind.ORGANISATION),
        ("Which company won the prize", Kind.ORGANISATION),
        ("What is the total investment", Kind.NUMBER),
        ("Fixed-asset investment of Qingping in 2022", Kind.NUMBER),
        ("What were the exports of Qingping in 2022", Kind.NUMBER),
        ("How deep is the harbour", Kind.NUMBER),
        ("What were the main industries", Kind.LIST),
        ("Which two firms left the park", Kind.LIST),
        ("Where did Qingping land in the ranking", Kind.RANK),
        ("What explains the fall in exports", Kind.REASON),
        ("How does the mayor account for the delay", Kind.REASON),
        ("What is the start date of trial production", Kind.TIME),
        ("How much tax was paid last year", Kind.NUMBER),
        ("Deputy director of the management committee?", Kind.PERSON),
        ("Which deputy director handles work safety", Kind.PERSON),
        ("Which Jiangsu contractor builds the plant", Kind.ORGANISATION),
        ("Which electronics company makes earphones", Kind.ORGANISATION),
        ("In which country does it build a plant", Kind.PLACE),
        ("几号楼", Kind.NUMBER),
        ("主任提了几点建议", Kind.NUMBER),
        ("2021年和2022年产值分别是多少", Kind.NUMBER),
        ("介绍一下园区", Kind.OTHER),
        ("", Kind.OTHER),
        ("😀", Kind.OTHER),
    ],
)
def test_kinds(analyzer: Analyzer, text: str, kind: Kind) -> None:
    assert read_question(text, TODAY, analyzer).kind is kind


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("奖励了多少家企业", "家"),
        ("獎勵了多少萬元", "元"),
        ("投资多少亿美元", "美元"),
        ("面积多少平方公里", "平方公里"),
        ("厂房多少万平方米", "平方米"),
        ("年产多少吨", "吨"),
        ("发电多少千瓦时", "千瓦时"),
        ("有几个项目开工", "项"),
        ("引进了多少个亿元以上项目", "个"),
        ("办几件实事", "件"),
        ("多少人就业", "人"),
        ("几年建成", "年"),
        ("增长了多少％", "%"),
        ("园区拿出多少钱奖励企业", "元"),
        ("how much money did they spend", "元"),
        ("增长率是多少", "%"),
        ("占百分之几", "%"),
        ("增长了几个百分点", "百分点"),
        ("审批要几个工作日", "工作日"),
        ("产值多少亿", "元"),
        ("年产多少万辆", "辆"),
        ("发电多少兆瓦时", "兆瓦时"),
        ("有多少平米", "平米"),
        ("How many companies did the park reward", "家"),
        ("how many new industrial projects", "项"),
        ("how many people", "人"),
        ("how many wafers a month", None),
        ("number of invention patents", "件"),
        ("How much did exports grow", "%"),
        ("How much did the plant cost", "元"),
        ("exports in US dollars", "美元"),
        ("How much of the land was sold, in hectares", "公顷"),
        ("How many pilot lines did Yuanhe build", None),
        ("What percentage of the land", "%"),
        ("how many", None),
        ("企业家是谁", None),
        ("哪一年有一百家企业", None),
    ],
)
def test_units(analyzer: Analyzer, text: str, unit: str | None) -> None:
    assert read_question(text, TODAY, analyzer).unit == unit


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("请问园区的主任是谁？", ("园区", "主任")),
        ("園區主任叫什麼名字", ("园区", "主任")),
        ("园区有多少家企业，是不是园区企业？", ("园区", "家", "企业")),
        ("青屏2022年奖励", ("青屏", "2022", "年", "奖励")),
        ("什么地方", ("什么", "地方")),
        ("谁", ("谁",)),
        ("的", ("的",)),
        ("？？？", ()),
    ],
)
def test_what_to_look_for(analyzer: Analyzer, text: str, words: tuple[str, ...]) -> None:
    assert read_question(text, TODAY, analyzer).terms.words == words


def test_an_english_question_looks_for_the_chinese_words_too(analyzer: Analyzer) -> None:
    question = read_question("What is the output of the park?", TODAY, analyzer)
    assert question.terms.words[:2] == ("output", "park")
    assert {"产值", "园区"} <= set(question.terms.words)


def test_parks_are_named_in_one_writing(analyzer: Analyzer) -> None:
    assert read_question("青屏經濟技術開發區有多少家企業", TODAY, analyzer).parks == ("青屏经开区",)
    assert read_question("食堂几点开门", TODAY, analyzer).parks == ()


@pytest.mark.parametrize(
    ("text", "parks"),
    [
        ("银川国家级经济技术开发区的产值", ("银川经开区",)),
        ("银川市经开区的产值", ("银川经开区",)),
        ("想知道青屏经开区的产值", ("青屏经开区",)),
        ("上海自贸区临港新片区的产值", ("上海自贸区临港新片区",)),
        ("What is the output of the Yinchuan Economic and Technological Development Zone?", ("银川经开区",)),
        ("银川国家级园区", ()),
    ],
)
def test_writings_of_a_park(text: str, parks: tuple[str, ...], analyzer: Analyzer) -> None:
    assert read_question(text, TODAY, analyzer).parks == parks


def test_an_english_question_looks_for_the_chinese_name_of_its_place(analyzer: Analyzer) -> None:
    assert {"西安", "高新区"} <= set(read_question("How big is Xi'an High-tech Zone?", TODAY, analyzer).terms.words)


def test_bigrams_are_distinct_and_do_not_cross_what_only_asks(analyzer: Analyzer) -> None:
    assert read_question("园区多少园区企业", TODAY, analyzer).terms.bigrams == ("园区", "区企", "企业")


def test_times_are_read_from_the_day_of_asking(analyzer: Analyzer) -> None:
    asked = read_question("去年和2021年一季度相比", date(2023, 3, 1), analyzer).times
    assert [(time.first, time.last) for time in asked] == [
        (date(2022, 1, 1), date(2022, 12, 31)),
        (date(2021, 1, 1), date(2021, 3, 31)),
    ]


@pytest.mark.parametrize("text", ["截至目前有几家企业", "現任主任是谁", "最新产值", "How many companies are there currently?"])
def test_a_question_about_now(text: str, analyzer: Analyzer) -> None:
    assert read_question(text, TODAY, analyzer).about_now


@pytest.mark.parametrize("text", ["2022年有几家企业", "截至今年5月有几家企业", "", "know-how"])
def test_a_question_about_any_time(text: str, analyzer: Analyzer) -> None:
    assert not read_question(text, TODAY, analyzer).about_now


def test_the_question_itself_is_kept_as_typed(analyzer: Analyzer) -> None:
    text = " 園區２０２２年\n有幾家？ "
    assert read_question(text, TODAY, analyzer).text == text


@given(st.text(st.characters(), max_size=60), st.dates())
@example("\ud800多少\udfff家", TODAY)
@example("今年十二三月有几家", TODAY)
@example("İ" * 30, date.min)
def test_any_text_is_a_question(analyzer: Analyzer, text: str, asked_on: date) -> None:
    question = read_question(text, asked_on, analyzer)
    assert len(set(question.terms.words)) == len(question.terms.words)
    assert len(set(question.terms.bigrams)) == len(question.terms.bigrams)
    assert all(0 <= time.span.start < time.span.end <= len(text) and time.first <= time.last for time in question.times)
    assert question.unit is None or question.kind is Kind.NUMBER


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("2025年的產值計劃", True),
        ("Which output is the zone EXPECTED to have", True),
        ("Which output is the zone shooting for", True),
        ("What is its goal for actually used foreign capital", True),
        ("What did it actually reach of its goal", False),
        ("2025年产值", False),
        ("岩溪经开区2026年想卖到多少", True),
        ("明远乳业想拉多少投资", True),
        ("主任估计全年能做到多少", True),
        ("估计能源消费量是多少", False),
    ],
)
def test_plans_are_asked_for(text: str, plans: bool, analyzer: Analyzer) -> None:
    assert read_question(text, TODAY, analyzer).asks_of_plans is plans


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("2022年3月的产值", True),
        ("二〇二二年的产值", True),
        ("去年3月的产值", True),
        ("三年前的产值", True),
        ("the output of last year", True),
        ("上半年的产值", False),
        ("最近的产值", False),
        ("2022家企业的产值", False),
    ],
)
def test_whether_a_time_names_its_year(text: str, named: bool, analyzer: Analyzer) -> None:
    assert read_question(text, TODAY, analyzer).names_year is named


def test_names_in_latin_letters_are_those_with_a_capital(analyzer: Analyzer) -> None:
    asked = read_question("How many companies did Qing-ping reward on muyun road", TODAY, analyzer)
    assert (asked.names, asked.in_english) == (("qingping",), True)
    assert not read_question("Qingping 有几家企业", TODAY, analyzer).in_english


@pytest.mark.parametrize(
    "typed", ["青岚经开区23年税收多少", "青岚经开区23税收多少", "青岚经开区二三年税收多少", "青岚经开区民國112年税收多少"]
)
def test_a_year_in_another_writing_is_asked_for_as_in_four_digits(typed: str, analyzer: Analyzer) -> None:
    question, plain = (read_question(text, TODAY, analyzer) for text in (typed, "青岚经开区2023年税收多少"))
    assert question.in_full == plain.in_full == plain.text
    assert (question.terms, question.names_year) == (plain.terms, True)
    assert [(time.first, time.last) for time in question.times] == [(date(2023, 1, 1), date(2023, 12, 31))]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        *(("这是什么", False), ("的是什么", False), ("有多少", False), ("what is it", False), ("😀", False), ("。", False)),
        *(("税收", True), ("2023年", True), ("青岚经开区", True), ("从业人员有多少", True), ("how many jobs", True)),
    ],
)
def test_words_that_only_ask_say_nothing(text: str, says: bool, analyzer: Analyzer) -> None:
    assert read_question(text, TODAY, analyzer).says_something is says


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("青岚经开区从业人员有多少", ["从业人员"]),
        ("青岚经开区地区生产总值多少", ["地区生产总值"]),
        ("青岚经开区在建项目有哪些", ["在建项目"]),
        ("青岚经开区税收全市排第几", ["税收全市"]),
        ("青岚经开区归谁管", ["管"]),
    ],
)
def test_the_matter_is_whole_and_without_words_that_ask(text: str, matter: list[str], analyzer: Analyzer) -> None:
    assert [mention.text for mention in read_question(text, TODAY, analyzer).matter] == matter


def test_last_year_is_searched_for_as_the_year_that_it_is(analyzer: Analyzer) -> None:
    question, plain = (read_question(text, TODAY, analyzer) for text in ("青岚经开区去年税收多少", "青岚经开区2023年税收多少"))
    assert (question.in_full, question.terms) == (plain.text, plain.terms)
    compared = read_question("今年以来税收比去年多多少", TODAY, analyzer)
    assert compared.in_full == compared.text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("青岚经开区自来水厂花了多少钱", {"水厂", "花"}),
        ("青岚经开区自来水厂一共用了多少钱", {"水厂", "用"}),
    ],
)
def test_a_verb_of_spending_is_cut_off_the_name_before_it(typed: str, words: set[str], analyzer: Analyzer) -> None:
    assert words <= set(read_question(typed, TODAY, analyzer).terms.words)


@pytest.mark.parametrize(
    ("dialect", "plain"),
    [
        ("青岚经开区嘅污水廠幾多錢㗎", "青岚经开区的污水厂多少钱"),
        ("青岚经开区有冇人才公寓", "青岚经开区有没有人才公寓"),
        ("青岚经开区书记叫啥子名字嘛", "青岚经开区书记叫什么名字"),
        ("青岚经开区污水厂几多钱整㗎", "青岚经开区污水厂多少钱建的"),
        ("青岚经开区污水厂点解停产", "青岚经开区污水厂为什么停产"),
        ("青岚经开区污水厂啷个停产了", "青岚经开区污水厂怎么停产了"),
    ],
)
def test_dialect_asks_as_the_standard_language_does(dialect: str, plain: str, analyzer: Analyzer) -> None:
    one, other = (read_question(text, TODAY, analyzer) for text in (dialect, plain))
    assert (one.terms.words, one.kind) == (other.terms.words, other.kind)


def test_how_many_there_are_is_asked_without_asking_how_many() -> None:
    assert (unit_asked("历年开工项目个数"), unit_asked("规上企业家数"), unit_asked("青年企业家数量")) == ("个", "家", None)
