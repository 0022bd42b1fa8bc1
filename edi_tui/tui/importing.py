"""Bringing a file in: choose it, say what its columns mean, look at the preview, import it."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from edi_tui.domain.errors import EdiError
from edi_tui.tui.last_folder import last_folder, remember_folder
from edi_tui.tui.modals.file_picker import FilePicker
from edi_tui.tui.modals.import_summary import ImportSummary
from edi_tui.tui.modals.mapping import Mapped, MappingForm
from edi_tui.tui.modals.working import Working
from edi_tui.tui.screen import EdiScreen

if TYPE_CHECKING:
    from edi_tui.imports.look import Look
    from edi_tui.imports.result import ImportResult
    from edi_tui.imports.watch import Watch
    from edi_tui.services.register import Register

T = TypeVar("T")


async def bring_in(screen: EdiScreen) -> None:
    """Lead through an import from a place; each step goes back to the one before with escape."""
    state = screen.edi.surroundings.state
    folder = await to_thread(last_folder, state)
    while (path := await screen.app.push_screen_wait(FilePicker(folder))) is not None:
        folder = path.parent
        await to_thread(remember_folder, folder, state)
        if await _brought(screen, path):
            return


async def _brought(screen: EdiScreen, path: Path) -> bool:
    """Import one file and tell whether that was the end of it."""
    mapped: Mapped | None = None
    while (mapped := await _mapped(screen, path, mapped)) is not None:
        preview = await _run(screen, path, mapped, dry_run=True)
        if preview is None or not await screen.app.push_screen_wait(ImportSummary(preview)):
            continue
        result = await _run(screen, path, mapped, dry_run=False)
        if result is not None:
            await _report(screen, result)
            return True
    return False


async def _mapped(screen: EdiScreen, path: Path, before: Mapped | None) -> Mapped | None:
    """Ask what the columns mean; None where the file cannot be read or another is wanted."""
    mapped = before
    while True:
        look = await _look(screen, path, mapped)
        if look is None:
            return None
        mapped = await screen.app.push_screen_wait(MappingForm(look))
        if mapped is None or not mapped.again:
            return mapped


async def _look(screen: EdiScreen, path: Path, mapped: Mapped | None) -> Look | None:
    from edi_tui.imports.look import look_at

    kind, chosen = (mapped.kind, mapped.chosen) if mapped else (None, {})
    return await _followed(
        screen,
        f"Looking at {path.name}",
        lambda register, watch: look_at(register, path, watch, kind=kind, chosen=chosen),
    )


async def _run(
    screen: EdiScreen, path: Path, mapped: Mapped, *, dry_run: bool
) -> ImportResult | None:
    from edi_tui.imports.run import ImportOptions, Source, run_import

    options = ImportOptions(kind=mapped.kind, chosen=mapped.chosen, dry_run=dry_run)
    heading = f"{'Previewing' if dry_run else 'Importing'} {path.name}"
    return await _followed(
        screen,
        heading,
        lambda register, watch: run_import(register, [Source(path.name, path)], options, watch),
    )


async def _followed(
    screen: EdiScreen, heading: str, intent: Callable[[Register, Watch], T]
) -> T | None:
    """Run a part of the import off the event loop, with its progress and a way to stop it."""
    from edi_tui.imports.watch import StoppedError, Watch

    watch = Watch()
    working = Working(heading, watch)
    await screen.app.push_screen(working)
    result = await screen.stored(lambda register: intent(register, watch))
    working.close()
    if isinstance(result, StoppedError):
        screen.say(str(result))
        return None
    if isinstance(result, EdiError):
        screen.edi.refuse(result)
        return None
    return result


async def _report(screen: EdiScreen, result: ImportResult) -> None:
    from edi_tui.services.desk import desk

    waiting = await screen.stored(lambda register: len(desk(register)))
    count = 0 if isinstance(waiting, EdiError) else waiting
    files = (file.file for file in result.files)
    screen.done(f"{', '.join(files)} imported.")
    screen.load()
    if await screen.app.push_screen_wait(ImportSummary(result, waiting=count)):
        screen.edi.go("desk")
