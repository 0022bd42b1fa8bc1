"""The fields of each list that a filter may name, and what sort of value each holds."""

from __future__ import annotations

import dataclasses
import typing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache

from edi_tui.domain.columns import COLUMNS
from edi_tui.domain.kinds import Kind
from edi_tui.domain.progress import Computed
from edi_tui.domain.records import DRAFTS, JUDGED, SUPPORTED, fields_of
from edi_tui.domain.rows import ROWS, DeliveryRow
from edi_tui.domain.text import quoted
from edi_tui.domain.words import Appointment, Word


class Sort(StrEnum):
    """What sort of value a field holds, which decides how it is compared."""

    TEXT = "text"
    DATE = "date"
    DUE = "due"
    NUMBER = "number"
    WORDS = "words"
    FLAG = "flag"
    REF = "ref"
    CODES = "codes"


@dataclass(frozen=True, slots=True)
class FilterField:
    """A field that a filter may name."""

    name: str
    """The attribute of the row."""
    spelt: str
    """Its name in a filter."""
    sort: Sort
    label: str
    """Its name for people, in the middle of a sentence."""
    words: type[Word] | None = None
    """The vocabulary that it is taken from."""
    to: tuple[Kind, ...] = ()
    """The kinds of record that it may point to."""


_POINTERS = {
    "owner_ref": (Kind.MEMBER,),
    "member_ref": (Kind.MEMBER,),
    "network_ref": (Kind.NETWORK,),
    "measure_ref": (Kind.MEASURE,),
    "objective": (Kind.OBJECTIVE,),
    "follows": (Kind.OBJECTIVE,),
    "supports": SUPPORTED,
}
_SUBJECTS = {Kind.UPDATE: (Kind.OBJECTIVE, Kind.ACTION), Kind.WAIVER: JUDGED}
_SAME = {
    Kind.OBJECTIVE: {"lead": "owner", "framework": "frameworks"},
    Kind.ACTION: {"owner": "lead", "framework": "frameworks"},
}
_LABELS = {
    "ref": "reference",
    "baf": "BAF risk",
    "hia": "high impact action",
    "due_on": "due date",
    "frameworks": "framework items",
    "sha256": "SHA-256",
    "withdrawn": "reason of the withdrawal",
}
_DAY = "_on"
"""How the names of dates end, which people leave out."""
_UNSEEN = frozenset({"version", "computed", "void"})


@cache
def fields_for(kind: Kind) -> dict[str, FilterField]:
    """Return the fields of a kind's list by every name that each goes by."""
    found: dict[str, FilterField] = {}
    hints = typing.get_type_hints(ROWS[kind])
    for field in dataclasses.fields(ROWS[kind]):
        if field.name not in _UNSEEN:
            found[field.name] = _field(kind, field.name, hints[field.name])
    if issubclass(ROWS[kind], DeliveryRow):
        found["due"] = FilterField("due", "due", Sort.DUE, "due date")
        for name in ("frameworks", "hia"):
            found[name] = FilterField(name, name, Sort.CODES, _LABELS[name])
    for column in COLUMNS[kind]:
        spelt = plain_name(column.heading)
        known = found.get(column.name) or _field(kind, column.name, str)
        found.setdefault(column.name, known)
        found.setdefault(spelt, known)
    for name in [name for name in found if name.endswith(_DAY)]:
        found.setdefault(name.removesuffix(_DAY), found[name])
    for spelt, name in _SAME.get(kind, {}).items():
        found.setdefault(spelt, found[name])
    return found


def _field(kind: Kind, name: str, hint: object) -> FilterField:
    sort, words = _sort(name, hint)
    to = _pointed(kind, name)
    if to:
        sort = Sort.REF
    label = _LABELS.get(name) or _draft_label(kind, name) or name.replace("_", " ")
    return FilterField(name, name, sort, label, words, to)


def _pointed(kind: Kind, name: str) -> tuple[Kind, ...]:
    if name == "ref":
        return (kind,)
    return _SUBJECTS.get(kind, ()) if name == "subject" else _POINTERS.get(name, ())


def _draft_label(kind: Kind, name: str) -> str:
    label = next((field.label for field in fields_of(DRAFTS[kind]) if field.name == name), "")
    return label if label[:2].isupper() else label.lower()


def _sort(name: str, hint: object) -> tuple[Sort, type[Word] | None]:
    options = typing.get_args(hint) or (hint,)
    plain = next((one for one in options if one is not type(None)), str)
    if name == "appointed":
        return Sort.WORDS, Appointment
    if isinstance(plain, type) and issubclass(plain, Word):
        return Sort.WORDS, plain
    sorts: dict[object, Sort] = {
        date: Sort.DATE,
        Decimal: Sort.NUMBER,
        int: Sort.NUMBER,
        bool: Sort.FLAG,
    }
    assert plain is not Computed
    return sorts.get(plain, Sort.TEXT), None


def plain_name(typed: str) -> str:
    """Return a name of a field as it is spelt: in small letters, joined by low lines."""
    return typed.lower().replace("-", "_").replace(" ", "_")


def field_named(kind: Kind, typed: str) -> FilterField:
    """Return the field that a typed name stands for.

    Raises:
        ValueError: There is none; the message names the nearest.
    """
    from difflib import get_close_matches

    known = fields_for(kind)
    wanted = plain_name(typed)
    if wanted in known:
        return known[wanted]
    nearest = get_close_matches(wanted, known, n=1)
    hint = f"did you mean “{nearest[0]}”?" if nearest else f"there are {', '.join(known)}."
    raise ValueError(f"The list of {kind.many} has no field {quoted(typed)}; {hint}")
