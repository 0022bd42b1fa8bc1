from __future__ import annotations

from edi_tui.domain.suppression.publication import Cell, Publication
from edi_tui.domain.suppression.suppress import suppress
from edi_tui.domain.suppression.suppressed import Hidden, Mark, Narrowed, Suppressed, Why
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


def test_the_log_names_every_number_that_is_protected() -> None:
    publication = row(30, 40)
    why = {Why.SECONDARY: "work out", Why.EARLIER: "work out what was hidden earlier,"}
    for one, words in why.items():
        hidden = Hidden(("t", "c0"), Mark.EITHER, one, (("t", "c1"), ("t", "all")))
        assert list(log(Suppressed(publication, 10, (hidden,)))) == [
            f"t, c0: would help to {words} t, c1; t, all."
        ]


def test_the_log_says_between_what_numbers_one_is_that_cannot_be_protected() -> None:
    made = Suppressed(row(30, 40), 10, (), (Narrowed(("t", "c0"), 2, 7),))
    assert list(log(made)) == [
        "t, c0: cannot be protected. With what was published before readers can tell that it is "
        "between 2 and 7."
    ]


def test_the_notes_name_the_threshold() -> None:
    publication = row(30, 40)
    for mark in Mark:
        (note,) = notes(Suppressed(publication, 7, (Hidden(("t", "c0"), mark, Why.PRIMARY),)))
        assert "below 7" in note
        assert "{" not in note
