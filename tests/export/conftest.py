"""Invented documents that the export tests write and read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from planparse.models import Document

DOCUMENTS = Path(__file__).parents[1] / "fixtures" / "documents"


@pytest.fixture(scope="session")
def yunling() -> Document:
    """Two departments' plans with every kind of item."""
    return Document.model_validate_json((DOCUMENTS / "yunling.json").read_bytes())


@pytest.fixture(scope="session")
def hostile() -> Document:
    """A plan whose words try to be markup, formulas and scripts."""
    return Document.model_validate_json((DOCUMENTS / "hostile.json").read_bytes())
