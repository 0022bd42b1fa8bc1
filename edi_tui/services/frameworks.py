"""The frameworks of a register: bringing them up to date, and what serves their items."""

from __future__ import annotations

from dataclasses import dataclass

from edi_tui.domain.board_seats import counts
from edi_tui.domain.crosswalk import Served, served
from edi_tui.domain.text import folded
from edi_tui.reference.crosswalk import crosswalk
from edi_tui.reference.frameworks import frameworks
from edi_tui.services.lists import Contents
from edi_tui.services.register import Register
from edi_tui.store.changes import Changes
from edi_tui.store.queries import board


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What became of the items that are shipped with the program, by their codes."""

    added: tuple[str, ...]
    already: tuple[str, ...]
    """Those left as they are, since the register has or had an item with their code."""


def refresh(register: Register) -> Refreshed:
    """Add the shipped framework items that a register lacks; those it has stay as they are.

    An item that was withdrawn is not brought back.

    Raises:
        RegisterError: The register cannot be written.
    """
    with register.writing("refresh the frameworks") as changes:
        known = _codes(changes)
        lacking = [item for item in frameworks() if folded(item.code) not in known]
        for item in lacking:
            changes.add(item)
    added = tuple(item.code for item in lacking)
    return Refreshed(added, tuple(item.code for item in frameworks() if item.code not in added))


def served_in(now: Contents) -> tuple[Served, ...]:
    """Return what serves each framework item, directly and through the crosswalk.

    What is no longer pursued, or goes on as another record, serves nothing.
    """
    objectives, actions = filter(counts, now.objectives), filter(counts, now.actions)
    return served(now.frameworks, objectives, actions, crosswalk())


def _codes(changes: Changes) -> set[str]:
    """Return the folded codes of all items that the register has or had."""
    both = (board.frameworks(changes.session, withdrawn=gone) for gone in (False, True))
    return {folded(row.code) for rows in both for row in rows}
