"""The pages of the guide say what is so: links, keys and filters."""

from __future__ import annotations

import re
from datetime import date

import pytest

from edi_tui.domain.errors import NotFoundError
from edi_tui.domain.filters.read import read_filter
from edi_tui.domain.filters.tags import Tag
from edi_tui.domain.kinds import Kind
from edi_tui.guide.pages import NAMES, named_by, page
from edi_tui.tui.keys.entry import Where, key_in_bold, key_words
from edi_tui.tui.keys.places import PLACES
from edi_tui.tui.keys.table import WHERE
from tests.guide.reading import (
    README,
    ROOT,
    TEXTS,
    WRITTEN,
    filters,
    keys,
    links,
    screen_words,
    sections,
)

FOLDERS = {name: ROOT if name == "README" else ROOT / "edi_tui" / "guide" for name in TEXTS}
GENERAL = ("Everywhere", "In a list", "In a form")
TEXTUAL = {"tab"}
"""Keys that move between panels and fields by themselves."""
SPOKEN_OF = {
    "today": "Today",
    "the desk": "At the Desk",
    "the preview": "In the preview and report of an import",
    "columns": "Among the columns of a file",
    "the bin": "In the bin",
    "“you were writing”": "Where a draft is offered again",
    "two people change": "Where two people changed a record",
    "objectives": "Among objectives and commitments",
    "measures": "Among measures",
    "the board": "Among board members",
    "quarters": "Among quarters",
    "colours": "Where a theme is chosen",
    "look at what would become": "Before many records are changed",
}
"""What a part of a page says of the places in which its keys work."""


def named(where: Where) -> set[str]:
    """Return the keys of a place as people call them."""
    return {key_words(each) for key in where.keys for each in key.key.split(",")}


PROGRAM = "\n".join(
    path.read_text(encoding="utf-8").lower() for path in (ROOT / "edi_tui").rglob("*.py")
)
KEYS = {where.title: named(where) for where in WHERE}
"""The keys by where they work."""


def headings(text: str) -> set[str]:
    """Return the anchors of the headings of a page."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}


def test_the_folder_holds_the_pages_that_are_named() -> None:
    found = {path.stem for path in (ROOT / "edi_tui" / "guide").glob("*.md")}
    assert found == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_begins_with_its_title(name: str) -> None:
    assert page(name).text.startswith(f"# {page(name).title}\n\n")
    assert page(name).text.count("\n# ") == 0


def test_a_page_that_is_not_there_is_refused_with_the_nearest() -> None:
    with pytest.raises(NotFoundError, match="Did you mean sponsorship"):
        page("sponsership")
    with pytest.raises(NotFoundError, match="pages are start, finding"):
        page("../../../etc/passwd")


@pytest.mark.parametrize("name", TEXTS)
def test_every_link_leads_somewhere(name: str) -> None:
    for link in links(TEXTS[name]):
        file, _, anchor = link.partition("#")
        if not link.startswith("https://"):
            path = FOLDERS[name] / file
            assert path.exists(), link
            assert not anchor or anchor in headings(path.read_text(encoding="utf-8")), link


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_found_from_the_readme_and_from_another_page(name: str) -> None:
    assert f"edi_tui/guide/{name}.md" in links(README)
    others = [text for other, text in TEXTS.items() if other not in ("README", name)]
    assert any(name == named_by(link) for text in others for link in links(text)) or name == "start"


def test_a_link_names_a_page_of_the_guide_and_no_other() -> None:
    assert named_by("smart.md") == named_by("smart.md#agree-it") == "smart"
    for other in ("smart", "#smart.md", "https://example.org/smart.md", "../smart.md", ""):
        assert named_by(other) is None


@pytest.mark.parametrize("name", WRITTEN)
def test_every_key_is_one_of_the_table(name: str) -> None:
    general = TEXTUAL.union(*(KEYS[title] for title in GENERAL))
    for section in sections(WRITTEN[name]):
        said = " ".join(section.lower().split())
        there = [KEYS[title] for words, title in SPOKEN_OF.items() if words in said]
        assert set(keys(section)) <= general.union(*there), section


@pytest.mark.parametrize("key", ["*", "|", "<", "`", "_", "\\", "["])
def test_any_key_can_be_written_in_a_page(key: str) -> None:
    assert keys(f"- {key_in_bold(key)} Do something") == [key]


@pytest.mark.parametrize("name", WRITTEN)
def test_every_place_has_the_number_that_is_given(name: str) -> None:
    numbers = {place.title: place.key for place in PLACES}
    text = " ".join(WRITTEN[name].split())
    given = [
        *re.findall(r"(\w+) \(press \*\*(\d)\*\*\)", text),
        *[(title, key) for key, title in re.findall(r"\*\*(\d)\*\* for (\w+)", text)],
    ]
    assert all(numbers.get(title, key) == key for title, key in given), given
    assert given or "**1**" not in text


@pytest.mark.parametrize("name", WRITTEN)
def test_every_filter_is_understood(name: str) -> None:
    views = {"late": (Kind.OBJECTIVE, "+overdue")}
    for text in filters(WRITTEN[name]):
        read_filter(text, Kind.OBJECTIVE, today=date(2026, 11, 21), views=views)


def test_there_are_filters_to_read() -> None:
    assert len(filters(WRITTEN["finding"])) > 25


def test_every_tag_has_its_line_in_the_table() -> None:
    assert {f"+{tag}" for tag in Tag} <= set(filters(WRITTEN["finding"]))


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_quoted_from_the_screen_stands_in_the_program(name: str) -> None:
    for words in screen_words(WRITTEN[name]):
        assert words.lower() in PROGRAM, words
