"""Making text safe to keep and safe to show."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.text import (
    folded,
    one_line,
    plain_paragraphs,
    quoted,
    shortened,
    stored,
    visible,
)


@given(st.text())
def test_nothing_shown_can_steer_a_terminal(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(char) == "Cc" for char in shown if char not in "\n\t")
    assert not set(shown) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"
    )


@given(st.text())
def test_showing_twice_changes_nothing_more(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    "text", ["[/foo]", "[Q3] Ship", "عبد الرحمن", "ন্যাশনাল", "👩🏽‍⚕️", "naïve – £5", "a\tb\nc"]
)
def test_words_of_any_script_are_shown_as_they_are(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"), [("\x1b[2J", "␛[2J"), ("a\x00b", "a␀b"), ("\x9b31m", "\ufffd31m")]
)
def test_control_characters_are_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_stored_text_can_be_encoded_and_is_stable(text: str) -> None:
    kept = stored(text)
    assert stored(kept) == kept
    assert "\x00" not in kept
    kept.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x00b", "a\ufffdb"),
        ("e\u0301", "é"),
        ("a\ud800b", "a\ufffd\ufffd\ufffdb"),
    ],
)
def test_text_is_kept_in_one_spelling_that_every_file_can_hold(text: str, kept: str) -> None:
    assert stored(text) == kept


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<p>One</p> <p>Two</p>", "One\nTwo"),
        ('<P class="x">One<br/>Two</P>', "One\nTwo"),
        ("\uf0b7 First\n• Second", "- First\n- Second"),
        ("a\u00a0 b\r\n\r\nc", "a b\nc"),
        ("5 < 6 and <b>bold</b>", "5 < 6 and <b>bold</b>"),
        ("<pay gap>", "<pay gap>"),
    ],
)
def test_a_cell_becomes_plain_paragraphs(cell: str, told: str) -> None:
    assert plain_paragraphs(cell) == told


@given(st.text())
def test_plain_paragraphs_stay_as_they_are(text: str) -> None:
    assert plain_paragraphs(plain_paragraphs(text)) == plain_paragraphs(text)


@given(st.text(), st.integers(1, 40))
def test_a_shortened_text_fits(text: str, limit: int) -> None:
    assert len(shortened(text, limit)) <= limit


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("12345", 5, "12345"),
        ("123456", 5, "1234…"),
        ("123 56", 5, "123…"),
        (" 1\n2 ", 3, "1 2"),
        ("12", 1, "…"),
        ("12", 0, "…"),
    ],
)
def test_a_cut_is_marked_by_an_ellipsis(text: str, limit: int, short: str) -> None:
    assert shortened(text, limit) == short


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("On\ntrack", "“On track”"),
        ("x" * 60, f"“{'x' * 60}”"),
        ("x" * 61, f"“{'x' * 59}…”"),
    ],
)
def test_what_was_written_is_quoted_on_one_line_of_sixty(text: str, said: str) -> None:
    assert quoted(text) == said


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


def test_case_spacing_and_punctuation_do_not_matter_when_words_are_compared() -> None:
    assert folded(" Due-by: ") == folded("DUE BY") == "due by"
