"""Tests that a drawing says what its table says, also to who cannot see it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from edi_tui.exports.chart import alternative, svg_of
from edi_tui.exports.paper import Column, Table
from edi_tui.exports.status_paper import status_paper
from edi_tui.exports.to_html import to_html
from edi_tui.exports.to_pdf import to_pdf
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import Q2
from tests.exports.read_back import Page

SVG = "{http://www.w3.org/2000/svg}"
COLUMNS = (Column("Status"), Column("Q2", right=True), Column("Q1", right=True), Column("Movement"))


def table_of(*rows: tuple[str, str, str]) -> Table:
    return Table("Counts", COLUMNS, tuple((*row, "No change") for row in rows), "", drawn=True)


def drawing(table: Table) -> Element:
    made: Element = fromstring(svg_of(table, "Arial"))
    return made


def test_every_number_stands_in_words_beside_a_bar_as_long_as_it_is() -> None:
    made = drawing(table_of(("On track", "10", "5"), ("At risk", "0", "1")))
    assert [text.text for text in made.iter(f"{SVG}text")] == [
        *("On track", "10 in Q2", "5 in Q1"),
        *("At risk", "0 in Q2", "1 in Q1"),
    ]
    assert [int(bar.get("width", "")) for bar in made.iter(f"{SVG}rect")] == [200, 100, 1, 20]


def test_the_alternative_says_it_all() -> None:
    table = table_of(("On track", "10", "5"), ("At risk", "0", "1"))
    said = "Bar chart, Counts. On track: 10 in Q2, 5 in Q1; At risk: 0 in Q2, 1 in Q1."
    assert alternative(table) == said
    assert (drawing(table).get("role"), drawing(table).get("aria-label")) == ("img", said)


@pytest.mark.parametrize("text", ['<b>&"', "fewer than 10", "½", "", "-1"])
def test_words_in_the_place_of_a_number_have_no_length(text: str) -> None:
    made = drawing(table_of((text, text, "4")))
    assert [bar.get("width") for bar in made.iter(f"{SVG}rect")] == ["1", "200"]
    assert next(made.iter(f"{SVG}text")).text == (text or None)


def test_nothing_but_zeros_can_be_drawn() -> None:
    assert len(list(drawing(table_of(("On track", "0", "0"))).iter(f"{SVG}rect"))) == 2


def test_the_page_and_the_pdf_show_it(report: StatusReport) -> None:
    paper = status_paper(report)
    drawn = [alternative(table) for table in paper.tables if table.drawn]
    pictures = [found for tag, found in Page(to_html(paper)).tags if tag == "svg"]
    assert [found["aria-label"] for found in pictures] == drawn
    assert len(drawn) == 2
    assert to_pdf(paper).count(b"/Alt") == 2


def test_an_empty_register_draws_nothing(register: Register) -> None:
    assert Page(to_html(status_paper(status_report(register, Q2)))).count("svg") == 0
