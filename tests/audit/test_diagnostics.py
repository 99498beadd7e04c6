"""Text → diagnostics, as (code, words)."""

from __future__ import annotations

import pytest

from planparse.pipeline import extract

TABLE: list[tuple[str, list[tuple[str, str]]]] = [
    ("2031年2月30日前完成新建。", [("impossible-date", "2031年2月30日前")]),
    ("2031年3月22月前完成。", [("impossible-date", "2031年3月22月前")]),
    ("2032年2月29日前完成新建。", []),
    (
        "2031年13月、二〇三一年二月三十日前完成。",
        [("impossible-date", "2031年13月"), ("impossible-date", "二〇三一年二月三十日前")],
    ),
    ("2031年初、2031年3月初、2031年春节前、2031—2032年采暖季、2031年3月5日前后、2031年秋冬季完成。", []),
    ("发放贷款5-10万元。", [("ambiguous-range", "5-10万元")]),
    ("发放贷款5万～10万元，每村1-3名。", []),
    ("新建泵站XX座、铺设管网××公里。", [("redacted-number", "XX"), ("redacted-number", "××")]),
    (
        "种稻 x 万亩以上、总产 x.xx 万吨、早稻xxxx亩,建场X个,达标率X.X%。",
        [("redacted-number", word) for word in ("x", "x.xx", "xxxx", "X", "X.X")],
    ),
    ("在x镇购X光机、建X项目,由X处理,参照X个体户、MAX元素和Xx村。", []),
    ("推广XX县、XX镇做法，联系XX同志。", []),
    ("20**年新建泵站。", [("redacted-number", "20**")]),
    ("到21世纪中叶完成新建。", []),
    ("12月底前完成新建。", [("missing-year", "12月底前")]),
    ("青川县新建水厂3座，云溪县新建水厂2座，共6座。", [("sum-does-not-add-up", "3座，云溪县新建水厂2座，共6座")]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_diagnostics(text: str, expected: list[tuple[str, str]]) -> None:
    whole = f"二、目标任务\n{text}\n"
    document = extract(whole)
    found = [(d.code, whole[d.span.start : d.span.end]) for d in document.diagnostics if d.span]
    assert found == expected
    assert all(d.plan == document.plans[0].id for d in document.diagnostics)


def test_the_number_of_a_page_is_not_unread() -> None:
    document = extract("一、目标任务\n完成改造30处。\n\n— 7 —\n\n二、工作措施\n各村抓好落实，编码 345 另行通知。\n")
    assert [found.message for found in document.diagnostics if found.code == "unread-number"] == [
        "345 is read as no amount and no time"
    ]
