"""PDF files, read in a process of their own.

A pdf is a program that draws, and a few hundred bytes of it can ask for hours and any memory (a stream packed a
thousandfold, forms that call each other). pdfium cannot be interrupted from inside, so a process does the reading whose
memory is limited and which is ended when it takes too long.
"""

from __future__ import annotations

import importlib.util
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planparse.errors import ReadError
from planparse.reading.source import SourceText

if TYPE_CHECKING:
    from planparse.reading.options import Options

__all__ = ["read"]

SECONDS = 180
PACKAGE = "pypdfium2"
READER = "from planparse.reading.pdf_document import main; main()"


def read(data: bytes, options: Options) -> SourceText:
    """Reads a pdf, at most `options.max_pages`. Raises ReadError for encrypted, damaged and hostile files."""
    if importlib.util.find_spec(PACKAGE) is None:
        raise ModuleNotFoundError(f"No module named {PACKAGE!r}", name=PACKAGE)
    # The reader is to find the very planparse that asks.
    search = [str(Path(__file__).parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        done = subprocess.run(
            [sys.executable, "-c", READER],
            input=pickle.dumps((data, options)),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(search)},
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        hint = "read fewer pages with --max-pages, or print it to a new pdf"
        raise ReadError(f"takes more than {SECONDS} seconds to read", hint) from None
    if done.returncode:
        raise ReadError("is a pdf that is damaged, or needs more memory than a document may", "print it to a new pdf")
    answer: SourceText | tuple[str, str] = pickle.loads(done.stdout)
    if not isinstance(answer, SourceText):
        raise ReadError(*answer)
    return answer
