from __future__ import annotations

import pytest

from edi_tui.domain.seats import seat_of
from edi_tui.domain.words import Seat


@pytest.mark.parametrize(
    ("role", "seat"),
    [
        ("Chair", Seat.CHAIR),
        ("Interim Chair", Seat.CHAIR),
        ("Chief Executive", Seat.CHIEF_EXECUTIVE),
        ("Chief Executive Officer (CEO)", Seat.CHIEF_EXECUTIVE),
        ("Deputy Chief Executive", Seat.EXECUTIVE),
        ("Chief People Officer", Seat.EXECUTIVE),
        ("Director of Strategy", Seat.EXECUTIVE),
        ("Non-executive Director", Seat.NON_EXECUTIVE),
        ("Non-executive Director and Chair of the Audit Committee", Seat.NON_EXECUTIVE),
        ("NED 1", Seat.NON_EXECUTIVE),
        ("Associate Non-executive Director", Seat.ASSOCIATE),
        ("Associate NED", Seat.ASSOCIATE),
        ("ANED 2", Seat.ASSOCIATE),
        ("Trust Chair", Seat.CHAIR),
        ("Audit Committee Chair", None),
        ("Vice Chair", None),
        ("CEO", Seat.CHIEF_EXECUTIVE),
        ("Deputy CEO", Seat.EXECUTIVE),
        ("Executive Lead", Seat.EXECUTIVE),
        ("Trust Secretary", None),
        ("Company Secretary", None),
        ("", None),
    ],
)
def test_a_role_names_its_seat_outright_or_not_at_all(role: str, seat: Seat | None) -> None:
    assert seat_of(role) is seat
