"""The page at work in a real browser: looking, filtering, jumping, correcting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planparse.evaluation import load_gold
from planparse.evaluation.score import Scores, Tally, judge

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from planparse.models import Document

    Open = Callable[..., Page]


def rows(page: Page) -> list[str]:
    return page.locator("#panel tbody tr").all_inner_texts()


def row(page: Page, *words: str) -> None:
    """Clicks the row that holds all of the words."""
    found = page.locator("#panel tbody tr")
    for each in words:
        found = found.filter(has_text=each)
    found.first.click()


def select_words(page: Page, words: str) -> None:
    """Selects words in the source text, as a mouse would."""
    page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.querySelector('#text'), NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const place = node.data.indexOf(words);
            if (place >= 0) { getSelection().setBaseAndExtent(node, place, node, place + words.length); return; }
          }
        }""",
        words,
    )


def downloaded(page: Page, place: Path) -> Path:
    with page.expect_download() as waiting:
        page.click("#download")
    waiting.value.save_as(place)
    return place


def test_a_row_lights_up_its_words_and_shows_the_rule(open_page: Open, yunling: Document) -> None:
    page = open_page(yunling)
    row(page, "森林覆盖率", "35")
    assert page.locator("#text mark.lit").all_inner_texts() == ["35%"]
    assert page.locator("#detail code").inner_text() == "quantity/percent"
    assert "森林覆盖率由31.2%提高到35%" in page.locator("#detail").inner_text()
    assert "2024年底" in page.locator("#detail").inner_text()


def test_a_mark_opens_its_row_whatever_is_filtered(open_page: Open, yunling: Document) -> None:
    page = open_page(yunling)
    page.select_option("#filter-role", "parameter")
    assert len(rows(page)) == 1
    page.locator("#text mark", has_text="12个").click()
    assert "管网改造" in page.locator("#panel tr.lit").inner_text()
    page.locator("#text mark", has_text="0999-6123456").click()
    assert "contact/phone" in page.locator("#detail").inner_text()
    assert page.locator("#tab-contacts").get_attribute("aria-selected") == "true"
    assert "白小溪" in page.locator("#panel tr.lit").inner_text()


def test_overlapping_marks_are_reached_one_after_the_other(open_page: Open, yunling: Document) -> None:
    page = open_page(yunling)
    mark = page.locator("#text mark", has_text="2022年2月30日")
    mark.click()
    first = page.locator("#detail .tag").inner_text()
    mark.click()
    assert {first, page.locator("#detail .tag").inner_text()} == {"日期", "警告"}


def test_filters(open_page: Open, yunling: Document) -> None:
    page = open_page(yunling)
    for menu, value, count in (
        ("role", "target", 9),
        ("role", "baseline", 4),
        ("unit", "亩", 5),
        ("year", "2023", 2),
        ("sectionKind", "status", 3),
        ("department", "=云岭县水务局", 3),
        ("department", "current", 11),
    ):
        page.click("#filters button")
        assert len(rows(page)) == 14
        page.select_option(f"#filter-{menu}", value)
        assert len(rows(page)) == count, menu
        assert page.locator("#count").inner_text() == f"{count} / 14 条"


def test_words_filter_indicator_clause_and_section(open_page: Open, yunling: Document) -> None:
    page = open_page(yunling)
    page.fill("#search", "自来水")
    page.wait_for_selector("#count:text('1 / 14')")
    assert "95 %" in rows(page)[0]
    page.fill("#search", "现状 苗圃")
    page.wait_for_selector("#panel td:text('苗圃')")
    assert len(rows(page)) == 1
    page.fill("#search", "没有这样的词")
    page.wait_for_selector("#panel .empty")


def test_columns_sort_both_ways_and_back(open_page: Open, yunling: Document) -> None:
    page = open_page(yunling)
    given = rows(page)
    head = page.locator("th[data-column=amount] button")
    head.click()
    assert "3–5" in rows(page)[0]
    assert page.locator("th[data-column=amount]").get_attribute("aria-sort") == "ascending"
    head.click()
    assert "125,000" in rows(page)[0]
    head.click()
    assert rows(page) == given


def test_keys_move_judge_and_open_the_form(open_page: Open, yunling: Document) -> None:
    page = open_page(yunling)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator("#panel tr.lit").get_attribute("aria-rowindex") == "3"
    page.keyboard.press("1")
    assert "对" in page.locator("#panel tr.lit").inner_text()
    page.keyboard.press("2")
    assert "错" in page.locator("#panel tr.lit").inner_text()
    page.keyboard.press("0")
    assert page.locator("#progress").inner_text() == ""
    page.keyboard.press("e")
    assert page.locator("#detail form").count() == 1
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.press("Escape")
    page.keyboard.press("]")
    assert "p2" in page.locator("#plan option:checked").inner_text()
    page.keyboard.press("?")
    assert page.locator("#help-dialog[open]").count() == 1


