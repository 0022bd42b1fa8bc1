"""The words that lists are searched by: for each record everything that its row says, folded.

They are made from the records, so that they can be made again at any time; the writer keeps
them in step within the transaction of each change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.records import DRAFTS, Draft, fields_of
from edi_tui.domain.text import sought
from edi_tui.domain.values import write_value
from edi_tui.store.mapping import FRAMEWORK_LINKS, core, draft_of, table_of
from edi_tui.store.models import ListedText
from edi_tui.store.queries.parts import among, framework_codes, latest_updates, sources

TEXTS = core(ListedText)

_NAMED = {
    Kind.MEMBER: ("role", "name"),
    Kind.NETWORK: ("name",),
    Kind.MEASURE: ("name",),
    Kind.FRAMEWORK_ITEM: ("code",),
}
"""What a record is called in the rows that point to it."""
KEPT = tuple(kind for kind in DRAFTS if kind not in (Kind.ORGANISATION, Kind.READING, Kind.UPDATE))
"""The kinds whose texts are kept; entries of which there are many are searched themselves."""
_UPDATED = (Kind.OBJECTIVE, Kind.ACTION)
_HIDDEN = {Kind.HEARD_SCORE: ("score",)}
"""Fields that are not always shown, so that they are not searched."""
_LATER = date.max
_AT_ONCE = 100
"""Records whose texts are made together, where those of all are."""


def keep_texts(session: Session, refs: Iterable[str]) -> None:
    """Make the texts of some records again, and those of the records that name them."""
    touched: defaultdict[Kind, set[int]] = defaultdict(set)
    for kind, number in filter(None, map(read_ref, refs)):
        touched[kind].add(number)
    for kind, numbers in list(touched.items()):
        for source, found in _naming(session, kind, numbers):
            touched[source] |= found
    for kind in touched.keys() & KEPT:
        _keep(session, kind, touched[kind])


def keep_all_texts(session: Session) -> None:
    """Make the texts of all records again, a few at a time, however many there are."""
    session.execute(sa.delete(TEXTS))
    for kind in KEPT:
        numbers = session.execute(sa.select(table_of(kind).c.id)).scalars().all()
        for start in range(0, len(numbers), _AT_ONCE):
            _write(session, kind, numbers[start : start + _AT_ONCE])


def _keep(session: Session, kind: Kind, numbers: Collection[int]) -> None:
    wanted = TEXTS.c.kind == kind.value
    session.execute(sa.delete(TEXTS).where(wanted, among(TEXTS.c.number, numbers)))
    _write(session, kind, numbers)


def _write(session: Session, kind: Kind, numbers: Collection[int]) -> None:
    made = [
        {"kind": kind.value, "number": number, "text": text}
        for number, text in _texts(session, kind, numbers)
    ]
    if made:
        session.execute(sa.insert(TEXTS), made)


def _naming(
    session: Session, kind: Kind, numbers: Collection[int]
) -> Iterator[tuple[Kind, set[int]]]:
    """Yield the records whose rows name some of a kind."""
    if kind not in _NAMED:
        return
    for source, draft in DRAFTS.items():
        for field in fields_of(draft):
            if kind in field.to and field.kind is FieldKind.REFERENCE:
                table = table_of(source)
                pointer = _pointer(table, field, kind)
                found = sa.select(table.c.id).where(among(pointer, numbers))
                yield source, set(session.execute(found).scalars())
    if kind is Kind.FRAMEWORK_ITEM:
        for source in _UPDATED:
            linked = FRAMEWORK_LINKS.c[f"{source.value}_id"]
            wanted = sa.select(linked).where(
                among(FRAMEWORK_LINKS.c.item_id, numbers), linked.is_not(None)
            )
            yield source, set(session.execute(wanted).scalars())


def _pointer(table: sa.Table, field: Field, kind: Kind) -> sa.ColumnElement[int]:
    name = field.name if len(field.to) == 1 else kind.value
    return table.c[f"{name}_id"]


def _texts(session: Session, kind: Kind, numbers: Collection[int]) -> Iterator[tuple[int, str]]:
    """Yield the number of each record with its text."""
    table = table_of(kind)
    codes = framework_codes(session, f"{kind.value}_id", numbers) if kind in _UPDATED else {}
    around = _around(session, kind, numbers)
    rows = session.execute(sa.select(table).where(among(table.c.id, numbers))).mappings().all()
    drafts = {row["id"]: _draft(kind, row, codes.get(row["id"], ())) for row in rows}
    names = _names(session, kind, drafts.values())
    files = sources(session, kind, numbers)
    for row in rows:
        ref = kind.ref(row["id"])
        parts = [ref, files.get(ref, ""), row["withdrawn_reason"], *around.get(row["id"], ())]
        parts += _words(drafts[row["id"]], names)
        yield row["id"], sought(" ".join(filter(None, parts)))


def _draft(kind: Kind, row: Mapping[Any, Any], codes: tuple[str, ...]) -> Draft:
    plain = {str(name): value for name, value in row.items()}
    return draft_of(kind, plain, {"frameworks": codes})


def _words(draft: Draft, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the words of each field, and what the records that it points to are called."""
    for field in fields_of(type(draft)):
        if field.name in _HIDDEN.get(draft.KIND, ()):
            continue
        value = getattr(draft, field.name)
        yield write_value(field, value)
        yield from _iso(value)
        if field.kind is FieldKind.REFERENCE:
            yield names.get(value, "")


def _iso(value: Any) -> Iterator[str]:
    on = getattr(value, "on", value)
    if isinstance(on, date):
        yield on.isoformat()
    if on is not value:
        yield value.text


def _names(session: Session, kind: Kind, drafts: Iterable[Draft]) -> Mapping[str, str]:
    """Return what the records that drafts of a kind point to are called, by reference."""
    pointers = [field for field in fields_of(DRAFTS[kind]) if field.kind is FieldKind.REFERENCE]
    targets: defaultdict[Kind, set[int]] = defaultdict(set)
    for draft in drafts:
        for field in pointers:
            if target := read_ref(getattr(draft, field.name)):
                targets[target[0]].add(target[1])
    found: dict[str, str] = {}
    for named, numbers in targets.items():
        table = table_of(named)
        columns = [table.c[name] for name in _NAMED.get(named, ())]
        wanted = sa.select(table.c.id, *columns).where(among(table.c.id, numbers))
        for number, *words in session.execute(wanted) if columns else ():
            found[named.ref(number)] = " ".join(words)
    return found


def _around(session: Session, kind: Kind, numbers: Collection[int]) -> Mapping[int, list[str]]:
    """Return the words beside objectives and actions: the newest progress, and what is measured."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    if kind in _UPDATED:
        pointer = f"{kind.value}_id"
        newest = latest_updates(pointer, _LATER, numbers)
        for row in session.execute(sa.select(newest)).mappings():
            found[row[pointer]] += [row["narrative"], row["reason"]]
    if kind is Kind.OBJECTIVE:
        measures = table_of(Kind.MEASURE)
        wanted = sa.select(measures.c.objective_id, measures.c.name).where(
            among(measures.c.objective_id, numbers), measures.c.withdrawn_at.is_(None)
        )
        for number, name in session.execute(wanted):
            found[number].append(name)
    return found
