"""One peer, in the environment in which it is installed: `peer.py NAME` reads what it is given and tells the time."""

from __future__ import annotations

import json
import sys
import time
from contextlib import redirect_stdout, suppress
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
    """Reads paragraphs, a list in JSON to the line, twice, and prints the seconds of processor time of the second."""
    with redirect_stdout(sys.stderr):  # a peer may greet
        read = {"JioNLP": jionlp, "Recognizers-Text": recognizers}[sys.argv[1]]()
    for line in sys.stdin:
        paragraphs = json.loads(line)
        for _ in range(2):
            start = time.process_time()
            for paragraph in paragraphs:
                # A peer that fails on a paragraph has read it all the same.
                with suppress(Exception):
                    read(paragraph)
        print(time.process_time() - start, flush=True)


if __name__ == "__main__":
    main()
