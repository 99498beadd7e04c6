"""Rebuilds samples/formats/: one invented plan, saved in every format that planparse reads.

    python samples/build_formats.py

Needs openpyxl and OpenCC; the pdf is exported by LibreOffice and the doc by it too, and both are left as they are where
it is not installed. Place, people and figures are invented.
"""

from __future__ import annotations

import html
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from formats_docx import docx
from formats_ofd import ofd
from formats_plan import PLAN, TABLE, Part, numbered

HERE = Path(__file__).parent / "formats"


def main() -> int:
    """Writes every file; returns the exit code."""
    HERE.mkdir(exist_ok=True)
    text = as_text()
    (HERE / "plan.txt").write_text(text, encoding="utf-8")
    (HERE / "plan.gb18030.txt").write_bytes(text.replace("\n", "\r\n").encode("gb18030"))
    (HERE / "plan.big5.txt").write_bytes(traditional(text).encode("cp950"))
    (HERE / "plan.utf16.txt").write_bytes(text.encode("utf-16"))
    (HERE / "plan.html").write_text(as_html(), encoding="utf-8")
    (HERE / "plan.md").write_text(as_markdown(), encoding="utf-8")
    (HERE / "table.csv").write_text(as_csv(), encoding="utf-8-sig")
    (HERE / "plan.docx").write_bytes(docx())
    (HERE / "plan.ofd").write_bytes(ofd())
    (HERE / "plan.xlsx").write_bytes(as_xlsx())
    export(docx(), "pdf")
    # LibreOffice's doc filter tears lists that headings and items share, so the doc has its numbers typed.
    export(docx(typed_numbers=True), "doc")
    return 0


def as_text() -> str:
    """Plain text: numbers typed, the table with tabs."""
    lines = []
    for part, label in numbered():
        if part.kind == "table":
            lines += ["\t".join(row) for row in table_rows()]
        else:
            lines.append(f"{'' if part.kind == 'title' else '　　'}{label}{part.text}")
    return "\n".join(lines) + "\n"


def table_rows() -> list[list[str]]:
    """The table's rows with an empty field wherever a merged cell goes on."""
    width = max(cell.column + cell.columns for cell in TABLE)
    rows = [[""] * width for _ in range(max(cell.row + cell.rows for cell in TABLE))]
    for cell in TABLE:
        rows[cell.row][cell.column] = cell.text
    return rows


def traditional(text: str) -> str:
    """The text in traditional characters."""
    from opencc import OpenCC

    return str(OpenCC("s2tw").convert(text))


def as_html() -> str:
    """A saved web page: navigation, breadcrumbs, share bar, related links and footer around the article."""
    article: list[str] = []
    for part, label in numbered():
        words = html.escape(label + part.text).replace(
            "时间", "<ruby>时<rt>shí</rt></ruby><ruby>间<rt>jiān</rt></ruby>"
        )
        if part.kind == "table":
            article.append(html_table())
        elif part.kind in ("h1", "h2"):
            article.append(f"<{heading(part)}>{words}</{heading(part)}>")
        elif part.kind != "title":
            article.append(f'<p style="text-indent:2em">{words}</p>')
    columns = "".join(f'<li><a href="/lm{n}">栏目{n}</a></li>' for n in range(1, 9))
    related = "".join(f'<li><a href="/xg{n}">镇工作动态第{n}期，请查收。</a></li>' for n in range(1, 6))
    title = html.escape(PLAN[0].text)
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="ArticleTitle" content="{title}">
<title>{title}_云溪镇人民政府</title><style>.nav li {{ float: left }}</style></head>
<body>
<div class="nav"><ul>{columns}</ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; 正文</div>
<div class="content">
<h1>{title}</h1>
<div class="info">发布时间：2024-02-21 来源：镇党政办 浏览次数：<span>128</span>　字体：[大 中 小]</div>
<div class="TRS_Editor">
{chr(10).join(article)}
</div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
</div>
<div class="related"><h4>相关阅读</h4><ul>{related}</ul></div>
<div id="footer"><p>主办：云溪镇人民政府　承办：云溪镇党政办</p><p>地址：云溪镇云溪路1号，邮编：000000。</p></div>
<script>var count = 1;</script>
</body></html>
"""


def heading(part: Part) -> str:
    """The element of a heading."""
    return {"h1": "h2", "h2": "h3"}[part.kind]


def html_table() -> str:
    """The table with rowspan and colspan."""
    rows: dict[int, str] = {}
    for cell in TABLE:
        spans = f' rowspan="{cell.rows}"' * (cell.rows > 1) + f' colspan="{cell.columns}"' * (cell.columns > 1)
        rows[cell.row] = rows.get(cell.row, "") + f"<td{spans}>{html.escape(cell.text)}</td>"
    return "<table>" + "\n".join(f"<tr>{row}</tr>" for row in rows.values()) + "</table>"


def as_markdown() -> str:
    """Markdown with # headings and a table between bars."""
    blocks = []
    for part, label in numbered():
        if part.kind == "table":
            rows = ["| " + " | ".join(row) + " |" for row in table_rows()]
            blocks.append("\n".join([rows[0], "|" + " --- |" * len(table_rows()[0]), *rows[1:]]))
        else:
            marks = {"title": "# ", "h1": "## ", "h2": "### "}.get(part.kind, "")
            blocks.append(marks + label + part.text)
    return "\n\n".join(blocks) + "\n"


def as_csv() -> str:
    """The table alone, as a spreadsheet saves it."""
    return "".join(",".join(f'"{field}"' if "," in field else field for field in row) + "\r\n" for row in table_rows())


def as_xlsx() -> bytes:
    """A workbook: the paragraphs in column A, the table with merged cells between blank rows."""
    import io

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "方案"
    row = 1
    for part, label in numbered():
        if part.kind != "table":
            sheet.cell(row, 1, label + part.text)
            row += 1
            continue
        top = row + 1
        for cell in TABLE:
            place = sheet.cell(top + cell.row, 1 + cell.column)
            digits = cell.text.removesuffix("%")
            if digits.replace(".", "").isdecimal():
                number = float(digits)
                place.value = number / 100 if digits != cell.text else int(number) if number.is_integer() else number
                place.number_format = "0%" if digits != cell.text else "General"
            else:
                place.value = cell.text
            if cell.rows * cell.columns > 1:
                bottom, right = top + cell.row + cell.rows - 1, cell.column + cell.columns
                sheet.merge_cells(
                    start_row=top + cell.row, start_column=1 + cell.column, end_row=bottom, end_column=right
                )
        row = top + max(cell.row + cell.rows for cell in TABLE) + 1
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def export(document: bytes, suffix: str) -> None:
    """Has LibreOffice save a docx in another format."""
    program = shutil.which("soffice")
    if program is None:
        print(f"LibreOffice is not installed: plan.{suffix} is left as it is", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        original = Path(folder) / "plan.docx"
        original.write_bytes(document)
        profile = f"-env:UserInstallation={Path(folder).as_uri()}/profile"
        command = [program, profile, "--headless", "--convert-to", suffix, "--outdir", str(HERE), str(original)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
