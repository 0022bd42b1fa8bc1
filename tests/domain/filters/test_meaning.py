"""What was understood of a filter is said in plain words, denied or not."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.filters.meaning import meaning
from edi_tui.domain.filters.read import read_filter
from edi_tui.domain.kinds import Kind

VIEWS = {"late": (Kind.OBJECTIVE, "+overdue or +stale"), "one": (Kind.OBJECTIVE, "+overdue")}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not bands", "that do not say “bands”"),
        ("a or b", "that say “a” or that say “b”"),
        ("a b", "that say “a”, that say “b”"),
        ("(a or b) c", "(that say “a” or that say “b”), that say “c”"),
        ("(a b) or c", "(that say “a”, that say “b”) or that say “c”"),
        ("not (a b)", "not (that say “a”, that say “b”)"),
        ("not ()", "not (all)"),
        ("not @late", "not of the view @late (overdue or stale)"),
        ("@one", "of the view @one (overdue)"),
        ("not owner:chair", "whose owner does not say “chair”"),
        ("frameworks:WRES", "whose framework items say “WRES”"),
        ("not frameworks:WRES", "whose framework items do not say “WRES”"),
        ("not due.before:eoq", "not due before 31 Dec 2026"),
        ("due.before:q3", "due before 1 Oct 2026"),
        ("due.by:q3", "due by 31 Dec 2026"),
        ("due:june", "whose due date is “june”"),
        ("not due:june", "whose due date is not “june”"),
        ("updated.on:q2", "whose updated on is from 1 Jul 2026 to 30 Sep 2026"),
        ("updated.after:today", "whose updated on is after 21 Nov 2026"),
        ("not updated.on:today", "whose updated on is not on 21 Nov 2026"),
        ("latest.under:-3", "whose latest is under -3"),
        ("latest:1e3", "whose latest is 1000"),
        ("not latest.over:18", "whose latest is not over 18"),
        ("ref:OBJ", "whose reference is any objective"),
        ("ref:4", "whose reference is OBJ-004"),
        ("not ref:4", "whose reference is not OBJ-004"),
        ("hia:1", "whose high impact action is HIA1"),
    ],
)
def test_a_filter_of_objectives_is_said(text: str, said: str) -> None:
    read = read_filter(text, Kind.OBJECTIVE, today=date(2026, 11, 21), views=VIEWS)
    assert meaning(read, Kind.OBJECTIVE) == f"objectives {said}"


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (Kind.EVIDENCE, "supports:4", "whose supports is number 4"),
        (Kind.EVIDENCE, "supports:ACT", "whose supports is any action"),
        (Kind.MEMBER, "voting:yes", "whose voting is yes"),
        (Kind.MEMBER, "not voting:no", "whose voting is not no"),
    ],
)
def test_a_filter_of_other_lists_is_said(kind: Kind, text: str, said: str) -> None:
    read = read_filter(text, kind, today=date(2026, 11, 21), views={})
    assert meaning(read, kind) == f"{kind.many} {said}"
