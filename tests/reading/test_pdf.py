"""PDF: paragraphs from where lines stand, furniture out, columns, ruled tables, pages without text."""

from __future__ import annotations

import time

import pytest
from tests.reading.pdf_writer import FONT, PICTURE, line, pdf, words

from planparse.errors import ReadError
from planparse.reading import read_bytes

MEASURE = 24  # characters of 16 points in a line from x 100 to x 484


def set_text(paragraphs: list[str], *, top: float = 120, left: float = 100, measure: int = MEASURE) -> str:
    """Paragraphs in lines of the measure, indented by two, 28 points apart."""
    content, y = "", top
    for paragraph in paragraphs:
        rest, indent = paragraph, 2
        while rest:
            content += words(rest[: measure - indent], left + 16 * indent, y)
            rest, indent = rest[measure - indent :], 0
            y += 28
    return content


LONG = "全区各部门各单位要把这项工作摆上重要位置，明确专人负责，逐项细化任务，确保各项目标如期完成，让群众得到实惠。"


def test_lines_of_a_paragraph_run_on_and_paragraphs_part() -> None:
    full = "甲" * (MEASURE - 2)  # a last line that fills the measure: only the indent of the next one tells
    parts = ["一、总体要求", LONG, full, "（一）主要目标", LONG]
    assert read_bytes(pdf(set_text(parts))).text.splitlines() == parts


def test_paragraph_goes_on_over_the_page_and_furniture_is_gone() -> None:
    first, second = LONG[: 2 * MEASURE - 2], LONG[2 * MEASURE - 2 :]
    heads = [words("云水区工作方案", 200, 60, 10) + words(f"— {n} —", 280, 800, 14) for n in (1, 2)]
    page_1 = heads[0] + set_text(["一、总体要求", first])
    page_2 = heads[1] + words(second, 100, 120) + set_text([LONG], top=148)
    source = read_bytes(pdf(page_1, page_2))
    assert source.text.splitlines() == ["一、总体要求", LONG, LONG]
    assert {block.page for block in source.blocks} == {1, 2}


def test_title_of_two_lines_is_one_and_two_offices_are_two() -> None:
    title = words("云水区人民政府办公室", 187, 80, 22) + words("区发展改革局", 231, 112, 22)
    title += words("关于印发云水区节水工作实施", 150, 150, 22) + words("方案的通知", 242, 182, 22)
    lines = read_bytes(pdf(title + set_text([LONG] * 4, top=240))).text.splitlines()
    assert lines[:3] == ["云水区人民政府办公室", "区发展改革局", "关于印发云水区节水工作实施方案的通知"]


def test_blocks_are_lines_with_page_and_box() -> None:
    source = read_bytes(pdf(set_text([LONG])))
    first, second = source.blocks[:2]
    assert source.text[first.start : first.end] == LONG[: MEASURE - 2]
    assert source.text[second.start : second.end] == LONG[MEASURE - 2 : 2 * MEASURE - 2]
    assert first.box is not None
    assert first.box[0] == pytest.approx(132, abs=1)
    assert first.box[2] == pytest.approx(484, abs=1)
    assert first.box[1] < 120 < first.box[3] + 2
    left, _, right, _ = first.box_of(first.start + 3, first.start + 5) or (0, 0, 0, 0)
    assert left == pytest.approx(132 + 3 * 16, abs=1)
    assert right == pytest.approx(132 + 5 * 16, abs=1)
    assert (first.box_of(first.start + 3, second.end) or (0,))[2:3] == first.box[2:3]


MAP = "1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfrange <0000> <FFFF> <0000> endbfrange\n"
MAP = f"begincmap\n{MAP}endcmap"
TO_UNICODE = f"<</Length {len(MAP)}>>\nstream\n{MAP}\nendstream"


def test_blanks_come_from_gaps_and_not_from_the_file() -> None:
    content = words("到", 100, 120) + words("2031", 120, 120) + words("年", 156, 120)  # quarter-em gaps
    content += words("责", 100, 160) + words("任", 132, 160) + words("人", 164, 160)
    assert read_bytes(pdf(content)).text.splitlines() == ["到2031年", "责 任 人"]


