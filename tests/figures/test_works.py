"""Works: what a number counts by the clause in front of its own. All sentences are invented."""

from __future__ import annotations

import pytest

import planparse

FRAME = "某县某局\n2031年工作方案\n二、目标任务\n{}\n三、保障措施\n加强领导。\n"


def _indicators(sentence: str) -> list[str | None]:
    return [figure.indicator for figure in planparse.extract(FRAME.format(sentence)).plans[0].targets]


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("推进山塘整治,6月底前完成12座。", "山塘整治"),
        ("做好旱厕改造工作,上半年完成120户。", "旱厕改造"),
        ("抓好沙地绿化,春季完成300亩。", "沙地绿化"),
        ("继续推进农房加装围栏改造,9月底前开工建设20处。", "农房加装围栏改造"),
        ("推进晒谷场建设,全年建成15个。", "晒谷场"),
        ("组织开展送戏,全年不少于12场。", "送戏"),
        ("推进村道建设,20公里。", "村道建设"),
        ("修建2、3、7组通组公路,8.5公里。", "修建通组公路"),
        ("1.建设晒谷场,600平方米。", "建设晒谷场"),
    ],
)
def test_the_work_in_front_is_counted(sentence: str, indicator: str) -> None:
    assert _indicators(sentence) == [indicator]


@pytest.mark.parametrize(
    "sentence",
    [
        "加强组织领导,6月底前完成12座。",
        "推进责任落实,6月底前完成12座。",
        "推进山塘整治,6月底前完成200万元。",
        "推进改造,6月底前完成12座。",
        "推进山塘整治。6月底前完成12座。",
        "改造提升,600平方米。",
        "做好安全巡查,20公里。",
    ],
)
def test_what_names_no_work_is_not(sentence: str) -> None:
    assert _indicators(sentence) == [None]


def test_a_number_in_front_parts_the_work_from_the_number() -> None:
    assert _indicators("推进校舍改造,改建教室20间、600平方米。") == ["改建教室", "改建教室"]


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("新建粮仓6栋,约3万平方米。", "新建粮仓"),
        ("整修院落3个,共计4.5万平方米,约900套。", "整修院落"),
        ("帮带菇农200户、约650人。", "帮带菇农"),
        ("新建粮仓6栋共3万平方米。", "新建粮仓"),
    ],
)
def test_a_sum_behind_a_comma_tells_the_same_once_more(sentence: str, indicator: str) -> None:
    assert set(_indicators(sentence)) == {indicator}


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("(二)推进山乡教育均衡发展  寄宿校舍建设8所。", "寄宿校舍建设"),
        ("(一)实施引水工程 新建水窖5处。", "新建水窖"),
        ("3、加强村道建设 硬化村道30公里。", "硬化村道"),
        ("(一)推进梯田整修 任务5处。", "梯田整修任务"),
    ],
)
def test_a_heading_in_the_line_is_parted_by_a_blank(sentence: str, indicator: str) -> None:
    assert _indicators(sentence) == [indicator]
