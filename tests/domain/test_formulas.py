"""Tests of the formula guard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.formulas import guarded, unguarded

RISKY = st.text(alphabet=" '=+-@\t\r\n\u00a0＝＋－＠a1", max_size=8)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", ""),
        ("Adopt the plan", "Adopt the plan"),
        ("=1+1", "'=1+1"),
        ("+44 20 7946 0000", "'+44 20 7946 0000"),
        ("- first point", "'- first point"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r", "'\r"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'tis", "'tis"),
        ("a=1", "a=1"),
    ],
)
def test_only_text_that_could_run_gets_an_apostrophe(text: str, written: str) -> None:
    assert guarded(text) == written


@pytest.mark.parametrize("text", ["'tis the season", "'", "''", "' quoted'", "plain"])
def test_an_apostrophe_of_the_text_stays(text: str) -> None:
    assert unguarded(text) == text


@given(st.text() | RISKY)
def test_what_was_guarded_comes_back_the_same(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(RISKY)
def test_guarded_text_never_starts_like_a_formula(text: str) -> None:
    assert not guarded(text).lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
