"""Saying of the file of a paper whether it is what its closed quarter gives."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from edi_tui.domain.errors import EdiError
from edi_tui.tui.last_folder import last_folder, remember_folder
from edi_tui.tui.modals.file_picker import FilePicker
from edi_tui.tui.modals.verified import VerifiedPaper
from edi_tui.tui.screen import EdiScreen

if TYPE_CHECKING:
    from edi_tui.exports.verify import Verified
    from edi_tui.services.register import Register


async def verify(screen: EdiScreen) -> None:
    """Ask for the file of a paper and say what is found of it, until none is chosen."""
    state = screen.edi.surroundings.state
    folder = await screen.stored(lambda _: last_folder(state))
    assert isinstance(folder, Path)
    while (path := await screen.app.push_screen_wait(FilePicker(folder))) is not None:
        folder = path.parent
        found = await screen.stored(partial(_verified, path, state))
        if isinstance(found, EdiError):
            screen.edi.refuse(found)
            continue
        screen.say(f"{path.name} {found.said}", "verify", str(path))
        await screen.app.push_screen_wait(VerifiedPaper(path, found))
        return


def _verified(path: Path, state: Path | None, register: Register) -> Verified:
    from edi_tui.exports.verify import verify_paper

    remember_folder(path.parent, state)
    return verify_paper(register, path)