def test_order_of_the_file_does_not_matter() -> None:
    assert read_bytes(pdf(words("后", 100, 160) + words("前", 100, 120))).text == "前\n后\n"


@pytest.mark.parametrize(
    ("font", "last"),
    [
        (FONT, ""),
        (FONT.replace("GB1", "CNS1").replace("UniGB", "UniCNS").replace("STSong", "MingLiU"), ""),
        # Codes are numbers of glyphs in the font that is not there; a map of its own says which characters they are.
        (
            FONT.replace("UniGB-UTF16-H", "Identity-H/ToUnicode 7 0 R")
            .replace("CIDFontType0", "CIDFontType2")
            .replace("GB1", "Identity"),
            TO_UNICODE,
        ),
    ],
    ids=["GB1", "CNS1", "Identity"],
)
def test_single_characters_of_a_font_that_is_not_there(font: str, last: str) -> None:
    content = "".join(words(character, 100 + 16 * n, 120) for n, character in enumerate("責任人：林"))
    assert read_bytes(pdf(content, font=font, last=last)).text == "責任人：林\n"


def test_doubled_glyphs_count_once() -> None:
    assert read_bytes(pdf(words("加粗", 100, 120) + words("加粗", 100.4, 120))).text == "加粗\n"


def test_two_columns_are_read_one_after_the_other() -> None:
    title = words("公报", 280, 80, 22)
    left = set_text([LONG, "（一）左栏", LONG], left=60, measure=13)
    right = set_text([LONG, "（二）右栏", LONG], left=310, measure=13)
    expected = ["公报", LONG, "（一）左栏", LONG, LONG, "（二）右栏", LONG]
    assert read_bytes(pdf(title + left + right)).text.splitlines() == expected


def table(rows: list[tuple[str, ...]], top: float, *, merged: bool = False) -> str:
    """A ruled table of three columns; `merged`: the first column's cells of the last two rows are one."""
    xs = (100, 200, 300, 400)
    content = ""
    for number in range(len(rows) + 1):
        start = xs[1] if merged and number == len(rows) - 1 else xs[0]
        content += line(start, top + 30 * number, xs[3], top + 30 * number)
    for x in xs:
        content += line(x, top, x, top + 30 * len(rows))
    for number, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            content += words(text, x + 4, top + 30 * number + 20, 12) if text else ""
    return content


HEAD = ("单位", "任务", "目标")


def test_ruled_table_with_a_merged_cell() -> None:
    content = set_text(["任务分解表"]) + table(
        [HEAD, ("区水务局", "修渠", "3公里"), ("", "打井", "12眼")], 160, merged=True
    )
    source = read_bytes(pdf(content + set_text(["责任人：林静"], top=300)))
    assert source.text.splitlines() == [
        "任务分解表",
        "单位\t任务\t目标",
        "区水务局\t修渠\t3公里",
        "\t打井\t12眼",
        "责任人：林静",
    ]
    (found,) = source.tables
    assert found.caption == "任务分解表"
    tall = [cell for cell in found.cells if cell.rows == 2]
    assert [source.text[cell.start : cell.end] for cell in tall] == ["区水务局"]
    assert any(block.cell == "C2" and block.page == 1 and block.box for block in source.blocks)


def test_table_over_two_pages_is_one() -> None:
    page_1 = set_text(["任务分解表"]) + table([HEAD, ("区水务局", "修渠", "3公里")], 700)
    page_2 = table([HEAD, ("区林业局", "造林", "20亩")], 80) + set_text(["完"], top=300)
    (found,) = read_bytes(pdf(page_1, page_2)).tables
    assert max(cell.row for cell in found.cells) == 2


