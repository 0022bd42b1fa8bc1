"""What a list is asked to show, and what it shows where it cannot."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from edi_tui.domain.errors import FilterError
from edi_tui.domain.kinds import read_ref
from edi_tui.tui.screens.listing import Listed, Listing, Wish

if TYPE_CHECKING:
    from edi_tui.domain.filters.completion import Completion
    from edi_tui.services.register import Register


@dataclass(frozen=True, slots=True)
class Sought:
    """A list as it was asked for, or as it was before where the filter cannot be understood."""

    listing: Listing
    listed: Listed
    problem: str = ""
    """What is the matter with the filter."""
    waits_for: str = ""
    """What has to be worked out before all that was asked for can be listed, in a sentence."""
    wish: Wish = field(default_factory=Wish)
    """What was asked for."""
    offered: Sequence[Completion] = ()
    """What may stand where the filter is being typed."""
    turn: int = 0
    """How many times the list had been asked for by then."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is asked for; it is read in a thread, which does not look at widgets."""

    listing: Listing
    wish: Wish
    before: Wish
    """What it was asked for before."""
    wanted: str = ""
    """The record that is to be shown, though the filter may hide it."""
    typed: tuple[str, int] | None = None
    """The filter while it is typed and where the cursor stands in it: the first rows will do."""
    turn: int = 0
    """How many times the list has been asked for."""

    def answer(self, register: Register) -> Sought:
        """Return what the list shows; where it cannot be as asked for, what it showed before."""
        with register.reading():
            return self._answer(register)

    def _answer(self, register: Register) -> Sought:
        from edi_tui.services.ordering import OrderError
        from edi_tui.services.worked_out import TooSoonError

        waits_for = problem = ""
        try:
            listed = self._wished(register)
            waits_for = listed.left_out
        except TooSoonError as later:
            listed, waits_for = self._before(register), str(later)
        except (FilterError, OrderError) as error:
            listed, problem = self._before(register), str(error)
        offered = self._offered(register)
        return Sought(self.listing, listed, problem, waits_for, self.wish, offered, self.turn)

    def _wished(self, register: Register) -> Listed:
        """Return a list; without its filter where that hides the record that is wanted."""
        listed = self._read(register, self.wish)
        target = read_ref(self.wanted)
        if not self.wish.text or target is None or target[1] in listed.filling.numbers:
            return listed
        whole = self._read(register, dataclasses.replace(self.wish, text=""))
        return whole if target[1] in whole.filling.numbers else listed

    def _before(self, register: Register) -> Listed:
        """Return the list as it was asked for before; the whole list where that is too much now."""
        from edi_tui.services.worked_out import TooSoonError

        ref = self.wish.ref
        try:
            return self._read(register, dataclasses.replace(self.before, ref=ref))
        except TooSoonError:
            return self._read(register, Wish(ref=ref))

    def _read(self, register: Register, wish: Wish) -> Listed:
        glance = self.typed is not None and not self.wanted
        return self.listing.read(register, wish, glance=glance)

    def _offered(self, register: Register) -> Sequence[Completion]:
        from edi_tui.services.search import completed

        return completed(register, self.listing.kind, *self.typed) if self.typed else ()
