"""Indicators: where the phrase that says what a number counts begins and ends. All sentences are invented."""

from __future__ import annotations

import pytest

import planparse

FRAME = "某县某局\n2031年工作方案\n二、目标任务\n{}\n三、保障措施\n加强领导。\n"


def _indicators(text: str) -> list[str | None]:
    plan = planparse.extract(text).plans[0]
    figures = [*plan.targets, *plan.baselines]
    return [figure.indicator for figure in sorted(figures, key=lambda figure: figure.quantity.span.start)]


@pytest.mark.parametrize(
    ("line", "indicators"),
    [
        ("二、工作目标 整治鱼塘43处", ["整治鱼塘"]),
        ("三、保障措施 购置水泵20台,配备队员60名。", ["购置水泵", "配备队员"]),
        ("(一)实施饮水工程  新建水站5处。", ["新建水站"]),
        # a blank in the midst of a name, or of what is done with the thing
        ("二、清河县农村公路 通车里程120公里。", ["清河县农村公路通车里程"]),
        ("二、项目资金 投入30万元。", ["项目资金投入"]),
    ],
)
def test_a_heading_run_into_the_line_is_no_part_of_what_is_counted(line: str, indicators: list[str]) -> None:
    assert _indicators(f"清河县2031年工作方案\n{line}") == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        # of what kind things are, and what is done with them
        ("实施60个亿元以上新开工项目。", ["亿元以上新开工项目"]),
        ("实施60个千万元以上新开工项目。", ["新开工项目"]),
        ("推动60个项目新开工,20个小区新纳入改造。", ["项目", "小区"]),
        ("推动20个续建项目加快建设。", ["续建项目"]),
        ("推动30个新投产项目达产,6个招商项目签约落地,4个投产项目扩能。", ["新投产项目", "招商项目", "投产项目扩能"]),
        ("完成12个竣工投产项目验收,4座水厂工程如期通水。", ["竣工投产项目验收", "水厂工程"]),
        # before what season it is to be done
        ("雨季前完成造林60%,封冻前完成水毁堤防加固5公里。", ["造林", "水毁堤防加固"]),
        ("节前慰问困难户200户,完成产前检查500人,年前投资3亿元。", ["慰问困难户", "产前检查", "投资"]),
        # what the next number measures of the things in front, and where these go
        ("清淤支渠98条长119.4公里,斗沟12条总长13公里。", ["清淤支渠", "长", "斗沟", "总长"]),
        ("建设大棚20座占地30亩,带动农户450户户均增收3000元。", ["建设大棚", "占地", "带动农户", "户均增收"]),
        ("引进6家总投资3亿元企业,新建长廊3个500米。", ["企业", "企业", "新建长廊", "新建长廊"]),
        ("建设30个日间照料中心5000平方米。", ["日间照料中心", "日间照料中心"]),
        ("选派骨干兽医50人到牧场巡诊,医生20名赴外地学习。", ["选派骨干兽医", "医生"]),
        ("清河县处置30笔到期贷款,清河乡60人到县城务工。", ["到期贷款", "到县城务工"]),
        ("危房120户完成改造,贫困户60户实现脱贫,小区9个完成改造的楼栋。", ["危房", "贫困户", "完成改造的楼栋"]),
        ("合作社带动45户脱贫,清河乡60户实现脱贫。", ["脱贫", "实现脱贫"]),
        # for whom it is done
        ("组织家庭农场为380户贫困户提供种苗。", ["贫困户"]),
        # all places that are to do it
        ("各县(市、区)新建学校12所,各乡镇培训骨干300人。", ["新建学校", "培训骨干"]),
        ("各县(市、区)城镇居民收入达到3万元,每个村新建公厕2座。", ["城镇居民收入", "新建公厕"]),
        ("各县级医院新增床位120张,各村庄新建公厕12座。", ["县级医院新增床位", "村庄新建公厕"]),
        # groups named by their numbers
        ("修渠3条、村组道路2、3、7组共5公里。", ["修渠", "村组道路"]),
        ("2032年修建东山村2组、3组道路4公里,组建队伍3组共15人。", ["修建东山村道路", "组建队伍", "组建队伍"]),
        # how a change is reckoned
        ("服务业增加值可比增长6%,税收同口径比上年增长4%。", ["服务业增加值", "税收"]),
        ("实际利用外资名义增长3%,地区生产总值按可比价格计算增长5%。", ["实际利用外资", "地区生产总值"]),
        # how high something is
        ("残次率高达20%,绿化率低至12%,投资多达30亿元。", ["残次率", "绿化率", "投资"]),
        ("亩产量提高达5%,平均株高达165厘米。", ["亩产量", "平均株高"]),
        # how it is reached, and how long it takes or lasts
        ("羊毛年产量首次突破90吨,竹笋产量连续四年稳定在80吨以上。", ["羊毛年产量", "竹笋产量"]),
        ("泵站能耗五年累计降低9%,管网漏损3年内降低2%。", ["泵站能耗", "管网漏损"]),
        ("县城储能50MW/90MWh,氢能8吨,管网能达到90%。", ["县城储能", "县城储能", "氢能", "管网"]),
        # a thing whose name is one character long, and what is done with it
        ("选择12个村开展轮作,6个县纳入试点。", ["村", "县"]),
        ("全县86名教师人均听课8节,选派队员30人参加。", ["教师", "教师人均听课", "选派队员"]),
        ("(三)校本研修:全年不少于36学时。", ["校本研修"]),
        ("45%的村建成花园村庄。", ["村建成花园村庄"]),
        # the territory a plan speaks of, but for what is a word of its own
        ("本区内公厕达标率达到70%,全市级以上示范店达到9家。", ["公厕达标率", "市级以上示范店"]),
        ("全县域就诊率达到88%,本村级收入达到7万元。", ["县域就诊率", "村级收入"]),
        ("全市内河航道达标率达到65%。", ["内河航道达标率"]),
        # what is built already is not built again
        ("已建成渠道120公里,今年再新建80公里。", ["已建成渠道", "新建渠道"]),
        ("危房户由500户减少到目前的21户。", ["危房户", "危房户"]),
    ],
)
def test_where_the_name_ends(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [("残次率只有2.1%,漏水管比例只占40%,缺额只有3人。", ["残次率", "漏水管比例", "缺额"]), ("羊只有500头。", ["羊只"])],
)
def test_only_is_no_part_of_a_name(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("境内白鹤岭最高海拔1366米,年极端最高气温39℃。", ["白鹤岭最高海拔", "极端最高气温"]),
        ("最高楼33层。", ["最高楼"]),
    ],
)
def test_highest_within_a_noun_belongs_to_it(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("组织干部在全镇主要路口及车站等张贴标语300条。", ["张贴标语"]),
        ("在学校门口等地设置宣传牌20块,在城区等重点区域安装路灯30盏。", ["设置宣传牌", "安装路灯"]),
        # 等 sums up works, or things
        ("在全镇开展张贴标语等宣传活动20次。", ["张贴标语等宣传活动"]),
        ("在建学校等项目投资达到20亿元。", ["在建学校等项目投资"]),
    ],
)
def test_a_list_of_places_is_no_part_of_what_is_done_there(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


def test_what_a_side_is_called_is_not_the_name_of_the_length_in_front() -> None:
    assert _indicators(FRAME.format("新修5、6组水渠,3公里、0.8米宽。")) == ["新修水渠", "宽"]


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        # behind 和 stand the words of the next number
        ("建设50个充电桩和换电站10座。", ["充电桩", "换电站"]),
        ("改造20个小区和周边道路5公里。", ["小区", "周边道路"]),
        ("新建20个公园和新建道路5公里。", ["公园", "新建道路"]),
        ("整改50个问题和省里移交我市14个典型问题。", ["问题", "典型问题"]),
        ("建设20个项目和市下达我县5个示范点。", ["项目", "示范点"]),
        ("扶持20家企业和10家合作社。", ["企业", "合作社"]),
        ("扩建6条公路项目和东岭等3个铁路项目。", ["公路项目", "铁路项目"]),
        # but not where they say, with those in front, what the first one counts
        ("建设20个文化和旅游项目5公里。", ["文化和旅游项目", "文化和旅游项目"]),
        ("覆盖30个乡镇和街道120个村。", ["乡镇和街道", "村"]),
        ("扶持20家企业和合作社。", ["企业和合作社"]),
        ("对20万元以下的商户和农户收取的费率不超过1%。", ["商户和农户收取的费率"]),
        ("新增50个城镇和乡村公益性岗位。", ["城镇和乡村公益性岗位"]),
        # of what the first of a row has, and not the others, only the places are counted
        ("监测31个县(市、区)的湖泊、河水清洁度。", ["县(市、区)"]),
        ("完成12个村(社区)的活动场所、卫生室建设。", ["村(社区)"]),
        ("改造3个条件差、设施弱、人口多的片区。", ["片区"]),
        ("建设3个村级公园、广场。", ["村级公园"]),
    ],
)
def test_what_stands_between_two_numbers_is_parted_at_its_joint(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        # adverbs in front of the verb that joins the value
        ("办公经费再压减4%,平均气价再降低6%。", ["办公经费", "平均气价"]),
        ("蔬菜产量继续保持30亿斤以上,油料总产量稳定保持在20亿斤。", ["蔬菜产量", "油料总产量"]),
        ("农户缴纳的保险费率原则上不超过2%,机耕率总体达到60%。", ["农户缴纳的保险费率", "机耕率"]),
        ("新增稳定岗位300个,社会稳定指数达到90分。", ["新增稳定岗位", "社会稳定指数"]),
        # who moves something, and what it is reckoned from
        ("银行逐步将平均贷款利率降至3%。", ["平均贷款利率"]),
        ("在首批补助的基础上补助标准再上浮10%。", ["补助标准"]),
        ("新建将军村展馆面积达到3万平方米。", ["新建将军村展馆面积"]),
        ("各县将新增泵站5座,企业将产值提高到5亿元。", ["新增泵站", "产值"]),
        ("每年度教师发表论文2篇。", ["教师发表论文"]),
        ("护林员补助标准提高至500元,并视财力逐步达到700元。", ["护林员补助标准", "护林员补助标准"]),
        # parts of words
        ("及格率达到96%,新建和美乡村30个,打造50个和美乡村。", ["及格率", "新建和美乡村", "和美乡村"]),
        ("投资600万元建设对虾养殖基地,走访40家企业对外宣传。", ["建设对虾养殖基地", "企业"]),
        ("其中用于支出的部分为900元,平均积分为3分。", ["支出的部分", "平均积分"]),
        ("旅游收入达到53亿元,同比(下同)增长8%。", ["旅游收入", "旅游收入"]),
        ("改造泵站5座以上,或者清理河道20公里以上。", ["改造泵站", "清理河道"]),
    ],
)
def test_how_it_comes_to_its_value_is_no_part_of_a_name(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        # what the next number measures of the things is no part of their name
        ("40个县城的充电桩数量超过5000个。", ["县城", "县城的充电桩数量"]),
        ("40家民营控股的上市公司利润总额达到6亿元。", ["民营控股的上市公司", "民营控股的上市公司利润总额"]),
        ("70个湖泊断面达标率提高至76%。", ["湖泊断面", "湖泊断面达标率"]),
        ("30个城市臭氧年均浓度比2028年下降8%。", ["城市", "城市臭氧年均浓度"]),
        ("25个乡镇卫生院就诊率达到90%。", ["乡镇卫生院", "乡镇卫生院就诊率"]),
        ("12个镇垃圾处理率均达到90%。", ["镇", "镇垃圾处理率"]),
        ("培训300名教师合格率达到95%。", ["教师", "教师合格率"]),
        ("40件实事已完成21件。", ["实事", "实事"]),
        ("10个城市更新项目投资额达3亿元。", ["城市更新项目", "城市更新项目投资额"]),
        ("6支市级制造产业基金规模达到8亿元。", ["市级制造产业基金", "市级制造产业基金规模"]),
        # where nothing is measured, and where no value follows
        ("建设20个县城污水处理率监测点。", ["县城污水处理率监测点"]),
        ("这16个库区村分布在5个县。", ["库区村", "县"]),
        ("走访40个社区老党员160人。", ["社区老党员", "社区老党员"]),
    ],
)
def test_the_first_number_counts_what_the_second_one_measures(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        # who is meant is said in front of the persons, in one member of a row or in several
        ("选拔不少于70名在车间一线起示范作用的后备工匠。", ["后备工匠"]),
        ("引进10名有经验的医生、教师。", ["有经验的医生、教师"]),
        ("培训20名教师、学生。", ["教师"]),
        ("安排50人在重点路段的路口值守。", ["安排"]),
        # how far the whole territory goes
        ("全县(含开发区)规上企业达200户。", ["规上企业"]),
        ("我市(不含直管区)森林覆盖率达到45%。", ["森林覆盖率"]),
    ],
)
def test_who_is_meant_and_how_far_it_goes(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("旅游收入增长10%,突破30亿元。", ["旅游收入", "旅游收入"]),
        ("旅游收入增长10%,力争达到30亿元。", ["旅游收入", "旅游收入"]),
        ("旅游收入增长10%,连续跨上30亿元、40亿元大关。", ["旅游收入"] * 3),
        ("旅游收入增长10%,跨上30亿元台阶。", ["旅游收入", "旅游收入"]),
        ("城镇化率提高2个百分点,超过60%。", ["城镇化率", "城镇化率"]),
        # what has a name of its own
        ("旅游收入增长10%,总量突破30亿元。", ["旅游收入", "总量"]),
        ("旅游收入占比60%,突破30亿元。", ["旅游收入占比", None]),
        ("修建30处台阶。", ["台阶"]),
    ],
)
def test_a_growth_and_the_level_it_leads_to_are_of_one_thing(sentence: str, indicators: list[str | None]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("医院3所、诊所20个,分别增加1所、5个。", ["医院", "诊所", "医院", "诊所"]),
        ("培训300人,医院3所,诊所20个,分别增加1所、5个。", ["培训", "医院", "诊所", "医院", "诊所"]),
        (
            "2032年城镇、农村居民收入分别达到3万元、2万元,分别增长6%、8%。",
            ["城镇居民收入", "农村居民收入", "城镇居民收入", "农村居民收入"],
        ),
        # numbers with a name of their own, and more numbers in front than there are shares
        ("小学、初中分别新建3所、2所,分别投资1亿元、2亿元。", ["小学", "初中", "投资", "投资"]),
        ("小学3所、初中2所、高中1所,分别增加2所、1所。", ["小学", "初中", "高中", "高中", "高中"]),
    ],
)
def test_a_second_row_is_distributed_like_the_first(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("中央、省林业投入3亿元。", ["中央、省林业投入"]),
        ("争取国家、省专项资金5亿元。", ["国家、省专项资金"]),
        ("市、县、乡三级财政投入2亿元。", ["市、县、乡三级财政投入"]),
        ("改造乡、村道路20公里。", ["改造乡、村道路"]),
        ("全市培训省、市、县三级骨干教师300人。", ["培训省、市、县三级骨干教师"]),
        ("各县、区新建公园10个。", ["新建公园"]),
        # a place, a thing, and a level each with its number
        ("清河市、县财政投入2亿元。", ["县财政投入"]),
        ("新建学校、村卫生室20个。", ["新建学校、村卫生室"]),
        ("中央投入1亿元、省投入2亿元、市投入3亿元。", ["中央投入", "省投入", "市投入"]),
    ],
)
def test_a_row_of_levels_is_part_of_the_name(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("走访60户帮扶对象。", ["帮扶对象"]),
        ("对60户贫困户进行走访。", ["贫困户"]),
        ("粮食产量比上年增加60吨,增幅31%,年均增长5%。", ["粮食产量", "增幅", "粮食产量"]),
    ],
)
def test_words_that_are_no_name_or_part_of_one(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("海报6张,每张40元,共240元。", ["海报", None]),
        ("横幅5米×30元=150元,总计390元。", ["横幅", None, None]),
        ("展板7块×60元/块=420元。", ["展板", None]),
        ("新建2台×350兆瓦机组。", ["机组"]),
    ],
)
def test_a_sign_of_arithmetic_is_no_name(sentence: str, indicators: list[str | None]) -> None:
    """Nor is a bare 每张: what a sum adds up to has the name of its line, or none."""
    plan = planparse.extract(f"某县活动方案\n二、措施\n{sentence}").plans[0]
    assert [figure.indicator for figure in plan.targets] == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        # each has a name of its own, or all what the last ends in
        ("森林覆盖率、城区绿地率均达到38%。", ["森林覆盖率、城区绿地率"]),
        ("1、氨氮、总磷排放总量比2030年下降6%。", ["氨氮、总磷排放总量"]),
        ("常住人口、户籍人口城镇化率提高到60%。", ["常住人口、户籍人口城镇化率"]),
        ("到2031年,小麦、玉米、大豆播种面积稳定在30万亩。", ["小麦、玉米、大豆播种面积"]),
        # one verb or several of one thing
        ("新建、改造公路30公里,新打、配套机井70眼。", ["新建、改造公路", "新打、配套机井"]),
        ("购置桌椅、电脑60套。", ["购置桌椅、电脑"]),
        (
            "新建改造供排水、供热管网60公里,完成燃气、供水管网改造30公里。",
            ["新建改造供排水、供热管网", "燃气、供水管网改造"],
        ),
        ("推进绿化、亮化、管网改造30公里。", ["管网改造"]),
        # names of places are only counted
        ("云岭、白沙、东坪3乡电网延伸工程开工。", ["电网延伸工程"]),
        ("覆盖云岭、白沙2村。", ["覆盖云岭、白沙"]),
        # what they all are
        ("新建云岭、白沙等街头公园12个。", ["新建云岭、白沙等街头公园"]),
        # places, each of which is to do it
        ("东山镇、西坪镇、南湾镇各完成新建绿地3万平方米。", ["新建绿地"]),
        ("东山镇和西坪镇各新建公厕2座。", ["新建公厕"]),
        # each has a number or a verb of its own, or is told and not named
        ("新建公路30公里、桥梁5座。", ["新建公路", "桥梁"]),
        ("整治河道、新建泵站3座。", ["新建泵站"]),
        ("制度健全、管理规范、合格率达到90%。", ["合格率"]),
        ("完善制度、强化监管、抽检合格率达到98%。", ["抽检合格率"]),
        ("水清、岸绿、森林覆盖率达到40%。", ["森林覆盖率"]),
        ("通过宣传、培训,合格率达到90%。", ["合格率"]),
        ("改善民生、城乡居民收入增长6%,做好普查、统计数据合格率达到98%。", ["城乡居民收入", "统计数据合格率"]),
        ("一、森林覆盖率达到38%。", ["森林覆盖率"]),
    ],
)
def test_names_in_a_row_share_a_number(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        # of what kind a thing is, said by a word with which no name begins or that ends one
        ("打造2个完善型项目,3个提升型项目。", ["完善型项目", "提升型项目"]),
        ("新建4-5个标准厂房,扶持5个提升项目。", ["标准厂房", "提升项目"]),
        ("新增6个城市社区卫生服务中心和9个社区卫生服务站。", ["城市社区卫生服务中心", "社区卫生服务站"]),
        ("建设3个残疾人就业服务中心和2个便民服务点。", ["残疾人就业服务中心", "便民服务点"]),
        ("实施8个水库治理项目和3个堤防加固项目。", ["水库治理项目", "堤防加固项目"]),
        ("建成6家在全省具有影响力的研究院。", ["研究院"]),
        # what is done with it
        ("企业30家,提升档次。", ["企业"]),
        ("新建5座,改造3座。", ["新建", "改造"]),
        ("扩建3座提升供水能力。", ["扩建"]),
        ("31个村建设服务中心5个。", ["村", "村建设服务中心"]),
        ("支持5个村发展产业和3个镇建设市场。", ["村", "镇建设市场"]),
        ("帮助300名毕业生就业创业。", ["毕业生"]),
        ("20家驿站将接入管网,8条支渠要清淤。", ["驿站", "支渠"]),
        ("6个主要村庄实现通水,5个将军村建成展馆。", ["主要村庄", "将军村"]),
        ("全市90%乡村基本实现绿化。", ["乡村"]),
        ("实现4万人就近就业,帮助200名残疾人稳定就业。", ["就近就业", "残疾人"]),
        ("12个村实现通水。", ["村"]),
        ("改造60个已建成水站。", ["已建成水站"]),
        ("培训80个已完成任务。", ["培训"]),
        ("带动20家企业形成集群。", ["企业"]),
        # of what age those are of whom something is measured
        ("9岁以下儿童建档率达到95%,增长3%。", ["9岁以下儿童建档率", "9岁以下儿童建档率"]),
        # where something is done, and where things are, which comes to no value
        ("在25个村安装体育器材,在7个乡镇形成稳定水源。", ["村", "乡镇"]),
        ("在20个社区服务中心设置书架。", ["社区服务中心"]),
        ("这26个库区村分布在4个县。", ["库区村", "县"]),
        ("集中安排在24个乡镇。", ["乡镇"]),
        ("绿化率保持在90%以上,总量稳定在20家。", ["绿化率", "总量"]),
        ("同意调减6个县(区)900万亩坡耕地。", ["县(区)", "坡耕地"]),
        ("支持12个村500亩以上的果园改造。", ["果园改造"]),
        # what is done with a place
        ("完成红岩公路5.1公里的路基改造。", ["路基改造"]),
        ("完成红岩公路5.1公里,新建支路3公里的目标。", ["红岩公路", "新建支路"]),
        # for whom it is done, however
        ("免费为2.4万名学生配镜,无偿为300户农家改灶。", ["学生配镜", "农家改灶"]),
        ("免费为8万名孕妇提供产前检查。", ["孕妇"]),
        ("集中供养孤儿300名。", ["集中供养孤儿"]),
        # one name twice
        ("国控2条目标断面和市控3条目标断面达到要求。", ["目标断面", "目标断面"]),
        # what comes to a share of another thing
        ("参与度达到职工总数的45%,费用控制在营业额的4%以内。", ["参与度", "费用"]),
        ("26种重大疾病实际补偿比应达到限定费用的78%以上。", ["重大疾病实际补偿比", "重大疾病实际补偿比"]),
        ("完成市下达任务数的45%,占地面积的30%用于绿化。", ["市下达任务数", "占地面积"]),
        # nothing of the people before
        ("改造约3万人居住的旧村,引导约2万人在中心镇就近落户。", ["居住的旧村", "在中心镇就近落户"]),
        # in brackets, and outside
        (
            "建设牧场4.8万平方米(其中饲料库1.1万平方米,青贮窖3.7万平方米),建成1.3万平方米。",
            ["建设牧场", "饲料库", "青贮窖", "建成牧场"],
        ),
        ("进度较快的:甲乡(81.0%)、乙乡(76.5%)。", ["甲乡", "乙乡"]),
        ("建设水厂3座(其中新建2座),改造1座。", ["建设水厂", "新建水厂", "改造水厂"]),
        # rests of a time or of a scope
        ("以后每年安排资金200万元,3年中每年新造林5万亩。", ["安排资金", "新造林"]),
        ("各项贷款余额达50亿元,各类学校达到20所。", ["各项贷款余额", "各类学校"]),
        ("该县计划新建水厂3座,该项目新增就业30人。", ["新建水厂", "该项目新增就业"]),
        ("总装机容量已达50万千瓦。", ["总装机容量"]),
        ("职工养老金今年再提高7%。", ["职工养老金"]),
        # signs, and what a price is of
        ("海报4张,每张30元,共120元。横幅6米×20元=120元。", ["海报", None, "横幅", None]),
        # a line that breaks in front of the verb
        ("污染地块安全利用率\n达到91%以上。", ["污染地块安全利用率"]),
        ("保障安全利用。\n达到91%以上。", [None]),
    ],
)
def test_what_a_number_counts_or_measures(sentence: str, indicators: list[str | None]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("氨氮、总磷、氮氧化物排放总量分别下降6%、7%、9%。", ["氨氮排放总量", "总磷排放总量", "氮氧化物排放总量"]),
        ("化学需氧量和氨氮排放量分别下降6%、7%。", ["化学需氧量排放量", "氨氮排放量"]),
        ("小麦、青贮玉米播种面积分别达到6万亩、7万亩。", ["小麦播种面积", "青贮玉米播种面积"]),
        (
            "幼儿、小学生和9岁以下儿童近视率分别控制在2%、20%和6%以下。",
            ["幼儿近视率", "小学生近视率", "9岁以下儿童近视率"],
        ),
        ("2.新生儿、孕产妇死亡率分别控制在2‰、3‰以下。", ["新生儿死亡率", "孕产妇死亡率"]),
        ("基本养老、失业保险参保人数分别为2万人、3万人。", ["基本养老参保人数", "失业保险参保人数"]),
        ("油菜种植、收获机械化率分别达到66%和52%。", ["油菜种植机械化率", "收获机械化率"]),
        ("工业、生活污水处理率分别达到98%、95%。", ["工业污水处理率", "生活污水处理率"]),
        ("餐厨垃圾、生活污水处理率分别达到98%、95%。", ["餐厨垃圾处理率", "生活污水处理率"]),
        ("城区、乡镇绿化覆盖率分别达到38%、25%。", ["城区绿化覆盖率", "乡镇绿化覆盖率"]),
        # of ordinals all are what the last one is
        ("全年一、二、三产业分别实现12亿元、30亿元、41亿元。", ["一产业", "二产业", "三产业"]),
        ("一、二类驿站分别达到3个、5个。", ["一类驿站", "二类驿站"]),
        # what the clause in front tells of all of them, or of one after the other
        ("群众知晓率和满意率逐年提升,均达到92%以上。", ["群众知晓率和满意率"]),
        ("群众知晓率和满意率持续提高,分别达到92%、95%。", ["群众知晓率", "满意率"]),
        ("加强宣传引导,均达到92%。", [None]),
        # the first has a name of its own
        ("学前毛入园率、义务教育巩固率分别达到96%、98%。", ["学前毛入园率", "义务教育巩固率"]),
        ("社会消费品零售额、工业增加值分别增长6%、7%。", ["社会消费品零售额", "工业增加值"]),
        ("工业投资、农业总产值分别达到6亿元、7亿元。", ["工业投资", "农业总产值"]),
    ],
)
def test_what_the_last_of_many_ends_in_is_of_all(sentence: str, indicators: list[str | None]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


def test_the_verb_of_a_row_is_that_in_front_of_it() -> None:
    plan = planparse.extract(
        FRAME.format("实施装配制造、建设行业等9项培训计划,新建12万平方米安置房和8万平方米公租房。")
    )
    assert [figure.action for figure in plan.plans[0].targets] == ["实施", "新建", None]


def test_the_end_of_a_device_s_name_is_no_word_of_level() -> None:
    assert _indicators("清河县2031年工作方案\n购置彩超3台,B超5台,床位超600张。") == ["购置彩超", "B超", "床位"]


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("单位能耗比2030年下降11%,力争达到13%。", ["by", "by"]),
        ("工业产值增长8%、力争10%。", ["by", "by"]),
        # a level, and another amount
        ("自来水普及率提高5%,力争达到95%。", ["by", None]),
        ("工业产值增长8%,合格率力争达到10%。", ["by", None]),
    ],
)
def test_what_is_striven_for_behind_a_change_is_more_of_it(line: str, changes: list[str | None]) -> None:
    plan = planparse.extract(f"清河县2031年工作方案\n一、工作目标\n{line}").plans[0]
    assert [target.change for target in plan.targets] == changes


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("培育3家国家级、5家省级蔬菜合作社。", ["国家级蔬菜合作社", "省级蔬菜合作社"]),
        ("创建2个国家级、6个省级和12个市级示范园区。", ["国家级示范园区", "省级示范园区", "市级示范园区"]),
        (
            "新增国家级绿色车间5家、省级12家、市级20家。",
            ["新增国家级绿色车间", "省级绿色车间", "市级绿色车间"],
        ),
        ("培育国家级2家、省级3家、市级5家合作社。", ["培育国家级合作社", "省级合作社", "市级合作社"]),
        ("95%的省级、90%的县级机关完成创建。", ["省级机关", "县级机关"]),
        ("建成3座大型、5座中型水库。", ["大型水库", "中型水库"]),
        # no thing is named, or another clause names one
        ("新认定国家级2家、省级3家,培育合作社5家。", ["新认定国家级", "省级", "培育合作社"]),
        ("建成国家级3家、省级5家。", ["建成国家级", "省级"]),
        # each has its own
        ("80%的小学、60%的初中建成智慧校园。", ["小学", "初中"]),
        ("建设国家级公园1座、省级湿地2处。", ["建设国家级公园", "省级湿地"]),
    ],
)
def test_grades_in_a_row_share_the_thing_that_one_names(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("支持6个乡镇建设污水处理站。", ["乡镇"]),
        ("推动5个片区率先探索新模式。", ["片区"]),
        ("重点在青禾等13个市建设危废处置利用项目。", ["市"]),
        ("选择11个左右的县探索片区化推进乡村治理。", ["县"]),
        ("在10个镇建成养老服务中心12所。", ["镇", "建成养老服务中心"]),
        # the verb is part of the name
        ("完成5个村建设规划编制。", ["村建设规划编制"]),
        ("实施3个镇改造提升项目。", ["镇改造提升项目"]),
        ("派驻8个村帮扶工作队。", ["村帮扶工作队"]),
        ("新建6个乡镇应急救援站。", ["乡镇应急救援站"]),
    ],
)
def test_places_are_counted_without_what_is_done_there(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("主要农作物化肥、农药利用率均达到43%以上。", ["主要农作物化肥、农药利用率"]),
        ("其他类型学校、幼儿园达标率均达到90%。", ["其他类型学校、幼儿园达标率"]),
        ("主要农作物化肥、农药利用率达到43%以上。", ["农药利用率"]),
        ("制度健全、管理规范、合格率均达到90%。", ["合格率"]),
        ("大型企业、重点园区人均产值达到5万元。", ["重点园区人均产值"]),
        ("溶剂型涂料、油墨使用比例分别降低20个、10个百分点。", ["溶剂型涂料使用比例", "油墨使用比例"]),
    ],
)
def test_what_is_said_of_all_is_of_the_whole_row(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("住宅面积占比应不低于70%,绿地率宜达到35%,合格率必须达到98%。", ["住宅面积占比", "绿地率", "合格率"]),
        ("人口密度宜控制每平方公里1万人以内,用水定额须低于20立方米。", ["人口密度", "用水定额"]),
        ("死亡率应小于5‰,每校应当有图书3万册。", ["死亡率", "图书"]),
        # part of a word
        ("床位供应100张,办理后事宜3件,风险反应3次。", ["床位供应", "办理后事宜", "风险反应"]),
        # the whole country as part of a kind
        ("举办全国性赛事3场,全市性展会2场。", ["举办全国性赛事", "全市性展会"]),
    ],
)
def test_that_it_is_to_be_so_is_no_part_of_a_name(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        # what happens to the things, or what they come to
        ("16个案例入选全省典型,5项指标居全省第一,4条河段受到污染。", ["案例", "指标", "河段"]),
        ("62%的断面达不到标准。", ["断面"]),
        ("改造学校9所,其余6所正在装修。", ["改造学校", "改造学校"]),
        ("各地可降至16%,各地区绿化率达到30%。", [None, "绿化率"]),
        ("22名驾驶员也分别获得奖励,10座水厂已完工。", ["驾驶员", "水厂"]),
        ("使300户、900人得到有效扶持,3个村全部通水。", ["得到有效扶持", "得到有效扶持", "村"]),
        ("11个县被认定为示范县,3万名儿童享受免费教育。", ["县", "儿童"]),
        ("建设5个植被恢复区,打造6个产业加速园。", ["植被恢复区", "产业加速园"]),
        ("颗粒物浓度低于每立方米19微克,投资强度超过每亩30万元。", ["颗粒物浓度", "投资强度"]),
        ("申报3个获批项目,新增2家入选企业。", ["获批项目", "入选企业"]),
        ("争创6个全国试点县之一。", ["全国试点县"]),
        # from how many to how many
        ("镇由12个归并为8个,商业体从5个整合至3个。", ["镇", "镇", "商业体", "商业体"]),
        ("办电环节由原来的6个减少到2个。", ["办电环节", "办电环节"]),
        ("降低迟到率至4%,提高教师本科率至85%。", ["迟到率", "教师本科率"]),
        ("提高合格率达到95%。", ["提高合格率"]),
        # how it comes to its value, or since when
        ("辍学率控制到1.6%以内,物价涨幅回落到2.6%。", ["辍学率", "物价涨幅"]),
        ("湿地面积近年来每年减少510亩,环保投资约需3亿元。", ["湿地面积", "环保投资"]),
        ("前三年全县单位能耗累计下降9.6%。", ["单位能耗"]),
        # where brackets or another number's words stand between
        ("338个城市细颗粒物(PM2.5)浓度为35微克/立方米。", ["城市", "城市细颗粒物(PM2.5)浓度"]),
        ("公交与轨道50米内换乘比例提升至93%。", ["换乘比例"]),
        ("境内外上市企业6家,就地转化率达45%。", ["境内外上市企业", "就地转化率"]),
    ],
)
def test_what_is_told_of_a_thing_is_no_part_of_its_name(sentence: str, indicators: list[str | None]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        (
            "产值占比达到55%、5年提升10个百分点,绿化率超过50%、提升9个百分点。",
            ["产值占比", "产值占比", "绿化率", "绿化率"],
        ),
        ("总产值连续迈上2个百亿元台阶、达240亿元。", ["总产值", "总产值"]),
        ("实现增加值6亿元,可比增长15%。", ["增加值", "增加值"]),
        ("建设站房30所、达标12家。", ["建设站房", "达标"]),
    ],
)
def test_the_change_behind_a_value_is_of_the_same(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        # of a measure 量 and 数 are part, and no word of level
        ("烟尘排放量为310吨,用电量为20亿千瓦时。", ["烟尘排放量", "用电量"]),
        ("优良天数为330天,点位数为6个。", ["优良天数", "点位数"]),
        ("监测站数量为12个。", ["监测站"]),
        # 及以上 joins nothing
        ("18个州考及以上断面优良率为90%。", ["州考及以上断面", "州考及以上断面优良率"]),
        ("6处县级及以上水源地达标率均为100%。", ["县级及以上水源地", "县级及以上水源地达标率"]),
        ("检查养殖场30家及收购点20个。", ["检查养殖场", "收购点"]),
        # who is to do it, and when, where the thing stands behind the number
        ("各镇至少完成2个示范片区建设。", ["示范片区建设"]),
        ("到2033年至少40%的雨水就地利用。", ["雨水就地利用"]),
        ("夏季存在600万千瓦电力缺口,部分河段存在4处隐患。", ["电力缺口", "隐患"]),
        ("分布在3个乡镇。", ["乡镇"]),
    ],
)
def test_small_words_part_no_name(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("优良率达到96%,比全国平均水平高4个百分点。", ["优良率", "优良率"]),
        ("失业率3.1%,低于省控目标1.2个百分点。", ["失业率", "失业率"]),
        ("能耗下降15%,超过国家下达任务2个百分点。", ["能耗", "能耗"]),
        ("用水效率较全区平均水平提高8%。", ["用水效率"]),
        ("研发强度高于全省平均水平0.4个百分点。", ["研发强度"]),
        # what itself is a standard, or of a height
        ("建设超高标准农田3万亩。", ["建设超高标准农田"]),
        ("新建市级标准公园5座。", ["新建市级标准公园"]),
    ],
)
def test_what_a_value_is_compared_to_names_nothing(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        # behind a sign a new word begins
        ("PM10、NO2平均浓度分别为60微克/立方米、30微克/立方米。", ["PM10平均浓度", "NO2平均浓度"]),
        ("可吸入颗粒物(PM10)、臭氧(O3)浓度分别下降5%、3%。", ["可吸入颗粒物(PM10)浓度", "臭氧(O3)浓度"]),
        ("氨气、硫化氢排放浓度分别不高于10毫克/立方米、5毫克/立方米。", ["氨气排放浓度", "硫化氢排放浓度"]),
        (
            "风电、光伏、生物质发电累计装机分别达到90万千瓦、80万千瓦、5万千瓦。",
            ["风电累计装机", "光伏累计装机", "生物质发电累计装机"],
        ),
        (
            "食品业、装备制造业增加值占工业增加值比重分别达到12%、20%。",
            ["食品业增加值占工业增加值比重", "装备制造业增加值占工业增加值比重"],
        ),
        ("市、县污泥无害化处理率分别达到95%、85%。", ["市污泥无害化处理率", "县污泥无害化处理率"]),
        ("东山镇、西坪镇和南口镇绿地面积分别为3亩、4亩、5亩。", ["绿地面积", "绿地面积", "绿地面积"]),
        # 单位地区 is no region
        (
            "单位地区生产总值电耗、单位地区生产总值水耗分别下降9%、8%。",
            ["单位地区生产总值电耗", "单位地区生产总值水耗"],
        ),
        # what they all are
        ("氨氮、总磷等两类主要污染物排放量分别下降6%、7%。", ["氨氮排放量", "总磷排放量"]),
        # a year that the values are compared to is no subject
        ("2032年农药、化肥使用量较2030年分别下降4%、5%。", ["农药使用量", "化肥使用量"]),
        ("单位建筑面积能耗、人均水耗与2030年相比分别下降4%、5%。", ["单位建筑面积能耗", "人均水耗"]),
        ("二氧化硫、烟尘排放量分别为8吨、9吨,较2030年分别削减6%、7%。", ["二氧化硫排放量", "烟尘排放量"] * 2),
        ("2031年、2032年分别建成水厂5个、6个。", ["建成水厂", "建成水厂"]),
    ],
)
def test_each_subject_of_a_row_has_its_number(sentence: str, indicators: list[str]) -> None:
    found = _indicators(FRAME.format(sentence))
    assert [one for one in found if one != "主要污染物"] == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("清河市已累计建成充电站40座。", ["建成充电站"]),
        ("省属企业累计投入技改资金3亿元。", ["投入技改资金"]),
        ("南口县计划新建公厕12座。", ["新建公厕"]),
        # what is measured of them, and what stands in front of no work
        ("规上企业累计利润3亿元。", ["规上企业累计利润"]),
        ("城镇累计新增就业3万人,老城区已完成投资2亿元。", ["城镇累计新增就业", "老城区已完成投资"]),
        ("形成20项首创成果,支持3个有条件的县发展成为旅游名县。", ["首创成果", "有条件的县"]),
        ("社区污水治理已建成设施运行率达到90%。", ["社区污水治理已建成设施运行率"]),
        ("6个园区创成绿色园区,选聘40名退役军人担任护林员。", ["园区", "退役军人"]),
        ("整修4座通过性桥涵。", ["通过性桥涵"]),
        ("受理6项行政许可已办结,30个小区可通过改造加装电梯。", ["行政许可", "小区"]),
        ("全市已建成公厕12座,全市重点企业累计建成研究中心5个。", ["已建成公厕", "建成研究中心"]),
    ],
)
def test_who_has_done_it_and_what_becomes_of_it(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators


@pytest.mark.parametrize(
    ("lines", "indicators"),
    [
        # a text whose every run of characters stands on a line of its own
        ("到\n2031\n年\n,\n污泥处置率达到\n92%\n以上\n。", ["污泥处置率"]),
        ("加强监管\n,\n社区污水\n处理率不断提升,达到\n88%\n。", [None]),
        ("加强监管\n,\n社区污水\n收集率达到\n88%\n。", ["社区污水收集率"]),
        ("会议强调要持续用力\n88%\n。", [None]),
    ],
)
def test_a_line_ends_behind_the_verb_that_leads_to_the_value(lines: str, indicators: list[str | None]) -> None:
    assert _indicators(FRAME.format(lines)) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("用水总量相较2030年降低6%,用电总量相对于2030年降低5%。", ["用水总量", "用电总量"]),
        ("清洁能源占比达到38%,相比2030年提高4个百分点。", ["清洁能源占比", "清洁能源占比"]),
    ],
)
def test_compared_to_a_year(sentence: str, indicators: list[str]) -> None:
    assert _indicators(FRAME.format(sentence)) == indicators
