"""The plan of samples/formats_plan.py as an OFD file (GB/T 33190): pages of placed lines, the table in ruled lines."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from xml.sax.saxutils import escape

from formats_plan import TABLE, numbered

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
PAGE = (210.0, 297.0)
LEFT, TOP, BOTTOM = 28.0, 37.0, 262.0
SIZE, PITCH = 5.6, 9.9
PER_LINE = 28
SMALL, ROW = 3.7, 9.0
EDGES = (28.0, 40.0, 84.0, 103.0, 119.0, 152.0, 184.0)
NO_START = "，。、；：）"


def ofd() -> bytes:
    """The file's bytes; the same at every run."""
    pages = lay_out()
    members = {
        "OFD.xml": f'<ofd:OFD {NS} Version="1.0"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": document(len(pages)),
    }
    for number, objects in enumerate(pages):
        layer = f'<ofd:Layer ID="{10_000 + number}">{"".join(objects)}</ofd:Layer>'
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f"<ofd:Page {NS}><ofd:Content>{layer}</ofd:Content></ofd:Page>"
        )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in members.items():
            member = zipfile.ZipInfo(name, (2024, 2, 20, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}')
    return content.getvalue()


def document(pages: int) -> str:
    """The document part: the paper and the list of pages."""
    listed = "".join(
        f'<ofd:Page ID="{number + 1}" BaseLoc="Pages/Page_{number}/Content.xml"/>' for number in range(pages)
    )
    return (
        f"<ofd:Document {NS}><ofd:CommonData><ofd:MaxUnitID>20000</ofd:MaxUnitID><ofd:PageArea>"
        f"<ofd:PhysicalBox>0 0 {PAGE[0]:g} {PAGE[1]:g}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )


def lay_out() -> list[list[str]]:
    """The objects of each page: lines of the measure, indented by two where a paragraph begins, and a page number."""
    pages: list[list[str]] = [[]]
    y = TOP
    for part, label in numbered():
        if part.kind == "table":
            height = ROW * max(cell.row + cell.rows for cell in TABLE)
            if y + height > BOTTOM:
                pages.append([])
                y = TOP
            pages[-1] += table(y)
            y += height + PITCH
            continue
        for number, words in enumerate(wrapped(label + part.text, indent=part.kind != "title")):
            if y > BOTTOM:
                pages.append([])
                y = TOP
            x = LEFT + (2 * SIZE if number == 0 and part.kind != "title" else 0)
            if part.kind == "title":
                x = (PAGE[0] - sum(advances(words, SIZE))) / 2
            pages[-1].append(text(words, x, y, SIZE))
            y += PITCH
    for number, objects in enumerate(pages, start=1):
        # The page number comes first in the stream and last on the page, as many writers have it.
        objects.insert(0, text(f"— {number} —", 98.0, 278.0, 4.9))
    return pages


def advances(words: str, size: float) -> list[float]:
    """The width of each character: half for ASCII."""
    return [size / 2 if char.isascii() else size for char in words]


def wrapped(words: str, *, indent: bool) -> list[str]:
    """A paragraph cut into lines of the measure; no line begins with a closing mark."""
    lines, line, width = [], "", 2.0 if indent else 0.0
    for char in words:
        step = 0.5 if char.isascii() else 1.0
        if width + step > PER_LINE and char not in NO_START:
            lines.append(line)
            line, width = "", 0.0
        line += char
        width += step
    return [*lines, line]


def text(words: str, x: float, y: float, size: float) -> str:
    """A line as a text object with the step from each character to the next."""
    steps = advances(words, size)
    deltas = " ".join(f"{step:g}" for step in steps[:-1])
    boundary = f"{x:.2f} {y - size:.2f} {sum(steps):.2f} {size * 1.2:.2f}"
    return (
        f'<ofd:TextObject Boundary="{boundary}" Font="1" Size="{size:g}">'
        f'<ofd:TextCode X="0" Y="{size:g}" DeltaX="{deltas}">{escape(words)}</ofd:TextCode></ofd:TextObject>'
    )


def table(top: float) -> list[str]:
    """The table's cells, each framed, with their words inside."""
    objects = []
    for cell in TABLE:
        left, right = EDGES[cell.column], EDGES[cell.column + cell.columns]
        upper, height = top + cell.row * ROW, cell.rows * ROW
        width = right - left
        corners = ((0, 0), (width, 0), (width, height), (0, height), (0, 0))
        path = " ".join(f"M {x1:g} {y1:g} L {x2:g} {y2:g}" for (x1, y1), (x2, y2) in pairwise(corners))
        for step in path.split(" M "):
            data = step if step.startswith("M") else f"M {step}"
            objects.append(
                f'<ofd:PathObject Boundary="{left:g} {upper:g} {width:g} {height:g}" LineWidth="0.3">'
                f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
            )
        objects.append(text(cell.text, left + 1.2, upper + 6.0, SMALL))
    return objects
