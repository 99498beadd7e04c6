"""The registry: what stands in it works, is imported late, and says what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from planparse.errors import UsageError
from planparse.export import FORMATS
from planparse.export.files import opened

if TYPE_CHECKING:
    from planparse.models import Document


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_document(name: str, yunling: Document, hostile: Document, tmp_path: Path) -> None:
    form = FORMATS[name]
    target = tmp_path / f"out{form.suffix}"
    form.write([yunling, hostile], target)
    assert target.is_dir() is form.folder
    assert any(path.stat().st_size for path in ([target] if target.is_file() else target.iterdir()))
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.folder])
def test_every_format_writes_to_a_stream_and_leaves_it_open(name: str, yunling: Document) -> None:
    stream = BytesIO()
    FORMATS[name].write([yunling], stream)
    assert stream.getvalue()
    assert not stream.closed


@pytest.mark.parametrize(
    ("name", "package", "extra"),
    [
        ("xlsx", "openpyxl", "xlsx"),
        ("parquet", "pyarrow", "parquet"),
        ("ics", "icalendar", "ics"),
    ],
)
def test_a_missing_package_is_named_with_what_to_install(
    name: str, package: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_module: str) -> Any:
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)

    monkeypatch.setattr("planparse.export.formats.import_module", missing)
    with pytest.raises(UsageError, match=rf"{name} needs the package {package}: pip install 'planparse\[{extra}\]'"):
        FORMATS[name].write([], BytesIO())


def test_the_registry_imports_no_format() -> None:
    code = (
        "import sys; from planparse.export import FORMATS; "
        "print([name for name in ('openpyxl', 'pyarrow', 'icalendar', 'rich', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs devices and pipes of POSIX")
def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    device = Path("/dev/null")
    with opened(device) as stream:
        stream.write(b"x")
    assert not device.is_file()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with opened(pipe) as stream:
        stream.write(b"x")
    assert os.read(reader, 2) == b"x"
    os.close(reader)


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    with opened(tmp_path / "link") as stream:
        stream.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"
