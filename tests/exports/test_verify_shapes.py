"""Tests that other papers than the status paper are held against their quarters too."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from edi_tui.domain.records import ObjectiveDraft
from edi_tui.exports.diff_paper import diff_bytes
from edi_tui.exports.errors import TemplateError
from edi_tui.exports.formats import PAPER_FORMATS
from edi_tui.exports.offers import Offer, offers
from edi_tui.exports.order import Order, make
from edi_tui.exports.shapes import SHAPES, shape_bytes, shape_paper
from edi_tui.exports.verify import Verdict, verify_paper
from edi_tui.services.closed_quarters import closings
from edi_tui.services.closing import close_quarter, reissue_quarter
from edi_tui.services.quarter_diff import compare
from edi_tui.services.records import add
from edi_tui.services.register import Register
from edi_tui.services.report import status_report
from tests.conftest import NOW
from tests.exports.conftest import DESPITE, Q2
from tests.exports.read_back import parts
from tests.exports.test_word_template import house


@pytest.mark.parametrize("layout", PAPER_FORMATS)
@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_carries_what_it_was_made_from(
    closed: Register, tmp_path: Path, name: str, layout: str
) -> None:
    paper = tmp_path / f"paper.{layout}"
    paper.write_bytes(shape_bytes(name, status_report(closed, Q2), layout))
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.MATCHES
    assert found.manifest is not None
    assert found.manifest.paper == name
    report = status_report(closed, Q2)
    assert found.manifest.columns == shape_paper(name, report).headings
    assert (found.manifest.suppressed, found.manifest.filter) == (0, "")
    assert found.closing is not None
    assert found.manifest.snapshot == found.closing.digest
    assert found.manifest.head == f"{found.closing.head_seq}:{found.closing.head_hash[:12]}"


def two_closed(register: Register) -> Register:
    """Return a register with two closed quarters, on a day when both have ended."""
    add(register, ObjectiveDraft(title="New in the third quarter"))
    later = replace(register, now=lambda: NOW + timedelta(days=60))
    close_quarter(later, Q2.next, DESPITE)
    return later


@pytest.mark.parametrize("layout", PAPER_FORMATS)
def test_what_changed_is_held_against_both_quarters(
    closed: Register, tmp_path: Path, layout: str
) -> None:
    later, paper = two_closed(closed), tmp_path / f"paper.{layout}"
    paper.write_bytes(diff_bytes(compare(later, Q2, Q2.next), layout))
    found = verify_paper(later, paper)
    assert found.verdict is Verdict.MATCHES
    assert found.manifest is not None
    digests = [one.digest for one in closings(later)]
    assert [found.manifest.before, found.manifest.snapshot] == digests
    assert found.manifest.columns[:2] == ("What", "Records")


@pytest.mark.parametrize(
    "offer", [one for one in offers() if "docx" in one.formats], ids=lambda offer: offer.what
)
def test_every_paper_takes_on_a_template_and_is_made_again_with_it(
    closed: Register, tmp_path: Path, offer: Offer
) -> None:
    assert "template" in offer.asks
    later, paper, template = two_closed(closed), tmp_path / "paper.docx", house()
    order = Order(
        what=offer.what,
        format="docx",
        quarter=Q2,
        later=Q2.next if "later" in offer.asks else None,
        member="MEM-001" if "member" in offer.asks else "",
        template=template,
    )
    make(later, order).put(paper, False)
    assert "Wessex Vale" in parts(paper.read_bytes())["word/header1.xml"]
    assert verify_paper(later, paper, template).verdict is Verdict.MATCHES
    assert verify_paper(later, paper).verdict is Verdict.OTHER_TEMPLATE
    assert verify_paper(later, paper, house(("Header",))).verdict is Verdict.OTHER_TEMPLATE
    with pytest.raises(TemplateError, match="lacks the style “Caption”"):
        make(later, replace(order, template=house(("Caption",))))


def test_what_changed_says_which_of_its_quarters_no_longer_stands(
    closed: Register, tmp_path: Path
) -> None:
    later, paper = two_closed(closed), tmp_path / "paper.md"
    paper.write_bytes(diff_bytes(compare(later, Q2, Q2.next), "md"))
    reissue_quarter(later, Q2, DESPITE, because="One was missing")
    found = verify_paper(later, paper)
    assert found.verdict is Verdict.REISSUED
    assert "but 2026/27 Q2 was re-issued" in found.said
    paper.write_bytes(paper.read_bytes().replace(b"New in", b"Old in"))
    assert verify_paper(later, paper).verdict is Verdict.CHANGED


def test_what_changed_until_now_is_of_an_open_quarter(closed: Register, tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_bytes(diff_bytes(compare(closed, Q2), "md"))
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.NOT_CLOSED
    assert found.said.startswith("was made while 2026/27 Q3 was open")


def test_a_shape_that_was_changed_or_is_of_an_open_quarter_is_said_so(
    full: Register, tmp_path: Path
) -> None:
    paper = tmp_path / "paper.md"
    paper.write_bytes(shape_bytes("upward", status_report(full, Q2), "md"))
    assert verify_paper(full, paper).verdict is Verdict.NOT_CLOSED
    close_quarter(full, Q2, DESPITE)
    made = shape_bytes("upward", status_report(full, Q2), "md")
    paper.write_bytes(made.replace(b"bullying", b"pay"))
    assert verify_paper(full, paper).verdict is Verdict.CHANGED
    paper.write_bytes(made.replace(b'"paper":"upward"', b'"paper":"cover"'))
    assert verify_paper(full, paper).verdict is Verdict.CHANGED
