"""Tests of the numbers from which on rules speak."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from edi_tui.domain.records import OrganisationDraft
from edi_tui.domain.thresholds import Thresholds, thresholds_of

DEFAULTS = {
    "sponsor_gap_days": Decimal(30),
    "concern_days": Decimal(60),
    "heard_people": Decimal(10),
    "moves": Decimal(3),
    "tolerance": Decimal(10),
    "stretch": Decimal("1.5"),
    "paper_days": Decimal(5),
    "suppress_below": Decimal(10),
}


def told(found: Thresholds) -> dict[str, Decimal]:
    return {name: getattr(found, name) for name in DEFAULTS}


def test_an_organisation_that_has_set_none_has_the_defaults() -> None:
    assert told(thresholds_of(OrganisationDraft(name="A trust"))) == DEFAULTS
    assert told(Thresholds()) == DEFAULTS


@pytest.mark.parametrize("name", DEFAULTS)
@pytest.mark.parametrize("number", [Decimal(0), Decimal(7)])
def test_a_number_that_is_set_stands_for_the_default_even_where_it_is_nothing(
    name: str, number: Decimal
) -> None:
    changed: dict[str, Any] = {name: number}
    found = thresholds_of(replace(OrganisationDraft(name="A trust"), **changed))
    assert told(found) == DEFAULTS | changed
