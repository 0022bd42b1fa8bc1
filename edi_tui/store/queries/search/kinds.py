"""Where the fields of each list are kept, the cheapest to look at first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from edi_tui.domain.filters.conditions import Coded, Condition, Empty
from edi_tui.domain.filters.fields import FilterField, Sort, fields_for
from edi_tui.domain.filters.tags import Tag
from edi_tui.domain.filters.values import fits
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import JUDGED, SUPPORTED
from edi_tui.domain.rows import Row
from edi_tui.domain.words import Status
from edi_tui.store.mapping import EVIDENCE_LINKS, table_of
from edi_tui.store.queries.parts import among
from edi_tui.store.queries.search.flags import Flags, flagged
from edi_tui.store.queries.search.met import Clause, Column
from edi_tui.store.queries.search.places import (
    Place,
    any_of,
    codes_of,
    count_of,
    evidence_of,
    latest_of,
    main_measure,
    own,
    owner_of,
    points,
    source_of,
    via,
    worked_out,
)
from edi_tui.store.queries.search.stands import Stands

Places = dict[str, Place]
_HELD = {
    Kind.OBJECTIVE: ("owner", "owner_ref"),
    Kind.ACTION: ("lead", "supporting"),
    Kind.CHALLENGE: ("owner", "owner_ref"),
}
"""Fields that say who answers for a record, which papers of earlier days tell as it was."""
_AS_SHOWN = {(Kind.HEARD_SCORE, "score")}
"""What is looked for in the rows as people may see them, not in what is kept."""


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """What only the domain can work out of the records of a kind at a day, where it is asked."""

    values: Callable[[str], Mapping[int, object]]
    """An attribute of the rows, by number."""
    stands: Callable[[], Stands]
    """How objectives or actions stand."""
    glance: Callable[[], Stands | None]
    """The same where it is known soon enough for words that the label of a status holds."""
    tagged: Callable[[Tag], Flags]
    """The objectives that the rules mark."""
    held: Callable[[], Mapping[int, Row]]
    """The rows of the records that somebody else answered for on the day, by number."""


def places_of(kind: Kind, as_at: date, known: WorkedOut) -> Places:
    """Return where each field of a kind's list is kept, by attribute.

    Args:
        kind: The kind.
        as_at: The day that progress is read at.
        known: What the database cannot work out.
    """
    table = table_of(kind)
    fields = {field.name: field for field in fields_for(kind).values()}
    kept = {**_columns(kind, fields), **_pointers(table, fields), "source": source_of(kind)}
    if kind in (Kind.OBJECTIVE, Kind.ACTION):
        kept["status"] = _status(table.c.id, known)
        kept["due"] = _due(table)
    if kind in _AROUND:
        kept |= _AROUND[kind](table, as_at)
    kept |= {name: _as_held(table, name, kept[name], known) for name in _HELD.get(kind, ())}
    return kept | {name: _values(table, name, known) for name in fields.keys() - kept.keys()}


def _columns(kind: Kind, names: Iterable[str]) -> Places:
    """Return the fields that have a column of their own in the record."""
    table = table_of(kind)
    found = {
        name: own(table.c[name])
        for name in names
        if name in table.c and (kind, name) not in _AS_SHOWN
    }
    return {**found, "ref": points(table.c.id, kind), "withdrawn": own(table.c.withdrawn_reason)}


def _pointers(table: sa.Table, fields: Mapping[str, FilterField]) -> Places:
    """Return the fields that point to one record: `owner_ref` and `objective` alike."""
    columns = {name: f"{name.removesuffix('_ref')}_id" for name in fields}
    return {
        name: points(table.c[columns[name]], field.to[0])
        for name, field in fields.items()
        if field.sort is Sort.REF and columns[name] in table.c
    }


def _as_held(table: sa.Table, name: str, now: Place, known: WorkedOut) -> Place:
    """Keep what says who answers for a record as it was on the day."""

    def place(wanted: Condition) -> Clause:
        held = known.held()
        if not held:
            return now(wanted)
        then = (number for number, row in held.items() if fits(wanted, getattr(row, name)))
        others = ~among(table.c.id, held)
        return sa.or_(among(table.c.id, then), sa.and_(others, now(wanted)))

    return place


def _values(table: sa.Table, name: str, known: WorkedOut) -> Place:
    return worked_out(table.c.id, lambda: known.values(name))


def _due(table: sa.Table) -> Place:
    """Look for a due date in its words and its day; words that name no day leave it open."""
    day = own(table.c.due_on)
    either = any_of(own(table.c.due_text), day)
    return lambda wanted: day(wanted) if isinstance(wanted, Empty) else either(wanted)


def _status(number: Column, known: WorkedOut) -> Place:
    def place(wanted: Condition) -> Clause:
        if isinstance(wanted, Empty):
            return flagged(number, known.stands().those(lambda way: way.told))
        if not isinstance(wanted, Coded):
            return sa.false()
        codes = frozenset(map(Status, wanted.codes))
        fitting = known.stands().those(lambda way: way.computed in codes)
        return flagged(number, fitting)

    return place


def _delivery(kind: Kind, as_at: date) -> Places:
    named = {"progress": "narrative", "updated_on": "on"}
    same = ("reason", "forecast_on")
    return {
        "frameworks": codes_of(kind),
        "hia": codes_of(kind, prefix="HIA"),
        "evidence": evidence_of(kind),
        **{name: latest_of(kind, named.get(name, name), as_at) for name in (*named, *same)},
    }


def _objective(table: sa.Table, as_at: date) -> Places:
    measured = {"measure": "name", "unit": "unit", "baseline": "baseline", "target": "target"}
    return {
        "owner": owner_of(table.c.owner_id, table.c.owner_text),
        **{name: main_measure(column) for name, column in measured.items()},
        "actions": count_of(Kind.OBJECTIVE, table_of(Kind.ACTION), "objective_id"),
        **_delivery(Kind.OBJECTIVE, as_at),
    }


def _action(_table: sa.Table, as_at: date) -> Places:
    return _delivery(Kind.ACTION, as_at)


def _measure(table: sa.Table, _as_at: date) -> Places:
    counted = count_of(Kind.MEASURE, table_of(Kind.READING), "measure_id")
    metric = via(table.c.metric_id, table_of(Kind.FRAMEWORK_ITEM), "code")
    return {"metric": metric, "readings": counted}


def _reading(table: sa.Table, _as_at: date) -> Places:
    return {"measure": via(table.c.measure_id, table_of(Kind.MEASURE), "name")}


def _update(table: sa.Table, _as_at: date) -> Places:
    pointed = (points(table.c[f"{kind.value}_id"], kind) for kind in (Kind.OBJECTIVE, Kind.ACTION))
    return {"subject": any_of(*pointed)}


def _network_and_member(table: sa.Table, _as_at: date) -> Places:
    member = via(table.c.member_id, table_of(Kind.MEMBER), "role")
    return {**_of_network(table, _as_at), "member": member}


def _of_network(table: sa.Table, _as_at: date) -> Places:
    return {"network": via(table.c.network_id, table_of(Kind.NETWORK), "name")}


def _evidence(table: sa.Table, _as_at: date) -> Places:
    def supported(wanted: Condition) -> Clause:
        pointed = (points(EVIDENCE_LINKS.c[f"{kind.value}_id"], kind) for kind in SUPPORTED)
        links = sa.select(EVIDENCE_LINKS.c.evidence_id).where(any_of(*pointed)(wanted))
        return table.c.id.in_(links)

    medium = any_of(own(table.c.file_name), own(table.c.link))
    return {"supports": supported, "medium": medium}


def _member(table: sa.Table, _as_at: date) -> Places:
    counted = count_of(Kind.MEMBER, table_of(Kind.OBJECTIVE), "owner_id")
    return {"holder": any_of(own(table.c.name), own(table.c.standing)), "objectives": counted}


def _framework(table: sa.Table, _as_at: date) -> Places:
    return {"source_text": own(table.c.source)}


def _challenge(table: sa.Table, _as_at: date) -> Places:
    return {"owner": via(table.c.owner_id, table_of(Kind.MEMBER), "role")}


def _appraisal(table: sa.Table, _as_at: date) -> Places:
    return {"member": via(table.c.member_id, table_of(Kind.MEMBER), "role")}


def _waiver(table: sa.Table, _as_at: date) -> Places:
    return {"subject": any_of(*(points(table.c[f"{kind.value}_id"], kind) for kind in JUDGED))}


_AROUND: dict[Kind, Callable[[sa.Table, date], Places]] = {
    Kind.OBJECTIVE: _objective,
    Kind.ACTION: _action,
    Kind.MEASURE: _measure,
    Kind.READING: _reading,
    Kind.UPDATE: _update,
    Kind.SPONSORSHIP: _network_and_member,
    Kind.ENGAGEMENT: _network_and_member,
    Kind.CONCERN: _of_network,
    Kind.HEARD_SCORE: _of_network,
    Kind.EVIDENCE: _evidence,
    Kind.MEMBER: _member,
    Kind.FRAMEWORK_ITEM: _framework,
    Kind.CHALLENGE: _challenge,
    Kind.APPRAISAL: _appraisal,
    Kind.WAIVER: _waiver,
}
"""What is not in the record itself; what is nowhere here either is worked out from the rows."""
