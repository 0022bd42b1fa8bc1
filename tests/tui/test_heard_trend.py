"""The picture of heard scores: its numbers stand beside it, and too few answers show none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import StringIO

from rich.console import Console, Group

from edi_tui.domain.heard import as_shown
from edi_tui.domain.records import HeardScoreDraft
from edi_tui.domain.rows import HeardScoreRow
from edi_tui.domain.words import HeardFrom
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.widgets.detail import Detail
from edi_tui.tui.widgets.heard_trend import heard_trend
from tests.domain.rules.board_rows import heard_score
from tests.tui.conftest import press, stored, words_on

LEAST = Decimal(10)


def drawn(*rows: HeardScoreRow, width: int = 60) -> list[str]:
    """Return the lines of the picture, without colours."""
    console = Console(width=width, color_system=None, file=StringIO())
    shown = [as_shown(row, LEAST) for row in rows]
    with console.capture() as capture:
        console.print(Group(*heard_trend(shown, {})))
    return [line.rstrip() for line in capture.get().splitlines()]


def test_each_score_has_its_day_bar_and_number_of_answers() -> None:
    lines = drawn(
        heard_score(date(2026, 3, 31), "2.9", people=Decimal(41)),
        heard_score(date(2026, 6, 30), "3.2", people=Decimal(38)),
    )
    assert lines == [
        "Members' poll, from 1 to 5. Risen from 2.9 to 3.2.",
        "31 Mar 2026  2.9  ████████████········  n = 41",
        "30 Jun 2026  3.2  █████████████·······  n = 38",
    ]


def test_a_score_of_too_few_is_said_to_be_one_and_makes_no_trend() -> None:
    lines = drawn(
        heard_score(date(2026, 3, 31), "2.9", people=Decimal(41)),
        heard_score(date(2026, 6, 30), "1.0", people=Decimal(4)),
    )
    assert lines[0] == "Members' poll, from 1 to 5."
    assert lines[2] == "30 Jun 2026  Too few answers to show  n = 4"
    assert "1.0" not in "".join(lines)


def test_one_score_has_nothing_beside_it_and_the_chair_is_a_picture_apart() -> None:
    lines = drawn(
        heard_score(date(2026, 3, 31), "4", people=Decimal(20)),
        heard_score(date(2026, 6, 30), "3", people=None, heard_from=HeardFrom.CHAIR),
    )
    assert [line for line in lines if "from 1 to 5" in line] == [
        "Members' poll, from 1 to 5. No earlier score.",
        "Network chair, from 1 to 5. No earlier score.",
    ]


def test_no_line_is_wider_than_a_narrow_place() -> None:
    lines = drawn(heard_score(date(2026, 3, 31), "4", people=Decimal(20)), width=36)
    assert max(map(len, lines)) <= 36


async def test_the_page_of_a_network_shows_the_trend(filled: Register) -> None:
    stored(
        filled,
        HeardScoreDraft(
            network="NET-001", on=date(2026, 3, 31), score=Decimal("3.4"), people=Decimal(30)
        ),
        HeardScoreDraft(
            network="NET-001", on=date(2026, 9, 30), score=Decimal("3.1"), people=Decimal(28)
        ),
    )
    app = EdiApp(lambda: filled)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "5", "right")
        shown = words_on(pilot, Detail)
        assert "Fallen from 3.4 to 3.1." in shown
        assert "n = 28" in shown
