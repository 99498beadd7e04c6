"""Word documents: what counts as text, in which order, and what the tables cover."""

from __future__ import annotations

from tests.reading.zip_writer import RELATIONS, a_list, docx, item, level, paragraph, zipped

from planparse.reading import read_bytes

SHOWN = '<w:vanish w:val="0"/>'
CHECKED = '<w:sym w:font="Wingdings" w:char="F0FE"/>'
FORGED = '<w:gridSpan w:val="999999999"/>'


def lines(body: str) -> list[str]:
    return read_bytes(docx(body)).text.splitlines()


def run(inner: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def text(words: str) -> str:
    return f"<w:t>{words}</w:t>"


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraph(part) for part in words.split('/'))}</w:tc>"


def test_changes_are_read_as_accepted() -> None:
    body = (
        f"<w:p><w:ins>{run(text('新建'))}</w:ins><w:del><w:r><w:delText>改造</w:delText></w:r></w:del>"
        f"{run(text('12座'))}<w:moveFrom>{run(text('旧址'))}</w:moveFrom><w:moveTo>{run(text('公厕'))}</w:moveTo></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run(text('段尾'))}</w:p>" + paragraph("已删")
    )
    assert lines(body) == ["新建12座公厕", "段尾已删"]


def test_deleted_row_is_gone() -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('旧')}{cell('行')}</w:tr>"
    table = f"<w:tbl><w:tr>{cell('任务')}{cell('目标')}</w:tr>{row}<w:tr>{cell('修路')}{cell('3公里')}</w:tr></w:tbl>"
    assert lines(table) == ["任务\t目标", "修路\t3公里"]


def test_fields_give_their_result_and_contents_are_left_out() -> None:
    def field(kind: str) -> str:
        return run(f'<w:fldChar w:fldCharType="{kind}"/>')

    def instruction(words: str) -> str:
        return run(f"<w:instrText>{words}</w:instrText>")

    body = (
        f"<w:p>{field('begin')}{instruction(' TOC o ')}{field('separate')}{run(text('一、目标'))}{run('<w:tab/>')}"
        f"{run(text('1'))}</w:p>{paragraph('二、责任')}<w:p>{field('end')}{run(text('正文开始'))}</w:p>"
        f"<w:p>{run(text('第'))}{field('begin')}{instruction('PAGE')}{field('separate')}{run(text('3'))}{field('end')}"
        f"{run(text('页'))}</w:p><w:p><w:fldSimple w:instr='DATE'>{run(text('2031年'))}</w:fldSimple></w:p>"
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{paragraph('目录')}</w:sdtContent></w:sdt>"
    )
    assert lines(body) == ["正文开始", "第3页", "2031年"]


def test_text_boxes_once_and_in_place() -> None:
    box = f"<w:txbxContent>{paragraph('框内文字')}</w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert lines(f"<w:p>{run(text('前'))}{run(drawing)}</w:p>{paragraph('后')}") == ["前", "框内文字", "后"]


def test_runs_of_every_kind() -> None:
    body = (
        f"<w:p><w:hyperlink>{run(text('链接'))}</w:hyperlink><w:smartTag>{run(text('标签'))}</w:smartTag>"
        f"<w:sdt><w:sdtContent>{run(text('控件'))}</w:sdtContent></w:sdt>{run(text('隐'), '<w:vanish/>')}"
        f"{run(text('显'), SHOWN)}{run('<w:noBreakHyphen/>')}"
        f"{run(CHECKED)}"
        "<w:r><w:ruby><w:rt><w:r><w:t>shí</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>时</w:t></w:r></w:rubyBase></w:ruby>"
        "</w:r></w:p>"
    )
    assert lines(body) == ["链接标签控件显-☑时"]


def test_soft_breaks_end_lines_but_not_titles() -> None:
    broken = f"{run(text('云水县工作'))}{run('<w:br/>')}{run(text('方案'))}"
    assert lines(f"<w:p>{broken}</w:p>") == ["云水县工作", "方案"]
    assert lines(f"<w:p><w:pPr><w:jc w:val='center'/></w:pPr>{broken}</w:p>") == ["云水县工作方案"]
    behind_comma = f"{run(text('投入资金，'))}{run('<w:br/>')}{run(text('修路。'))}"
    assert lines(f"<w:p>{behind_comma}</w:p>") == ["投入资金，修路。"]


