"""Encodings: recognised by what the characters say, on stretches of plan vocabulary of every length."""

from __future__ import annotations

import random

import pytest

from planparse.errors import ReadError
from planparse.reading import read_bytes
from planparse.reading.encodings import decode

SIMPLIFIED = (
    "一、目标任务。到2031年底，全区新建公厕12座，改造老旧小区46个，惠及居民8300户，财政投入不少于2.5亿元。"
    "二、责任分工。由区住建局牵头，区财政局、各街道办事处配合，每月10日前报送进展情况。联系人：顾听雨，电话：0999-6661234。"
)
TRADITIONAL = (
    "一、目標任務。到2031年底，全區新建公廁12座，改造老舊小區46個，惠及居民8300戶，財政投入不少於2.5億元。"
    "二、責任分工。由區住建局牽頭，區財政局、各街道辦事處配合，每月10日前報送進展情況。聯繫人：顧聽雨，電話：0999-6661234。"
)


def pieces(text: str, length: int, count: int) -> list[str]:
    chance = random.Random(length)
    whole = text * (length // len(text) + 2)
    return [whole[start : start + length] for start in (chance.randrange(len(text)) for _ in range(count))]


@pytest.mark.parametrize("length", [20, 60, 200, 2000])
@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "gbk", "gb18030"),
        (TRADITIONAL, "cp950", "big5"),
        (SIMPLIFIED, "utf-16-le", "utf-16"),
        (TRADITIONAL, "utf-16-be", "utf-16"),
    ],
)
def test_recognised_at_every_length(text: str, codec: str, named: str, length: int) -> None:
    for piece in pieces(text, length, 25):
        decoded = decode(piece.encode(codec))
        assert (decoded.encoding, decoded.text) == (named, piece), piece


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_names_the_encoding_and_goes(codec: str) -> None:
    assert decode(SIMPLIFIED.encode(codec)).text == SIMPLIFIED


def test_ascii_alone_is_utf8() -> None:
    assert decode(b"plan 2031\n").encoding == "utf-8"


@pytest.mark.parametrize("name", ["gbk", "GB2312", "gb18030", "cp936"])
def test_override_takes_the_superset(name: str) -> None:
    assert decode("镕㐂目标".encode("gb18030"), name).text == "镕㐂目标"


def test_override_wins_over_recognition() -> None:
    assert decode("目标".encode("gbk"), "big5").text != "目标"


@pytest.mark.parametrize("name", ["klingon", "", "hex", "rot13", "undefined", "a\0b"])
def test_encoding_that_is_none(name: str) -> None:
    with pytest.raises(ReadError, match="no encoding of text: use utf-8"):
        decode(b"abc", name)


def test_wrong_override_says_so() -> None:
    with pytest.raises(ReadError, match=r"is not utf-8: .* leave --encoding out"):
        decode(SIMPLIFIED.encode("gbk"), "utf-8")


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "cp950"])
def test_file_cut_inside_a_character_is_read_with_a_note(codec: str) -> None:
    text = TRADITIONAL if codec == "cp950" else SIMPLIFIED
    decoded = decode((text + "完").encode(codec)[:-1])
    assert decoded.text.startswith(text)
    assert [note.code for note in decoded.notes] == ["truncated"]


def test_a_few_bad_bytes_are_named_with_their_place() -> None:
    data = SIMPLIFIED.encode("gb18030")
    decoded = decode(data[:40] + b"\xff" + data[40:])
    assert decoded.encoding == "gb18030"
    (note,) = decoded.notes
    assert note.code == "undecodable-bytes"
    assert note.start is not None
    assert decoded.text[note.start] == "\ufffd"


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 20, b"\x00" * 500, random.Random(1).randbytes(4000), b"\x01\x02\x03" * 200],
    ids=["all bytes", "zeros", "noise", "controls"],
)
def test_binary_is_no_text(data: bytes) -> None:
    with pytest.raises(ReadError, match="binary"):
        read_bytes(data)


def test_signs_that_a_pdf_had_no_character_for_do_not_make_a_text_binary() -> None:
    decoded = decode((SIMPLIFIED * 3 + "A = \0\0 × \0\n").encode())
    assert decoded.encoding == "utf-8"
    assert decoded.text.endswith("A = \0\0 × \0\n")
