"""The speed of one peer, in the environment in which it is installed: `peer.py NAME < paragraphs.json`."""

from __future__ import annotations

import json
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def jionlp() -> Callable[[str], Any]:
    """Times, money and telephone numbers."""
    import jionlp

    return lambda text: (
        jionlp.ner.extract_time(text, time_base=time.time()),
        jionlp.ner.extract_money(text),
        jionlp.extract_phone_number(text),
    )


def recognizers() -> Callable[[str], Any]:
    """Times, numbers, currencies and dimensions."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import Culture, recognize_number
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    verbs = (recognize_datetime, recognize_number, recognize_currency, recognize_dimension)
    return lambda text: [verb(text, Culture.Chinese) for verb in verbs]


def main() -> None:
    """Reads paragraphs and prints million characters per second."""
    read = {"JioNLP": jionlp, "Recognizers-Text": recognizers}[sys.argv[1]]()
    paragraphs = json.load(sys.stdin)
    read(paragraphs[0])
    start = time.process_time()
    for paragraph in paragraphs:
        # A peer that fails on a paragraph has read it all the same.
        with suppress(Exception):
            read(paragraph)
    print(sum(map(len, paragraphs)) / (time.process_time() - start) / 1e6)


if __name__ == "__main__":
    main()
