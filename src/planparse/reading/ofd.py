"""OFD files (GB/T 33190-2016, the fixed layout format of Chinese e-government): zip and XML, pages of placed glyphs.

All lengths in the file are millimetres from the top left corner; glyphs and lines become those of any page format.
"""

from __future__ import annotations

import posixpath
import re
from itertools import islice
from typing import TYPE_CHECKING

from planparse.errors import ReadError
from planparse.reading.archive import Archive, attribute, child, children, local
from planparse.reading.assembly import Assembly
from planparse.reading.lines import Glyph
from planparse.reading.pages import Pages
from planparse.reading.rulings import Ruling, edges

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from planparse.reading.options import Options
    from planparse.reading.source import SourceText

__all__ = ["read"]

POINTS = 72 / 25.4
DEFAULT_MAX_PAGES = 3000
MAX_GLYPHS = 100_000
DEFAULT_BOX = (0.0, 0.0, 210.0, 297.0)
PATH_POINT = re.compile(r"[MLBQSA][^MLBQSAC]*")

Matrix = tuple[float, float, float, float, float, float]


def read(data: bytes, options: Options) -> SourceText:
    """Reads an ofd page by page, at most `options.max_pages`. Raises ReadError for damaged and encrypted files."""
    assembly, pages = Assembly(), Pages()
    with Archive(data) as archive:
        number = count = 0
        limit = options.max_pages if options.max_pages is not None else DEFAULT_MAX_PAGES
        for root in _documents(archive):
            document = archive.xml(root)
            standard = _numbers(_words(child(document, "CommonData", "PageArea", "PhysicalBox")))
            for page in children(document, "Pages"):
                count += 1
                if number < limit:
                    number += 1
                    path = _joined(root, attribute(page, "BaseLoc") or "")
                    _add_page(archive, path, number, standard, pages, assembly)
    pages.assemble(assembly)
    if count > limit:
        assembly.note("truncated", f"only the first {limit} of {count} pages were read (--max-pages sets how many)")
    return assembly.source("ofd", wrapped=False)


def _documents(archive: Archive) -> Iterator[str]:
    if "Encryptions.xml" in archive or any(name.endswith("/encryptions.xml") for name in archive.names()):
        raise ReadError("is encrypted", "save it without encryption")
    for body in archive.xml("OFD.xml"):
        root = child(body, "DocRoot")
        if local(body) == "DocBody" and root is not None:
            yield _joined("OFD.xml", _words(root))


def _add_page(
    archive: Archive, path: str, number: int, standard: list[float], pages: Pages, assembly: Assembly
) -> None:
    if path not in archive:
        assembly.note("truncated", f"page {number} is missing in the file")
        return
    page = archive.xml(path)
    own = _numbers(_words(child(page, "Area", "PhysicalBox")))
    box = own if len(own) == 4 else standard if len(standard) == 4 else list(DEFAULT_BOX)
    glyphs: list[Glyph] = []
    rulings: list[Ruling] = []
    pictures = False
    for element in page.iter():
        kind = local(element)
        if kind == "TextObject" and len(glyphs) < MAX_GLYPHS:
            glyphs.extend(_glyphs(element))
        elif kind == "PathObject" and len(rulings) < MAX_GLYPHS:
            rulings.extend(_rulings(element))
        pictures = pictures or kind == "ImageObject"
    if pictures and not glyphs:
        problem = "is a picture without a text layer; run a text recognition (OCR) on it"
        assembly.note("no-text-layer", f"page {number} {problem}")
    pages.add(number, box[3] * POINTS, glyphs, rulings)


def _glyphs(element: Element) -> Iterator[Glyph]:
    """The glyphs of a text object, each where its TextCode puts it."""
    place = _numbers(attribute(element, "Boundary") or "")
    if len(place) != 4:
        return
    size = _number(attribute(element, "Size"), 3.5)
    stretch = _number(attribute(element, "HScale"), 1.0)
    matrix = _matrix(element)
    # A turned object (a seal, a watermark) has no lines to read.
    if abs(matrix[1]) > 0.1 * abs(matrix[0]):
        return
    x = y = 0.0
    for code in element:
        if local(code) != "TextCode":
            continue
        x, y = _number(attribute(code, "X"), x), _number(attribute(code, "Y"), y)
        words = (code.text or "").strip("\n\r")
        across, down = _deltas(attribute(code, "DeltaX"), len(words)), _deltas(attribute(code, "DeltaY"), len(words))
        left, top, spaced = x, y, False
        for index, char in enumerate(words):
            step = across[index] if index < len(across) else None
            width = size * stretch * (1.0 if char >= "\u2e80" or char in "“”‘’—…" else 0.5)
            if step is not None and 0 < step < width:
                width = step
            if char.isspace():
                spaced = True
            else:
                begin, base = _placed(matrix, left, top, place)
                end = _placed(matrix, left + width, top, place)[0]
                height = size * abs(matrix[3])
                yield Glyph(char, begin * POINTS, end * POINTS, base * POINTS, height * POINTS, spaced)
                spaced = False
            left += step if step is not None else (0.0 if index < len(down) else width)
            top += down[index] if index < len(down) else 0.0


def _rulings(element: Element) -> Iterator[Ruling]:
    """The horizontal and vertical lines that a path draws."""
    place = _numbers(attribute(element, "Boundary") or "")
    data = child(element, "AbbreviatedData")
    if len(place) != 4 or data is None:
        return
    matrix = _matrix(element)
    corners = [_numbers(step[1:])[-2:] for step in islice(PATH_POINT.findall(_words(data)), 64)]
    points = [_placed(matrix, corner[0], corner[1], place) for corner in corners if len(corner) == 2]
    if len(points) < 2:
        return
    across, down = [x * POINTS for x, _ in points], [y * POINTS for _, y in points]
    stroked = attribute(element, "Stroke") != "false" and len(points) <= 6
    yield from edges(min(across), min(down), max(across), max(down), stroked=stroked)


def _matrix(element: Element) -> Matrix:
    values = _numbers(attribute(element, "CTM") or "")
    return tuple(values) if len(values) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)  # type: ignore[return-value]


def _placed(matrix: Matrix, x: float, y: float, place: list[float]) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return place[0] + a * x + c * y + e, place[1] + b * x + d * y + f


def _deltas(text: str | None, count: int) -> list[float]:
    """The steps from glyph to glyph; `g 5 3.2` says the step 3.2 five times."""
    steps: list[float] = []
    parts = iter((text or "").split())
    for part in parts:
        if part == "g":
            times, step = _number(next(parts, None), 0.0), _number(next(parts, None), 0.0)
            steps.extend([step] * min(int(times), count))
        else:
            steps.append(_number(part, 0.0))
        if len(steps) > count:
            break
    return steps


def _numbers(text: str) -> list[float]:
    return [_number(part, 0.0) for part in text.split()]


def _number(text: str | None, default: float) -> float:
    try:
        value = float(text or "")
    except ValueError:
        return default
    return value if abs(value) < 1e6 else default


def _words(element: Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""


def _joined(origin: str, location: str) -> str:
    """A location in the file as a member name: from the root with a slash, else from the part that names it."""
    folder = "" if location.startswith("/") else posixpath.dirname(origin)
    return posixpath.normpath(posixpath.join("/", folder, location.lstrip("/"))).lstrip("/")
