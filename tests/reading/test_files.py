"""The way in: formats told by content, and one clear line for whatever cannot be read."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.errors import ReadError
from planparse.reading import from_text, read_bytes, read_path

SAMPLES = Path(__file__).parents[2] / "samples" / "formats"


def test_line_ends_and_mark_change_and_nothing_else() -> None:
    source = read_bytes(b"\xef\xbb\xbf" + "一、目标\r\n  到 2031年\r二、 责任\t人 \n".encode())
    assert source.text == "一、目标\n  到 2031年\n二、 责任\t人 \n"
    assert (source.format, source.encoding, source.wrapped) == ("txt", "utf-8", True)


def test_hash_is_of_the_bytes_and_name_is_kept() -> None:
    data = "一、目标\r\n".encode("gbk")
    source = read_bytes(data, name="方案.txt")
    assert (source.sha256, source.path) == (hashlib.sha256(data).hexdigest(), "方案.txt")


@given(st.text())
@settings(max_examples=60)
def test_any_string_is_a_text(text: str) -> None:
    expected = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert from_text(text).text == expected


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    refused = None
    # LibreOffice would take its seconds for each example that looks like one of its files.
    with patch("shutil.which", return_value=None):
        try:
            read_bytes(data)
        except ReadError as error:
            refused = error
    assert refused is None or (refused.hint and "\n" not in str(refused))


@pytest.mark.parametrize("name", ["plan.docx", "plan.pdf", "plan.html", "plan.xlsx", "plan.ofd", "plan.md", "plan.txt"])
def test_wrong_suffix_costs_nothing(name: str, tmp_path: Path) -> None:
    copy = tmp_path / "方案.dat"
    copy.write_bytes((SAMPLES / name).read_bytes())
    assert read_path(copy).text == read_path(SAMPLES / name).text
    assert read_path(copy).format == name.rpartition(".")[2]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "nothing but blanks"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "picture"),
        (b"Rar!\x1a\x07\x00", "RAR archive: unpack it"),
        (b"\x1f\x8b\x08", "gzip archive: unpack it"),
        (b"\x7fELF" + bytes(50), "program"),
        (b"PK\x03\x04" + bytes(40), "damaged or cut-off zip"),
        (b"<html><body><script>1</script></body></html>", "without words"),
    ],
)
def test_what_is_no_document_is_named(data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        read_bytes(data)


def test_a_txt_file_is_read_as_it_stands() -> None:
    """Its spans count the characters of the file, whatever marks of other formats stand in it."""
    text = "# 某县水利局\n## 2031年工作方案\n\n**新建**泵站3座,a,b\n"
    assert read_bytes(text.encode(), name="plan.TXT").text == text


def test_markdown_is_read_as_it_stands_too() -> None:
    text = "# 某县水利局\r\n## 2031年工作方案\r\n\r\n**新建**[泵站](a.html)3座<!-- 核 -->\r\n"
    source = read_bytes(text.encode(), name="plan.md")
    assert source.text == text.replace("\r\n", "\n")
    assert [source.text[start:end] for start, end in source.hidden] == [
        "# ",
        "## ",
        "**",
        "**[",
        "](a.html)",
        "<!-- 核 -->",
    ]


def test_missing_folder_and_special_files(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="does not exist: check the spelling"):
        read_path(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="is a folder"):
        read_path(tmp_path)
    with pytest.raises(ReadError, match="not a regular file"):
        read_path(Path("/dev/null"))
    with pytest.raises(ReadError, match=r"cannot be read|does not exist"):
        read_path(Path("a\0b"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text("一、目标", encoding="utf-8")
    locked.chmod(0)
    with pytest.raises(ReadError, match="may not be read"):
        read_path(locked)


def test_permission_error_becomes_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text("一、目标", encoding="utf-8")

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ReadError, match="may not be read by this user: change its permissions"):
        read_path(locked)


@pytest.mark.parametrize(("name", "extra", "package"), [("plan.pdf", "pdf", "PACKAGE"), ("plan.html", "html", "")])
def test_missing_extra_says_which(name: str, extra: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if package:
        monkeypatch.setattr(f"planparse.reading.{extra}.{package}", "package_that_is_not_there")
    else:
        monkeypatch.setitem(sys.modules, f"planparse.reading.{extra}", None)
    with pytest.raises(ReadError, match=rf"pip install 'planparse\[{extra}\]'"):
        read_path(SAMPLES / name)


def test_import_is_cheap() -> None:
    script = (
        "import sys, planparse.reading; "
        "print([m for m in ('lxml', 'pypdfium2', 'openpyxl', 'xml.etree.ElementTree', 'zipfile') if m in sys.modules])"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert "lxml" not in loaded
    assert "pypdfium2" not in loaded
    assert "xml.etree" not in loaded
    assert "zipfile" not in loaded
