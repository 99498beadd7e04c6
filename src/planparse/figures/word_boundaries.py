"""Where words begin, by jieba: only for the few phrases in which one character may be a word or part of one.

jieba builds its own dictionary in 0.8 s and keeps it in a shared temporary folder. So a private tokenizer reads a
packaged dictionary of the common words (`dictionary.txt`, made from jieba's own), at the first question and in memory.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

__all__ = ["begins_word"]


@lru_cache(maxsize=4096)
def begins_word(phrase: str, offset: int) -> bool:
    """Whether a word of `phrase` begins at `offset`, as jieba cuts it without guessing new words."""
    position = 0
    for word in _tokenizer().cut(phrase, HMM=False):
        if position >= offset:
            break
        position += len(word)
    return position == offset


@cache
def _tokenizer() -> Any:
    import jieba

    tokenizer = jieba.Tokenizer()
    with files("planparse.figures").joinpath("dictionary.txt").open("rb") as file:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(file)
    tokenizer.initialized = True
    return tokenizer
