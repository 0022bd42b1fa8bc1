"""What is kept of the closing of a quarter, and the chain that holds it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date

import pytest

from edi_tui.domain.closing import FIRST, Closing, closing_in, digest_of, quarter_named
from edi_tui.domain.quarters import Quarter

CLOSING = Closing(
    number=2,
    quarter=Quarter(2026, 2),
    as_at=date(2026, 9, 30),
    meeting_on=date(2026, 11, 26),
    closed_at="2026-10-31T23:30:00+00:00",
    closed_on=date(2026, 11, 1),
    who="Sam",
    fails=3,
    despite="The board knows",
    because="A number was wrong",
    replaces=1,
    head_seq=120,
    head_hash="ab",
    previous="cd",
    digest="ef",
)


def test_everything_but_its_own_digest_is_frozen() -> None:
    assert CLOSING.plain() == {
        "number": 2,
        "quarter": "2026/27 Q2",
        "as_at": "2026-09-30",
        "meeting_on": "2026-11-26",
        "closed_at": "2026-10-31T23:30:00+00:00",
        "closed_on": "2026-11-01",
        "who": "Sam",
        "fails": 3,
        "despite": "The board knows",
        "because": "A number was wrong",
        "replaces": 1,
        "head_seq": 120,
        "head_hash": "ab",
        "previous": "cd",
    }


@pytest.mark.parametrize("closing", [CLOSING, replace(CLOSING, meeting_on=None)])
def test_what_is_frozen_is_read_back(closing: Closing) -> None:
    frozen = json.loads(json.dumps(closing.plain()))
    assert closing_in(frozen, "ef") == closing
    assert closing_in(frozen) == replace(closing, digest="")


def test_a_closing_without_one_of_its_days_is_refused() -> None:
    left = {name: value for name, value in CLOSING.plain().items() if name != "closed_on"}
    with pytest.raises(KeyError):
        closing_in(left)


def test_it_is_told_on_which_day_and_by_whom_a_quarter_was_closed() -> None:
    assert CLOSING.told == "re-issued on 1 Nov 2026 by Sam"
    assert replace(CLOSING, replaces=0).told == "closed on 1 Nov 2026 by Sam"


@pytest.mark.parametrize("quarter", [Quarter(2026, 2), Quarter(1999, 4)])
def test_a_quarter_is_read_as_it_is_kept(quarter: Quarter) -> None:
    assert quarter_named(str(quarter)) == quarter


def test_a_digest_holds_the_one_before_it_and_the_content() -> None:
    """As anybody can work it out with `sha256sum`."""
    kept = b"edi-tui snapshot 1\n" + FIRST.encode() + "Zoë\n".encode()
    assert digest_of("Zoë\n", FIRST) == hashlib.sha256(kept).hexdigest()
    assert FIRST == "0" * 64
