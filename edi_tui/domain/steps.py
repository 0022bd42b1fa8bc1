"""Steps of the change log: what a person did at one go, and can take back at one go."""

from __future__ import annotations

from dataclasses import dataclass

from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.rows import ChangeRow

TAKEN_BACK = "Undone: "
"""How the reason begins for which a record that was added and undone is out of the lists."""


@dataclass(frozen=True, slots=True)
class Step:
    """One group of the change log."""

    entries: tuple[ChangeRow, ...]
    """Oldest first, at least one."""

    @property
    def group(self) -> str:
        """The identifier of the group."""
        return self.entries[0].group_id

    @property
    def undoes(self) -> str:
        """The group that it takes back; empty where it takes none back."""
        return self.entries[0].undoes

    @property
    def who(self) -> str:
        """Whose step it is."""
        return self.entries[0].who

    @property
    def seq(self) -> int:
        """The number of its last entry in the change log."""
        return self.entries[-1].seq

    @property
    def founding(self) -> bool:
        """Whether the register itself was made in it."""
        return any(_is_of(entry, Kind.ORGANISATION) and _added(entry) for entry in self.entries)

    @property
    def closed(self) -> str:
        """The quarter that was closed in it; empty where none was."""
        return next((entry.ref for entry in self.entries if entry.verb == "close"), "")

    @property
    def name(self) -> str:
        """What was done, for people: `edit OBJ-004`, `update OBJ-004`, `import plan.docx`."""
        entry = self.entries[0]
        if self.undoes:
            return entry.summary.partition(": ")[2]
        if len(self.entries) > 1:
            return f"{entry.summary} ({len(self.entries)} changes)"
        if not _added(entry):
            return entry.summary
        if _is_of(entry, Kind.UPDATE):
            return f"update {entry.after.get('subject')}"
        return f"add {entry.ref}"

    def spans(self) -> dict[str, tuple[ChangeRow, ChangeRow]]:
        """Return the first and the last entry of each record, the record changed last first."""
        found: dict[str, tuple[ChangeRow, ChangeRow]] = {}
        for entry in reversed(self.entries):
            last = found[entry.ref][1] if entry.ref in found else entry
            found[entry.ref] = entry, last
        return found


def taken_back(reason: str) -> bool:
    """Tell whether a record is out of the lists since its adding was undone."""
    return reason.startswith(TAKEN_BACK)


def _added(entry: ChangeRow) -> bool:
    return entry.verb == "add"


def _is_of(entry: ChangeRow, kind: Kind) -> bool:
    target = read_ref(entry.ref)
    return target is not None and target[0] is kind
