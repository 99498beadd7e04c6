"""The oldest packages that pyproject.toml allows, a requirement to the line: `make oldest` runs the tests with them."""

from __future__ import annotations

import tomllib
from pathlib import Path

EXTRAS = ("pdf", "html", "xlsx", "parquet", "ics", "test")


def main() -> None:
    """Prints every requirement with its lowest version."""
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    optional = project["optional-dependencies"]
    for requirement in [*project["dependencies"], *(one for extra in EXTRAS for one in optional[extra])]:
        print(requirement.replace(">=", "==").partition(",")[0])


if __name__ == "__main__":
    main()
