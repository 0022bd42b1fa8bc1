"""Publishing for all staff and the public, once it is seen what that is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import Kind
from edi_tui.tui.last_folder import last_folder, remember_folder
from edi_tui.tui.modals.publish import PublishForm, SiteWish
from edi_tui.tui.screen import EdiScreen

if TYPE_CHECKING:
    from edi_tui.exports.outlook import Outlook
    from edi_tui.services.register import Register

_FOLDER = "our-objectives"
"""What the folder is called, unless the person has another name for it."""


async def publish(screen: EdiScreen) -> None:
    """Show what would be published and ask where to; a refusal shows the form again."""
    state = screen.edi.surroundings.state
    form = await _form(screen)
    while form and (wish := await screen.app.push_screen_wait(form)) is not None:
        result = await screen.stored(partial(_published, wish, state))
        if not isinstance(result, EdiError):
            screen.say(result, *wish.command)
            return
        form = await _form(screen, wish.words, str(result))


async def _form(
    screen: EdiScreen, words: Mapping[str, str] | None = None, problem: str = ""
) -> PublishForm | None:
    """Return a form over what would be published now; None where nothing can be.

    Args:
        screen: Where that is said.
        words: What the fields held, where it is asked again.
        problem: Why it was not published.
    """
    found = await screen.stored(partial(_outlook, screen.edi.surroundings.state))
    if isinstance(found, EdiError):
        screen.edi.refuse(found)
        return None
    outlook, today, folder = found
    begun = words or {"acknowledged": "", "folder": str(folder / _FOLDER)}
    return PublishForm(outlook, today, begun, problem)


def _outlook(state: Path | None, register: Register) -> tuple[Outlook, date, Path]:
    from edi_tui.exports.outlook import outlook

    return outlook(register), register.today, last_folder(state)


def _published(wish: SiteWish, state: Path | None, register: Register) -> str:
    """Make the site and return what is in it."""
    from edi_tui.exports.publish import publish as published

    newest = published(register, wish.folder, acknowledged=wish.acknowledged)[0]
    remember_folder(wish.folder.absolute().parent, state)
    objectives = Kind.OBJECTIVE.counted(len(newest.objectives))
    return f"{objectives} published. Open {wish.folder / 'index.html'} in a browser."
