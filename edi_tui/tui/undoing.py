"""Taking steps back, reading the history and emptying the bin, the same in every place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.widgets import Input

from edi_tui.domain.errors import EdiError
from edi_tui.tui.screen import EdiScreen, asking

if TYPE_CHECKING:
    from edi_tui.domain.rows import ChangeRow
    from edi_tui.services.bin import Binned
    from edi_tui.services.records import Saved
    from edi_tui.services.register import Register
    from edi_tui.services.undo import Reverted

_NEWEST = 500
"""Entries of the change log that are shown at once."""


class UndoingScreen(EdiScreen):
    """A place in which nothing that was done is final."""

    @property
    def subject(self) -> str:
        """The record whose history is shown; empty for that of the whole register."""
        return ""

    @asking
    async def action_undo(self) -> None:
        """Take back what was done last."""
        await self._revert(_undone, "Undone: {}.", "redo", "undo")

    @asking
    async def action_redo(self) -> None:
        """Do again what was undone last."""
        await self._revert(_redone, "Done again: {}.", "undo", "redo")

    async def _revert(
        self, intent: Callable[[Register], Reverted], told: str, back: str, command: str
    ) -> None:
        if isinstance(self.focused, Input):  # the key is meant for the words that are typed there
            return
        result = await self.stored(intent)
        if isinstance(result, EdiError):
            self.edi.refuse(result)
            return
        key = self.edi.key_for(back)
        self.say(told.format(result.name) + (f" {key} takes it back." if key else ""), command)
        self.edi.keys.wait_for(self.load())

    @asking
    async def action_history(self) -> None:
        """Show the history of the record under the cursor, or of the register."""
        await self._show_history(self.subject)

    async def _show_history(self, ref: str) -> None:
        from edi_tui.tui.modals.history import HistoryScreen

        changes = await self.stored(_history(ref))
        if isinstance(changes, EdiError):
            self.edi.refuse(changes)
            return
        await self.app.push_screen_wait(HistoryScreen(ref, changes))

    @asking
    async def action_bin(self) -> None:
        """Show what was withdrawn, until something is brought back or the bin is closed."""
        from edi_tui.tui.modals.bin import BinScreen

        ref, problem = "", ""
        while True:
            rows = await self.stored(_binned)
            if isinstance(rows, EdiError):
                self.edi.refuse(rows)
                return
            wish = await self.app.push_screen_wait(BinScreen(rows, ref, problem))
            if wish is None:
                return
            ref, problem = wish.row.ref, ""
            if not wish.restore:
                await self._show_history(ref)
                continue
            result = await self.stored(_restored(wish.row))
            if not isinstance(result, EdiError):
                self.done(f"{ref} is back in the lists.", "restore", ref)
                self.edi.keys.wait_for(self.load())
                return
            problem = str(result)


def _undone(register: Register) -> Reverted:
    from edi_tui.services.undo import undo

    return undo(register)


def _redone(register: Register) -> Reverted:
    from edi_tui.services.undo import redo

    return redo(register)


def _history(ref: str) -> Callable[[Register], list[ChangeRow]]:
    from edi_tui.services.lists import history_of

    return lambda register: history_of(register, ref, limit=_NEWEST)


def _binned(register: Register) -> list[Binned]:
    from edi_tui.services.bin import binned

    return binned(register)


def _restored(row: Binned) -> Callable[[Register], Saved]:
    from edi_tui.services.bin import restore

    return lambda register: restore(register, row.ref, version=row.version)
