"""Attaching evidence and checking that it is still what was attached."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import EvidenceDraft
from edi_tui.domain.rows import EvidenceRow
from edi_tui.domain.text import stored
from edi_tui.domain.validation import validate
from edi_tui.services import lists, records
from edi_tui.services.lookup import Lookup
from edi_tui.services.records import Saved
from edi_tui.services.register import Register
from edi_tui.store.queries.evidence import attached

_SOME_HASH = "0" * 64


@dataclass(frozen=True, slots=True)
class Checked:
    """An item of evidence, and the state of its file."""

    row: EvidenceRow
    state: str
    """`ok`, `missing` or `changed`; `no file` for a link or note."""


def attach(register: Register, draft: EvidenceDraft, file: Path | None = None) -> Saved:
    """Store an item of evidence, with a copy of its file in the evidence store.

    Whoever attaches it has submitted it, where nobody else is named.

    Args:
        register: The register.
        draft: What is said of it; the title is the file's name where it has none.
        file: The file to copy in; none for a link or a note.

    Raises:
        FileRefusedError: The file cannot be taken in.
        InvalidError: The draft breaks a rule of its fields.
    """
    draft = dataclasses.replace(draft, submitted_by=draft.submitted_by or register.who)
    if file is None:
        return records.add(register, draft)
    if register.lies_at(file):
        raise FileRefusedError(f"{file} is the register itself, so it cannot be attached to it.")
    named = dataclasses.replace(draft, title=draft.title or stored(file.resolve().name))
    with register.reading() as session:
        validate(dataclasses.replace(Lookup(session).settled(named), sha256=_SOME_HASH))
    kept = register.files.keep(file)
    told = dataclasses.replace(
        named, file_name=kept.name, sha256=kept.sha256, size=Decimal(kept.size)
    )
    with register.writing(f"attach {kept.name}") as changes:
        return Saved(records.add_in(changes, told))


def check(register: Register) -> list[Checked]:
    """Compare every attached file with the hash taken when it was attached; repair nothing."""
    files = register.files
    return [
        Checked(row, files.check(row.sha256) if row.sha256 else "no file")
        for row in lists.rows_of(register, Kind.EVIDENCE)
        if isinstance(row, EvidenceRow)
    ]


def left_over(register: Register) -> list[Path]:
    """Return the files of the evidence store that no record names.

    A program that was stopped in the middle of attaching, or of bringing a bundle back, left them;
    or one is just about to name them.
    """
    with register.reading() as session:
        named = attached(session)
    return [path for said, path in register.files.lying() if said not in named]