def test_corrections_become_gold(open_page: Open, yunling: Document, tmp_path: Path) -> None:
    page = open_page(yunling)
    row(page, "有林地面积")
    page.keyboard.press("1")
    row(page, "示范苗圃")
    page.keyboard.press("2")
    row(page, "森林覆盖率", "35")
    page.keyboard.press("e")
    page.locator("#detail").get_by_label("数值", exact=True).fill("三十六")
    page.get_by_role("button", name="保存").click()
    assert "请填数字" in page.locator(".problem").inner_text()
    page.locator("#detail").get_by_label("数值", exact=True).fill("36")
    page.get_by_role("button", name="保存").click()
    assert "36 %" in page.locator("#panel tr.lit").inner_text()
    select_words(page, "一次水质检测")
    page.click("#add")
    page.locator("#detail").get_by_label("数值", exact=True).fill("1")
    page.locator("#detail").get_by_label("单位", exact=True).fill("次")
    page.locator("#detail").get_by_label("时限止").fill("2022-12-31")
    page.get_by_role("button", name="保存").click()
    assert page.locator("#progress").inner_text() == "已核对 3 · 遗漏 1"

    file = downloaded(page, tmp_path / "yunling.corrections.json")
    (gold,) = load_gold(file)
    assert gold.text == yunling.source.text
    assert not gold.complete
    judged = {item["quote"]: item for item in gold.raw["quantities"]}
    assert set(judged) == {"12.5万亩", "35%", "一次水质检测"}
    assert (judged["35%"]["value"], judged["35%"]["due"]["end"]) == (36, "2024-12-31")
    assert (judged["一次水质检测"]["unit"], judged["一次水质检测"]["role"]) == ("次", "target")
    scores = Scores(tuple(judge(gold, yunling)))
    assert scores.tally("quantities") == Tally(tp=2, fp=1, fn=1)
    assert scores.tally("quantity_values") == Tally(tp=1, fp=2, fn=2)
    assert scores.tally("times") == Tally(0, 0, 0)


def test_a_document_reviewed_whole_is_gold_whole(open_page: Open, yunling: Document, tmp_path: Path) -> None:
    page = open_page(yunling)
    page.check("#complete")
    (gold,) = load_gold(downloaded(page, tmp_path / "gold.json"))
    assert gold.complete
    table = Scores(tuple(judge(gold, yunling))).table()
    assert table["overall"] == {"f1": 1.0}
    assert table["quantity_values"]["tp"] == 14
    assert table["contacts"]["tp"] == 6


def test_a_review_survives_reloading_and_travels_as_a_file(open_page: Open, yunling: Document, tmp_path: Path) -> None:
    page = open_page(yunling)
    row(page, "有林地面积")
    page.keyboard.press("2")
    select_words(page, "管网")
    page.keyboard.press("a")
    page.locator("#detail").get_by_label("内容").or_(
        page.locator("#detail").get_by_label("数值", exact=True)
    ).first.fill("某科")
    page.get_by_role("button", name="保存").click()
    file = downloaded(page, tmp_path / "corrections.json")
    page.reload()
    assert page.locator("#progress").inner_text() == "已核对 1 · 遗漏 1"
    page.evaluate("localStorage.clear()")
    page.reload()
    assert page.locator("#progress").inner_text() == ""
    page.set_input_files("#open", file)
    page.wait_for_selector("tr.v-wrong")


def test_time_line_and_chart_open_items(open_page: Open, yunling: Document) -> None:
    page = open_page(yunling)
    row(page, "有林地面积")
    page.click("#tab-timeline")
    marks = page.locator("#panel svg [role=button]")
    names = [marks.nth(place).get_attribute("aria-label") or "" for place in range(marks.count())]
    assert any("2023-06-30" in name and "示范苗圃" in name for name in names)
    assert {name.split("：")[0] for name in names} == {"云岭县林业局", "云岭县水务局"}
    marks.first.click()
    assert page.locator("#detail").is_visible()
    page.click("#tab-chart")
    page.select_option("#series", label="森林覆盖率（%）")
    chart = page.locator("#panel svg [role=button]")
    assert [chart.nth(n).get_attribute("aria-label") for n in range(chart.count())] == [
        "31.2 2021 基数, 31.2 %",
        "35 2024 目标, 35 %",
    ]
    chart.last.press("Enter")
    assert page.locator("#text mark.lit").all_inner_texts() == ["35%"]


def test_a_hostile_plan_stays_inert(open_page: Open, hostile: Document) -> None:
    page = open_page(hostile)
    for tab in ("times", "contacts", "sections", "diagnostics", "timeline", "chart", "figures"):
        page.click(f"#tab-{tab}")
    row(page, "公园")
    assert page.evaluate("window.pwned") is None
    assert page.locator("img").count() == 0
    assert "<script>window.pwned=1</script>局" in page.locator("#text").inner_text()
    assert '</script><img src=x onerror="window.pwned=2">公园' in page.locator("#detail").inner_text()


