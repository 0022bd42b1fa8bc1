"""An open register: what every use case is handed."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from edi_tui.domain.errors import ReadOnlyError, RegisterError
from edi_tui.domain.records import FrameworkItemDraft, OrganisationDraft
from edi_tui.store import engine, opening
from edi_tui.store.changes import Changes
from edi_tui.store.files import EvidenceFiles
from edi_tui.store.texts import keep_texts

if TYPE_CHECKING:
    import sqlalchemy as sa
    from sqlmodel import Session


def utc_now() -> datetime:
    """Return this instant; the one clock of the program."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Register:
    """One register, its evidence files, who is using it and which day it is."""

    path: Path
    who: str
    read_only: bool = False
    now: Callable[[], datetime] = utc_now
    engine: sa.Engine = field(kw_only=True)

    @property
    def today(self) -> date:
        """The day that relative dates and overdue dates count from."""
        return self.now().astimezone().date()

    @property
    def files(self) -> EvidenceFiles:
        """The evidence store beside the register."""
        return EvidenceFiles(evidence_folder(self.path))

    def lies_at(self, path: Path) -> bool:
        """Tell whether a path leads to the register's own file."""
        try:
            return path.samefile(self.path)
        except (OSError, ValueError):  # nothing is there, or nothing could be
            return False

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Read in one consistent transaction."""
        with engine.reading(self.engine, self.path) as session:
            yield session

    @contextmanager
    def writing(self, summary: str, *, undoes: str | None = None) -> Iterator[Changes]:
        """Write as one named group of the change log; all of it or nothing.

        Args:
            summary: What is being done, for people.
            undoes: The group that it takes back, if it takes one back.

        Raises:
            ReadOnlyError: The register was opened for reading alone.
        """
        self.refuse_read_only()
        at = self.now().astimezone(UTC).isoformat(timespec="seconds")
        with engine.writing(self.engine, self.path) as session:
            group = uuid.uuid4().hex
            changes = Changes(
                session, who=self.who, at=at, group=group, summary=summary, undoes=undoes
            )
            yield changes
            keep_texts(session, changes.touched)

    def refuse_read_only(self) -> None:
        """Refuse to change anything, before what takes long is done for it.

        Raises:
            ReadOnlyError: The register was opened for reading alone.
        """
        if self.read_only:
            raise ReadOnlyError(
                f"{self.path} can be read but not changed here. Nothing was stored; ask for "
                "write access to the file and its folder."
            )

    @contextmanager
    def watching(self) -> Iterator[Callable[[], bool]]:
        """Let be asked whether anybody has written since; nobody is kept from it."""
        with engine.watching(self.engine, self.path) as written:
            yield written


def evidence_folder(path: Path) -> Path:
    """Return the folder of a register's evidence files: `register.evidence` beside it."""
    return path.with_name(f"{path.stem}.evidence")


def open_register(
    path: Path, *, who: str, now: Callable[[], datetime] = utc_now, wait_ms: int = 5000
) -> Register:
    """Open a register, bringing an older one up to date after a backup.

    Args:
        path: The file.
        who: The person whose changes these will be.
        now: The clock.
        wait_ms: How long to wait for another program's lock, in milliseconds.

    Raises:
        RegisterError: It is missing, damaged, newer, or something else.
    """
    identity = opening.identify(path)
    if identity.outdated:
        if identity.read_only:
            raise ReadOnlyError(
                f"{path} was made by an older release and has to be brought up to date, but it "
                "cannot be written here. Copy it to a folder of your own and open it there."
            )
        from edi_tui.store.migrate import upgrade

        upgrade(path, identity.revision)
    made = engine.make_engine(path, read_only=identity.read_only, wait_ms=wait_ms)
    return Register(path, who, identity.read_only, now, engine=made)


def create_register(
    path: Path,
    organisation: OrganisationDraft,
    frameworks: tuple[FrameworkItemDraft, ...],
    *,
    who: str,
    now: Callable[[], datetime] = utc_now,
) -> Register:
    """Make a new register for an organisation, with the frameworks it answers to.

    Raises:
        RegisterError: Something is at the path already, or it cannot be written.
    """
    from edi_tui.domain.validation import validate
    from edi_tui.store.migrate import create_tables

    validate(organisation)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        create_tables(path)
    except FileExistsError as error:
        raise RegisterError(f"There is a file at {path} already. It was left as it is.") from error
    except OSError as error:
        raise RegisterError(f"{path} could not be made: {error.strerror}.") from error
    try:
        register = open_register(path, who=who, now=now)
        with register.writing(f"new register for {organisation.name}") as changes:
            changes.add(organisation)
            for item in frameworks:
                changes.add(item)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return register
