"""What changed from one quarter to another, in the sentences of a board."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.kinds import Kind
from edi_tui.domain.moves import asks_for_less, day_in
from edi_tui.domain.quarter_side import Side, edit_between, kind_of
from edi_tui.domain.rules.texts import Verdict
from edi_tui.domain.ways import DRIFT, STATUS, alike
from edi_tui.domain.words import Status, Word

DELIVERED = (Kind.OBJECTIVE, Kind.ACTION)
_COUNTED = (
    *DELIVERED,
    Kind.MEASURE,
    Kind.MEMBER,
    Kind.NETWORK,
    Kind.SPONSORSHIP,
    Kind.EVIDENCE,
    Kind.CONCERN,
    Kind.CHALLENGE,
    Kind.WAIVER,
    Kind.COMMITMENT,
)
"""The kinds of which a board hears how many came and went."""
_TIMES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


class Sort(Word):
    """What a sentence is about."""

    MOVED = "moved", "Status moved"
    CLOSED = "closed", "Closed"
    REOPENED = "reopened", "Opened again"
    CARRIED_OVER = "carried_over", "Carried over"
    SUPERSEDED = "superseded", "Superseded"
    NEW = "new", "New"
    WITHDRAWN = "withdrawn", "Withdrawn"
    RETURNED = "returned", "Brought back"
    REDATED = "redated", "Re-dated"
    LOWERED = "lowered", "Targets lowered"
    OWNER = "owner", "Owners changed"
    SMART = "smart", "SMART"
    FINDINGS = "findings", "Findings"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thing to say, and the records that it is about."""

    sort: Sort
    text: str
    refs: tuple[str, ...]


def sentences(before: Side, after: Side, letters: Collection[str]) -> Iterator[Sentence]:
    """Yield what a board wants to hear first; nothing that follows from a changed rule alone.

    Args:
        before: The earlier side.
        after: The later side.
        letters: The letters of SMART that both sides judged by the same rules.
    """
    yield from _statuses(before, after)
    yield from _came_and_went(before, after)
    yield from _redated(before, after)
    yield from _lowered(before, after)
    yield from _owners(before, after)
    yield from _smart(before, after, letters)
    yield from _findings(before, after)


def _statuses(before: Side, after: Side) -> Iterator[Sentence]:
    grouped: dict[tuple[Kind, Status, Status], list[str]] = defaultdict(list)
    for kind, ref in _both(before, after):
        then, now = (_status(side, ref, before, after) for side in (before, after))
        if then is not now:
            grouped[kind, then, now].append(ref)
    said: dict[tuple[Kind, Sort, str], list[str]] = defaultdict(list)
    for (kind, then, now), refs in sorted(grouped.items(), key=_gravest):
        said[kind, *_told(then, now)] += refs
    places = {ref: place for place, ref in enumerate(after.deliveries)}
    for (kind, sort, told), refs in said.items():
        text = f"{kind.counted(len(refs))} {told if len(refs) == 1 else _many(told)}."
        yield Sentence(sort, text, tuple(sorted(refs, key=places.__getitem__)))


def _status(side: Side, ref: str, before: Side, after: Side) -> Status:
    """Return a status as it was worked out; as declared where the two were worked out otherwise."""
    row = side.deliveries[ref]
    return row.computed.status if alike(STATUS, before.rules, after.rules) else row.status


_ORDER = (Kind.OBJECTIVE, Kind.ACTION)
_GRAVE = tuple(Status)


def _gravest(group: tuple[tuple[Kind, Status, Status], list[str]]) -> tuple[int, bool, int, int]:
    (kind, then, now), refs = group
    return _ORDER.index(kind), now.closed, -len(refs), _GRAVE.index(then)


