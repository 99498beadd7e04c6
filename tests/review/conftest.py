"""The review page of invented documents, opened in a real Chromium where there is one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from planparse.models import Document
from planparse.review import write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DOCUMENTS = Path(__file__).parents[1] / "fixtures" / "documents"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]

Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def yunling() -> Document:
    return Document.model_validate_json((DOCUMENTS / "yunling.json").read_bytes())


@pytest.fixture(scope="session")
def hostile() -> Document:
    return Document.model_validate_json((DOCUMENTS / "hostile.json").read_bytes())


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, found on the path or named by PLANPARSE_CHROMIUM; without it, or without playwright, tests skip."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = os.environ.get("PLANPARSE_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not program:
        pytest.skip("no Chromium: install it (apt-get install chromium) or name it in PLANPARSE_CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def problems() -> list[str]:
    """What the browser's console said, every error among it."""
    return []


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path, problems: list[str]) -> Iterator[Open]:
    """Opens the review page of some documents; afterwards nothing must have gone wrong in it or left it."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    context.set_default_timeout(4000)
    page = context.new_page()
    page.on("console", lambda message: problems.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    target = tmp_path / "review.html"

    def opened(*documents: Document, **options: Any) -> Page:
        write(documents, target)
        if options:
            page.emulate_media(**options)
        page.goto(target.as_uri())
        return page

    yield opened
    context.close()
    assert problems == []
    assert {url for url in requests if not url.startswith("blob:")} == {target.as_uri()}
