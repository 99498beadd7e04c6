"""What schemes of support and of assessment state of cases, rates, shares and make-up. All sentences are invented."""

from __future__ import annotations

import pytest

import planparse

FRAME = "某县促进产业发展若干措施\n一、支持企业发展\n{}\n三、保障措施\n加强领导。\n"

# sentence → its parameters; every other figure of it is a target
PARAMETERS = [
    (
        "年产值首次超过500万元、1000万元、2000万元的,分别奖励5万元、8万元、10万元。",
        "500万元 1000万元 2000万元 5万元 8万元 10万元",
    ),
    ("厂房面积达到1000平方米、3000平方米以上的,予以支持。", "1000平方米 3000平方米"),
    ("实现营业收入突破10亿元、20亿元的目标。", ""),
    ("新造林3万亩、5000亩以上的示范片2个。", "5000亩"),
    ("申报企业须依法纳税,上年度营业收入不低于600万元。", "600万元"),
    ("第一名奖2万元,第二名奖9000元。", "2万元 9000元"),
    ("前进4个名次以上奖3000元。", "4个 3000元"),
    ("设一等奖1名,奖3000元。", "3000元"),
    ("对租金前三年100%,后两年60%予以补助。", "100% 60%"),
    ("补助资金40%于开工后拨付,60%待竣工验收后拨付。", "40% 60%"),
    ("年底前兑现奖补资金80%以上,新建5个产业园,兑现奖补资金300万元。", ""),
    ("考核指标共6个类别48项指标,分为优秀、良好、合格3个等次。", "6个 48项 3个"),
    ("完成48项考核指标,优秀等次比例不超过总数的25%。", "25%"),
    ("博士每人每月2500元,硕士每人每月1200元。", "2500元 1200元"),
    ("每个村各拿1万元,每县拿出30万元。", "1万元"),
    ("贷款利率不超过LPR+60个基点。", "60个基点"),
    ("推荐名额:各县区3个,市直单位1个。", "3个 1个"),
    ("申报材料一式三份,印发宣传资料2万份。", "三份"),
    ("推进2000平方米以上公共建筑节能改造,新建3万平方米以上公共建筑。", "2000平方米"),
    ("推动2万吨标准煤以上重点用能单位开展审计,培训80人以上企业职工。", "2万吨标准煤"),
    ("淘汰年产能20万吨以下煤矿,淘汰20万吨以上落后产能。", "20万吨"),
    ("支持货运量90万吨以上的企业建设专用线,实现40人以上企业建会全覆盖。", "90万吨 40人"),
    ("7层及以下住宅面积占比不低于60%,3万平方米以上小区物业覆盖率达到90%。", "7层 3万平方米"),
    ("完成4万平方米以上老旧小区改造,新增30万千瓦以上光伏。", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), PARAMETERS)
def test_parameters(sentence: str, expected: str) -> None:
    (plan,) = planparse.extract(FRAME.format(sentence)).plans
    found = sorted(plan.parameters, key=lambda figure: figure.quantity.span.start)
    assert [figure.quantity.text for figure in found] == expected.split()
    assert not plan.baselines
