"""What a person may choose about an import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from edi_tui.domain.kinds import Kind


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """The choices of one import; none of them is needed."""

    kind: Kind | None = None
    """What the files hold; told from their headings without it."""
    chosen: Mapping[str, str] = field(default_factory=dict)
    """Field by heading, where a heading is not to be read as usual; `-` leaves it out."""
    only: tuple[str, ...] = ()
    """Names of sheets or numbers of tables to read; all without it."""
    plan: str = ""
    """The plan that rows belong to; the name of their file without it."""
    as_at: date | None = None
    """The day that the progress in the files is of; today without it."""
    dry_run: bool = False
    encoding: str | None = None
    delimiter: str | None = None