def test_notes_are_kept_apart_with_their_place() -> None:
    words = "<w:p><w:r><w:t>含2条支路。</w:t></w:r></w:p>"
    note = f"<w:footnotes xmlns:w='x'><w:footnote w:id='2'>{words}</w:footnote></w:footnotes>"
    reference = run("<w:footnoteReference w:id='2'/>")
    body = paragraph("一、目标") + f"<w:p>{run(text('修路'))}{reference}{run(text('3公里。'))}</w:p>"
    source = read_bytes(docx(body, footnotes=note))
    assert source.text == "一、目标\n修路3公里。\n"
    (found,) = source.notes
    assert (found.code, found.message, found.severity) == ("footnote", "含2条支路。", "info")
    assert source.text[found.start : found.end] == "修路3公里。"


def test_headers_and_footers_are_left_out() -> None:
    header = "<w:hdr xmlns:w='x'><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>"
    assert read_bytes(docx(paragraph("正文"), header1=header, footer1=header, comments=header)).text == "正文\n"


def test_merged_cells_and_their_lines() -> None:
    table = (
        "<w:tbl><w:tr>"
        + cell("序号", "<w:vMerge w:val='restart'/>")
        + cell("目标", "<w:gridSpan w:val='2'/>")
        + "</w:tr><w:tr>"
        + cell("", "<w:vMerge/>")
        + cell("数量")
        + cell("单位/名称")
        + "</w:tr></w:tbl>"
    )
    source = read_bytes(docx(paragraph("表1 任务表") + table + paragraph("完")))
    assert source.text == "表1 任务表\n序号\t目标\n\t数量\t单位 名称\n完\n"
    (found,) = source.tables
    assert found.caption == "表1 任务表"
    assert source.text[found.start : found.end] == "序号\t目标\n\t数量\t单位 名称"
    assert [(c.row, c.column, c.rows, c.columns, source.text[c.start : c.end]) for c in found.cells] == [
        (0, 0, 2, 1, "序号"),
        (0, 1, 1, 2, "目标"),
        (1, 1, 1, 1, "数量"),
        (1, 2, 1, 1, "单位 名称"),
    ]
    assert [block.cell for block in source.blocks] == [None, "A1", "B1", "B2", "C2", None]


def test_frames_around_text_are_no_tables() -> None:
    framed = f"<w:tbl><w:tr>{cell('一、目标/修路。')}</w:tr></w:tbl>"
    source = read_bytes(docx(framed))
    assert (source.text, source.tables) == ("一、目标\n修路。\n", ())
    inner = f"<w:tbl><w:tr>{cell('任务')}{cell('目标')}</w:tr><w:tr>{cell('修路')}{cell('3公里')}</w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{paragraph('说明')}</w:tc><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    assert read_bytes(docx(outer)).text == "说明\n任务\t目标\n修路\t3公里\n"


def test_numbers_inside_cells() -> None:
    numbering = a_list(level(0, "decimal", "%1"))
    rows = "".join(f"<w:tr><w:tc>{item('')}</w:tc>{cell(name)}</w:tr>" for name in ("修路", "造林"))
    table = f"<w:tbl><w:tr>{cell('序号')}{cell('任务')}</w:tr>{rows}</w:tbl>"
    assert read_bytes(docx(table, numbering=numbering)).text == "序号\t任务\n1\t修路\n2\t造林\n"


def test_strict_namespace_and_numbered_main_part() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    relation = '<Relationship Id="r1" Type="officeDocument" Target="word/document2.xml"/>'
    data = zipped(
        {
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>',
            "word/document2.xml": f'<w:document xmlns:w="{strict}"><w:body>{paragraph("正文")}</w:body></w:document>',
        }
    )
    assert (read_bytes(data).format, read_bytes(data).text) == ("docx", "正文\n")


def test_forged_spans_stay_small() -> None:
    table = f"<w:tbl><w:tr>{cell('甲', FORGED)}{cell('乙')}</w:tr><w:tr>{cell('丙')}{cell('丁')}</w:tr></w:tbl>"
    assert len(read_bytes(docx(table)).text) < 1000
