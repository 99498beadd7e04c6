"""How results are kept: compressed, as a dataset of JSON repeats its keys in every row.

Zstandard and not zlib, which needs three times as long and makes them larger.
"""

from __future__ import annotations

from functools import cache

import zstandard

from planparse.batch.model import BatchError

__all__ = ["DAMAGED", "packed", "unpacked"]

DAMAGED = "remove the folder of the dataset, or name another, and run again"
# Beyond this level it takes longer, and saves next to nothing on rows of some hundred bytes.
_LEVEL = 1


def packed(content: bytes) -> bytes:
    """The content as one frame of Zstandard, with its checksum."""
    return _compressor().compress(content)


def unpacked(frame: bytes) -> bytes:
    """What was packed; raises BatchError where the frame is damaged."""
    try:
        return _decompressor().decompress(frame)
    except zstandard.ZstdError as error:
        raise BatchError(f"a result in the manifest is damaged ({error})", DAMAGED) from None


# A context of each is made once for the process: it has more to set up than a document has to compress.
@cache
def _compressor() -> zstandard.ZstdCompressor:
    return zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True)


@cache
def _decompressor() -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor()
