"""Tests that the page is one that everybody can read."""

from __future__ import annotations

import re

import pytest

from edi_tui.exports.status_paper import status_paper
from edi_tui.exports.to_html import to_html
from edi_tui.services.report import StatusReport
from tests.exports.read_back import Page


@pytest.fixture
def page(report: StatusReport) -> Page:
    return Page(to_html(status_paper(report)))


def attributes(page: Page, tag: str) -> list[dict[str, str | None]]:
    return [found for name, found in page.tags if name == tag]


def test_the_page_has_a_language_one_heading_and_a_way_past_the_links(page: Page) -> None:
    assert attributes(page, "html") == [{"lang": "en-GB"}]
    assert page.count("h1") == page.count("main") == page.count("nav") == 1
    links = [link["href"] for link in attributes(page, "a")]
    assert links[0] == "#paper"
    ids = [found["id"] for _, found in page.tags if "id" in found]
    assert {f"#{name}" for name in ids} >= set(links)
    assert len(set(ids)) == len(ids)


def test_the_page_runs_nothing_and_loads_nothing(page: Page) -> None:
    tags = {name for name, _ in page.tags}
    assert not tags & {"script", "link", "img", "iframe", "object", "form"}
    (policy,) = (m for m in attributes(page, "meta") if "http-equiv" in m)
    assert str(policy["content"]).startswith("default-src 'none'")


def test_every_table_has_a_caption_scopes_and_a_region_that_scrolls(page: Page) -> None:
    assert page.count("caption") == page.count("table") > 8
    assert all(found["scope"] in ("col", "row") for found in attributes(page, "th"))
    regions = [found for found in attributes(page, "div") if found.get("role") == "region"]
    assert len(regions) == page.count("table")
    named = {found["id"] for found in attributes(page, "caption")}
    assert {region["aria-labelledby"] for region in regions} == named
    assert all(region["tabindex"] == "0" for region in regions)


def test_colour_only_repeats_the_letter_of_the_status(report: StatusReport) -> None:
    text = to_html(status_paper(report)).decode()
    for letter, words in re.findall(r'class="status status-(.)">(.)', text):
        assert letter == words


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours."""

    def luminance(colour: str) -> float:
        full = colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
        parts = [int(full[start : start + 2], 16) / 255 for start in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_text_colour_has_enough_contrast(report: StatusReport) -> None:
    text = to_html(status_paper(report)).decode()
    colours = set(re.findall(r"[ {]color: (#[0-9a-f]+)", text))
    grounds = set(re.findall(r"background: (#[0-9a-f]+)", text))
    assert colours
    assert all(contrast(colour, "#ffffff") >= 4.5 for colour in colours)
    assert all(contrast("#212b32", ground) >= 4.5 for ground in grounds)
