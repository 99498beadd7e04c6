"""Blanks inside lines: most go, some part words, wide ones part columns."""

from __future__ import annotations

import pytest

from planparse.cleaning import clean
from planparse.reading.source import SourceText


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("责 任 人：李某", "责任人:李某"),
        ("责  任  人：李某", "责任人:李某"),
        ("责　　任　　人：李某", "责任人:李某"),
        ("联　系　人：王 某", "联系人:王某"),
        ("日    期：2031 年", "日期:2031年"),
        ("到 2031 年,新增 13.5 万亩", "到2031年,新增13.5万亩"),
        ("基本 队伍、基 本 阵地", "基本队伍、基本阵地"),
        ("( 一 ) 工作 目标 。", "(一)工作目标。"),
        ("引进 Open Data 平台", "引进Open Data平台"),
        ("电话 8000 1234", "电话8000 1234"),
        ("装机 100 kW", "装机100kW"),
        ("达到 95 %", "达到95%"),
        ("项目名称    建设规模\t投资", "项目名称\t建设规模\t投资"),
        ("某某县　　某某局", "某某县\t某某局"),
        ("联 系 人    王小某", "联系人\t王小某"),
        ("联系人：    李小某    联系电话：  8000123", "联系人:李小某\t联系电话:8000123"),
        ("联系人：李小某 王小某", "联系人:李小某 王小某"),
        ("责任科室：种植科 星光办公室", "责任科室:种植科 星光办公室"),
        ("要求：一是建立 台账，二是落实 责任。", "要求:一是建立台账,二是落实责任。"),
        ("\u3000\u3000正文  \n\n\n  \u3000下一段\xa0\n", "正文\n下一段"),
        ("", ""),
        (" \n\f\u3000\n", ""),
        ("\n甲", "甲"),
        ("甲\n", "甲"),
    ],
)
def test_blanks(given: str, wanted: str) -> None:
    assert clean(SourceText(given)).text == wanted
    assert clean(SourceText(given, wrapped=False)).text == wanted
