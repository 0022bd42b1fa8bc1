from __future__ import annotations

from edi_tui.domain.suppression.publication import Cell, Publication
from edi_tui.domain.suppression.suppress import suppress
from edi_tui.domain.suppression.suppressed import Mark
from edi_tui.domain.suppression.wording import log, notes, written
from tests.domain.suppression.tables import row


def test_a_hidden_number_is_written_in_words() -> None:
    assert [written(mark, 10) for mark in Mark] == [
        "fewer than 10",
        "hidden to protect others",
        "hidden",
    ]


def test_the_notes_explain_the_marks_that_are_used_and_no_other() -> None:
    assert notes(suppress(row(30, 40))) == []
    (note,) = notes(suppress(row(3, 40), threshold=7))
    assert note.startswith("A hidden number is below 7, perhaps 0, or one from which")
    small, others = notes(suppress(row(3, 40, 50), threshold=7, telling=True))
    assert small.startswith("Numbers below 7")
    assert others.startswith("Some larger numbers")


def test_the_log_says_why_each_number_is_hidden() -> None:
    assert list(log(suppress(row(3, 40, 50)))) == [
        "t, c0: below 10, or worked out from a number that is.",
        "t, c1: would help to work out t, c0.",
    ]


def test_the_log_says_what_hiding_cannot_protect() -> None:
    one = Publication((Cell(("a",), 7),))
    assert list(log(suppress(one, [suppress(one, threshold=5)])))[-1] == (
        "a: cannot be protected. Readers can tell it from what was published before."
    )
