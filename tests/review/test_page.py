"""The page as a file: what is in it, and that nothing of a document is markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planparse.errors import UsageError
from planparse.export import FORMATS
from planparse.models import Document, Due, Figure, Metadata, PlacedSpan, Plan, Quantity, Source, Span, Time
from planparse.review import render, write
from planparse.review.page import SCRIPTS

if TYPE_CHECKING:
    from pathlib import Path

ASSETS = files("planparse.review") / "assets"


class Elements(HTMLParser):
    """Every element of a page with its attributes and, for scripts and styles, its content."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside: dict[str, str | None] | None = None
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.contents: list[tuple[dict[str, str | None], str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.inside = {"tag": tag, **dict(attrs)} if tag in {"script", "style"} else None

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's signature
        self.inside = None

    def handle_data(self, data: str) -> None:
        if self.inside is not None:
            self.contents.append((self.inside, data))


def test_a_hostile_document_adds_no_element(yunling: Document, hostile: Document) -> None:
    plain = [tag for tag, _ in Elements(render([yunling])).found]
    bad = [tag for tag, _ in Elements(render([hostile])).found]
    assert bad == plain
    assert not {"img", "iframe", "object", "link", "base"} & set(bad)


def test_the_data_come_back_as_they_went_in(yunling: Document, hostile: Document) -> None:
    elements = Elements(render([yunling, hostile]))
    texts = [json.loads(data) for attributes, data in elements.contents if attributes.get("data-block") == "text"]
    assert texts == [yunling.source.text, hostile.source.text]


@given(st.text(max_size=60), st.text(max_size=20))
@settings(max_examples=60, deadline=None)
@example("</script><!--", "<!--<script>")
def test_any_words_stay_data(text: str, title: str) -> None:
    source = Source(path=title, format="txt", sha256="0" * 64, chars=len(text), text=text)
    stream = BytesIO()
    write([Document(source=source, metadata=Metadata(title=title), plans=[])], stream)
    elements = Elements(stream.getvalue().decode())
    blocks = {str(attributes.get("data-block")): data for attributes, data in elements.contents}
    assert json.loads(blocks["text"]) == text
    assert json.loads(blocks["document"]).get("title", "") == title
    assert [tag for tag, _ in elements.found].count("script") == 4


def test_the_policy_admits_only_the_pages_own_script_and_style(yunling: Document) -> None:
    elements = Elements(render([yunling]))
    policy = next(str(attributes["content"]) for tag, attributes in elements.found if attributes.get("http-equiv"))
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for attributes, data in elements.contents:
        if attributes["tag"] == "style" or "type" not in attributes:
            digest = base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()
            assert f"{attributes['tag']}-src 'sha256-{digest}'" in policy


def test_the_page_names_no_address_and_no_handler(yunling: Document) -> None:
    page = render([yunling])
    assert set(re.findall(r"https?://[^'\"\s]+", page)) == {"http://www.w3.org/2000/svg"}
    for _, attributes in Elements(page).found:
        assert not {name for name in attributes if name.startswith("on") or name in {"src", "href", "style"}}


def test_scripts_never_write_markup() -> None:
    script = "".join((ASSETS / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    for forbidden in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "fetch(",
    ):
        assert forbidden not in script


def test_every_word_of_the_interface_is_there_in_both_languages() -> None:
    words = json.loads((ASSETS / "words.json").read_text(encoding="utf-8"))
    assert list(words["zh"]) == list(words["en"])
    script = "".join((ASSETS / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    page = (ASSETS / "page.html").read_text(encoding="utf-8")
    asked = set(re.findall(r"\bword\('(\w+)'", script)) | set(re.findall(r'data-(?:word|label|title)="(\w+)"', page))
    assert asked <= set(words["zh"])
    # Keys are also put together (`word(tab)`, a field's name): each must at least occur in the script somewhere.
    assert set(words["zh"]) - asked <= set(re.findall(r"\w+", script)), "words that nothing says"


def test_the_same_documents_give_the_same_bytes(yunling: Document, hostile: Document) -> None:
    one, other = BytesIO(), BytesIO()
    write([yunling, hostile], one)
    FORMATS["html"].write([yunling, hostile], other)
    assert one.getvalue() == other.getvalue() == render([yunling, hostile]).encode()


def test_a_lone_surrogate_does_not_stop_the_page(yunling: Document) -> None:
    source = yunling.source.model_copy(update={"text": "坏\udc80字"})
    stream = BytesIO()
    write([yunling.model_copy(update={"source": source, "plans": []})], stream)
    assert b'"\xe5\x9d\x8f\\udc80\xe5\xad\x97"' in stream.getvalue()


def test_a_document_without_text_is_named(yunling: Document, tmp_path: Path) -> None:
    source = yunling.source.model_copy(update={"text": None})
    with pytest.raises(UsageError, match=r"plans/yunling\.txt: the review page needs the text"):
        write([yunling.model_copy(update={"source": source})], tmp_path / "page.html")
    assert list(tmp_path.iterdir()) == []


def test_a_plan_of_a_hundred_pages_stays_under_two_megabytes() -> None:
    """A hundred pages of 750 characters, and as dense with figures as plans get: one in every 45 characters."""
    line = "到2031年底，第{:05d}号片区改造老旧管网12公里以上，新建泵站2座；责任单位：区水务局。\n"
    text = "".join(line.format(number) for number in range(1667))
    assert len(text) > 75_000
    width = len(line.format(0))

    def span(row: int, start: int, end: int) -> Span:
        return PlacedSpan(start=row * width + start, end=row * width + end, page=row // 17 + 1)

    figures = [
        Figure(
            id=f"p1.t{row}",
            indicator="改造老旧管网",
            action="改造",
            quantity=Quantity(
                text="12公里", span=span(row, 24, 28), value=12, unit="公里", op=">=", base_value=12000, base_unit="m"
            ),
            due=Due(text="2031年底", span=span(row, 1, 7), end="2031-12-31"),
            responsible=["区水务局"],
            clause="第00000号片区改造老旧管网12公里以上",
            span=span(row, 8, 30),
            section="p1.s1",
            rule="quantity/length",
        )
        for row in range(1667)
    ]
    times = [
        Time(id=f"p1.x{row}", text="…", kind="deadline", end="2031-12-31", span=span(row, 1, 7), rule="time/year-end")
        for row in range(1667)
    ]
    plan = Plan(id="p1", span=Span(start=0, end=len(text)), targets=figures, times=times)
    source = Source(path="long.pdf", format="pdf", sha256="0" * 64, chars=len(text), text=text)
    document = Document(source=source, metadata=Metadata(), plans=[plan])
    assert len(render([document]).encode()) < 2_000_000
