"""Titles that run on into the text of their plans, and plans that are told by what they are made for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planparse.cleaning import CleanText
from planparse.outline import Outline
from planparse.outline.enacting import run_in_title
from planparse.rules import load_rules

Read = Callable[..., tuple[CleanText, Outline]]

REASONS = "为做好工作,结合实际,特制定本方案。"
BODY = f"{REASONS}\n一、工作目标\n清淤渠道12公里。\n二、保障措施\n加强领导。\n"
IN_ONE_LINE = f"{REASONS} 一、工作目标 清淤渠道12公里。\n"


def titles(outline: Outline) -> list[str | None]:
    return [plan.title for plan in outline.plans]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (f"清渠工作方案{REASONS}", "清渠工作方案"),
        (f"打印收藏清渠工作方案{REASONS}", "清渠工作方案"),
        (f"清渠工作方案2篇清渠工作方案1{REASONS}", "清渠工作方案"),
        (f"第1页共4页清渠工作方案{REASONS}", "清渠工作方案"),
        ("清渠工作方案(通用3篇)根据《清渠办法》要求,制定本方案。", "清渠工作方案"),
        ("清渠工作方案(试行)根据《清渠办法》要求,制定本方案。", "清渠工作方案(试行)"),
        ("2031清渠工作方案每季核查一次。下面是我整理的2031清渠工作方案,特制定以下方案:", "2031清渠工作方案"),
        (f"本方案{REASONS}", None),
        ("各村工作方案根据全镇方案制定,并制定本方案的细则。", None),
        ("按照县里的工作方案为农户修渠,制定本方案。", None),
        ("县水利局制定的清渠工作方案根据需要调整,镇上制定本方案。", None),
        ("清渠工作方案以修为主,制定本方案。", None),
    ],
)
def test_a_title_is_told_from_a_sentence_about_a_plan(words: str, title: str | None) -> None:
    assert run_in_title(words, load_rules()) == title


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            f"打印 收藏 清渠工作方案 {IN_ONE_LINE}相关推荐\n2032年抗旱工作方案\n{BODY}",
            ["清渠工作方案", "2032年抗旱工作方案"],
        ),
        (f"清渠方案2篇 清渠方案 1 {IN_ONE_LINE}清渠方案 2 {IN_ONE_LINE}", ["清渠方案", "清渠方案"]),
        (f"清渠工作方案\n{IN_ONE_LINE}抗旱工作方案\n{BODY}", ["清渠工作方案", "抗旱工作方案"]),
        (f"{IN_ONE_LINE}抗旱工作方案\n{BODY}", [None, "抗旱工作方案"]),
        (f"小编为您整理了方案,欢迎阅读。\n{BODY}抗旱工作方案\n{BODY}", [None, "抗旱工作方案"]),
    ],
)
def test_each_plan_begins_at_its_title_or_its_reasons(read: Read, text: str, wanted: list[str | None]) -> None:
    assert titles(read(text)[1]) == wanted


def test_a_title_on_its_own_line_is_not_said_twice(read: Read) -> None:
    text, outline = read(f"清溪镇清渠工作方案\n清溪镇清渠工作方案 {IN_ONE_LINE}")
    assert [(plan.start, plan.title) for plan in outline.plans] == [(0, "清溪镇清渠工作方案")]
    assert "12公里" in text.text


def test_what_a_plan_names_begins_no_other(read: Read) -> None:
    _, outline = read(f"清渠工作方案\n{BODY}应急预案\n各村要制定应急预案。\n三、附则\n各村据此制定本村方案。\n")
    assert titles(outline) == ["清渠工作方案"]


def test_a_covering_letter_that_makes_a_plan_belongs_to_none(read: Read) -> None:
    letter = "青河县水利局关于印发清渠工作方案的通知\n为修渠道,我局制定本方案,现印发给你们。\n一、各镇出500人。\n"
    _, outline = read(f"{letter}青河县水利局\n2031年3月1日\n青河县清渠工作方案\n{BODY}")
    assert titles(outline) == ["青河县清渠工作方案"]
