"""The steps of the change log, and which of them stand."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.errors import NotFoundError
from edi_tui.domain.rows import ChangeRow
from edi_tui.domain.steps import Step
from edi_tui.store.mapping import core
from edi_tui.store.models import Change
from edi_tui.store.queries.history import change_of, undone

_LOG = core(Change)
_BACK = ("undo", "redo")
"""The verbs of entries that take others back."""


def own(log: sa.FromClause) -> sa.ColumnElement[bool]:
    """Return the condition for entries that take nothing back and stand."""
    return log.c.verb.not_in(_BACK) & ~undone(log)


def last_done(session: Session, who: str) -> Step | None:
    """Return the newest step of a person that stands, or None."""
    return _newest(session, _LOG.c.who == who, own(_LOG))


def last_undone(session: Session, who: str) -> Step | None:
    """Return the undo of a person that redo takes back, or None.

    A change after an undo ends redo: there is nothing to do again then.
    """
    newest = sa.select(sa.func.max(_LOG.c.seq)).where(_LOG.c.who == who, _LOG.c.verb.not_in(_BACK))
    since = session.execute(newest).scalar() or 0
    return _newest(
        session, _LOG.c.who == who, _LOG.c.verb == "undo", _LOG.c.seq > since, ~undone(_LOG)
    )


def step_at(session: Session, seq: int) -> Step:
    """Return the step that an entry of the change log belongs to.

    Raises:
        NotFoundError: The change log has no such entry.
    """
    step = _newest(session, _LOG.c.seq == seq)
    if step is None:
        raise NotFoundError(f"The history has no entry {seq}; edi-tui history lists them.")
    return step


def is_undone(session: Session, group: str) -> bool:
    """Tell whether a step was taken back and not done again since."""
    wanted = sa.select(_LOG.c.seq).where(_LOG.c.group_id == group, undone(_LOG)).limit(1)
    return session.execute(wanted).first() is not None


def first_since(session: Session, refs: Collection[str], seq: int) -> ChangeRow | None:
    """Return the first change of any of some records after an entry that stands, or None."""
    rows = session.execute(
        sa.select(_LOG).where(_LOG.c.seq > seq, own(_LOG)).order_by(_LOG.c.seq)
    ).mappings()
    return next((change_of(row) for row in rows if row["ref"] in refs), None)


def _newest(session: Session, *where: sa.ColumnElement[bool]) -> Step | None:
    wanted = sa.select(_LOG.c.group_id).where(*where).order_by(_LOG.c.seq.desc()).limit(1)
    group = session.execute(wanted).scalar()
    if group is None:
        return None
    rows = session.execute(sa.select(_LOG).where(_LOG.c.group_id == group).order_by(_LOG.c.seq))
    return Step(tuple(change_of(row) for row in rows.mappings()))
