"""Commands by name: every place, every verb of the screen, and any record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from edi_tui.domain.columns import COLUMNS, cell
from edi_tui.domain.errors import EdiError
from edi_tui.domain.text import shortened
from edi_tui.tui.keys.rows import MOVES, TABLE
from edi_tui.tui.place_of import PLACE_OF
from edi_tui.tui.text import plain

if TYPE_CHECKING:
    from edi_tui.services.register import Register
    from edi_tui.tui.app import EdiApp

_MOVEMENTS = {entry.id for entry in (*MOVES, *TABLE) if not entry.menu and not entry.show}
"""What moves the cursor of a table, which nobody looks for by its name."""


class RecordCommands(Provider):
    """Finds places, verbs and records by any of their words."""

    _records: Sequence[tuple[str, str, str]] = ()

    async def startup(self) -> None:
        """Read the records' names once, in the background."""
        try:
            self._records = await self._edi.in_thread(_records)
        except EdiError as error:
            self._edi.refuse(error)

    @property
    def _edi(self) -> EdiApp:
        from edi_tui.tui.app import EdiApp

        assert isinstance(self.app, EdiApp)
        return self.app

    def _verbs(self) -> Iterator[tuple[str, str, IgnoreReturnCallbackType]]:
        """Return what can be done here: the verb with what it does, its key, and how to do it."""
        seen = set()
        for active in self.screen.active_bindings.values():
            moving = active.binding.id in _MOVEMENTS
            if active.tooltip and not moving and active.binding.action not in seen:
                seen.add(active.binding.action)
                shown = self.app.get_key_display(active.binding)
                text = f"{active.binding.description}: {active.tooltip}"
                yield text, f"Key {shown}", partial(self._edi.do, active)

    async def discover(self) -> Hits:
        """Offer what can be done before anything is typed."""
        for text, key, run in self._verbs():
            yield DiscoveryHit(plain(text), run, text=text, help=key)

    async def search(self, query: str) -> Hits:
        """Offer what matches.

        A hit's text goes through the gate: as a plain string its brackets would be markup, and
        one bad bracket would silently drop every later hit.
        """
        matcher = self.matcher(query)
        for text, key, run in self._verbs():
            if (score := matcher.match(text)) > 0:
                yield Hit(score, plain(text), run, text=text, help=key)
        for place_name, ref, text in self._records:
            if (score := matcher.match(text)) > 0:
                run_go = partial(self._edi.go, place_name, ref=ref)
                yield Hit(score, plain(text), run_go, text=text)


def _records(register: Register) -> list[tuple[str, str, str]]:
    from edi_tui.services.lists import rows_of

    return [
        (place, row.ref, f"{row.ref} {shortened(cell(row, COLUMNS[kind][1].name), 80)}")
        for kind, place in PLACE_OF.items()
        for row in rows_of(register, kind)
    ]
