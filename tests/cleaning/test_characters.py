"""Characters one by one: width, look-alikes, traditional forms."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planparse.cleaning import clean
from planparse.cleaning.characters import fold_characters
from planparse.reading.source import SourceText

if TYPE_CHECKING:
    from types import ModuleType


def cleaned(text: str) -> str:
    return clean(SourceText(text)).text


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("ＧＤＰ增长１２．５％，其中：甲乡（镇）", "GDP增长12.5%,其中:甲乡(镇)"),
        ("“甲”、《乙》〔2031〕5号。", "“甲”、《乙》〔2031〕5号。"),
        ('所谓"双减"', '所谓"双减"'),
        ("2031—2035年", "2031-2035年"),
        ("2031–2035年", "2031-2035年"),
        ("2031−2035年", "2031-2035年"),
        ("河——海", "河--海"),
        ("9亿～16亿", "9亿~16亿"),
        ("9亿〜16亿", "9亿~16亿"),
        ("「甲」『乙』", "“甲”“乙”"),
        ("8∶1∶1", "8:1:1"),
        ("⽅案⾊彩⻅效", "方案色彩见效"),
        ("⑴ 建成１５０㎡", "(1)建成150m2"),
        ("①甲②乙Ⅱ类", "①甲②乙Ⅱ类"),
        ("5½亩", "5½亩"),
        ("20℃", "20℃"),
        ("95℅", "95%"),
        ("≧95,≦30,⩾8∗", "≥95,≤30,≥8*"),
        ("CO₂排放", "CO2排放"),
        ("㈠总则", "(一)总则"),
        ("甲\u200b乙\ufeff丙\xad丁\ue000戊\x07", "甲乙丙丁戊"),
        ("20**年完成ＸＸ亩", "20**年完成XX亩"),
        ("完成××亩", "完成XX亩"),
        ("×年×月×日", "X年X月X日"),
        ("长3×宽5", "长3×宽5"),
        # What the fonts of printed gazettes leave in a PDF.
        ("修复滩涂ꎬ 建成闸门ꎻ 水质达标ꎮ 下一步", "修复滩涂,建成闸门;水质达标。下一步"),
        ("下降１７\U001001b0６％", "下降17.6%"),
    ],
)
def test_folds(given: str, wanted: str) -> None:
    assert cleaned(given) == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("會議後發佈計畫", "会议后发布计划"),
        ("建設計畫面積與規畫、籌畫", "建设计划面积与规划、筹划"),
        ("设计画面、企業畫像與政策畫像", "设计画面、企业画像与政策画像"),
        ("书法和绘画,计画作业", "书法和绘画,计划作业"),
        ("臺灣裡外", "台湾里外"),
        ("幹部樹幹乾淨", "干部树干干净"),
        ("乾隆年間的圖書館", "乾隆年间的图书馆"),
        ("圍繞著顯著問題", "围绕着显著问题"),
        ("編著與專著", "编著与专著"),
        ("瞭解與瞭望塔臺", "了解与瞭望塔台"),
        # In simplified writing the shared characters mean themselves.
        ("成效显著，名著与干部", "成效显著,名著与干部"),
        ("蒜薹与苔藓", "蒜薹与苔藓"),
        ("什么", "什么"),
        ("看著办", "看著办"),
    ],
)
def test_simplifies(given: str, wanted: str) -> None:
    assert cleaned(given) == wanted


def test_a_few_traditional_characters_in_simplified_text_do_no_harm() -> None:
    text = "本方案由某某县人民政府办公室负责解释，各乡镇干部要把工作任务落实到位，成效著于实处。" * 3 + "國"
    assert "著于" in cleaned(text)
    assert cleaned(text).endswith("国")


def test_table_is_what_opencc_says() -> None:
    source = _traditional_source()
    assert source.TARGET.read_bytes() == source.table().encode("utf-8")


def _traditional_source() -> ModuleType:
    spec = importlib.util.spec_from_file_location("traditional_source", Path(__file__).parent / "traditional_source.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("新建供水点l56处", "新建供水点156处"),
        ("2O16年", "2016年"),
        ("3l.5公里", "31.5公里"),
        ("增长32。6%，新建渠道1。5公里。", "增长32.6%,新建渠道1.5公里。"),
        ("上涨1·4%，产粮2·6万吨、油菜31、05万吨。", "上涨1.4%,产粮2.6万吨、油菜31.05万吨。"),
        ("投资21、05亿元，其中贷款14、39亿元。", "投资21.05亿元,其中贷款14.39亿元。"),
        ("毛巾30条、水壶20个*15元=300元，饭费12*15=180元", "毛巾30条、水壶20个×15元=300元,饭费12×15=180元"),
        ("手机138*5，20*5年，张*3人", "手机138*5,20*5年,张*3人"),
        ("投资21、35亿元，第2、05号", "投资21、35亿元,第2、05号"),
        ("阿里·5组，12·4宪法日，2、3公里，第1、05亩", "阿里·5组,12·4宪法日,2、3公里,第1、05亩"),
        # A full stop that ends a sentence stays one.
        ("延续到2035。5万亩农田受益", "延续到2035。5万亩农田受益"),
        ("详见表2。3万元以下不予补助", "详见表2。3万元以下不予补助"),
        ("受益共5。3个村已经通水", "受益共5。3个村已经通水"),
        ("1。5公里渠道清淤", "1。5公里渠道清淤"),
        ("占l5.9%，占2O%", "占15.9%,占20%"),
        ("投入10O万元", "投入100万元"),
        ("整治 6O 处", "整治60处"),
        ("装机 6O kW", "装机6O kW"),
        ("O.5亩", "0.5亩"),
        ("二○二一年、二O三○年、二〇〇五年", "二〇二一年、二〇三〇年、二〇〇五年"),
        # Formulas, names and units keep their letters.
        ("CO2与O3、N2O、PM10", "CO2与O3、N2O、PM10"),
        ("Fe2O3含量", "Fe2O3含量"),
        ("每人5l油", "每人5l油"),
        ("辖5l个村民组、1432l人,投入3l万元", "辖51个村民组、14321人,投入31万元"),
        ("12月3l日前搬迁2Ol户,覆盖率9l%", "12月31日前搬迁201户,覆盖率91%"),
        ("购置5l家用油桶、5l桶装水,A5l台", "购置5l家用油桶、5l桶装水,A5l台"),
        ("维修提灌站l处", "维修提灌站l处"),
        ("IO接口", "IO接口"),
        ("实施○项", "实施○项"),
        ("〈二) 工作目标", "(二)工作目标"),
        # A dash that was read as 一, or typed as ー or _.
        ("5月30日一6月4日,6月1日一10日,3月一5月", "5月30日-6月4日,6月1日-10日,3月-5月"),
        ("2031年6月5日一2031年6月30日,2031年一2033年", "2031年6月5日-2031年6月30日,2031年-2033年"),
        ("6月5日ー6月30日,8月1日_8月5日,8时一12时", "6月5日-6月30日,8月1日-8月5日,8时-12时"),
        ("设巡查员3一5名,达到85%一90%,投资3万一5万元", "设巡查员3-5名,达到85%-90%,投资3万-5万元"),
        ("第一5名,统一5月开工,万一5级,十一5个", "第一5名,统一5月开工,万一5级,十一5个"),
        ("每月一2次,一年一3次,每日一2次", "每月一2次,一年一3次,每日一2次"),
        ("见附图2031_05_06", "见附图2031_05_06"),
    ],
)
def test_mends_numerals(given: str, wanted: str) -> None:
    assert cleaned(given) == wanted


def test_a_character_folds_alike_alone_and_among_all_others() -> None:
    """No character becomes one that another step would change again."""
    every = [chr(code) for code in range(0x20, 0x10000)]
    assert fold_characters("".join(every)) == "".join(map(fold_characters, every))


def test_a_simplified_text_keeps_its_odd_characters() -> None:
    assert fold_characters("张娡·李芃,县農") == "张娡·李芃,县农"