def test_rest_of_a_table_without_upper_side_and_with_columns_divided_anew() -> None:
    page_1 = set_text(["任务分解表"]) + table(
        [HEAD, ("区水务局", "修渠", "3公里"), ("", "打井", "12眼")], 640, merged=True
    )
    rest = "".join(line(100, 80 + 30 * n, 400, 80 + 30 * n) for n in (1, 2))
    rest += "".join(line(x, 80, x, 140) for x in (100, 200, 300, 350, 400))
    rest += words("清淤", 204, 100, 12) + words("5", 304, 100, 12) + words("里", 354, 100, 12)
    rest += words("区林业局", 104, 130, 12) + words("造林", 204, 130, 12) + words("20", 304, 130, 12)
    source = read_bytes(pdf(page_1, rest))
    (found,) = source.tables
    said = {source.text[c.start : c.end]: (c.row, c.column, c.rows, c.columns) for c in found.cells if c.end > c.start}
    assert said["区水务局"] == (1, 0, 3, 1)
    assert said["3公里"] == (1, 2, 1, 2)
    assert (said["清淤"], said["里"], said["造林"]) == ((3, 1, 1, 1), (3, 3, 1, 1), (4, 1, 1, 1))


def test_table_without_sides_left_and_right() -> None:
    content = "".join(line(100, 160 + 30 * n, 400, 160 + 30 * n) for n in range(3))
    content += "".join(line(x, 160, x, 220) for x in (200, 300))
    for y, row in ((180, HEAD), (210, ("水务局", "修渠", "3公里"))):
        content += "".join(words(text, x + 4, y, 12) for x, text in zip((100, 200, 300), row, strict=True))
    assert read_bytes(pdf(content)).text == "单位\t任务\t目标\n水务局\t修渠\t3公里\n"


def test_raised_and_lowered_signs_belong_to_their_line() -> None:
    lowered = (
        words("细颗粒物", 100, 120)
        + words("2.5", 164, 124, 9)
        + words("浓度；面积3km", 178, 120)
        + words("2", 282, 114, 8)
    )
    assert read_bytes(pdf(lowered)).text == "细颗粒物2.5浓度；面积3km2\n"


def test_page_number_between_dashes_stands_further_in() -> None:
    pages = [set_text([LONG]) + words(f"— {n} —", 280, 740) for n in (1, 2)]
    assert read_bytes(pdf(*pages)).text.splitlines() == [LONG, LONG]


def test_rotated_page_is_read_upright() -> None:
    turned = f"BT /F1 16 Tf 0 1 -1 0 300 200 Tm <{'横排表格'.encode('utf-16-be').hex()}> Tj ET\n"
    assert read_bytes(pdf(turned, page_entries="/Rotate 90")).text == "横排表格\n"


def test_scanned_pages_are_named_and_the_rest_is_read() -> None:
    source = read_bytes(pdf(set_text([LONG]), PICTURE, PICTURE + words("3", 290, 800)))
    assert source.text == LONG + "\n"
    assert [(note.code, note.message.split(" is ")[0]) for note in source.notes] == [
        ("no-text-layer", "page 2"),
        ("no-text-layer", "page 3"),
    ]


def test_blank_page_is_no_finding() -> None:
    assert read_bytes(pdf(set_text([LONG]), "")).notes == ()


def test_max_pages() -> None:
    source = read_bytes(pdf(*[words(f"第{n}部分", 100, 120) for n in range(1, 6)]), max_pages=2)
    assert source.text == "第1部分\n第2部分\n"
    assert [note.code for note in source.notes] == ["truncated"]


def test_many_pages_are_read_in_bounded_time() -> None:
    page = words("到2031年底新建公厕12座。", 100, 120)
    data = pdf(*[page] * 10_000)
    start = time.perf_counter()
    assert read_bytes(data, max_pages=20).text.count("公厕") == 20
    assert time.perf_counter() - start < 3
    assert [note.code for note in read_bytes(pdf(*[""] * 3001)).notes] == ["truncated"]


def test_encrypted() -> None:
    secret = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'00' * 32}>/U<{'11' * 32}>>>/ID[<00><00>]"
    with pytest.raises(ReadError, match="encrypted with a password: save it without one"):
        read_bytes(pdf(words("秘密", 100, 120), trailer=secret))


def test_cut_file_is_read_or_refused_in_one_line() -> None:
    data = pdf(set_text([LONG]), set_text([LONG]))
    for end in range(0, len(data), 400):
        refused = None
        try:
            assert set(read_bytes(data[:end]).text.split()) <= {LONG}
        except ReadError as error:
            refused = error
        assert refused is None or refused.hint
