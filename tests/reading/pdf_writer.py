"""Small pdf files for the tests: pages of placed words, ruling lines and pictures, uncompressed."""

from __future__ import annotations

# A font that no file needs to bring along: Adobe's simplified Chinese collection, addressed in UTF-16.
FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong/Encoding/UniGB-UTF16-H/DescendantFonts[<</Type/Font"
    "/Subtype/CIDFontType0/BaseFont/STSong/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000"
    "/W[1 95 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0"
    "/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>]>>"
)
IMAGE = "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
HEIGHT = 842


def words(text: str, x: float, y: float, size: float = 16) -> str:
    """Words whose base line begins at x, y from the page's top left corner."""
    return f"BT /F1 {size:g} Tf 1 0 0 1 {x:g} {HEIGHT - y:g} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """A ruling line."""
    return f"0.5 w {x1:g} {HEIGHT - y1:g} m {x2:g} {HEIGHT - y2:g} l S\n"


PICTURE = "q 595 0 0 842 0 0 cm /I1 Do Q\n"


def pdf(*pages: str, trailer: str = "", page_entries: str = "", font: str = FONT, last: str = "") -> bytes:
    """A pdf of the pages whose content streams are given; `last` is one more object, behind those of the pages."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}]>>",
        font,
        f"{IMAGE}\nstream\n\x80\nendstream",
    ]
    for number, content in enumerate(pages):
        resources = "/Resources<</Font<</F1 3 0 R>>/XObject<</I1 4 0 R>>>>"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 {HEIGHT}]{resources}{page_entries}"
            f"/Contents {6 + 2 * number} 0 R>>"
        )
        objects.append(f"<</Length {len(content.encode('latin-1'))}>>\nstream\n{content}\nendstream")
    objects.append(last or "null")
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, text in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    start = len(out)
    entries = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}".encode()
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