def test_the_policy_stops_what_the_page_does_not_bring(open_page: Open, problems: list[str], yunling: Document) -> None:
    """Were words of a plan ever to become markup, they would still not run."""
    page = open_page(yunling)
    ran = page.evaluate(
        """async () => {
          const blocked = [];
          document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
          const script = document.createElement('script');
          script.textContent = 'window.pwned = 1';
          document.body.append(script);
          document.querySelector('#panel').setAttribute('onclick', 'window.pwned = 2');
          document.querySelector('#panel').click();
          const fetched = await fetch('https://example.invalid/').then(() => true, () => false);
          await new Promise((done) => setTimeout(done, 50));
          return [window.pwned ?? null, fetched, [...new Set(blocked)].sort()];
        }"""
    )
    assert ran == [None, False, ["connect-src", "script-src-attr", "script-src-elem"]]
    assert problems
    problems.clear()


def test_characters_beyond_the_first_plane_keep_their_place(open_page: Open, hostile: Document, tmp_path: Path) -> None:
    text = hostile.source.text or ""
    page = open_page(hostile)
    assert page.locator("#text mark.k-diagnostic").inner_text() == "🌲𠮷"
    select_words(page, "不是标签")
    page.keyboard.press("a")
    page.get_by_role("button", name="保存").click()
    assert "请填写" in page.locator(".problem").inner_text()
    page.locator("#detail").get_by_label("数值", exact=True).or_(
        page.locator("#detail").get_by_label("内容")
    ).first.fill("某人")
    page.get_by_role("button", name="保存").click()
    (gold,) = load_gold(downloaded(page, tmp_path / "gold.json"))
    item = gold.raw["contacts"][0]
    assert text[item["start_char"] : item["end_char"]] == "不是标签"


def test_the_interface_speaks_english_and_goes_dark(open_page: Open, yunling: Document) -> None:
    page = open_page(yunling, color_scheme="light")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#language")
    assert page.locator("#download").inner_text() == "Download corrections"
    assert page.locator("#tab-figures").inner_text().startswith("Figures")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.locator("#language").inner_text() == "中文"


def test_everything_that_can_be_worked_has_a_name(open_page: Open, yunling: Document) -> None:
    page = open_page(yunling)
    row(page, "有林地面积")
    page.keyboard.press("e")
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('button, select, input:not([type=file]), [role=button], [role=region]')]
          .filter((node) => !(node.getAttribute('aria-label') || node.textContent.trim() || node.labels?.length))
          .map((node) => node.outerHTML)"""
    )
    assert nameless == []


def test_five_hundred_plans_are_drawn_as_they_are_looked_at(open_page: Open, yunling: Document) -> None:
    copies = [
        yunling.model_copy(
            update={"source": yunling.source.model_copy(update={"path": f"{n}.txt", "sha256": f"{n:064x}"})}
        )
        for n in range(250)
    ]
    page = open_page(*copies)
    assert page.locator("#plan option").count() == 500
    assert page.locator("#count").inner_text() == "3500 / 3500 条"
    assert len(rows(page)) <= 240
    assert page.locator("script[data-block=text]").count() > 200  # the other texts lie unread
    page.select_option("#plan", index=499)
    page.wait_for_selector("#text .plan-head[data-plan=p2]")
    page.keyboard.press("ArrowUp")
    assert page.locator("#panel tr.lit").count() == 1
    assert page.evaluate("document.querySelectorAll('#text article').length") == 2


def test_the_print_holds_all_rows_and_the_whole_text(open_page: Open, yunling: Document) -> None:
    plan = yunling.plans[0]
    many = plan.model_copy(update={"targets": plan.targets * 60})
    page = open_page(yunling.model_copy(update={"plans": [many]}))
    assert len(rows(page)) < 365
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(rows(page)) == 365
    page.emulate_media(media="print")
    assert page.locator("#filters").is_hidden()
    assert page.locator("#text").is_visible()
    assert page.evaluate(
        "document.querySelector('#text').scrollHeight <= document.querySelector('#text').clientHeight + 1"
    )


def test_documents_without_plans_or_words_do_no_harm(open_page: Open, yunling: Document) -> None:
    empty = yunling.source.model_copy(update={"text": "", "sha256": "1" * 64})
    page = open_page(
        yunling.model_copy(update={"plans": []}),
        yunling.model_copy(update={"source": empty, "plans": [], "diagnostics": []}),
    )
    for tab in ("times", "sections", "timeline", "chart", "diagnostics"):
        page.click(f"#tab-{tab}")
    row(page, "不是一个日期")
    assert page.locator("#text mark.lit").all_inner_texts() == ["2022年2月30日"]
    page.keyboard.press("]")
    assert page.locator("#text").inner_text() == ""
