"""Finding the record that each row of a file is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import singledispatch

from edi_tui.domain.records import (
    ActionDraft,
    Draft,
    FrameworkItemDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    SponsorshipDraft,
)
from edi_tui.domain.text import folded
from edi_tui.imports.planned_row import PlannedRow
from edi_tui.imports.writes import changed_fields, changes_to
from edi_tui.services.intake import Known

Key = tuple[str, ...]
Test = Callable[[PlannedRow, Known], bool]


@singledispatch
def key_of(draft: Draft) -> Key:
    """Return the words by which a record is known again when it is imported again."""
    raise NotImplementedError(draft.KIND)


@key_of.register
def _action(draft: ActionDraft) -> Key:
    return folded(draft.plan), folded(draft.text)


@key_of.register
def _objective(draft: ObjectiveDraft) -> Key:
    return (folded(draft.title),)


@key_of.register
def _member(draft: MemberDraft) -> Key:
    return folded(draft.role), folded(draft.name)


@key_of.register
def _network(draft: NetworkDraft) -> Key:
    return (folded(draft.name),)


@key_of.register
def _sponsorship(draft: SponsorshipDraft) -> Key:
    begun = draft.from_on.isoformat() if draft.from_on else ""
    return draft.network, draft.member, draft.kind.value, begun


@key_of.register
def _framework_item(draft: FrameworkItemDraft) -> Key:
    return (folded(draft.code),)


def match_rows(rows: Sequence[PlannedRow], known: Sequence[Known]) -> None:
    """Give each row the record that it is about, and each record to one row at most.

    Of several records with the same key, a row takes the one that it was last imported as, else
    one of which it changes nothing, else the next. A seat is also known by its role alone where
    only one has that role, so that its holder can change.
    """
    free = {one.stored.ref: one for one in known}
    left = [row for row in rows if row.draft is not None]
    for test in (_imported_as, _unchanged, _any):
        left = _claim(left, free, key_of, test)
    once = _once(row.draft for row in rows) & _once(one.stored.draft for one in known)
    _claim([row for row in left if _role(row.draft) in once], free, _role, _any)


def _claim(
    rows: Iterable[PlannedRow], free: dict[str, Known], key: Callable[[Draft], Key], test: Test
) -> list[PlannedRow]:
    """Match rows to free records and return the rows that are left."""
    by_key: defaultdict[Key, list[Known]] = defaultdict(list)
    for one in free.values():
        by_key[key(one.stored.draft)].append(one)
    left = []
    for row in rows:
        assert row.draft is not None
        candidates = by_key[key(row.draft)]
        row.known = next((one for one in candidates if test(row, one)), None)
        if row.known is None:
            left.append(row)
        else:
            candidates.remove(row.known)
            del free[row.known.stored.ref]
    return left


def _once(drafts: Iterable[Draft | None]) -> set[Key]:
    roles = Counter(map(_role, drafts))
    return {role for role, times in roles.items() if role and times == 1}


def _role(draft: Draft | None) -> Key:
    return (folded(draft.role),) if isinstance(draft, MemberDraft) else ()


def _imported_as(row: PlannedRow, known: Known) -> bool:
    return not changed_fields(row.words, known)


def _unchanged(row: PlannedRow, known: Known) -> bool:
    assert row.reading is not None
    return changes_to(known, row.reading, changed_fields(row.words, known)).nothing


def _any(_row: PlannedRow, _known: Known) -> bool:
    return True
