"""Whether 联合, 协同, 会同 join units: 县水利局联合县公安局, but not 组成联合采购办公室, 协同推进, 社会同步."""

from __future__ import annotations

from planparse.patterns import lazy_pattern, lazy_plain_pattern

__all__ = ["joins_nobody"]

# 经济和社会同步发展, 理事会同意: 会 ends a word (but 县供销社会同县财政局).
_IS_UNIT = lazy_pattern(r"[省市县区州旗镇乡各国]|有关|相关|[\u4e00-\u9fff]{2,10}?[局委厅部办](?![置公理])")
# 联合研究生院, 联合实验室: what is called so.
_CALLED_SO = ("研究生院", "实验室", "研究院", "研究中心", "研究所", "创新中心", "技术中心", "培养", "攻关", "研发")
# 青山联合焦化有限公司 is called so, unless a unit ends in front (县供销社联合青山粮油有限公司).
_COMPANY = lazy_pattern(r"(?![省市县区州旗镇乡各])[\u4e00-\u9fff]{0,8}?(?:股份)?有限(?:责任)?公司")
_UNIT_END = frozenset("局委厅部办府院会镇乡村县区市社校所站处科队心团司")
_SAME = ("步", "样", "时", "期", "比", "类", "意", "等", "频", "舟")
_NOT_JOINT = frozenset("社会国体收办网产")
# 协同推进, 协同增效, 协同发展区: what is done together, not with whom.
_DONE_JOINTLY = lazy_pattern(
    "推|增|作|治理|控|创新|处置|处理|机制|配合|联动|共|减|降|效|高效|育人|保护|攻|办公|开展|做|抓|落实|提|打|发展(?!和?改革)|[示试][范验]区"
)
# 鼓励中学联合职业学校办学: who is encouraged is given no work.
_ENCOURAGED = lazy_plain_pattern(r"(?:鼓励|引导|支持(?!下)|提倡|倡导|允许)[^,;:。!?()\n]{0,30}$")
# 联合采购办公室: a body of several is called so. It is a name behind the word that sets it up or joins it, and where
# nobody stands in front, if what it does follows (联合督查组, but 联合综合执法大队, 联合县政府办公室).
_BODY = "(?:办公室|指挥部|委员会|中心|小组|工作组|专班|大队|中队|会议|[督检巡调核审评验][查导检验审收][组队])"
_SET_UP = lazy_plain_pattern(r"(?:组成|组建|成立|设立|设|建立|参加|加入|进驻|派驻|抽调)了?$")
_IS_BODY = lazy_pattern(rf"(?![省市县区州旗镇乡各])[\u4e00-\u9fff]{{1,10}}?{_BODY}")
_ALONE = frozenset(",;:。!?\n()、该经报向由对")
_DOES = lazy_pattern(
    r"(?:采购|招标|评标|督[查导办]|巡[检查]|检查|执法|办公|整治|指挥|调[查度解]|审[查批核计]|验收|评审|工作|推进|攻坚|救援|接访|值班|会商|排查|监测|处置)"
    rf"[\u4e00-\u9fff]{{0,6}}?{_BODY}"
)
_REACH = 40


def joins_nobody(text: str, word: str, at: int) -> bool:
    """Whether the word of joining that stands at the clean offset `at` joins no units that are given work."""
    behind = at + len(word)
    if word == "协同":
        # 协同清洁能源基地与数据中心布局: where a clause begins with it, none but units are joined.
        is_first = at == 0 or text[at - 1] in _ALONE
        return _DONE_JOINTLY.match(text, behind) is not None or (is_first and not _IS_UNIT.match(text, behind))
    if word != "联合":
        return word == "会同" and text.startswith(_SAME, behind)
    if (
        text[behind : behind + 1] in _NOT_JOINT
        or text.startswith(_CALLED_SO, behind)
        or _ENCOURAGED.search(text, max(0, at - _REACH), at)
    ):
        return True
    if at == 0 or text[at - 1] in _ALONE:
        return _DOES.match(text, behind) is not None
    if text[at - 1] not in _UNIT_END and _COMPANY.match(text, behind):
        return True
    return bool(_SET_UP.search(text, max(0, at - 4), at) and _IS_BODY.match(text, behind))
