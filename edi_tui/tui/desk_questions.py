"""What is asked where a person settles something on the Desk with words of their own.

What reads the register runs in a thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from edi_tui.domain.desk import DeskItem, Matter
from edi_tui.domain.errors import EdiError, InvalidError
from edi_tui.domain.imported_fields import SPONSORED
from edi_tui.domain.records import Draft, SponsorshipDraft, fields_of
from edi_tui.domain.text import shortened
from edi_tui.domain.words import SponsorKind, Status
from edi_tui.tui.forms.choices import read_choices
from edi_tui.tui.forms.question import Question

if TYPE_CHECKING:
    from edi_tui.services.register import Register


def words_to_choose(item: DeskItem) -> Sequence[tuple[str, str]]:
    """Return what an item is settled with where that is one of a few words; nothing elsewhere."""
    from edi_tui.imports.look import field_label
    from edi_tui.reference.load import heading_aliases

    if item.matter is Matter.STATUS:
        return [(status.label, status.label) for status in Status]
    if item.matter is Matter.HEADING:
        fields = heading_aliases()[item.kind.plural].fields.values()
        return [(name, field_label(item.kind, name)) for name in dict.fromkeys(fields)]
    return ()


def one_field(item: DeskItem, register: Register) -> Question:
    """Return the form for the one field that an item is about, under the words of the file.

    Raises:
        EdiError: It is settled in its record, not in one field.
    """
    from edi_tui.services import records

    if item.column in SPONSORED:
        side = SponsorKind(item.column.removesuffix("_sponsor"))
        draft: Draft = SponsorshipDraft(network=item.ref, kind=side)
        field = "member"
    elif item.field:
        draft, field = records.get(register, item.target).draft, item.field
    else:
        raise EdiError("This is settled in the record itself. Press enter to go there.")
    specs = fields_of(type(draft))
    return Question(
        f"{item.ref}: “{shortened(item.finding.value, 50)}”",
        draft,
        read_choices(draft.KIND)(register),
        register.today,
        given=frozenset(spec.name for spec in specs) - {field},
        focus=field,
        ref=item.ref,
    )


def whole_row(item: DeskItem, register: Register) -> tuple[Question, Sequence[Draft]]:
    """Return the form for a row that was set aside, and what goes beside its record."""
    from edi_tui.imports.set_aside import read_again

    row = read_again(register, item)
    question = Question(
        f"Add what stands in {shortened(item.finding.where, 60)}",
        row.draft,
        read_choices(row.draft.KIND)(register),
        register.today,
        words=row.words,
        problem=InvalidError({"": item.finding.message}),
    )
    return question, row.beside
