"""Whatever is offered can be ordered."""

from __future__ import annotations

from pathlib import Path

import pytest

from edi_tui.domain.errors import FilterError, OutputExistsError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Audience
from edi_tui.exports.offers import Offer, offers
from edi_tui.exports.order import Order, make
from edi_tui.services.register import Register
from tests.services.closing import Q2

OFFERS = offers(Kind.OBJECTIVE)


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.what)
def test_each_is_made_and_put_where_it_shall_be(
    offer: Offer, closed: Register, tmp_path: Path
) -> None:
    target = tmp_path / "file"
    member = "MEM-001" if "member" in offer.asks else ""
    order = Order(what=offer.what, format=offer.formats[0], quarter=Q2, member=member)
    made = make(closed, order)
    assert not target.exists()
    made.put(target, False)
    before = target.read_bytes()
    with pytest.raises(OutputExistsError):
        made.put(target, False)
    with pytest.raises(OutputExistsError):
        made.put(closed.path, True)
    make(closed, order).put(target, True)
    assert target.read_bytes() == before


def test_only_the_status_paper_is_for_several(closed: Register) -> None:
    assert [one.what for one in OFFERS if "audience" in one.asks] == ["status"]
    assert set(OFFERS[1].told_for) == set(Audience)
    assert all(one.told or one.told_for for one in OFFERS)


def test_appraisals_are_never_offered_as_a_list() -> None:
    assert offers(Kind.APPRAISAL) == offers()


def test_what_a_list_holds_is_said(closed: Register, tmp_path: Path) -> None:
    order = Order(what=Kind.OBJECTIVE, format="csv", wanted="OBJ-001")
    (told,) = make(closed, order).put(tmp_path / "list.csv", False)
    assert told.startswith("1 of 3 objectives: ")
    assert "OBJ-002" not in (tmp_path / "list.csv").read_text(encoding="utf-8")


def test_a_bracket_that_is_left_open_is_refused_as_it_is_in_a_command(closed: Register) -> None:
    order = Order(what=Kind.OBJECTIVE, format="csv", wanted="(owner:chief")
    with pytest.raises(FilterError, match="opened and never closed"):
        make(closed, order)
