"""What is known of each field of a record."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from edi_tui.domain import fields
from edi_tui.domain.due import Due
from edi_tui.domain.fields import LINE, PROSE, Field, FieldKind
from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Status


@pytest.mark.parametrize(
    ("declare", "default", "spec"),
    [
        (lambda: fields.line("Name"), "", Field("Name", FieldKind.LINE)),
        (
            lambda: fields.line("Name", "Say who.", required=True, typed=False),
            "",
            Field("Name", FieldKind.LINE, "Say who.", required=True, typed=False),
        ),
        (lambda: fields.prose("Note"), "", Field("Note", FieldKind.PROSE, limit=PROSE)),
        (
            lambda: fields.prose("Note", "Say what.", required=True),
            "",
            Field("Note", FieldKind.PROSE, "Say what.", required=True, limit=PROSE),
        ),
        (
            lambda: fields.names("Others", "With semicolons."),
            (),
            Field("Others", FieldKind.NAMES, "With semicolons.", limit=PROSE),
        ),
        (lambda: fields.names("Others"), (), Field("Others", FieldKind.NAMES, limit=PROSE)),
        (lambda: fields.day("From"), None, Field("From", FieldKind.DATE)),
        (
            lambda: fields.day("From", "The first day.", required=True),
            None,
            Field("From", FieldKind.DATE, "The first day.", required=True),
        ),
        (
            lambda: fields.day("From", typed=False),
            None,
            Field("From", FieldKind.DATE, typed=False),
        ),
        (lambda: fields.due("Due"), Due(), Field("Due", FieldKind.DUE, limit=PROSE)),
        (
            lambda: fields.due("Due", "Q4 2026/27."),
            Due(),
            Field("Due", FieldKind.DUE, "Q4 2026/27.", limit=PROSE),
        ),
        (lambda: fields.number("Value"), None, Field("Value", FieldKind.NUMBER)),
        (
            lambda: fields.number("Value", "In figures.", typed=False),
            None,
            Field("Value", FieldKind.NUMBER, "In figures.", typed=False),
        ),
        (lambda: fields.flag("Voting"), False, Field("Voting", FieldKind.FLAG)),
        (
            lambda: fields.flag("Voting", "On the board.", default=True),
            True,
            Field("Voting", FieldKind.FLAG, "On the board."),
        ),
        (
            lambda: fields.choice("Status", Status.ON_TRACK),
            Status.ON_TRACK,
            Field("Status", FieldKind.CHOICE, words=Status),
        ),
        (
            lambda: fields.choice("Status", Status.ON_TRACK, "Choose one."),
            Status.ON_TRACK,
            Field("Status", FieldKind.CHOICE, "Choose one.", words=Status),
        ),
        (
            lambda: fields.reference("Owner", Kind.MEMBER, Kind.NETWORK),
            "",
            Field("Owner", FieldKind.REFERENCE, to=(Kind.MEMBER, Kind.NETWORK)),
        ),
        (
            lambda: fields.reference("Owner", Kind.MEMBER, hint="One.", required=True),
            "",
            Field("Owner", FieldKind.REFERENCE, "One.", required=True, to=(Kind.MEMBER,)),
        ),
        (
            lambda: fields.references("Supports", Kind.ACTION, hint="Any number."),
            (),
            Field("Supports", FieldKind.REFERENCES, "Any number.", to=(Kind.ACTION,)),
        ),
        (
            lambda: fields.references("Supports", Kind.ACTION),
            (),
            Field("Supports", FieldKind.REFERENCES, to=(Kind.ACTION,)),
        ),
    ],
)
def test_a_declaration_says_all_that_is_known_of_a_field(
    declare: Callable[[], dataclasses.Field[object]], default: object, spec: Field
) -> None:
    declared = declare()
    assert declared.default == default
    assert type(declared.default) is type(default)
    assert declared.metadata["spec"] == spec


def test_a_declared_field_starts_with_its_default() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Note:
        """A record of two fields."""

        title: str = fields.line("Title")
        agreed: bool = fields.flag("Agreed", default=True)

    assert (Note().title, Note(title="Plan").title, Note().agreed) == ("", "Plan", True)


def test_prose_is_longer_than_a_line_and_fits_a_spreadsheet_cell() -> None:
    assert LINE < PROSE < 32_767
