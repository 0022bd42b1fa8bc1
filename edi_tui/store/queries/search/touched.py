"""The objectives and actions whose standing a part of the change log may have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.store.changes import belongs_to
from edi_tui.store.mapping import core, table_of
from edi_tui.store.models import Change
from edi_tui.store.queries.parts import among

_LOG = core(Change)
_MOST = 200
"""Changes after which everything is looked at again."""
_MATTER_TO_ALL = ("ORG-", "FWK-")


def touched_since(session: Session, seq: int) -> Mapping[Kind, set[int]] | None:
    """Return the objectives and actions that may stand otherwise after an entry of the log.

    None stands for any of them: thresholds or metrics changed, or too much did.
    """
    wanted = sa.select(_LOG.c.ref, _LOG.c.before, _LOG.c.after).where(_LOG.c.seq > seq)
    changes = session.execute(wanted.limit(_MOST + 1)).all()
    refs = {change.ref for change in changes}
    if len(changes) > _MOST or any(ref[:4] in _MATTER_TO_ALL for ref in refs):
        return None
    for change in changes:
        for side in filter(None, (change.before, change.after)):
            refs |= {*belongs_to(side), side.get("measure", ""), *side.get("supports", ())}
    touched: defaultdict[Kind, set[int]] = defaultdict(set)
    for kind, number in filter(None, map(read_ref, refs)):
        touched[kind].add(number)
    measures = table_of(Kind.MEASURE)
    owners = sa.select(measures.c.objective_id).where(among(measures.c.id, touched[Kind.MEASURE]))
    touched[Kind.OBJECTIVE] |= set(filter(None, session.scalars(owners)))
    return {kind: touched[kind] for kind in (Kind.OBJECTIVE, Kind.ACTION)}
