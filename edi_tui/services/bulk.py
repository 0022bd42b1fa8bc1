"""Doing one thing to many records: looked at first, then done as one step or not at all."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from edi_tui.domain.errors import EdiError, InvalidError
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.rows import Row
from edi_tui.services.deeds import Deed, Step, left_alone
from edi_tui.services.lookup import Lookup
from edi_tui.services.register import Register
from edi_tui.services.search import rows_at
from edi_tui.store.changes import load

MOST = 2_000
"""Most records that are changed in one step."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would become of each record."""

    kind: Kind
    deed: Deed
    steps: tuple[Step, ...]

    @property
    def changing(self) -> list[Step]:
        """The records that would say something else."""
        return [step for step in self.steps if step.changes]

    @property
    def summary(self) -> str:
        """What is done, as the change log and undo name it."""
        return f"{self.deed.VERB} {self.kind.counted(len(self.changing))}"

    @property
    def told(self) -> str:
        """What would happen, in a sentence or two."""
        refused = sum(bool(step.refused) for step in self.steps)
        same = len(self.steps) - len(self.changing) - refused
        told = [f"{self.kind.counted(len(self.changing))} will change as one step."]
        told += [f"{same:,} said that already."] * bool(same)
        told += [f"{refused:,} will be left alone, for the reason given."] * bool(refused)
        return " ".join(told)


def plan(register: Register, deed: Deed, refs: Sequence[str]) -> Plan:
    """Return what a deed would do to records, each tried and taken back; nothing is stored.

    Args:
        register: The register.
        deed: What is to be done.
        refs: Records of one kind.

    Raises:
        InvalidError: There are too many of them, none, or they are of several kinds.
    """
    kind, numbers = _of_one_kind(refs)
    rows = {row.ref: row for row in rows_at(register, kind, numbers)}
    steps = [
        _tried(register, deed, rows[ref]) if ref in rows else Step(ref, "", refused=_GONE)
        for ref in map(kind.ref, numbers)
    ]
    return Plan(kind, deed, tuple(steps))


def do(register: Register, planned: Plan) -> int:
    """Do what was planned as one group of the change log, and return to how many records.

    Raises:
        EdiError: A record was changed since, so that nothing is done to any.
    """
    with register.writing(planned.summary) as changes:
        lookup = Lookup(changes.session)
        for step in planned.changing:
            assert step.wanted is not None
            planned.deed.write(changes, step.wanted, lookup, register)
    return len(planned.changing)


_GONE = "It has been withdrawn since."


class _TakenBackError(Exception):
    """Ends a transaction whose changes were only tried."""


def _tried(register: Register, deed: Deed, row: Row) -> Step:
    """Return what a deed does to one record, or why it is refused, with the change taken back."""
    step = left_alone(row, "")
    try:
        with register.writing("try") as changes:
            lookup = Lookup(changes.session)
            step = deed.step(row, load(changes.session, row.ref), lookup)
            if step.changes:
                assert step.wanted is not None
                deed.write(changes, step.wanted, lookup, register)
            raise _TakenBackError
    except _TakenBackError:
        return step
    except EdiError as error:
        return dataclasses.replace(step, refused=str(error))


def _of_one_kind(refs: Sequence[str]) -> tuple[Kind, list[int]]:
    targets = [target for ref in refs if (target := read_ref(ref))]
    kinds = {kind for kind, _ in targets}
    if len(kinds) != 1 or len(targets) != len(refs):
        raise InvalidError({"refs": "Name records of one kind, such as OBJ-001 and OBJ-004."})
    if len(targets) > MOST:
        raise InvalidError(
            {"refs": f"{len(targets):,} are too many for one step; take {MOST:,} at most."}
        )
    return kinds.pop(), [number for _, number in targets]
