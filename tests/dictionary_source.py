"""Rewrites src/planparse/dictionary.txt: the common words of jieba's dictionary, of two to four characters."""

from importlib.resources import files
from pathlib import Path

DICTIONARY = Path(__file__).parents[1] / "src" / "planparse" / "dictionary.txt"
LEAST_FREQUENCY = 100


def common_words() -> str:
    """One word a line with its frequency, in jieba's own order."""
    lines = files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines()
    rows = [line.split(" ") for line in lines]
    kept = [row for row in rows if 2 <= len(row[0]) <= 4 and int(row[1]) >= LEAST_FREQUENCY]
    return "".join(f"{word} {frequency}\n" for word, frequency, *_ in kept)


if __name__ == "__main__":
    DICTIONARY.write_text(common_words(), "utf-8", newline="\n")
