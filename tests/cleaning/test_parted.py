"""Numbers whose digits blanks set apart: closed where they are surely one, left alone where they may be two."""

from __future__ import annotations

import pytest

from planparse.cleaning import clean
from planparse.reading.source import Cell, SourceText, Table


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("新造林 6 0 0 0 亩", "新造林6000亩"),
        ("达到 9 5 % 以上", "达到95%以上"),
        ("投资 1 ， 2 0 0 万元", "投资1,200万元"),
        ("投资1 2 . 5 亿元", "投资12.5亿元"),
        ("植树 2 0. 66万株", "植树20.66万株"),
        ("修路 1 20 0 米，绿化8处。", "修路1200米,绿化8处。"),
        ("造林3 757 亩", "造林3757亩"),
        ("造林37 57 亩、植树5株", "造林3757亩、植树5株"),
        ("新建1 0 — 2 0 个", "新建10-20个"),
        ("共 1 5 个村 3 0 0 户", "共15个村300户"),
        ("用 1 0 年时间", "用10年时间"),
        ("第 1 2 期培训", "第12期培训"),
        ("1 0 千伏线路", "10千伏线路"),
        ("1 2 0 0 户", "1200户"),
        ("投资 1 5 0 0\n万元", "投资1500万元"),
        ("2 0 3 1 年 1 2 月 3 0 日前", "2031年12月30日前"),
        ("2 0 2 9 — 2 0 3 1 年", "2029-2031年"),
        ("到2 031年底、203 1年", "到2031年底、2031年"),
        ("电话：0 3 9 2 － 5 5 5 0 1 2 3", "电话:0392-5550123"),
        ("手 机：1 3 9 0 0 0 0 0 0 0 0", "手机:13900000000"),
    ],
)
def test_digits_set_apart_are_one_number(given: str, wanted: str) -> None:
    assert clean(SourceText(given)).text == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("造林37 57 亩", "造林37 57亩"),
        ("甲镇 3 500 个", "甲镇3 500个"),
        ("甲镇 3 5 8 个", "甲镇3 5 8个"),
        ("小 计 3 8 个\n合 计 12 40 个", "小计3 8个\n合计12 40个"),
        ("学段 今年 明年 合计\n小学 3 5 8 所", "学段今年明年合计\n小学3 5 8所"),
        ("造林20 30 40 亩，", "造林20 30 40亩,"),
        ("到2031 120个，", "到2031 120个,"),
        ("附件3 5个，表1 120个", "附件3 5个,表1 120个"),
        ("PM10 35微克，G318 50公里", "PM10 35微克,G318 50公里"),
        ("1 5个村，", "1 5个村,"),
        ("3 500个村，", "3 500个村,"),
        ("电话：8000123 8000456", "电话:8000123 8000456"),
        ("于 3 5 月，", "于3 5月,"),
        ("1 " * 40 + "个，", ("1 " * 40).strip() + "个,"),
    ],
)
def test_digits_that_may_be_two_numbers_stay_apart(given: str, wanted: str) -> None:
    assert clean(SourceText(given)).text == wanted


def test_the_blanks_between_cells_of_a_table_part_columns() -> None:
    text = "造林 3 5 亩，"
    cells = (Cell(0, 2, 0, 0), Cell(3, 4, 0, 1), Cell(5, 6, 0, 2), Cell(7, 9, 0, 3))
    assert clean(SourceText(text, tables=(Table(0, 9, cells),))).text == "造林\t3\t5\t亩,"
