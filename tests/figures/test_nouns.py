"""Nouns: what stands between the name of a thing and its number is no part of the name."""

from __future__ import annotations

import pytest

from planparse.figures import nouns
from planparse.figures.nouns import is_place, measured, opened
from planparse.figures.verbs import verbs
from planparse.rules import load_rules

VERBS = verbs(load_rules())
TAILS = [
    "比上年",
    "较去年同期",
    "与2030年相比",
    "同比",
    "年均",
    "日均",
    "分别",
    "累计",
    "大约",
    "力争",
    "确保",
    "预计",
    "至少",
    "也",
    "都",
    "能",
    "均",
    "要",
    "将",
    "约",
    "各",
    "共",
    "总",
    "有",
    "仅",
    "翻",
    "大体",
    "由县财政承担",
    "由企业负担",
    "由个人支付",
    "按",
    "按照",
    "新增",
    "保持",
    "为",
    "数量为",
    "每人次",
    "每件",
    "每人",
    "每户",
    "每名",
    "每亩",
    "每吨",
    "每蒸吨",
    "每家",
    "可达",
    "每处",
    "每年",
    "每月",
    "每季度",
    "每个村",
    "每个山区县",
    "每点",
    "最高",
    "最低",
    "首次",
    "首度",
    "率先",
    "双双",
    "一举",
    "平均",
    "连续三年",
    "五年",
    "3年内",
    "10年之内",
    "两年以内",
    "2×",
    "了",
    "由",
    "从",
    ":",
    "“",
    "(",
    ",",
    "、",
    "达到",
    "不低于",
    "提高到",
    "人均",
    "户均达到",
    "县均占有",
]


@pytest.mark.parametrize("tail", TAILS)
def test_what_stands_in_front_of_the_value_is_dropped(tail: str) -> None:
    assert measured("合格率" + tail, VERBS).noun == "合格率"


@pytest.mark.parametrize(
    "scope", ["全县", "我局", "本市", "全辖区内", "境内", "区内", "规划区内", "上述", "年度", "年"]
)
def test_the_whole_territory_is_dropped(scope: str) -> None:
    assert opened(scope + "合格率", VERBS) == "合格率"


@pytest.mark.parametrize(
    "noun",
    [
        "山北地区",
        "山区区域",
        "境内",
        "流域",
        "某县",
        "某市",
        "城区",
        "某镇",
        "某乡",
        "某村",
        "某省",
        "某街道",
        "社区",
        "片区",
        "山区范围",
        "山区范围内",
        "山中",
        "区内",
    ],
)
def test_places(noun: str) -> None:
    assert is_place(noun)


@pytest.mark.parametrize("words", ["合格率", "覆盖率", "需求响应能力", "需水量", "利用能力", ""])
def test_a_name_is_left_as_it_is(words: str) -> None:
    assert measured(words, VERBS).noun == words
    assert not nouns.is_place(words)


@pytest.mark.parametrize(
    "actor",
    ["各社每社至少", "各园每园须", "各站要", "各站均要", "各站应当", "每个班组至少", "驻站干部至少"],
)
def test_who_is_to_do_it_is_dropped(actor: str) -> None:
    assert measured(actor + "悬挂标牌", VERBS).phrase == "悬挂标牌"


@pytest.mark.parametrize("words", ["村主要道路硬化", "类应急物资", "市需求总量", "级要素市场"])
def test_a_sign_within_a_word_names_no_actor(words: str) -> None:
    assert measured("各" + words, VERBS).phrase.endswith(words)
