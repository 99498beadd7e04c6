"""OFD: placed glyphs in millimetres become lines, paragraphs and tables with page and box."""

from __future__ import annotations

import pytest
from tests.reading.zip_writer import OFD, ofd, zipped

from planparse.errors import ReadError
from planparse.reading import read_bytes


def text(words: str, x: float, y: float, more: str = "", deltas: str = "") -> str:
    step = f' DeltaX="{deltas or f"g {len(words) - 1} 5.6"}"'
    return (
        f'<ofd:TextObject Boundary="{x} {y - 5.6} {5.6 * len(words)} 7" Size="5.6"{more}>'
        f'<ofd:TextCode X="0" Y="5.6"{step}>{words}</ofd:TextCode></ofd:TextObject>'
    )


def test_lines_by_place_and_not_by_order() -> None:
    source = read_bytes(ofd(text("后面一行。", 30, 60) + text("前面一行。", 30, 50), text("第二页。", 30, 50)))
    assert (source.format, source.text) == ("ofd", "前面一行。\n后面一行。\n第二页。\n")
    block = source.blocks[0]
    assert block.page == 1
    assert block.box is not None
    assert block.box[0] == pytest.approx(30 * 72 / 25.4, abs=0.2)
    assert block.box[2] == pytest.approx((30 + 5 * 5.6) * 72 / 25.4, abs=0.2)
    assert source.blocks[-1].page == 2


def test_steps_one_by_one_and_pieces_of_a_line() -> None:
    pieces = text("到", 30, 50) + text("2031", 36.5, 50, deltas="2.8 2.8 2.8") + text("年底", 48, 50, deltas="5.6")
    assert read_bytes(ofd(pieces)).text == "到2031年底\n"


def test_matrix_moves_and_turned_objects_are_left_out() -> None:
    moved = text("移动", 30, 50, ' CTM="1 0 0 1 0 20"')
    turned = text("水印", 30, 58, ' CTM="0.7 0.7 -0.7 0.7 0 0"')
    assert read_bytes(ofd(moved + turned + text("原处", 30, 60))).text == "原处\n移动\n"


def test_ruled_table() -> None:
    def frame(x: float, y: float, width: float) -> str:
        path = f"<ofd:AbbreviatedData>M 0 0 L {width} 0 L {width} 10 L 0 10 C</ofd:AbbreviatedData>"
        return f'<ofd:PathObject Boundary="{x} {y} {width} 10">{path}</ofd:PathObject>'

    objects = "".join(
        frame(x, y, 30) + text(words, x + 1, y + 7, deltas="5")
        for (x, y), words in {(30, 50): "任务", (60, 50): "目标", (30, 60): "修渠", (60, 60): "三里"}.items()
    )
    source = read_bytes(ofd(text("任务分解表", 30, 40) + objects))
    assert source.text == "任务分解表\n任务\t目标\n修渠\t三里\n"
    assert source.tables[0].caption == "任务分解表"
    assert all(block.box for block in source.blocks)


def test_pages_of_pictures_missing_and_too_many() -> None:
    picture = '<ofd:ImageObject Boundary="0 0 210 297"/>'
    source = read_bytes(ofd(text("正文", 30, 50), picture))
    assert [(note.code, note.message[:6]) for note in source.notes] == [("no-text-layer", "page 2")]
    limited = read_bytes(ofd(text("甲", 30, 50), text("乙", 30, 50)), max_pages=1)
    assert (limited.text, [note.code for note in limited.notes]) == ("甲\n", ["truncated"])
    root = f"<ofd:OFD {OFD}><ofd:DocBody><ofd:DocRoot>/D/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    document = f'<ofd:Document {OFD}><ofd:Pages><ofd:Page BaseLoc="../../../etc/passwd"/></ofd:Pages></ofd:Document>'
    missing = read_bytes(zipped({"OFD.xml": root, "D/Document.xml": document}))
    assert [note.code for note in missing.notes] == ["truncated"]


def test_encrypted() -> None:
    with pytest.raises(ReadError, match="is encrypted: save it without"):
        read_bytes(zipped({"OFD.xml": "<OFD/>", "Encryptions.xml": "<E/>"}))


@pytest.mark.parametrize("bad", ['Boundary="a b c d"', 'Boundary=""', 'Size="1e999"', 'CTM="1 2"', 'HScale="-"'])
def test_forged_numbers_harm_nothing(bad: str) -> None:
    forged = f'<ofd:TextObject {bad}><ofd:TextCode DeltaX="g 999999999 1 g">坏</ofd:TextCode></ofd:TextObject>'
    assert "好" in read_bytes(ofd(forged + text("好", 30, 50))).text
