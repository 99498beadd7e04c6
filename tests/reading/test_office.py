"""Old office formats: read through LibreOffice where it is, refused with advice where it is not."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from tests.programs import needs_libreoffice

from planparse.errors import ReadError
from planparse.reading import read_bytes, read_path

SAMPLES = Path(__file__).parents[2] / "samples" / "formats"
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

ADVICE = r"install LibreOffice, or save .* docx"


def ole2(*streams: str, header: bytes = b"") -> bytes:
    """The magic of an OLE2 file, a sector that begins with `header`, and a directory of the streams' names."""
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return OLE2.ljust(512, b"\0") + header.ljust(512, b"\0") + names


@needs_libreoffice
def test_doc_says_the_same_as_docx() -> None:
    source = read_path(SAMPLES / "plan.doc")
    assert source.format == "doc"
    assert source.text == read_path(SAMPLES / "plan.docx").text


@pytest.mark.parametrize(
    "data",
    [ole2("WordDocument"), b"{\\rtf1 plan}", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>'],
)
def test_without_libreoffice_the_error_says_how_to_convert(data: bytes) -> None:
    with (
        patch("shutil.which", return_value=None),
        pytest.raises(ReadError, match=ADVICE),
    ):
        read_bytes(data)


@pytest.mark.parametrize(
    "data", [ole2("EncryptedPackage"), ole2("WordDocument", header=b"\xec\xa5" + bytes(8) + b"\x00\x01")]
)
def test_encrypted(data: bytes) -> None:
    with pytest.raises(ReadError, match="encrypted with a password: save it without one"):
        read_bytes(data)


def test_other_ole2_files() -> None:
    with pytest.raises(ReadError, match="no Word, WPS or Excel document: save it as docx"):
        read_bytes(ole2("PowerPoint Document"))


def test_conversion_that_never_ends_is_ended(tmp_path: Path) -> None:
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nsleep 60 & wait\n", encoding="utf-8")
    slow.chmod(0o755)
    with (
        patch("shutil.which", return_value=str(slow)),
        patch("planparse.reading.office.SECONDS", 0.3),
        pytest.raises(ReadError, match="took LibreOffice more than"),
    ):
        read_bytes(ole2("WordDocument"))


def test_conversion_that_makes_nothing_is_an_error(tmp_path: Path) -> None:
    failing = tmp_path / "soffice"
    failing.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    failing.chmod(0o755)
    with patch("shutil.which", return_value=str(failing)), pytest.raises(ReadError, match="damaged doc document"):
        read_bytes(ole2("WordDocument"))


def test_conversion_works_in_a_folder_of_its_own(tmp_path: Path) -> None:
    copying = tmp_path / "soffice"
    log = tmp_path / "arguments"
    # Arguments: profile, --headless, --norestore, --convert-to, docx, --outdir, folder, document.
    script = f'echo "$@" > {log}\nenv | grep -c "proxy=http://127.0.0.1:9" >> {log}\nmkdir -p "$7"\n'
    copying.write_text(f'#!/bin/sh\n{script}cp {SAMPLES / "plan.docx"} "$7/document.docx"\n', encoding="utf-8")
    copying.chmod(0o755)
    with patch("shutil.which", return_value=str(copying)):
        source = read_bytes(ole2("WordDocument"))
    assert (source.format, source.text) == ("doc", read_path(SAMPLES / "plan.docx").text)
    arguments, proxies = log.read_text(encoding="utf-8").splitlines()
    folder = arguments.split("--outdir ")[1].split("/made")[0]
    assert "UserInstallation=file://" in arguments
    assert not Path(folder).exists()
    assert proxies == "2"
