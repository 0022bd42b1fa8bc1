"""What is personal in a text is found, however it is written, and dates and figures are not."""

from __future__ import annotations

import pytest

from edi_tui.domain.publishing.personal import Personal, personal_in

EMAIL, PHONE, NHS = "an e-mail address", "a telephone number", "an NHS number"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to jo.bloggs@wvh.nhs.uk.", [EMAIL]),
        ("Write to jo.bloggs @ wvh . nhs . uk", [EMAIL]),
        ("jo@bücher.example", [EMAIL]),
        ("Ring 01632 960123", [PHONE]),
        ("Ring (01632) 960 123, extension 4", [PHONE]),
        ("Ring +44 (0)1632 960123", [PHONE]),
        ("Ring 0044 1632 960123", [PHONE]),
        ("Ring 07700-900-123", [PHONE]),
        ("Ring 01632.960.123", [PHONE]),
        ("Ring 01632\u00a0960\u00a0123", [PHONE]),
        ("Ring ０１６３２９６０１２３", [PHONE]),
        ("Tel.020 7946 0000", [PHONE]),
        ("Ring 020–7946–0000", [PHONE]),
        ("Ring 020‑7946‑0000", [PHONE]),
        ("NHS number 943 476 5919", [NHS]),
        ("NHS no.943 476 5919", [NHS]),
        ("NHS number 9434765919.", [NHS]),
        ("NHS number 943-476-5919", [NHS]),
        ("NHS number 4000000020", [NHS]),
        ("Ring 01204 62345", [PHONE]),
        ("Ring +376 123 456", [PHONE]),
        ("Ring 00 123 456 789 012 3", [PHONE]),
        ("Ring 0012345678901234", [PHONE]),
        ("943 476 5918", []),  # the check digit is another
        ("From 14.0% to 18.0% by 31 March 2028", []),
        ("2026-03-31 to 2027-03-31", []),
        ("1,234,567,890 pounds", []),
        ("WRES indicators 1 to 9, 2019/20 2020/21", []),
        ("@mention and 10 a.m.", []),
        ("", []),
    ],
)
def test_personal_details_are_found(text: str, found: list[str]) -> None:
    assert list(personal_in(text)) == found


def test_what_is_found_is_told_without_repeating_it() -> None:
    assert Personal("OBJ-001", "Objective", EMAIL).told == "OBJ-001, Objective: an e-mail address"


@pytest.mark.parametrize("text", ["א", "a.", "a@", "1-", "(", "@a.", "07", "a @ "])
def test_a_text_without_an_end_is_searched_in_one_go(text: str) -> None:
    """Were each of its characters a beginning of its own, this would take a quarter of an hour."""
    assert set(personal_in(text * 200_000)) <= {EMAIL, PHONE, NHS}
