"""Files made to harm: each is refused in one line or read in part, within seconds, without the network."""

from __future__ import annotations

import io
import random
import socket
import struct
import time
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.reading.pdf_writer import pdf
from tests.reading.zip_writer import OFD, RELATIONS, W, a_list, docx, item, level, ofd, paragraph, xlsx, zipped

from planparse.errors import ReadError
from planparse.reading import read_bytes
from planparse.reading.archive import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).parents[2] / "samples" / "formats"
BOMB = b"<w:t>" + b"0" * (80 * 2**20)


@pytest.fixture(autouse=True)
def quick_and_offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test may open a connection or take long."""

    def refuse(*_arguments: object) -> None:
        raise AssertionError("a reader opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < 10


def refused(data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says) as caught:
        read_bytes(data)
    assert "\n" not in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize("main", ["word/document.xml", "xl/workbook.xml", "OFD.xml"])
def test_zip_bomb(main: str) -> None:
    refused(zipped({main: BOMB}), "zip bomb")


def test_bomb_that_lies_about_its_size() -> None:
    data = bytearray(zipped({"word/document.xml": BOMB}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(mark) + place, 100)
    refused(bytes(data), "damaged|zip bomb")


def test_many_small_members() -> None:
    refused(zipped({"word/document.xml": "", **{f"word/{n}.xml": "" for n in range(20_001)}}), "20002 parts")


def test_total_counts_and_not_only_the_single_member(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planparse.reading.archive.MAX_TOTAL_BYTES", 2**20)
    part = random.Random(1).randbytes(2**19)
    with Archive(zipped({f"{n}.bin": part for n in range(3)})) as archive:
        assert archive.read("0.bin") == part
        assert archive.read("1.bin") == part
        with pytest.raises(ReadError, match="zip bomb"):
            archive.read("2.bin")


def test_long_string_said_many_times() -> None:
    strings = f"<si><t>{'长' * 40_000}</t></si>"
    rows = "".join('<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' for _ in range(800))
    refused(xlsx(rows, strings=strings), "more than 20 million characters: split it")


def test_long_label_before_many_paragraphs() -> None:
    numbering = a_list(level(0, "decimal", "长" * 100_000 + "%1"))
    assert len(read_bytes(docx(item("正文") * 500, numbering=numbering)).text) < 50_000


def packed_pdf(content: bytes) -> bytes:
    """A pdf of one page whose content is packed twice over."""
    packed = zlib.compress(zlib.compress(content, 9), 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
    ]
    body = b"".join(b"%d 0 obj%b endobj\n" % (number, text) for number, text in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + body + b"trailer<</Size 5/Root 1 0 R>>\n%%EOF\n"


def test_pdf_that_draws_for_ever_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planparse.reading.pdf.SECONDS", 1.5)
    data = packed_pdf(b"0 0 m 9 9 l S\n" * (100 * 2**20 // 14))
    assert len(data) < 3000
    refused(data, "takes more than 1.5 seconds to read: read fewer pages")


def test_pdf_that_fills_the_memory_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planparse.reading.pdf.READER", "import os; os.abort()")
    refused(pdf(""), "needs more memory than a document may")


def test_nested_zip_is_not_unpacked() -> None:
    refused(zipped({"inner.docx": docx(paragraph("正文"))}), "zip archive, and no docx, xlsx or ofd: unpack it")


LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://example.invalid/x">]>'


@pytest.mark.parametrize("declaration", [LAUGHS, EXTERNAL, '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd">'])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_document_types_are_refused_everywhere(declaration: str, codec: str) -> None:
    head = f'<?xml version="1.0" encoding="{codec}"?>{declaration}'
    document = f"{head}<w:document {W}><w:body>{paragraph('&j;&x;&y;')}</w:body></w:document>".encode(codec)
    refused(zipped({"word/document.xml": document}), "document type")
    refused(zipped({"OFD.xml": f"{head}<ofd:OFD {OFD}>&j;</ofd:OFD>".encode(codec)}), "document type")
    book = xlsx("<row/>")
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    refused(
        zipped(parts | {"xl/worksheets/sheet1.xml": f"{head}<worksheet>&j;</worksheet>".encode(codec)}), "document type"
    )


SENTENCE = "到2031年底修渠3公里。"


def web_page(before: str, inside: str) -> bytes:
    return f"{before.replace('DOCTYPE a', 'DOCTYPE html')}<html><body><p>{SENTENCE}{inside}</p></body></html>".encode()


def test_entities_of_a_web_page_are_not_expanded() -> None:
    assert "root:" not in read_bytes(web_page(EXTERNAL, "&x;&y;")).text
    assert len(read_bytes(web_page(LAUGHS, "&j;")).text) < 2000


def test_pictures_and_frames_of_a_web_page_are_not_fetched() -> None:
    address = "http://127.0.0.1:9/a"
    links = f'<img src="{address}"><iframe src="{address}"></iframe><link href="{address}"><base href="{address}">'
    assert read_bytes(web_page("", links)).text == f"{SENTENCE}\n"


@pytest.mark.parametrize("target", ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://a.invalid/"])
def test_relations_that_lead_out_lead_nowhere(target: str) -> None:
    relation = f'<Relationship Id="r1" Type="officeDocument" Target="{target}"/>'
    rels = f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>'
    document = f"<w:document {W}><w:body>{paragraph('正文')}</w:body></w:document>"
    assert read_bytes(zipped({"_rels/.rels": rels, "word/document.xml": document})).text == "正文\n"


def test_member_names_that_climb_out_are_only_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    document = f"<w:document {W}><w:body>{paragraph('正文')}</w:body></w:document>"
    assert read_bytes(zipped({"../../escaped.txt": "x", "word/document.xml": document})).text == "正文\n"
    assert list(tmp_path.iterdir()) == []


def test_encrypted_member() -> None:
    data = bytearray(docx(paragraph("正文")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + place] |= 1
            start = data.find(mark, start + 4)
    refused(bytes(data), "encrypted with a password")


def test_deeply_nested_xml() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + paragraph("正文") + "</w:sdtContent></w:sdt>" * 5000
    refused(docx(deep), "nests its parts too deeply|damaged")


def test_styles_and_lists_in_circles() -> None:
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("A", "B"), ("B", "A"))
    )
    body = paragraph("正文", '<w:pStyle w:val="A"/>')
    link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum>'
    assert read_bytes(docx(body, styles=circle, numbering=link)).text == "正文\n"


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "ofd", "pdf", "html", "md", "gb18030.txt"])
def test_cut_files(suffix: str) -> None:
    data = (SAMPLES / f"plan.{suffix}").read_bytes()
    # Each pdf is read in a process of its own.
    times = 6 if suffix == "pdf" else 25
    for end in range(1, len(data), max(1, len(data) // times)):
        read_or_refused(data[:end])


@pytest.mark.parametrize("name", ["plan.docx", "plan.xlsx", "plan.ofd", "plan.pdf", "plan.html"])
def test_damaged_files(name: str) -> None:
    chance = random.Random(name)
    original = (SAMPLES / name).read_bytes()
    for _ in range(6 if name == "plan.pdf" else 25):
        data = bytearray(original)
        for _ in range(chance.choice((1, 5, 50))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        read_or_refused(bytes(data))


@pytest.mark.parametrize("name", ["plan.docx", "plan.xlsx", "plan.ofd"])
def test_damaged_parts_inside_a_sound_zip(name: str) -> None:
    chance = random.Random(name)
    with zipfile.ZipFile(SAMPLES / name) as archive:
        parts: dict[str, str | bytes] = {part: archive.read(part) for part in archive.namelist()}
    for part, content in parts.items():
        assert isinstance(content, bytes)
        for _ in range(4):
            data = bytearray(content)
            start = chance.randrange(len(data))
            data[start : start + chance.choice((1, 40, 400))] = chance.randbytes(chance.choice((0, 1, 20)))
            read_or_refused(zipped(parts | {part: bytes(data)}))
        read_or_refused(zipped({other: inner for other, inner in parts.items() if other != part}))


def read_or_refused(data: bytes) -> None:
    try:
        read_bytes(data)
    except ReadError as error:
        message = str(error)
    else:
        return
    assert "\n" not in message


def test_page_with_very_many_lines() -> None:
    objects = (
        '<ofd:PathObject Boundary="1 1 1 1"><ofd:AbbreviatedData>M 0 0 L 9 0</ofd:AbbreviatedData></ofd:PathObject>'
    )
    assert read_bytes(ofd(objects * 30_000)).text == ""
