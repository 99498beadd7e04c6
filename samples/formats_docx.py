"""The plan of samples/formats_plan.py as a Word document in which no number is typed: numbering.xml has them all."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from formats_plan import TABLE, TableCell, numbered

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FONT = '<w:rFonts w:ascii="WenQuanYi Micro Hei" w:hAnsi="WenQuanYi Micro Hei" w:eastAsia="WenQuanYi Micro Hei"/>'
COLUMNS = (700, 2500, 1100, 900, 1900, 1800)

LEVELS = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))


def docx(*, typed_numbers: bool = False) -> bytes:
    """The document's bytes; the same at every run. `typed_numbers` puts the numbers into the text, for comparison."""
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": relations(
            [
                ("styles", "styles.xml"),
                ("numbering", "numbering.xml"),
                ("header", "header1.xml"),
                ("footer", "footer1.xml"),
            ]
        ),
        "word/document.xml": document(typed_numbers),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/header1.xml": f"<w:hdr {W}><w:p><w:r>{run('云溪镇人民政府文件', 18)}</w:r></w:p></w:hdr>",
        "word/footer1.xml": footer(),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            member = zipfile.ZipInfo(name, (2024, 2, 20, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}')
    return content.getvalue()


def document(typed_numbers: bool) -> str:
    """The body: paragraphs with list styles, the table, and the page with its header and footer."""
    body = ""
    for part, label in numbered():
        if part.kind == "table":
            body += table()
            continue
        style = {"title": "Title", "h1": "Heading1", "h2": "Heading2", "h3": "Item", "p": "Body"}[part.kind]
        if typed_numbers and label:
            style = "Body"
        words = label + part.text if typed_numbers else part.text
        size = 44 if part.kind == "title" else 32
        body += f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{run(words, size)}</w:r></w:p>'
    page = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992"/></w:sectPr>'
    )
    return f"<w:document {W} {R}><w:body>{body}{page}</w:body></w:document>"


def run(text: str, half_points: int) -> str:
    """What stands in a run: its font and size, and its words."""
    return f'<w:rPr>{FONT}<w:sz w:val="{half_points}"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t>'


def table() -> str:
    """The table with gridSpan and vMerge."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in COLUMNS)
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rows = ""
    for row in range(max(cell.row + cell.rows for cell in TABLE)):
        cells = [cell for cell in TABLE if cell.row <= row < cell.row + cell.rows]
        rows += "<w:tr>" + "".join(table_cell(cell, row) for cell in sorted(cells, key=lambda c: c.column)) + "</w:tr>"
    properties = f'<w:tblPr><w:tblW w:w="{sum(COLUMNS)}" w:type="dxa"/><w:tblBorders>{border}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def table_cell(cell: TableCell, row: int) -> str:
    """A cell in one of the rows that it covers."""
    width = sum(COLUMNS[cell.column : cell.column + cell.columns])
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if cell.columns > 1:
        properties += f'<w:gridSpan w:val="{cell.columns}"/>'
    if cell.rows > 1:
        properties += '<w:vMerge w:val="restart"/>' if row == cell.row else "<w:vMerge/>"
    words = run(cell.text, 21) if row == cell.row else run("", 21)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r>{words}</w:r></w:p></w:tc>"


def styles() -> str:
    """Title, headings of two levels, list items and running text; headings and items carry their list."""
    spacing = '<w:spacing w:line="560" w:lineRule="exact"/>'
    indent = '<w:ind w:firstLine="640"/>'

    def style(identity: str, name: str, properties: str, attributes: str = "") -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{identity}"{attributes}><w:name w:val="{name}"/>'
            f"<w:pPr>{properties}</w:pPr></w:style>"
        )

    def in_list(level: int) -> str:
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'

    return (
        f"<w:styles {W}>"
        + style("Normal", "Normal", "", ' w:default="1"')
        + style("Title", "Title", '<w:spacing w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>')
        + style("Heading1", "heading 1", f'{in_list(0)}{spacing}{indent}<w:outlineLvl w:val="0"/>')
        + style("Heading2", "heading 2", f'{in_list(1)}{spacing}{indent}<w:outlineLvl w:val="1"/>')
        + style("Item", "List Number 3", f"{in_list(2)}{spacing}{indent}")
        + style("Body", "Body Text", f'{spacing}{indent}<w:jc w:val="both"/>')
        + "</w:styles>"
    )


def numbering() -> str:
    """One list of three levels: 一、 （一） 1."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (number_format, text) in enumerate(LEVELS)
    )
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def footer() -> str:
    """`— 1 —` with the number as a field."""
    page = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>PAGE</w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    dash = "<w:r><w:t>—</w:t></w:r>"
    return f'<w:ftr {W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{dash}{page}{dash}</w:p></w:ftr>'


def relations(targets: list[tuple[str, str]]) -> str:
    """A part's relations, numbered from rId1."""
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def content_types() -> str:
    """Which part is of which type."""
    parts = ("document.main", "styles", "numbering", "header", "footer")
    names = ("document.xml", "styles.xml", "numbering.xml", "header1.xml", "footer1.xml")
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{WORD}.{part}+xml"/>'
        for part, name in zip(parts, names, strict=True)
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
