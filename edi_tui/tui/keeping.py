"""What is typed into forms, kept against the end of the program."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from edi_tui.domain.errors import EdiError

if TYPE_CHECKING:
    from edi_tui.services.kept_drafts import KeptDraft, KeptDrafts
    from edi_tui.services.register import Register
    from edi_tui.tui.forms.question import Keeper, Question

Job = Callable[[], None]


class Owner(Protocol):
    """Who does what has to be done in a thread, and says what could not be."""

    def in_background(self, job: Job) -> None:
        """Do a job in a thread."""

    def refuse_from_thread(self, error: EdiError) -> None:
        """Say what was refused."""


class Keeping:
    """The drafts of the register that is open, in the folder for what is remembered."""

    def __init__(self, owner: Owner, folder: Path | None) -> None:
        """Keep nothing until a register is open.

        Args:
            owner: Who does what has to be done in a thread.
            folder: Where drafts are kept; without, none is.
        """
        self._owner, self._folder = owner, folder
        self._drafts: KeptDrafts | None = None
        self._register: Register | None = None

    def begin(self, register: Register) -> None:
        """Keep the drafts of a register that changes are made to."""
        from edi_tui.services.kept_drafts import KeptDrafts

        if self._folder is not None and not register.read_only:
            self._drafts = KeptDrafts(self._folder, register.path)
            self._register = register

    def end(self) -> None:
        """Leave what is kept to the next run of the program."""
        if self._drafts is not None:
            self._drafts.close()

    async def left(self) -> list[KeptDraft]:
        """Return the drafts that earlier runs of the program left."""
        if (drafts := self._drafts) is None:
            return []
        try:
            return await to_thread(drafts.left)
        except OSError as error:
            self._give_up(error)
            return []

    def keeper(self, question: Question) -> Keeper:
        """Return what keeps the words of a form."""
        from edi_tui.tui.forms.left_drafts import kept

        def keep(words: Mapping[str, str] | None) -> Job:
            if self._drafts is None or self._register is None:
                return lambda: None
            if words is None:
                return self._dropping(question.token)
            draft = kept(question, words, self._register.now())
            return self._careful(partial(self._drafts.keep, draft, self._drafts.turn()))

        return keep

    def forget(self, token: str) -> None:
        """Forget what was kept of a form that was stored or given up."""
        self._owner.in_background(self._dropping(token))

    def _dropping(self, token: str) -> Job:
        if (drafts := self._drafts) is None:
            return lambda: None
        return self._careful(partial(drafts.drop, token, drafts.turn()))

    def _careful(self, job: Job) -> Job:
        """Return what does a job on files, and says once where it cannot be done."""

        def do() -> None:
            try:
                job()
            except OSError as error:
                self._give_up(error)

        return do

    def _give_up(self, error: OSError) -> None:
        self._drafts = None
        told = f"What you type is not kept against a crash: {error.strerror}. Save often."
        self._owner.refuse_from_thread(EdiError(told))
