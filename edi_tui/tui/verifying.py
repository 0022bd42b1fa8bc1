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
        while await screen.app.push_screen_wait(VerifiedPaper(path, found)):
            found = await _with_template(screen, path, found)
        return


async def _with_template(screen: EdiScreen, path: Path, found: Verified) -> Verified:
    """Ask for the Word document that a paper was written into and return what is found with it.

    What was found without it is returned where none is chosen, or none that can be read.
    """
    state = screen.edi.surroundings.state
    template = await screen.app.push_screen_wait(FilePicker(path.parent, "Choose its template"))
    if template is None:
        return found
    again = await screen.stored(partial(_verified, path, state, template=template))
    if isinstance(again, EdiError):
        screen.edi.refuse(again)
        return found
    words = ("verify", str(path), "--template", str(template))
    screen.say(f"{path.name} {again.said}", *words)
    return again


def _verified(
    path: Path, state: Path | None, register: Register, *, template: Path | None = None
) -> Verified:
    from edi_tui.exports.verify import verify_paper
    from edi_tui.exports.word_template import template_at

    remember_folder(path.parent, state)
    return verify_paper(register, path, template_at(template) if template else None)