def _told(then: Status, now: Status) -> tuple[Sort, str]:
    """Return what is said of one record that went from one status to another."""
    if now is Status.CARRIED_OVER:
        return Sort.CARRIED_OVER, "was carried over"
    if now is Status.SUPERSEDED:
        return Sort.SUPERSEDED, "was superseded"
    if now.closed and not then.closed:
        return Sort.CLOSED, f"was closed: {_lower(now)}"
    if then.closed and not now.closed:
        return Sort.REOPENED, f"was opened again: {_lower(now)}"
    return Sort.MOVED, f"moved from {_lower(then)} to {_lower(now)}"


def _lower(status: Status) -> str:
    return status.label.lower()


def _many(told: str) -> str:
    return told.replace("was ", "were ", 1)


def _both(before: Side, after: Side) -> Iterator[tuple[Kind, str]]:
    """Yield the objectives and actions that stand on both sides."""
    for ref in after.deliveries:
        if ref in before.deliveries:
            yield kind_of(ref), ref


def _came_and_went(before: Side, after: Side) -> Iterator[Sentence]:
    for kind in _COUNTED:
        then, now = _standing(before, kind), _standing(after, kind)
        came = [ref for ref in now if ref not in then]
        new = [ref for ref in came if ref not in before.records]
        back = [ref for ref in came if ref in before.records]
        gone = [ref for ref in then if ref not in now]
        yield from _counted(Sort.NEW, kind, new, "is new", "are new")
        yield from _counted(Sort.RETURNED, kind, back, "was brought back", "were brought back")
        yield from _counted(Sort.WITHDRAWN, kind, gone, "was withdrawn", "were withdrawn")


def _standing(side: Side, kind: Kind) -> dict[str, None]:
    prefix = f"{kind.prefix}-"
    return {ref: None for ref in side.records if ref.startswith(prefix) and side.stands(ref)}


def _counted(
    sort: Sort, kind: Kind, refs: Sequence[str], one: str, many: str
) -> Iterator[Sentence]:
    if refs:
        yield Sentence(
            sort, f"{_number(kind, len(refs))} {one if len(refs) == 1 else many}.", tuple(refs)
        )


def _number(kind: Kind, count: int) -> str:
    if kind is Kind.EVIDENCE:
        return f"{count:,} {'item' if count == 1 else 'items'} of evidence"
    return kind.counted(count)


def _redated(before: Side, after: Side) -> Iterator[Sentence]:
    """Yield how often due dates were moved, and by how much since they were first promised."""
    moved: dict[tuple[Kind, int], dict[str, int]] = defaultdict(dict)
    given: dict[Kind, list[str]] = defaultdict(list)
    taken: dict[Kind, list[str]] = defaultdict(list)
    for kind, ref in _both(before, after):
        then, now = (day_in(side.says(ref), "due_on") for side in (before, after))
        if then == now:
            continue
        if then and now:
            times, days = _moves(ref, before, after, then, now)
            moved[kind, times][ref] = days
        else:
            (given if now else taken)[kind].append(ref)
    for (kind, times), days_of in sorted(moved.items(), key=lambda one: (one[0][0], -one[0][1])):
        yield Sentence(Sort.REDATED, _moved(kind, times, list(days_of.values())), tuple(days_of))
    for found, told in ((given, "was given"), (taken, "was taken out")):
        for kind, refs in found.items():
            many = told if len(refs) == 1 else _many(told)
            yield Sentence(Sort.REDATED, f"{_dates(kind, len(refs))} {many}.", tuple(refs))


def _moves(ref: str, before: Side, after: Side, then: date, now: date) -> tuple[int, int]:
    """Return how often a due date has been moved, and by how many days in all.

    The ledger of drift counts from the agreement on; what it does not know yet, since it was done
    after the day at which the quarter was read, counts as one move more. Where the two sides
    counted otherwise, only the move between them is told.
    """
    if not alike(DRIFT, before.rules, after.rules):
        return 1, (now - then).days
    known, earlier = after.drift.get(ref), before.drift.get(ref)
    was = earlier.moves if earlier else 0
    first = next((one.original.due_on for one in (known, earlier) if one and one.moves), then)
    times = max(known.moves if known else 0, was + 1)
    return times, (now - (first or then)).days


