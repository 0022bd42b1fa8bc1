"""Names are told by roles, however they are typed."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.records import MemberDraft, NetworkDraft, UpdateDraft
from edi_tui.domain.records import ObjectiveDraft as Objective
from edi_tui.services import records
from edi_tui.services.names import without_names
from edi_tui.services.register import Register
from edi_tui.services.report import status_report

DAY = date(2026, 11, 1)


def told(register: Register, text: str) -> str:
    """Return what a text in an update says without names."""
    records.add(register, UpdateDraft(subject="OBJ-001", on=DAY, narrative=text))
    report = without_names(status_report(register))
    return report.now.updates[0].narrative


@pytest.fixture
def board(register: Register) -> Register:
    """A register with seat holders whose names are typed in many ways, and an objective."""
    for name, role in (
        ("Dr Priya Shah OBE", "Chair"),
        ("Siobhán O’Neill-Kerr", "Chief Nurse"),
        ("IŞIL Kaya", "Finance Director"),
        ("Ada", "Medical Director"),
        ("Mensah, Kofi", "Secretary"),
        ("Mary Ann McDonald, PhD", "Senior Director"),
        ("שרה כהן", "Director of Estates"),
    ):
        records.add(register, MemberDraft(name=name, role=role))
    records.add(register, NetworkDraft(name="Race network", chair="Lee Jones and Sam Ng"))
    records.add(register, Objective(title="Raise it"))
    return register


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Dr Priya Shah OBE leads", "Chair leads"),
        ("Priya Shah leads", "Chair leads"),
        ("priya  SHAH’s plan", "Chair’s plan"),
        ("Priya\nShah leads", "Chair leads"),
        ("Shah, Priya leads", "Chair leads"),
        ("Dr Shah and Ms. Shah lead", "Chair and Chair lead"),
        ("P. Shah and P.Shah lead", "Chair and Chair lead"),
        ("Priya A. Shah leads", "Chair leads"),
        ("Pri\u00adya Shah\u200b leads", "Chair leads"),
        ("Siobhan O'Neill\u2011Kerr", "Chief Nurse"),
        ("Siobha\u0301n O\u2018Neill-Kerr", "Chief Nurse"),
        ("Işıl Kaya and isil kaya", "Finance Director and Finance Director"),
        ("Kofi Mensah and Mr Mensah", "Secretary and Secretary"),
        ("Mary McDonald, Mary Ann McDonald", "Senior Director, Senior Director"),
        ("שרה כהן", "Director of Estates"),
        ("Mary Ann McDonald PhD", "Senior Director"),
        ("Lee Jones leads", "the chair of the Race network leads"),
        ("Ask Sam Ng", "Ask the chair of the Race network"),
        # Whoever these are, they are nobody that the register knows.
        ("Ada Shah, Priyanka Shah; Priya Shahs", "Ada Shah, Priyanka Shah; Priya Shahs"),
        ("a shah of jones", "a shah of jones"),
    ],
)
def test_a_name_is_a_role_however_it_is_typed(board: Register, text: str, without: str) -> None:
    assert told(board, text) == without


def test_a_report_in_which_nobody_is_named_stays_as_it_is(board: Register) -> None:
    assert told(board, "Nobody did it.") == "Nobody did it."
