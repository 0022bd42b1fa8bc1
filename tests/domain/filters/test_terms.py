"""What a term of a filter asks for, to the day and to the number."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.filters.conditions import (
    Coded,
    Condition,
    Counted,
    Empty,
    Holds,
    Points,
    Within,
)
from edi_tui.domain.filters.fields import Sort, field_named
from edi_tui.domain.filters.terms import comparisons, term
from edi_tui.domain.kinds import Kind

TODAY = date(2026, 11, 21)


def asked(kind: Kind, text: str) -> Condition:
    typed, _, value = text.partition(":")
    return term(typed, value, kind, TODAY).condition


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("due.before:q3", Within(None, date(2026, 9, 30))),
        ("due.after:q3", Within(date(2027, 1, 1), None)),
        ("due.on:q3", Within(date(2026, 10, 1), date(2026, 12, 31))),
        ("due.by:q3", Within(None, date(2026, 12, 31))),
        ("DUE.BY:EOQ", Within(None, date(2026, 12, 31))),
        ("due:today", Within(TODAY, TODAY)),
        ("due:june", Holds("june", "____-06-__")),
        ("due:2027", Holds("2027", "2027-__-__")),
        ("due:30/06/2027", Holds("30/06/2027", "2027-06-30")),
        ("due:2026/27", Within(date(2026, 4, 1), date(2027, 3, 31))),
        ("due:fy 2026/27", Within(date(2026, 4, 1), date(2027, 3, 31))),
        ("due:06/07", Holds("06/07", "")),
        ("due:soon", Holds("soon", "")),
        ("due:+9999y", Holds("+9999y", "")),
        ("updated:june 2027", Holds("june 2027", "2027-06-__")),
        ("updated:30/06/2027", Within(date(2027, 6, 30), date(2027, 6, 30))),
        ("updated:2026/27", Within(date(2026, 4, 1), date(2027, 3, 31))),
        ("updated: ", Empty()),
        ("latest.over:18", Counted(over=Decimal(18))),
        ("latest.under:18.5", Counted(under=Decimal("18.5"))),
        ("latest:18", Counted(exactly=Decimal(18))),
        ("status:on_track", Coded(("on_track",))),
        ("status:complete", Coded(("complete",))),
        ("level:p", Coded(("professional", "corporate", "personal"))),
        ("owner:Chair", Holds("Chair")),
        ("owner:", Empty()),
        ("ref:4", Points("OBJ", 4)),
        ("ref:obj-17", Points("OBJ", 17)),
        ("ref:obj", Points("OBJ", None)),
        ("ref:objectives", Points("OBJ", None)),
        ("ref:1234567890123", Points("OBJ", 123456789)),
        ("hia:2", Coded(("HIA2",))),
        ("hia:HIA2", Holds("HIA2")),
        ("frameworks:2", Holds("2")),
    ],
)
def test_a_term_of_objectives_asks_for_a_value(text: str, condition: Condition) -> None:
    found = asked(Kind.OBJECTIVE, text)
    if isinstance(condition, Coded):
        assert isinstance(found, Coded)
        assert set(found.codes) == set(condition.codes)
    else:
        assert found == condition


@pytest.mark.parametrize(
    ("kind", "text", "condition"),
    [
        (Kind.EVIDENCE, "supports:4", Points("", 4)),
        (Kind.EVIDENCE, "supports:ACT", Points("ACT", None)),
        (Kind.EVIDENCE, "supports:action", Points("ACT", None)),
        (Kind.MEMBER, "voting:yes", Coded(("yes",))),
        (Kind.MEMBER, "voting:n", Coded(("no",))),
        (Kind.ACTION, "objective:4", Points("OBJ", 4)),
    ],
)
def test_a_term_of_other_lists_asks_for_a_value(
    kind: Kind, text: str, condition: Condition
) -> None:
    assert asked(kind, text) == condition


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("due.after:9999-12-31", "The calendar ends there; take another date."),
        ("due.before:0001-01-01", "The calendar ends there; take another date."),
        ("latest.over: ", "Say what latest is to be over, such as latest.over:18."),
        ("due.when:eoq", "due has no “.when”; there are due.before, due.after, due.on, due.by."),
        ("latest.zz:1", "latest has no “.zz”; there are latest.over, latest.under."),
        ("owner.is:x", "owner has no “.is”; write owner: and a value."),
        ("ref:x", "“x” is not a reference; write one such as OBJ-004."),
    ],
)
def test_what_cannot_be_asked_is_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as caught:
        asked(Kind.OBJECTIVE, text)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("name", "sort", "how"),
    [
        ("due", Sort.DUE, ("before", "after", "on", "by")),
        ("updated_on", Sort.DATE, ("before", "after", "on", "by")),
        ("latest", Sort.NUMBER, ("over", "under")),
        ("owner", Sort.TEXT, ()),
        ("status", Sort.WORDS, ()),
    ],
)
def test_a_field_is_compared_by_what_it_holds(name: str, sort: Sort, how: tuple[str, ...]) -> None:
    field = field_named(Kind.OBJECTIVE, name)
    assert (field.sort, comparisons(field)) == (sort, how)


@pytest.mark.parametrize(
    ("kind", "typed", "name"),
    [
        (Kind.OBJECTIVE, "lead", "owner"),
        (Kind.ACTION, "owner", "lead"),
        (Kind.OBJECTIVE, "framework", "frameworks"),
        (Kind.OBJECTIVE, "Updated-On", "updated_on"),
        (Kind.OBJECTIVE, "updated", "updated_on"),
        (Kind.OBJECTIVE, "review", "review_on"),
        (Kind.EVIDENCE, "expires", "expires_on"),
    ],
)
def test_a_field_goes_by_several_names(kind: Kind, typed: str, name: str) -> None:
    assert field_named(kind, typed).name == name


@pytest.mark.parametrize("hidden", ["version", "computed", "void"])
def test_what_nobody_sees_is_no_field(hidden: str) -> None:
    with pytest.raises(ValueError, match="has no field"):
        field_named(Kind.OBJECTIVE, hidden)
