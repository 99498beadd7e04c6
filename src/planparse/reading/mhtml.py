"""Web archives (mhtml), in which browsers save a page with all its pictures: the page itself is read."""

from __future__ import annotations

import email
import email.policy
from typing import TYPE_CHECKING

from planparse.errors import ReadError
from planparse.reading import html

if TYPE_CHECKING:
    from planparse.reading.options import Options
    from planparse.reading.source import SourceText

__all__ = ["read"]


def read(data: bytes, options: Options) -> SourceText:
    """Reads the first html part of a web archive. Raises ReadError where there is none."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                return html.read(content, options)
    raise ReadError("is a web archive without a page", "save the page anew, as html")
