"""A sentence that tells of another company, phase, office or respect than the one asked for does not answer."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.question.reading import read_question
from retrieval.ranking.slots import Slots
from retrieval.ranking.telling import Telling
from retrieval.text.analyzer import Analyzer

TODAY = date(2026, 6, 15)


def contradicted(analyzer: Analyzer, question: str, sentence: str, before: str = "", title: str = "青屏经开区简报") -> set[str]:
    """The names of the slots in which a sentence contradicts a question."""
    slots = Slots(read_question(question, TODAY, analyzer), analyzer.dictionary_words, lambda _: True)
    first = f"{title}\n{before}"
    telling = Telling(*map(analyzer.normalize, (sentence, before, title)), article=first + sentence, start=len(first))
    return {slot for slot, value in slots.contradicted(telling).items() if value}


@pytest.mark.parametrize(
    ("question", "sentence", "slot"),
    [
        ("曦禾储能二期投资多少", "曦禾储能一期投资21亿元。", "other phase"),
        ("曦禾储能三期用地多少亩", "曦禾储能项目用地300亩。", "other phase"),
        ("What is the land area of phase II of 曦禾储能?", "曦禾储能一期用地300亩。", "other phase"),
        ("曦禾储能二期招多少工人", "曦禾储能一期招工500人；二期投资14亿元。", "other respect"),
        ("曦禾储能总经理是谁", "曦禾储能董事长罗闻笛致辞。", "other office"),
        ("What is the rent in zone C of the incubator?", "孵化器A区租金每平方米16元，B区14元。", "other phase"),
        ("Who is the general manager of Xihe (曦禾储能)?", "管委会副主任罗闻笛联系曦禾储能。", "answer lacking"),
        ("Who is the director of the Qingping ETDZ management committee?", "管委会副主任罗闻笛主持会议。", "other office"),
        ("Who is director of the investment promotion bureau of Qingping?", "经济发展局局长罗闻笛介绍了情况。", "other office"),
        ("Who is the party working committee secretary of Qingping ETDZ?", "管委会主任罗闻笛主持会议。", "answer lacking"),
        ("Who is the party secretary of Qingping ETDZ?", "纪工委书记罗闻笛主持会议。", "other office"),
        ("Who is the party secretary of Qingping ETDZ?", "党工委书记由青屏市副市长兼任。", "answer lacking"),
        ("Who is the director of Qingping ETDZ?", "党工委书记罗闻笛主持会议。", "answer lacking"),
        ("Who is the director of Qingping ETDZ?", "商务局局长罗闻笛主持会议。", "other office"),
        ("Who is the chairman of Xihe (曦禾储能)?", "曦禾储能总经理罗闻笛致辞。", "answer lacking"),
        ("Who is the vice president of Xihe (曦禾储能)?", "曦禾储能总裁罗闻笛致辞。", "answer lacking"),
        ("Who was director of Qingping ETDZ before Luo Wendi?", "管委会主任罗闻笛主持会议。", "answer lacking"),
        ("Whom did Luo Wendi succeed as director of Qingping ETDZ?", "管委会主任罗闻笛主持会议。", "answer lacking"),
        ("Who was head of the commerce bureau before Luo Wendi?", "罗闻笛转任商务局局长，接替者尚未公布。", "answer lacking"),
        ("Who succeeded Luo Wendi as director of Qingping ETDZ?", "罗闻笛不再担任管委会主任。", "answer lacking"),
        ("青屏经开区罗闻笛之前的管委会主任是谁", "罗闻笛接任管委会主任。", "answer lacking"),
        ("By how much did fixed-asset investment grow in Qingping ETDZ?", "固定资产投资98.5亿元。", "other measure"),
        ("Fixed-asset investment of Qingping ETDZ in 2023?", "固定资产投资增长13.6%。", "other measure"),
        ("How much FDI did Qingping ETDZ use in 2023?", "实际使用外资增长20%。", "other measure"),
        ("How much did firms in Qingping ETDZ pay in taxes?", "高新技术企业212家。", "other respect"),
        ("How many employees does Yunque have?", "岚图照明有员工800人。", "other subject"),
        ("How many employees does Yunque Guangdian have?", "光电产业有员工800人。", "other subject"),
        ("Names of the four chemical companies closed in Qingping ETDZ?", "关停化工企业4家。", "answer lacking"),
        ("Which software company signed with the college?", "青屏学院与一家软件公司签约。", "answer lacking"),
        ("How long does the ride on shuttle line 2 take?", "1号线全程35分钟。", "answer lacking"),
        ("What was the value of e-commerce in Qingping ETDZ in 2024?", "2024年青屏的电商情况如何？", "answer lacking"),
        ("How many beds has the hospital in Qingping?", "青屏有宿舍120间。", "answer lacking"),
        ("Why did exports of Qingping ETDZ fall?", "出口9.8亿元，下降4%。", "answer lacking"),
        ("How much trade did Qingping ETDZ do with the EU in 2023?", "进出口58.7亿元。", "answer lacking"),
        ("How many foreign firms does Qingping ETDZ have?", "全区上市企业8家。", "answer lacking"),
        ("How many german companys are in Qingping ETDZ?", "外资企业86家，其中日资企业24家。", "answer lacking"),
        ("How many industrial firms above designated size does Qingping ETDZ have?", "高新技术企业86家。", "other respect"),
        ("How much trade did Qingping ETDZ do with the EU in 2023?", "东盟、欧盟为主要伙伴，对东盟进出口8.7亿元。", "answer lacking"),
        ("How many Swiss firms does Qingping ETDZ have?", "外资企业63家，来自德国、瑞士等15个国家。", "answer lacking"),
        ("How many German students study at the college in Qingping?", "中德学院有学生900人。", "answer lacking"),
        ("How many Swiss firms does Qingping ETDZ have?", "外资企业来自德国、瑞士等15个国家，累计到资4亿元。", "answer lacking"),
        ("How much FDI did Qingping ETDZ use in 2023 alone?", "累计实际使用外资4亿美元。", "answer lacking"),
        ("Trade between Qingping ETDZ and Russia in 2023?", "进出口58.7亿元；俄罗斯进入前五位。", "answer lacking"),
        ("When was Luo Wendi born?", "罗闻笛离任。\n方远桥，男，1975年8月出生。", "answer lacking"),
        ("Which university did Luo Wendi graduate from?", "罗闻笛离任。方远桥，男，省农业大学毕业。", "answer lacking"),
        ("How many foreign firms have been set up in Qingping so far?", "今年新设外资企业12家。", "answer lacking"),
        ("How many new foreign firms were set up in Qingping in 2023?", "累计设立外资企业312家。", "answer lacking"),
        ("How many cars did Qingping ETDZ export?", "进出口63.7亿元，增长4%，其中汽车出口21.8亿元。", "answer lacking"),
        ("What attracted Yunque to Qingping?", "云雀储能有员工800人，投资3亿元。", "answer lacking"),
        ("Who founded Yunque?", "“电费便宜三成。”罗闻笛说，云雀储能有员工800人。", "answer lacking"),
        ("How long does the train from Qingping to Hamburg take?", "至汉堡的班列每周1班。", "answer lacking"),
        ("What is the stock code of Xihe (曦禾储能)?", "曦禾储能2023年收入9.4亿元。", "other respect"),
        ("Exports only (not total trade) of Qingping ETDZ in 2023?", "进出口58.7亿元。", "other respect"),
        ("What was the actual GDP growth of Qingping ETDZ in 2023?", "会议提出生产总值增长6%，实际使用外资3亿美元。", "answer lacking"),
        ("What is the national rank of Qingping ETDZ?", "进出口58.7亿元，增长11.4%。", "answer lacking"),
        (
            "Why did building materials grow in Qingping ETDZ in 2023?",
            "建材产业增长9%，家电产业下降3%，主要受订单减少影响。",
            "answer lacking",
        ),
        ("Why did the software firms of Qingping ETDZ miss their target?", "电价偏高；软件企业未完成目标。", "answer lacking"),
        ("On what day did the liaison office in Hamburg open?", "对新项目给予支持，并计划9月在汉堡设立联络处。", "answer lacking"),
        ("When was construction of the second 9 GWh phase of the plant begun?", "一期2022年3月开工。", "other phase"),
        ("How much did Qingping make with industrial robots in 2023?", "食品产业产值87亿元；工业机器人增长2.4%。", "answer lacking"),
        ("Trade with the United States in 2023, in yuan?", "对东盟进出口38亿元；对美国进出口下降6%。", "answer lacking"),
        ("By what percent did trade with ASEAN rise?", "对东盟进出口38亿元，居第一位；对美国进出口下降6%。", "answer lacking"),
        ("How many projects were signed in Seoul?", "在东京签约项目9个。", "answer lacking"),
        ("When did the flight to Seoul start?", "至大阪的航线10月开通，至首尔的航线仍在争取。", "answer lacking"),
        ("Which two customers left?", "公司只有一家外省的客户。", "answer lacking"),
        ("Which customer cancelled its order?", "一家大客户撤单。", "answer lacking"),
        ("How many guests came to the 5th optics conference?", "第六届光学大会到会嘉宾270人。", "answer lacking"),
        ("What was the amount in yuan of damage by the typhoon?", "受台风影响，17家企业停产。", "answer lacking"),
        ("What was the actual use of foreign capital?", "全区只披露合同外资，未披露实际使用外资数。", "answer lacking"),
        ("Volume in tonnes of sea-rail intermodal in 2024?", "货物吞吐量58万吨；海铁联运4.6万标箱，增长41%。", "answer lacking"),
        ("How much was spent on the drug KD-21?", "KD-7从立项到获批历时4年，累计投入1.3亿元。", "answer lacking"),
        ("Who became general manager of the plant after the leak?", "园区对工厂罚款95万元，总经理罗闻笛被免职。", "answer lacking"),
        ("Which Swiss drug company bought the rights?", "公司将海外权益授权给一家瑞士药企。", "answer lacking"),
        ("What post did Luo Wendi get after leaving Qingping ETDZ?", "免去罗闻笛的管委会主任职务，另有任用。", "answer lacking"),
        ("What was the mangosteen worth?", "到货1.8万吨，其中山竹700吨。", "other measure"),
        ("Green hydrogen output per year of phase two of the plant", "一期投资56亿元，年产绿氢3.6万吨；二期投资72亿元。", "answer lacking"),
        ("How much land does the first Qingping factory occupy?", "第二工厂占地52亩。", "answer lacking"),
        ("By how much did the software industry grow in 2025?", "软件产业规模36亿元，近三年年均增长7%。", "other measure"),
        ("How much subsidy has the port paid in total?", "对头一年的班次给予每航次3万元补贴。", "other measure"),
        ("How many tonnes of lychee were exported?", "每年采购荔枝1万吨，运往港口。", "other respect"),
        ("Who are the deputy directors of Qingping ETDZ?", "罗闻笛任管委会主任。", "answer lacking"),
        ("青屏经开区管委会主任是谁", "青屏经开区管委会副主任罗闻笛主持会议。", "other office"),
        ("青屏经开区投资促进局局长是谁", "经济发展局局长罗闻笛介绍了情况。", "other office"),
        ("青屏经开区经发局局长", "免去罗闻笛同志的经济发展局局长职务。", "other office"),
        ("曦禾储能董事长是谁", "岚图照明董事长罗闻笛和曦禾储能的代表发言。", "other office"),
        ("曦禾储能有多少员工", "岚图照明有员工800人。", "other subject"),
        ("曦禾储能有多少员工", "岚图照明有员工800人；曦禾储能投资14亿元。", "other respect"),
        ("曦禾乳业有多少员工", "曦禾储能有员工800人。", "other subject"),
        ("罗闻笛的电话是多少", "罗闻笛任管委会主任。", "other respect"),
        ("罗闻笛多大岁数", "罗闻笛去年任管委会主任。", "other respect"),
        ("罗闻笛的老婆是谁", "罗闻笛任管委会主任。", "other respect"),
        ("青屏经开区食堂一顿饭多少钱", "青屏经开区投资20亿元。", "other respect"),
        ("青屏经开区2023年税收增速", "2023年税收20亿元。", "other measure"),
        ("青屏经开区2023年税收增速是几个点", "预算收入21亿元，增长12%；税收19亿元。", "other measure"),
        ("青屏经开区2023年税收多少", "2023年税收增长20%。", "other measure"),
        ("青屏经开区有多少家高新技术企业", "新增高新技术企业20家。", "other measure"),
        ("青屏经开区2023年税收多少", "亩均税收20万元。", "other measure"),
        ("青屏经开区新型建材产值多少亿元", "智能家居产值167亿元，由降转增；新型建材产值下降8.8%。", "other measure"),
        ("青屏经开区小家电产值多少", "汽车零部件领跑，产值451亿元；小家电受订单减少影响，产值下降3.4%。", "other measure"),
        ("青屏经开区发明专利多少件", "专利授权2600件。", "other respect"),
        ("曦禾储能总经理是谁", "岚图照明现有员工520人，总经理为罗闻笛。", "other office"),
        ("青屏经开区哪家企业产值没有增长", "曦禾储能产值9亿元，同比增长22%。", "other respect"),
        ("青屏经开区有几家企业产值下降", "曦禾储能产值增长22%。", "other respect"),
        ("青屏经开区2023年固投多少亿元", "固定资产投资同比增长9.8%，其中技改投资19.4亿元。", "other measure"),
        ("青屏经开区2023年固投有多少亿", "固定资产投资增长8.4%，扭转下降局面，其中工业投资79.6亿元，增长10.7%。", "other measure"),
        ("青屏经开区2023年利用外资金额", "实际使用外资同比增长14.1%，列全市第三位。", "other measure"),
        ("青屏经开区规上工业增加值涨了多少", "规上工业增加值增速全市倒数第二。", "other measure"),
        ("曦禾储能一年纳税总额", "亩均税收最高的是曦禾储能，税收每亩213万元。", "other measure"),
        ("青屏孵化器促成融资总金额", "促成融资26笔，单笔最大3500万元。", "other measure"),
        ("青屏经开区竹木家居园2023年产值多少亿", "园区工业总产值61.3亿元，其中竹木家居园产值增长13.4%。", "other measure"),
        ("在曦禾储能上班平均能拿多少工资", "曦禾储能技术岗起薪7200元。", "other measure"),
        ("青屏经开区2023年固投多少亿", "固定资产投资｜—｜6.2%", "other measure"),
        ("青屏经开区2023年社零多少亿", "固定资产投资79.6亿元。", "other respect"),
        ("青屏经开区哪些企业产值增长", "曦禾储能产值下降7%。", "other respect"),
        ("曦禾储能有多少员工", "岚图照明有员工800人。", "answer lacking"),
        ("曦禾储能2023年营收多少亿元", "2023年，岚图照明营收6.1亿元。", "answer lacking"),
        ("曦禾储能2023年净利润", "2023年，岚图照明营收6.1亿元，净利润1亿元。", "answer lacking"),
        ("曦禾储能哪年落户的", "岚图照明2013年落户。", "answer lacking"),
        ("青屏经开区博士租房补多少", "硕士每月补租房1200元。", "answer lacking"),
        ("青屏铁路口岸回程班列多少列", "青屏开行去程班列94列。", "answer lacking"),
        ("曦禾储能二期投资多少", "曦禾储能一期投资21亿元。", "answer lacking"),
        ("青屏污水厂总氮限值多少", "污水厂氨氮限值每升30毫克。", "answer lacking"),
        ("青屏写字楼保洁员多大年纪", "保安年龄不超过55岁。", "answer lacking"),
        ("青屏基金首期实缴多少亿元", "青屏基金总规模20亿元，首期认缴8亿元。", "answer lacking"),
        ("青屏经开区有科技型中小企业多少家", "青屏经开区有效高新技术企业512家。", "answer lacking"),
        ("青屏经开区贷款余额多少亿元", "年末存款余额131亿元，增长8%。", "answer lacking"),
        ("曦禾储能二期厂房多少平方米", "曦禾储能一期厂房3.1万平方米；二期占地72亩，今年4月开工。", "answer lacking"),
        ("罗闻笛是哪里人", "罗闻笛1978年出生，工学博士。", "other respect"),
        ("青屏经开区企业买研发用房补贴多少", "租用研发用房的，按租金的50%给予补贴。", "answer lacking"),
        ("青屏产业园已开发多少平方公里", "青屏产业园规划面积28.6平方公里。", "answer lacking"),
        ("青屏大道改造谁监理", "工程由青屏市政公司施工，现场负责人罗闻笛。", "answer lacking"),
        ("青屏二类器械注册证每张补多少", "三类医疗器械注册证每张补助150万元。", "answer lacking"),
        ("青屏经开区普通高中在校生多少人", "普通高中3所，当年招生1650人。", "answer lacking"),
        ("青屏经开区2023年税收多少", "在飞地那边已落地4家企业，去年分享税收310万元。", "answer lacking"),
        ("青屏加速器物业费每平方米多少", "场地租金每月每平方米38元。", "answer lacking"),
    ],
)
def test_another_thing(analyzer: Analyzer, question: str, sentence: str, slot: str) -> None:
    assert slot in contradicted(analyzer, question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "before"),
    [
        ("青屏基金首期实缴多少亿元", "首期认缴8亿元，实缴3亿元。", ""),
        ("曦禾储能二期厂房多少平方米", "曦禾储能一期厂房3.1万平方米；二期占地72亩，厂房5万平方米。", ""),
        ("曦禾储能有多少员工", "岚图照明和曦禾储能各有员工800人。", ""),
        ("曦禾储能二期投资多少", "一期投资21亿元，二期投资14亿元。", "曦禾储能是青屏经开区的龙头。"),
        ("曦禾储能二期投资多少", "项目总投资14亿元。", "昨天，曦禾储能二期开工。"),
        ("曦禾储能总经理是谁", "公司总经理罗闻笛致辞。", "曦禾储能昨天开工。"),
        ("曦禾储能总经理是谁", "曦禾储能总裁罗闻笛致辞。", ""),
        ("青屏经开区管委会主任是谁", "罗闻笛任经开区党工委副书记、管委会主任。", ""),
        ("青屏经开区投促局局长是谁", "投资促进局局长罗闻笛介绍了情况。", ""),
        ("曦禾储能有多少员工", "现有员工1430人。", "曦禾储能2013年落户。"),
        ("曦禾储能有多少员工", "岚图照明投资2亿元；曦禾储能投资14亿元；有员工800人。", ""),
        ("青屏经开区2023年税收增速", "2023年税收20亿元，增长8%。", ""),
        ("青屏经开区2023年税收多少", "税收20亿元，其中飞地分享税收310万元。", ""),
        ("青屏经开区2023年税收增幅", "指标税收，2023年20亿元，比上年+8%", ""),
        ("弘曜电器2023年纳税多少万元", "弘曜电器纳税3000万元。", ""),
        ("青屏经开区的企业奖金多少", "第一笔是奖金：会上拿出1300万元，奖励了42家作出贡献的企业。", ""),
        ("青屏经开区2023年税收多少", "2023年税收20亿元，增长8%。", ""),
        ("青屏经开区2023年新增高企多少家", "新增高新技术企业20家。", ""),
        ("青屏经开区2023年税收多少亿元", "指标税收，2022年24.3，2023年27.9", ""),
        ("青屏经开区新开的学校能收多少学生", "两所学校正式招生，新增学位3240个。", ""),
        ("青屏经开区哪家企业产值没有增长", "岚图照明产值与上年持平。", ""),
        ("青屏经开区高企增加了多少家", "新认定高新技术企业20家，能耗下降5%。", ""),
        ("青屏经开区的热线电话", "咨询电话：0949-6612188。", ""),
        ("青屏经开区是什么时候成立的", "青屏经开区2009年成立。", ""),
        ("什么是青屏模式", "青屏模式是先建厂房、后招企业。", ""),
        ("How many companies are there in Qingping?", "The zone has 780 companies.", ""),
        ("青屏经开区招商局现在谁是局长", "罗闻笛任招商局局长（试用期一年）。", ""),
        ("Who is director of the investment promotion bureau of Qingping?", "管委会招商局局长罗闻笛介绍了情况。", ""),
        ("Who is the deputy director of Qingping ETDZ?", "管委会副主任罗闻笛主持会议。", ""),
        ("Who is the general contractor of the plant?", "项目由陇建集团总承包。", ""),
        ("Who is the party secretary of Qingping ETDZ?", "党工委书记、管委会主任罗闻笛主持会议。", ""),
        ("Who is the party working committee secretary of Qingping ETDZ?", "开发区党委书记罗闻笛主持会议。", ""),
        ("Who is party work committee secretary in Qingping ETDZ?", "党工委书记罗闻笛主持会议。", ""),
        ("founder of Xihe (曦禾储能)", "曦禾储能2008年由罗闻笛创办，最初只有9人。", ""),
        ("Why did home appliances fall in Qingping ETDZ in 2023?", "建材产业增长9%，家电产业下降3%，主要受订单减少影响。", ""),
        ("What caused the leak?", "阀门老化，造成泄漏。", ""),
        ("Which local company took over the plant?", "厂房由本地企业晴岚复材接手。", ""),
        ("What per-mu tax does plot QP2025-11 have to pay?", "地块编号：QP2025-11 · 亩均税收：不低于40万元", ""),
        ("Output per year of phase one of the plant", "一期投资56亿元，年产绿氢3.6万吨。", ""),
        ("Which authority pays out the rent subsidies?", "补贴资金由财政分局拨付，租房、租厂房都可申请。", ""),
        ("Volume in TEU of sea-rail intermodal in 2024?", "货物吞吐量58万吨；海铁联运4.6万标箱，增长41%。", ""),
        ("Which general manager lost his job?", "总经理罗闻笛被免职。", ""),
        ("By how much does the park want to expand?", "园区拟向北扩1.2平方公里。", ""),
        ("foreign trade routes of the port by end 2025", "共开通航线38条，其中外贸航线9条。", ""),
        ("When did the flight to Osaka start?", "至大阪的航线10月开通，至首尔的航线仍在争取。", ""),
        ("How many projects were signed in Seoul?", "在韩国签约项目9个，在东京6个。", ""),
        ("How many guests came to the 5th optics conference?", "第五届光学大会到会嘉宾270人。", ""),
        ("By what percent did trade with the United States fall?", "对东盟进出口38亿元，居第一位；对美国进出口下降6%。", ""),
        ("Who is president of Xihe (曦禾储能)?", "曦禾储能总裁罗闻笛致辞。", ""),
        ("Who has been director of the Qingping bonded zone administration?", "管理局局长由罗闻笛担任。", ""),
        ("name of the discipline inspection secretary in Qingping", "党工委书记裴松年主持会议，纪工委书记罗闻笛出席。", ""),
        ("Who is the director of Qingping ETDZ?", "青屏经开区管委会主任罗闻笛主持会议。", ""),
        ("Who was director of Qingping ETDZ before Luo Wendi?", "罗闻笛接替裴松年任管委会主任。", ""),
        ("Who succeeded Pei Songnian as director of Qingping ETDZ?", "裴松年不再担任管委会主任，由罗闻笛接任。", ""),
        ("What is the rent in zone B of the incubator?", "孵化器租金每平方米每月：A区16元，B区14元。", ""),
        ("How many foreign-invested companies were newly set up in Qingping ETDZ?", "新设外商投资企业11家，累计64家。", ""),
        ("How much did battery output grow in Qingping ETDZ?", "电池产值56亿元，增长74%。", ""),
        ("By what percentage did exports rise?", "出口9.8亿元，增长4%。", ""),
        ("How much trade did Qingping ETDZ do with the EU in 2023?", "对东盟进出口贸易9亿元；对欧盟进出口3.5亿元。", ""),
        ("How many foreign firms does Qingping ETDZ have?", "全年新增12家。", "今年外资企业达86家。"),
        ("Why was the Xihe (曦禾储能) line moved?", "曦禾储能生产线搬迁，理由是距港口更近。", ""),
        ("How many Swiss firms does Qingping ETDZ have?", "全区有德企24家，瑞士企业9家。", ""),
        ("How many employees does the German firm Yunque have?", "云雀储能现有员工520人。", ""),
        ("When was Luo Wendi born?", "罗闻笛，男，1975年8月出生。", "方远桥离任。"),
        ("What is the stock code of Xihe (曦禾储能)?", "曦禾储能（股票代码688123）2023年上市。", ""),
        ("Why was Xihe (曦禾储能) fined?", "检查发现曦禾储能堆场防渗不到位，罚款18万元。", ""),
        ("How much magnesium was exported from Qingping in 2023?", "镁产量8万吨，其中出口2.9万吨。", ""),
        ("How many double rooms have the staff apartments in Qingping?", "职工公寓共420间，其中双人间360间。", ""),
        ("Size of the first phase of the Qingping seed fund?", "种子基金首期规模6亿元。", ""),
        ("Why is the start rate of Qingping so low?", "开工率58%，卡在用地指标。", ""),
        ("How many foreign companies does Qingping ETDZ have?", "全区有外资企业86家，今年新设12家。", ""),
        ("R&D as share of GDP in Qingping", "研发投入占GDP比重达到5.62%。", ""),
        ("How many employees does Yunque have?", "云雀储能有员工800人。", ""),
        ("How many foreign trade routes does the port of Qingping have?", "青屏港有外贸航线11条。", ""),
        ("Export clearance time in Qingping ETDZ", "出口整体通关时间1.2小时。", ""),
        ("Where will the plots in Qingping ETDZ be auctioned?", "拍卖在市公共资源交易中心三楼举行。", ""),
        ("When does Yunque want to be listed?", "云雀储能计划2027年申报科创板。", ""),
        ("Do investors in Qingping ETDZ pay for land?", "投资者竞得土地后缴清土地出让金。", ""),
        ("Who founded Yunque?", "云雀储能由罗闻笛创立。", ""),
        ("How many cars did Qingping ETDZ export?", "出口汽车2.1万辆，货值21.8亿元。", ""),
        ("How many firms of the EU are in Qingping ETDZ?", "全区有欧盟企业十余家。", ""),
        ("What attracted Yunque to Qingping?", "云雀储能看中的是青屏的电价。", ""),
        ("曦禾科创中心主任叫什么", "科创中心主任罗闻笛介绍了情况。", "曦禾高新区加速器开园。"),
        ("青屏经开区一亩地平均能收多少税", "亩均税收28.6万元。", ""),
        ("青屏经开区2023年高企新增几家", "高新技术企业净增52家。", ""),
        ("青屏经开区2021年计划新增多少家高企", "力争新增高新技术企业25家。", ""),
        ("曦禾储能二期新增多少用地", "曦禾储能二期新增用地46亩，投资2亿元。", ""),
        ("青屏经开区电池园一期计划投多少钱", "园区共分三期，计划总投资68亿元，其中一期26亿元；规划用地1150亩。", ""),
        ("青屏经开区应急局24小时电话", "应急管理局：8821450（24小时）。", ""),
        ("青屏经开区轴承厂什么时候开工生产的", "新厂占地260亩，2017年10月28日投产。", ""),
        ("青屏经开区2023年规上工业增加值排第几", "规上工业增加值增长7.6%，居全市第四位。", ""),
        ("青屏经开区引进了多少个亿元以上项目", "其间引进亿元以上项目63个。", ""),
        ("青屏经开区硕士租房一个月贴多少", "博士租房补贴每月2,000元，硕士每月1,200元。", ""),
        ("青屏经开区停车怎么收费", "地下车库前两小时免费，之后每小时4元。", ""),
        ("曦禾产业园一共规划多少亩", "规划用地1150亩。", "曦禾新材料产业园一期投产。"),
        ("青屏经开区2023年工业总产值增速", "工业总产值翻一番。", ""),
        ("青屏经开区2023年工业总产值多少亿", "工业总产值｜—｜62.4", ""),
        ("青屏经开区有几支职工运动会代表队", "运动会有61支队伍参加。", ""),
        ("罗闻笛是哪里人", "罗闻笛是江苏如东人，本科毕业。", ""),
        ("青屏3号码头为什么停产", "台风使3号码头停产11天。", ""),
        ("青屏经开区工业投资怎么掉下来了", "工业投资下降2.6%，因新开工项目不足。", ""),
        ("青屏经开区人才补贴怎么申请", "申报人在网上提交材料。", ""),
        ("青屏经开区招商热线", "招商热线8806 2217。", ""),
        ("曦禾新材料产值多少", "工业总产值268亿元；其中海工装备93亿元，曦禾新材料101亿元。", ""),
        ("曦禾储能总经理是谁", "总经理罗闻笛致辞。", "曦禾储能有限公司在青屏川禾大道19号。"),
    ],
)
def test_the_same_thing_or_none_asked(analyzer: Analyzer, question: str, sentence: str, before: str) -> None:
    assert contradicted(analyzer, question, sentence, before) == set()


def test_a_company_named_since_holds_no_office_of_a_zone(analyzer: Analyzer) -> None:
    before = "仪式在曦禾片区举行。星衡动力昨天也开工。"
    zone = contradicted(analyzer, "在曦禾片区宣布开工的是哪位主任", "管委会主任罗闻笛宣布开工。", before)
    company = contradicted(analyzer, "曦禾储能总经理是谁", "总经理罗闻笛宣布开工。", "曦禾储能参加。星衡动力昨天也开工。")
    assert ("other office" in zone, "other office" in company) == (False, True)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("青屏经开区一般公共预算支出多少", "一般公共预算收入12亿元，支出10亿元。"),
        ("青屏口岸出境多少人", "青屏口岸出入境旅客12万人。"),
        ("青屏大厅周日开门吗", "大厅周末开门，周六到9点。"),
        ("青屏有多少家大型企业", "青屏有大中型企业12家。"),
        ("青屏经济下行压力怎么应对", "青屏推行网上行政审批，稳住经济。"),
        ("青屏大厅二楼有什么", "大厅一至三楼办理税务。"),
        ("青屏大厅二楼有什么", "大厅1楼到3楼办理税务。"),
        ("青屏产业园A3栋租金多少", "A1-A12栋租金每月每平方米16元。"),
    ],
)
def test_a_range_and_what_is_told_of_both_do_not_surely_lack_the_answer(analyzer: Analyzer, question: str, sentence: str) -> None:
    assert "answer lacking" not in contradicted(analyzer, question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "before", "title"),
    [
        ("岚川智算中心总经理是谁", "智算中心总经理罗闻笛说，机柜已租出六成。", "云枢科技参与投资。", "岚川智算中心启用"),
        ("创服中心电话是多少", "创业服务中心电话：0949-6612188。", "", "青屏经开区简报"),
        ("曦禾储能二期租金多少", "租金每平方米每月19元（一期为16元）。", "曦禾储能二期招租。", "曦禾储能二期"),
        ("岚川创服中心主任是谁", "创业服务中心主任罗闻笛说，已有23家企业入驻。", "曦禾储能在此孵化。", "岚川高新区简报"),
        ("青屏经开区管委会主任是谁", "罗闻笛说，园区要再快一步。", "会议由管委会主任罗闻笛主持。", "青屏经开区简报"),
    ],
)
def test_what_is_named_in_part_or_in_full_is_the_same(analyzer: Analyzer, question: str, sentence: str, before: str, title: str) -> None:
    assert not contradicted(analyzer, question, sentence, before, title) - {"other respect"}


@pytest.mark.parametrize(
    ("question", "sentence", "before"),
    [
        ("创服中心电话是多少", "企业服务中心电话：0949-6612188。", ""),
        ("青屏经开区管委会主任是谁", "罗闻笛说，园区要再快一步。", "会议由招商局局长罗闻笛主持。"),
        ("曦禾储能二期哪天动工", "该项目总投资7亿元，5月8日动工。", "车间背后就是骁途汽配的二期工地。"),
    ],
)
def test_what_is_of_another(analyzer: Analyzer, question: str, sentence: str, before: str) -> None:
    assert contradicted(analyzer, question, sentence, before)


def test_a_project_goes_on_with_the_last_one(analyzer: Analyzer) -> None:
    question, sentence = "曦禾储能二期哪天动工", "该项目总投资7亿元，5月8日动工。"
    assert "answer lacking" in contradicted(analyzer, question, sentence, "车间背后就是骁途汽配的二期工地。")
    assert not contradicted(analyzer, question, sentence, "车间背后就是曦禾储能的二期工地。")
    assert "answer lacking" not in contradicted(analyzer, question, sentence, "施工方是骁途建设。", "曦禾储能二期开工")


def test_one_picked_from_a_list_is_not_another_of_it(analyzer: Analyzer) -> None:
    listed = "两个大项目是：岚芯微封装线，投资9亿元；曦禾储能基地，投资7亿元。"
    picked = "其中岚芯微项目由青屏产投代建厂房3万平方米。"
    assert "answer lacking" in contradicted(analyzer, "曦禾储能青屏基地由谁代建厂房", picked, listed)
    assert "answer lacking" not in contradicted(analyzer, "岚芯微的厂房由谁代建", picked, listed)
    assert "answer lacking" in contradicted(analyzer, "曦禾储能新增就业多少人", "达产后，骁途汽配预计新增就业310人。", "曦禾储能扩建。")


def test_a_companys_figure_is_none_of_all_companies(analyzer: Analyzer) -> None:
    everybody = "目前聚集上下游企业83家，2023年营业收入达到97亿元。"
    assert "answer lacking" in contradicted(analyzer, "曦禾储能2023年营业收入多少", everybody)
    assert "answer lacking" not in contradicted(analyzer, "青屏经开区储能产业2023年营业收入多少", everybody)
    assert "answer lacking" not in contradicted(analyzer, "曦禾储能2023年营业收入多少", "公司全年营业收入达到9.7亿元。")


def test_the_firm_of_the_title_is_another_than_one_that_it_does_not_name(analyzer: Analyzer) -> None:
    sentence, title = "投产后，岚澈烯材预计招工90人。", "岚澈烯材在青屏开建"
    assert "answer lacking" in contradicted(analyzer, "曦禾树脂扩建招工多少人", sentence, "曦禾树脂也在扩建。", title)
    assert "answer lacking" not in contradicted(analyzer, "曦禾树脂扩建招工多少人", "曦禾树脂招工60人。", "", title)
    assert "answer lacking" not in contradicted(analyzer, "岚撤烯材招工多少人", sentence, "", title)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [("青屏综保区保税研发进出口多少", "保税加工进出口128亿元。"), ("青屏农高区玉米总产量多少吨", "小麦总产9.7万吨。")],
)
def test_another_of_a_list(analyzer: Analyzer, question: str, sentence: str) -> None:
    assert contradicted(analyzer, question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [("青屏综保区保税研发进出口多少", "保税加工进出口128亿元，保税研发进出口3亿元。"), ("青屏农高区小麦总产量多少吨", "小麦总产9.7万吨。")],
)
def test_the_one_of_a_list(analyzer: Analyzer, question: str, sentence: str) -> None:
    assert "answer lacking" not in contradicted(analyzer, question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "of_another"),
    [
        ("第六届青屏创业大赛谁得了第一", "决赛由罗闻笛团队获胜。", True),
        ("第五届青屏创业大赛谁得了第一", "决赛由罗闻笛团队获胜。", False),
        ("第六届青屏创业大赛什么时候开赛", "下一届大赛明年5月开赛。", False),
    ],
)
def test_a_sentence_is_of_the_edition_in_the_title(question: str, sentence: str, of_another: bool, analyzer: Analyzer) -> None:
    assert ("answer lacking" in contradicted(analyzer, question, sentence, title="第五届青屏创业大赛落幕")) is of_another


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("青屏马拉松女子组纪录是多少", "男子组纪录1小时02分。"),
        ("青屏港内贸箱量", "其中外贸箱17.4万标箱。"),
        ("人才计划1.0版几天兑现", "2.0版平均137天兑现，3.0版压缩到45天。"),
        ("曦禾储能试用期工资多少", "试用期一个月，转正后工资4500元。"),
    ],
)
def test_one_of_a_pair_is_not_the_other(question: str, sentence: str, analyzer: Analyzer) -> None:
    assert contradicted(analyzer, question, sentence)


def test_output_of_all_industry_is_none_of_a_company_in_pinyin(analyzer: Analyzer) -> None:
    question, all_industry = "By how much did the output of Yunque Storage grow?", "规上工业总产值182亿元，增长6.4%。"
    named = "云雀储能扩建。会议通报了全年情况。"
    assert "answer lacking" in contradicted(analyzer, question, all_industry, named)
    assert "answer lacking" not in contradicted(analyzer, question, "云雀储能产值18亿元，增长6.4%。", named)
