"""Word 97–2003, WPS, RTF, OpenDocument and old Excel files: LibreOffice, where it is installed, makes docx or xlsx.

It runs with a profile and a folder of its own that are deleted afterwards, without macros and without loading what a
document links to, and is ended when it takes too long.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.errors import ReadError
from planparse.reading import docx, xlsx

if TYPE_CHECKING:
    from planparse.reading.options import Options
    from planparse.reading.source import SourceText

__all__ = ["read"]

SECONDS = 120
PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
OLE2 = b"\xd0\xcf\x11\xe0"
SECTOR = 512
# A Word file's own header begins with this; bit 8 of the flags 10 bytes on says that it is encrypted ([MS-DOC] 2.5.2).
WORD_HEADER, FLAGS, ENCRYPTED = b"\xec\xa5", 10, 0x100
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
# Nothing answers here: whatever would still look for the network finds none.
NO_NETWORK = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")


def read(data: bytes, options: Options) -> SourceText:
    """Reads an old office document. Raises ReadError where it is encrypted or LibreOffice is missing or fails."""
    suffix, target = _kind(data)
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise ReadError(
            f"is a document of an old format ({suffix}), which is read through LibreOffice, and that is not installed",
            f"install LibreOffice, or save the document as {target}",
        )
    converted = _converted(data, suffix, target, program)
    source = xlsx.read(converted, options) if target == "xlsx" else docx.read(converted, options)
    return source.replaced(format=suffix)


def _kind(data: bytes) -> tuple[str, str]:
    """The suffix that LibreOffice expects, and what it is to make."""
    if data.startswith(b"{\\rtf"):
        return "rtf", "docx"
    if data.startswith(b"PK"):
        return ("ods", "xlsx") if b"opendocument.spreadsheet" in data[:200] else ("odt", "docx")
    if not data.startswith(OLE2):
        return "xml", "docx"
    streams = {name for name in ("EncryptedPackage", "WordDocument", "Workbook", "Book") if _has_stream(data, name)}
    if "EncryptedPackage" in streams or ("WordDocument" in streams and _is_encrypted(data)):
        raise ReadError("is encrypted with a password", "save it without one")
    if "WordDocument" in streams:
        return "doc", "docx"
    if streams:
        return "xls", "xlsx"
    raise ReadError("is an OLE2 file, and no Word, WPS or Excel document", "save it as docx, xlsx or pdf")


def _has_stream(data: bytes, name: str) -> bool:
    """Whether the directory of an OLE2 file names a stream (64 bytes of UTF-16, filled up with zeros)."""
    return name.encode("utf-16-le").ljust(2 * len(name) + 2, b"\0") in data


def _is_encrypted(data: bytes) -> bool:
    for start in range(SECTOR, min(len(data), 4096 * SECTOR), SECTOR):
        if data.startswith(WORD_HEADER, start):
            return bool(int.from_bytes(data[start + FLAGS : start + FLAGS + 2], "little") & ENCRYPTED)
    return False


def _converted(data: bytes, suffix: str, target: str, program: str) -> bytes:
    """The document as docx or xlsx, made by LibreOffice in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="planparse-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        user = place / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        original = place / f"document.{suffix}"
        original.write_bytes(data)
        profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--norestore", "--convert-to", target]
        _run([*command, "--outdir", str(place / "made"), str(original)])
        made = place / "made" / f"document.{target}"
        if not made.is_file():
            raise ReadError(f"is a damaged {suffix} document, which LibreOffice cannot open", f"save it as {target}")
        return made.read_bytes()


def _run(command: list[str]) -> None:
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **NO_NETWORK},
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise ReadError(f"took LibreOffice more than {SECONDS} seconds", "save it as docx, xlsx or pdf") from None
    finally:
        # LibreOffice starts a second process; both end with their group, also when planparse itself is interrupted.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
