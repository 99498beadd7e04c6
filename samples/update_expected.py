"""Writes what planparse makes of every sample into samples/expected; `git diff` then shows what has changed.

    python samples/update_expected.py

is the same as `planparse extract samples/NAME.txt -o samples/expected/NAME.json` for each of them. Read the difference
before you commit it: a test compares these files byte for byte, and they are right only if somebody has read them.
"""

from __future__ import annotations

from pathlib import Path

from planparse.export.json import to_json
from planparse.pipeline import extract_bytes

FOLDER = Path(__file__).resolve().parent
EXPECTED = FOLDER / "expected"


def samples() -> list[Path]:
    """The sample plans, by name."""
    return sorted(FOLDER.glob("*.txt"))


def expected_path(sample: Path) -> Path:
    """Where the expected JSON of a sample lies."""
    return EXPECTED / f"{sample.stem}.json"


def extracted(sample: Path) -> bytes:
    """The JSON that `planparse extract` writes of a sample, its path told from the top of the repository."""
    document = extract_bytes(sample.read_bytes(), name=f"{FOLDER.name}/{sample.name}")
    return f"{to_json(document)}\n".encode()


def main() -> None:
    """Regenerates all, and takes away what no sample stands behind any more."""
    EXPECTED.mkdir(exist_ok=True)
    wanted = {expected_path(sample): extracted(sample) for sample in samples()}
    for path in EXPECTED.glob("*.json"):
        if path not in wanted:
            path.unlink()
    for path, data in wanted.items():
        changed = not path.exists() or path.read_bytes() != data
        path.write_bytes(data)
        print(f"{'changed  ' if changed else 'unchanged'}  {path.relative_to(FOLDER.parent)}")


if __name__ == "__main__":
    main()
