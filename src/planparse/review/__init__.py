"""The review page: documents with their text → one HTML file that shows, filters, charts and takes corrections.

`page.py` puts it together, `payload.py` says what data it carries; what it looks like and does lies in `assets/`.
"""

from planparse.review.page import render, write

__all__ = ["render", "write"]