def _dates(kind: Kind, count: int) -> str:
    of = f" of {kind.one if count == 1 else kind.many}" if kind is not Kind.OBJECTIVE else ""
    return f"{count:,} due {'date' if count == 1 else 'dates'}{of}"


def _moved(kind: Kind, times: int, days: Sequence[int]) -> str:
    often = f" a {_ordinal(times)} time" if times > 1 else ""
    in_all = " in all" if times > 1 else ""
    told = _and([_days(one) for one in sorted(days, reverse=True)])
    return f"{_dates(kind, len(days))} moved{often}, {told}{in_all}."


def _ordinal(number: int) -> str:
    return _TIMES[number - 1] if number <= len(_TIMES) else f"{number}th"


def _days(days: int) -> str:
    counted = f"{abs(days):,} {'day' if abs(days) == 1 else 'days'}"
    return f"{counted} sooner" if days < 0 else counted


def _and(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _lowered(before: Side, after: Side) -> Iterator[Sentence]:
    refs = [
        ref
        for ref, measure in after.measures.items()
        if before.stands(ref)
        and asks_for_less(
            edit := edit_between(ref, before.says(ref), after.says(ref)), edit, measure
        )
    ]
    yield from _plainly(Sort.LOWERED, refs, "target was lowered", "targets were lowered")


def _plainly(sort: Sort, refs: Sequence[str], one: str, many: str) -> Iterator[Sentence]:
    if refs:
        text = f"{len(refs):,} {one if len(refs) == 1 else many}."
        yield Sentence(sort, text, tuple(dict.fromkeys(refs)))


def _owners(before: Side, after: Side) -> Iterator[Sentence]:
    for kind, field, word in ((Kind.OBJECTIVE, "owner", "owner"), (Kind.ACTION, "lead", "lead")):
        refs = [
            ref
            for of, ref in _both(before, after)
            if of is kind and before.says(ref).get(field) != after.says(ref).get(field)
        ]
        yield from _counted(Sort.OWNER, kind, refs, f"has another {word}", f"have another {word}")


def _smart(before: Side, after: Side, letters: Collection[str]) -> Iterator[Sentence]:
    wanting = {
        ref: tuple(_missing(side, ref, letters) for side in (before, after))
        for ref in after.verdicts
        if ref in before.verdicts
    }
    more = [ref for ref, (then, now) in wanting.items() if now < then]
    less = [ref for ref, (then, now) in wanting.items() if now > then]
    for refs, word in ((more, "more"), (less, "less")):
        one, many = f"is {word} SMART than it was", f"are {word} SMART than they were"
        yield from _counted(Sort.SMART, Kind.OBJECTIVE, refs, one, many)


def _missing(side: Side, ref: str, letters: Collection[str]) -> int:
    """Return how many of some letters of SMART are missing in an objective."""
    verdicts = side.verdicts[ref]
    return sum(verdicts.get(letter) is Verdict.MISSING for letter in letters)


def _findings(before: Side, after: Side) -> Iterator[Sentence]:
    """Yield the failures that were settled and that are new, of rules that did not change."""
    same = {one.rule for side in (before, after) for one in side.findings}
    same = {rule for rule in same if before.rules.get(rule) == after.rules.get(rule)}
    then, now = (_failures(side, same) for side in (before, after))
    for found, one, many in (
        (then - now, "finding that failed is settled", "findings that failed are settled"),
        (now - then, "finding that fails is new", "findings that fail are new"),
    ):
        yield from _plainly(Sort.FINDINGS, sorted(ref for _, ref, _ in found), one, many)


def _failures(side: Side, rules: Collection[str]) -> set[tuple[str, str, str]]:
    """Return the rule, record and field of each failure by some rules."""
    failed = (one for one in side.findings if one.level is FindingLevel.FAIL)
    return {(one.rule, one.ref, one.column) for one in failed if one.rule in rules}
