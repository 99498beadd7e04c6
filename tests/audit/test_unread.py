"""Numbers that no reading took up are named; those that count nothing by their form are not."""

import pytest

import planparse

FRAME = "某县某局\n2031年工作方案\n一、目标任务\n{}\n二、措施\n抓好落实。\n"


@pytest.mark.parametrize(
    ("sentence", "unread"),
    [
        ("实行365服务。", ["365"]),
        ("得票42。", ["42"]),
        ("得票39,685，列第2,000。", ["39,685"]),
        ("得票如下\n39,685\n12", ["39,685"]),
        ("新建水厂3座，2033年建成。", []),
        ("1、抓好落实。\n（2）抓好督查。", []),
        ("形成1+N体系，落实“1531”工程。", []),
        ("依据某办〔2030〕12号文件，降低PM2.5。", []),
        ("第8次会议于14:30召开。", []),
        ("落实《青河市2030年节水方案》和《2029年方案》。", []),
        ("参照青发〔2030〕33號、青政〔2030〕2 号（见附件1）抓好落实。", []),
        ("《节水方案》实行365服务，《方案》得票42。", ["365", "42"]),
        ("得票《如下42。", ["42"]),
        ("整理土地XX0亩。", []),
        ("晚上6时40分返校,14时开会,9︰30签到。", []),
        ("XX年8月11日举行,第3、4周排练。", []),
        ("得票11日。", ["11"]),
        ("进入企业500强,升级12355青少年服务台,管理2型糖尿病。", []),
        ("举办2031清河灯会,印发2031年版目录,形成灯会经验［20］。", []),
        ("专栏8 环境治理,方案篇1 慰问,PM_2.5稳定。", []),
        ("得票2031。", ["2031"]),
        ("感动2040余观众。", ["2040"]),
    ],
)
def test_unread_numbers(sentence: str, unread: list[str]) -> None:
    text = FRAME.format(sentence)
    found = [d for d in planparse.extract(text).diagnostics if d.code == "unread-number"]
    assert [text[d.span.start : d.span.end] for d in found if d.span] == unread
