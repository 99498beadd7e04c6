"""Where words begin, by jieba: only for the few phrases in which one character may be a word or part of one.

jieba builds its own dictionary in 0.8 s and keeps it in a shared temporary folder. So a private tokenizer reads a
packaged dictionary of the common words (`dictionary.txt`, made from jieba's own), at the first question and in memory.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

__all__ = ["begins_word"]

# Of the dictionary, in characters.
_LONGEST_WORD = 4


@lru_cache(maxsize=4096)
def begins_word(phrase: str, offset: int) -> bool:
    """Whether a word of `phrase` begins at `offset`, as jieba cuts it without guessing new words.

    jieba is asked only where some word of the dictionary could go across the place: it takes longer to start than a
    plan to read.
    """
    first, last = max(0, offset - _LONGEST_WORD + 1), min(len(phrase), offset + _LONGEST_WORD - 1)
    across = (phrase[a:b] for a in range(first, offset) for b in range(offset + 1, min(last, a + _LONGEST_WORD) + 1))
    if not phrase[offset : offset + 1].isascii() and not any(word in _words(word[0]) for word in across):
        return True
    position = 0
    for word in _tokenizer().cut(phrase, HMM=False):
        if position >= offset:
            break
        position += len(word)
    return position == offset


@lru_cache(maxsize=4096)
def _words(first: str) -> frozenset[str]:
    """The words of the dictionary that begin with a character: there they stand together."""
    lines, opening = _lines(), f"\n{first}".encode("utf-8", "surrogatepass")
    start, last = lines.find(opening), lines.rfind(opening)
    if start < 0:
        return frozenset()
    return frozenset(lines[start : lines.find(b"\n", last + 1)].decode().split()[::2])


@cache
def _lines() -> bytes:
    # As it stands in the file, of which a hundredth is asked for.
    return b"\n" + _dictionary().read_bytes()


def _dictionary() -> Path:
    return Path(__file__).with_name("dictionary.txt")


@cache
def _tokenizer() -> Any:
    import jieba

    tokenizer = jieba.Tokenizer()
    with _dictionary().open("rb") as file:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(file)
    tokenizer.initialized = True
    return tokenizer
