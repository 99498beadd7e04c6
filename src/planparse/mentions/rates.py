"""What a quantity is counted per: 每村每年, 人均, 元/户, 年产."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planparse.patterns import lazy_pattern, lazy_plain_pattern, lazy_quick_pattern

if TYPE_CHECKING:
    import re

    from planparse.mentions.units import UnitTable

__all__ = ["RATE_SIGN", "RHYTHMS", "ROW_REACH", "SAID_OF_ALL", "WHO_DOES", "rate_after", "rate_of_all", "rates_before"]

# 每处新建5万元, 每户贫困户明确1名: what is measured stands right behind 每; behind 每个 it is the noun's head.
_MEASURES = (
    "人次|[车班场批航架台户]次|工日|课时|学时|蒸吨|千瓦时|生|户|人|名|位|处|所|家|台|套|头|只|亩|吨|公里|平方公里|平方米|立方米|公顷|床|间|栋|座|辆|株|件|项|次|期|批|班|校"
    "|队(?![伍员列])|条(?![件例])|延长米|延米|根|眼|盏|艘|枚|匹|羽|棵|幢|篇"
    "|公斤|斤|村|乡镇|镇|乡|县|市|区|社区|街道|组|院|场|车|箱|千瓦时|度|标台|学期|学年"
    "|单位(?!面积|产品|[A-Z国内时])|单(?![元个独项价体套])|趟|册|袋|瓶|桶|笔|宗|起(?![草诉飞步])|份(?!额)|本(?![人地级市县])|块(?!状)|片(?!区)|张|例|站(?!点)|支(?!部)|门(?!类)|[节堂](?=课)"
)
_RHYTHMS = "年度|年|月|季度|季|周|日|天|小时|半年|旬|半月|学年|学期|秒|分钟"
# 每千人口, 每十万人, 每百户居民, 每千名老年人: so many of them together. What a standard gives to each 10万人 is none.
_MANY_PEOPLE = (
    r"[十百千万]平方公里|(?:十|百|一|10?|100)?[百千万亿](?:(?:常住|户籍)?人口|人(?!口|次|均)|(?:名|户)"
    r"(?:常住人口|户籍人口|居民|家庭|农户|老年人|老人|学生|儿童|职工|就业人员|从业人员|劳动力|人口|孕产妇|残疾人)?)"
)
# 给予每个5000元: what is meant was named before; only words of giving part it from the number.
_GIVEN = "最高|最多|至少|不超过|不低于|不少于|约|可|再|各|分别|一次性|给予|予以|安排|奖励|补助|补贴|奖补|资助|支持|投入"
# 每个有适龄人口的贫困家庭, 每个有5户以上贫困户的村: what it has that is meant says nothing of what is measured.
_WHICH = r"有[^,。;、:\n每]{1,16}的"
# 每查实1起奖励500元, 每引进或培育1家: what is done to one, and the measure of that one.
_CASE = rf"(?!{_RHYTHMS}|{_MEASURES}|个)(?:[一-龥]{{2,4}}(?:或者?|、))?[一-龥]{{2,4}}[1一](?P<case>起|{_MEASURES})"
# 每个科室确定1名, 每个年级至少3个: any short noun up to a verb of the plan or a bound, but what only opens one.
_DONE = (
    "建[设立成]|[新修组创]建|打造|培[育训养]|确定|明确|指定|配[备齐置]|安排|选[派聘取择树]|聘[请用]|设[置立]|开[设展]|举办|落实|完成|实施|推[广荐选]"
    "|[申上]报|报送|投入|发放|补[助贴]|奖[励补]|资助|给予|联系(?![人点])|讲解|至少|不[少低]于|不超过|不得|最[多高少低]|[需须应要可]|保[证持]|确保|走访"
    "|评[选出]|招[收募聘]|新增|改造|达到|每|必[须需]"
)
# 每个重点领域 is said of each 领域.
_RANKED = "重点|主要|重大|具体|专项|特色|示范|试点|新型|基层|骨干"
_NOUN = rf"(?!{_DONE}|{_RANKED})(?:(?![的和与或及每个有])[一-龥]){{2,4}}?"
# 每个面积不少于60平方米: what one has, and not what there is one of.
_SIZE = "面积|规模|投资|资金|经费|费用|收入|支出|容积|[长宽高深厚坡]度|[率量额值价龄径]"
_HEADS = (
    "省(?![级委属直域会份内])|合作社|农场|站址|(?:村|乡镇|镇|乡(?!镇)|县|市|街道)(?!卫生|小学|中学|级|域|民|委|属)|区(?!级|域|委|属)|社区"
    "|街道|卫生室|卫生院|项目|企业|学校|医院|机构|单位|部门|(?<![重要热难特优])点(?![村镇乡县市区户校社])|站(?![址点])|中心|园区|基地"
    "|家庭(?!农场)|人(?![口才均类])|(?<![门用客账开])户(?![籍外均口数型])|岗位|小组|支部|班级|班(?!子|组|次)|网格(?!员)|月|季度|学期"
    "|工作日|周期"
)
_EVERY = lazy_pattern(
    rf"每一?(?:(?P<direct>{_RHYTHMS}|{_MEASURES})(?![次]?均)|(?P<many>{_MANY_PEOPLE})"
    rf"|{_CASE}|个(?P<lone>片)(?=[有由]|{_DONE})"
    rf"|(?P<piece>个)(?=(?:{_GIVEN})*$)|个(?:{_WHICH})?+(?P<modifier>[^,。;、:\d\n每]{{0,8}}?)"
    rf"(?P<head>{_HEADS})"
    rf"|个(?:{_RANKED})?+(?P<noun>{_NOUN})(?<!{_SIZE})(?={_DONE}|[由均共约]$|(?<![金费款价数重约共计达为占])$))"
)
_LEVEL = "(?:达到?|为|提高[到至]|增加?[到至]|不[低少]于|超过|突破|稳定在|保持在)?"
_AVERAGE = lazy_pattern(
    r"(?<![平])(?P<of>[百千万]人|人|户|(?<![源牵龙口码街线案巨])头|亩|村|年|月|日|天|班|校|床|次|县|镇|户籍人口|生)均(?!衡|等|可(?!支配)|为|已|要|应|须|能|达到?100)"
    # 年人均3100元: so much for each and in each year; not 今年人均.
    r"|(?<![\dxX*_今明去当每全近多半末同本上下历零一二三四五六七八九十〇两几])(?P<of>年)(?=[户人]均(?!衡|等))"
    # 户平养殖3头: said for 户均; no 户平房, 村平整.
    # 千人病床数, 万人专利拥有量: so many for so many people each.
    rf"|(?<![\d百千万亿零一二三四五六七八九十两几数多余上近超每第过逾达约有的])(?P<of>[千万]人)(?!大会|计划|会议|会场)(?=[一-龥]{{2,8}}(?:数|数?量){_LEVEL}$)"
    r"|(?<![\d百千万亿零一二三四五六七八九十个])(?P<of>户|人|村|亩)平(?![均整方米安房板台等衡地坦稳时常价凡静民面原川行])(?=[一-龥])"
)
# 户均种植、养殖收入: the words between say what else the noun is of, and are no nouns themselves (人均收入、粮食产量).
_AVERAGE_OF_ROW = lazy_quick_pattern(
    r"(?P<of>户|人|亩|村|年)均(?![衡等可为])(?:[一-龥]{2}(?<!收入|产量|产值|面积|寿命|支出|消费|年限|投入|[一-龥][率量额值])、){1,3}$"
)
WHO_DOES = (
    r"[^,;。、:\d\n]{0,16}的(?:[一-龥]{0,4}(?:人数|人口|户数|占比|比例|比重|比率)"
    r"|(?:居民|群众|市民|学生|职工|老年?人|家庭|人|户)(?:占比?|达|数|比例))"
)
"""Behind an amount that tells who is counted: 每周参加2次|以上健身的人数达18万人."""
ROW_REACH = 14
"""Characters in front of the last item of such a row, at most."""
# 年 in front of what is done in one (年周转蔬菜): where an item begins, or behind what does it or shall (项目, 可), or
# lies on something (网上年销售额). What follows makes no other word of it (年底), nor a plan's own year (年目标任务).
_YEARLY = (
    r"(?<=^|[,、;:。(](?:可|将|能|预计|力争|约)?|(?:^|[\n,、;:。(])[地村县镇乡山海]上|(?<![电管路水渠])网上|(?<![路条沿全一二三主支干环战])线上|[耕土坡林荒草空旱滩]地上|[^\d\s零〇一二三四五六七八九十]\n|达产后|建成后|投产后|项目|基地|公司|企业|市场|中心|园区|[工场]厂|可|能够)年"
    r"(?![度底初末内前后中终来均级龄轻老限份代报会关货检审味青景满画轮化薪间月次头少幼纪复以起之的到至春夏秋冬上下第全夜节假长久集县市区镇乡村]"
    r"|极端|最[高低](?:气温|水温|水位|潮位)|最大[降风洪]|[利息增费]率|[一二三四]季|计划|任务|目标|工作|重点|要点|方案|鉴|[和及与、])(?=[一-龥]{2})"
)
# 年产, 日处理: a flow; not 今年产, 2020年产, 成年产羔 (but 形成年产). 亩产: what a mu bears; not 百亩产业园.
_FLOW = lazy_pattern(
    r"(?<![\d今明去当每全近多半末同本历下来逐往早晚老青少零一二三四五六七八九十〇两几])(?<!(?<![形建])成)(?<!(?<!新)上)(?P<of>[年月日])"
    r"(?=产|生产(?:能力|规模)|处理|供|出栏|加工|发电|销售|收入|接待|培训|固碳|减排|节|吞吐|停电|耗|用|消纳|利用|存栏|增|营业|运|工资|收集|输送|投资额|交易|旅客|服务|综合能|能耗|能源消|排放|碳排放|取水|营业|主营|研发)"
    r"|(?<![\d每半零一二三四五六七八九十百千万亿〇两几])(?P<of>亩)(?=产(?!业|权|品))"
    rf"|(?=(?P<of>年)){_YEARLY}"
)
# 单个企业补助不超过50万元; 同一企业每年奖励不超过50万元, where a rhythm says that something is counted for each.
_SINGLE = lazy_pattern(
    r"(?:单个[^,。;、:\d\n每]{0,4}?|同一个?(?=[一-龥]{2,4}每[年月季日天周]))"
    r"(?P<of>企业|项目|单位|机构|主体|合作社|园区|平台|基地|家庭|村|社区|学校|医院|岗位|事项)(?![一-龥]?(?:数|家数|类型))"
    r"|单(?P<of>[户家])(?=企业|贷款|担保|授信|额度|补助|奖励|项目|年度|每年|最高|不超过)"
)
# 每新增1名高级工,给予企业2000元: the case stands in a clause of its own, what it brings in the next.
_CASE_IN_FRONT = lazy_pattern(rf"每{_CASE}[^,;。:\d\n每]{{0,30}},$")
_BRINGS = lazy_plain_pattern(r"(?:可|再|将|均|给|最高|一次性)*(?:给予|予以|奖励?|补助|补贴|资助|[加扣减]|罚)")
_CASE_REACH = 60
# 年产, 日处理, 亩产: what `_FLOW` can find, so that it is not sought in items with dates alone (2031年5月).
_FLOWING = lazy_plain_pattern(r"[年月日亩](?:(?<=亩)产|(?<!亩)(?<![0-9].))")
SAID_OF_ALL = r"(?:(?<![人户亩年月日平])均|都)(?![价值线匀衡等市会])"
"""均 or 都, of what stands in front; not 人均, 均衡, 都市."""
# 所有贫困村运转经费都达到3万元: what is said of all of them each has.
_OF_ALL = lazy_pattern(
    rf"(?:各个?|所有的?|全部)(?![项类种级])[一-龥]{{0,6}}?(?P<of>{_HEADS})(?:市区|[市区]|\(市、区\))?"
    r"(?![^,;。:\d\n]{0,12}?(?:[额价度率值龄均]|标准|寿命|单产|天数)[均都])[^,;。:\d\n]{0,20}?"
    rf"{SAID_OF_ALL}[^,;。:\d\n每]{{0,10}}$"
)
RATE_SIGN = lazy_plain_pattern(
    r"[均户人村亩单年月日](?:(?<=[户人村亩])平|(?<=[千万]人)(?<![0-9].人)(?=[一-龥]{2})|(?<=单)[个户家]|(?<=亩)产|(?<=[均年月日])(?<![0-9][年月日]))"
)
"""What stands in an item that says what it is counted per, where no 每 stands in front."""
_NAMED = ("区", "卫生室", "卫生院", "中心", "站", "点", "基地", "园区")
_LONGEST_NAME = 3
_MANY = lazy_quick_pattern(r"[十百千]?[万亿]元|[百千万][人户]")
_STROKE = lazy_quick_pattern(
    r"/(?P<of>[十百千]?[万亿]元|[百千万][人户]|[一-龥]{1,4}(?:[·./][一-龥]{1,2}){0,2}|(?:min|(?:km|[hc]?m)[23²³]?|[Ll]|kg|k?Wh|W|Hz|h|d|a|s)(?![A-Za-z]))"
)
_BEHIND = lazy_quick_pattern(rf"(?=每)(?:每(?:{_RHYTHMS}|{_MEASURES})){{1,3}}")
_PART = lazy_pattern(r"[^·./]+")
_NAMES = {
    "天": "日",
    "季": "季度",
    "年度": "年",
    "m3": "立方米",
    "m2": "平方米",
    "km2": "平方公里",
    "cm2": "平方厘米",
    "L": "升",
    "d": "日",
    "a": "年",
    "h": "小时",
    "s": "秒",
    "min": "分钟",
}

RHYTHMS = frozenset(_RHYTHMS.split("|"))
# What nothing is measured in, but power and density by it.
_COUNTED_BY = RHYTHMS.union(_NAMES, ("W", "Hz", "柜", "机柜", "机架"))


def rates_before(text: str, clause: int, item: int, stop: int) -> list[str]:
    """What the clause in front of a quantity says it is counted per, in order.

    The clause begins at `clause`, its last item or the number before it at `item`. A 每 of the item itself comes first;
    else one earlier in the clause is carried over (每处新建5万元、修缮2万元). 人均 and 年产 hold for the item alone.
    """
    found = []
    if (last := text.rfind("每", clause, stop)) >= 0:
        found = _each(text, item, stop) if last >= item else []
        if not found and clause < item:
            found = _each(text, clause, stop)
    elif (case := _case_in_front(text, clause)) is not None:
        found = [case]
    if "单" in (said := text[clause:stop]) or "同一" in said:
        found += _singled_out(text, clause, stop)
    if "均" in (said := text[item:stop]) or "平" in said or "千人" in said or "万人" in said:
        found += [(match.start(), match["of"]) for match in _AVERAGE.finditer(text, item, stop)]
    elif text[item - 1 : item] == "、" and (row := _AVERAGE_OF_ROW.search(text, max(clause, item - ROW_REACH), item)):
        found.append((row.start(), row["of"]))
    if _FLOWING.search(text, item, stop):
        found += [(match.start(), match["of"]) for match in _FLOW.finditer(text, item, stop)]
    return list(dict.fromkeys(_NAMES.get(of, of) for _, of in sorted(found))) if found else []


def rate_of_all(text: str, clause: int, stop: int) -> str | None:
    """Of whom each has what the clause says of all of them (各村均建成…, 所有贫困村…都达到), or None."""
    match = _OF_ALL.search(text, clause, stop)
    return match["of"] if match else None


def _case_in_front(text: str, clause: int) -> tuple[int, str] | None:
    """The case of the clause before the one that begins at `clause`, if that says what the case brings."""
    if text[clause - 1 : clause] != "," or not _BRINGS.match(text, clause):
        return None
    match = _CASE_IN_FRONT.search(text, max(0, clause - _CASE_REACH), clause)
    return (match.start(), match["case"]) if match else None


def _singled_out(text: str, clause: int, stop: int) -> list[tuple[int, str]]:
    """What is meant one by one (单个企业); not 单个企业一个年度内, where 一个 is an article."""
    found = _SINGLE.finditer(text, clause, stop)
    return [(match.start(), match["of"]) for match in found if not text.startswith("一个", match.end())]


def _each(text: str, start: int, stop: int) -> list[tuple[int, str]]:
    found = []
    for match in _EVERY.finditer(text, start, stop):
        of = (
            match["direct"]
            or match["many"]
            or match["case"]
            or match["lone"]
            or match["piece"]
            or match["head"]
            or match["noun"]
        )
        # 每个示范区 is no 区, 每个村卫生室 no 卫生室 of anything: a short modifier is part of the name.
        if match["head"] in _NAMED and 0 < len(match["modifier"]) <= _LONGEST_NAME:
            of = match["modifier"] + of
        found.append((match.start(), str(of)))
    return found


def rate_after(text: str, end: int, units: UnitTable) -> tuple[list[str], int]:
    """What stands behind the unit after a stroke or 每 (`/人·月`, `每户`), and where that ends."""
    sign = text[end : end + 1]
    if sign == "/" and (match := _STROKE.match(text, end)):
        names, stop = _stroked(match, units)
        tail = _STROKE.match(text, stop) if stop == match.end() else None
        if tail and (tail["of"] in units.by_word or tail["of"] in _COUNTED_BY):
            names.append(tail["of"])
            stop = tail.end()
        if names:
            return [_NAMES.get(name, name) for name in names], stop
    if sign == "每" and (match := _BEHIND.match(text, end)):
        return [_NAMES.get(of, of) for of in match[0].split("每")[1:]], match.end()
    return [], end


def _stroked(match: re.Match[str], units: UnitTable) -> tuple[list[str], int]:
    """The units behind a stroke and where they end: each the longest known, so that of 户·月给予 only 户 and 月 are."""
    names, stop = [], match.start("of")
    for part in _PART.finditer(match["of"]):
        name = part[0]
        while name and not (_MANY.fullmatch(name) or name in units.by_word or name in _COUNTED_BY):
            name = name[:-1]
        if not name:
            break
        names.append(name)
        stop = match.start("of") + part.start() + len(name)
        if name != part[0]:
            break
    return names, stop
