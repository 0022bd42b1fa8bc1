from __future__ import annotations

from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.filters.expression import (
    All,
    Either,
    Expression,
    Not,
    Says,
    Tagged,
    both,
    either,
    negated,
)
from edi_tui.domain.filters.meaning import meaning
from edi_tui.domain.filters.read import DEEPEST, LONGEST, read_filter
from edi_tui.domain.filters.tags import Tag, tags_of
from edi_tui.domain.filters.terms import term
from edi_tui.domain.filters.written import written
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import ROWS

TODAY = date(2026, 11, 21)
VIEWS = {
    "late": (Kind.OBJECTIVE, "+overdue or +stale"),
    "mine": (Kind.OBJECTIVE, "@late owner:chair"),
    "loop": (Kind.OBJECTIVE, "x @noose"),
    "noose": (Kind.OBJECTIVE, "@loop"),
    "steps": (Kind.ACTION, "+overdue"),
}
A, B, C = Says("a"), Says("b"), Says("c")


def read(text: str, kind: Kind = Kind.OBJECTIVE) -> Expression:
    return read_filter(text, kind, today=TODAY, views=VIEWS)


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("", All()),
        ("a", A),
        ("a b", All((A, B))),
        ("a and b", All((A, B))),
        ("a OR b c", Either((A, All((B, C))))),
        ("(a or b) c", All((Either((A, B)), C))),
        ("not a b", All((Not(A), B))),
        ("not (a b)", Not(All((A, B)))),
        ("not not a", A),
        ("not not not a", Not(A)),
        ("((a))", A),
        ("(a b) c", All((A, B, C))),
        ("a a", A),
        ("((a or b", Either((A, B))),
        ('"a b', Says("a b")),
        ('"not"', Says("not")),
        ("+stale", Tagged(Tag.STALE)),
        ("+Spon-sor_only", Tagged(Tag.SPONSOR_ONLY)),
        ("+30d", Says("+30d")),
        ("https://example.org", Says("https://example.org")),
        ("8a@9", Says("8a@9")),
        ("()", All()),
    ],
)
def test_words_joints_and_brackets_are_read(text: str, expression: Expression) -> None:
    assert read(text) == expression


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("stauts:x", "has no field “stauts”; did you mean “status”?"),
        ("zzz:x", "has no field “zzz”; there are ref,"),
        ("+overdu", "did you mean “+overdue”?"),
        ("+zzz", "there are +overdue, +stale"),
        ("status:at_rsk", "“at_rsk” is no status; did you mean “at risk”?"),
        ("level:zzz", "“zzz” is no level; there are corporate, professional, personal."),
        ("due.befor:eoq", "due has no “.befor”; did you mean “due.before”?"),
        ("owner.before:eoq", "owner has no “.before”; write owner: and a value."),
        ("due.before:soon", "“soon” is not a date"),
        ("due.before:31/4/2027", "“31/4/2027” is not a date"),
        ("updated_on:soon", "“soon” is not a date"),
        ("due.before:", "Say what due date is to be before, such as due.before:eoq."),
        ("latest.over:many", "“many” is not a number"),
        ("actions:x", "“x” is not a number"),
        ("owner_ref:x", "“x” is not a reference; write one such as MEM-004."),
        ("a or", "There is nothing after “or”."),
        ("or a", "There is nothing before “or”"),
        ("a not", "There is nothing after “not”."),
        ("a)", "a closing bracket without an opening one"),
        ("@laet", "There is no view “@laet”; did you mean “@late”?"),
        ("@steps", "“@steps” is a view of actions."),
        ("@loop", "uses itself"),
        ("(" * (DEEPEST + 2), f"{DEEPEST} deep at most"),
        ("a " * (LONGEST + 1), f"{LONGEST} words and terms at most"),
    ],
)
def test_what_there_is_not_is_refused_with_what_is_nearest(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as caught:
        read(text)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "all objectives"),
        ("bands", "objectives that say “bands”"),
        (
            "status:at_risk due.before:eoq not +stale",
            "objectives whose status is at risk, due before 31 Dec 2026, not stale",
        ),
        ("owner: or +overdue", "objectives without owner or overdue"),
        ("not owner:", "objectives with owner"),
        ("not level:personal", "objectives whose level is not personal"),
        ('due.on:"2026/27 q4"', "objectives due from 1 Jan 2027 to 31 Mar 2027"),
        ("due.by:+2w", "objectives due by 5 Dec 2026"),
        ("due.after:q3", "objectives due after 31 Dec 2026"),
        ("due:today", "objectives due on 21 Nov 2026"),
        ("latest.over:18.5", "objectives whose latest is over 18.5"),
        ("follows:3", "objectives whose carries on from is OBJ-003"),
        ("status:on", "objectives whose status is on track or on hold"),
        ("not (a or b)", "objectives not (that say “a” or that say “b”)"),
        ("@late", "objectives of the view @late (overdue or stale)"),
    ],
)
def test_what_was_understood_is_said_in_plain_words(text: str, said: str) -> None:
    assert meaning(read(text), Kind.OBJECTIVE) == said


def test_a_view_may_stand_in_a_view() -> None:
    said = meaning(read("@mine"), Kind.OBJECTIVE)
    assert "@late (overdue or stale)" in said
    assert "whose owner says “chair”" in said


def _term(text: str) -> Expression:
    typed, _, value = text.partition(":")
    return term(typed, value, Kind.OBJECTIVE, TODAY)


PARTS = st.one_of(
    st.text(st.characters(exclude_characters='"', exclude_categories=["Cs"]), min_size=1)
    .filter(lambda text: "\x00" not in text and "\r" not in text)
    .map(lambda text: Says(normalize("NFC", text))),
    st.sampled_from(tags_of(Kind.OBJECTIVE)).map(Tagged),
    st.sampled_from(
        [
            *("owner:chief people", "owner:", "due.before:eoq", "due.on:2026/27 q4", "due:june"),
            *("hia:1", "ref:4", "status:at risk", "latest.over:-1.5", "due.by:+30d", "ref:OBJ"),
        ]
    ).map(_term),
)
EXPRESSIONS = st.recursive(
    PARTS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map(both),
        st.lists(inner, min_size=2, max_size=4).map(either),
        inner.map(negated),
    ),
    max_leaves=12,
)


@given(EXPRESSIONS)
def test_what_is_written_out_reads_as_the_same(expression: Expression) -> None:
    text = written(expression)
    assert read(text) == expression


def _read_or_refused(text: str, kind: Kind) -> Expression | str:
    try:
        return read(text, kind)
    except ValueError as error:
        return str(error)


ANY_TEXT = st.one_of(
    st.text(), st.text(st.sampled_from('()"+@:.not or and due before eoq a1-'), max_size=60)
)


@given(st.sampled_from(list(ROWS)), ANY_TEXT)
def test_any_text_is_read_or_refused_in_a_sentence(kind: Kind, text: str) -> None:
    found = _read_or_refused(text, kind)
    if isinstance(found, str):
        assert found.endswith((".", "?"))
    else:
        assert read(written(found), kind) == found


@pytest.mark.parametrize("text", ["a" * 10_000, "(" * 10_000, "not " * 2_500, '"' * 9_999])
def test_a_very_long_filter_is_read_or_refused(text: str) -> None:
    assert _read_or_refused(text, Kind.OBJECTIVE)
