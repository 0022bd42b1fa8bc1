"""What changed from one quarter to another: the facts, apart from the rules and frameworks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from edi_tui.domain.board_language import Sentence, sentences
from edi_tui.domain.differences import Difference, differences
from edi_tui.domain.heard import TOO_FEW
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.plain import Plain, to_plain
from edi_tui.domain.quarter_side import Side, compared, edit_between, kind_of, name_of
from edi_tui.domain.records import DRAFTS
from edi_tui.domain.ways import DRIFT, STATUS, WAYS, changed_ways, is_way
from edi_tui.domain.words import Word

_SILENT = {kind: to_plain(draft()) for kind, draft in DRAFTS.items()}
"""A record of each kind that says nothing."""


class Fate(Word):
    """What became of a record."""

    NEW = "new", "New"
    CHANGED = "changed", "Changed"
    WITHDRAWN = "withdrawn", "Withdrawn"
    RETURNED = "returned", "Brought back"


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that is not as it was."""

    ref: str
    name: str
    fate: Fate
    differences: tuple[Difference, ...] = ()
    """Field by field, where it was changed; of what is confidential nothing is said."""


@dataclass(frozen=True, slots=True)
class QuarterDiff:
    """What changed between two sides."""

    before: Side
    after: Side
    sentences: tuple[Sentence, ...]
    """The facts as a board speaks of them."""
    records: tuple[RecordChange, ...]
    """The facts field by field."""
    frameworks: tuple[str, ...]
    """Which frameworks changed, in words."""
    items: tuple[RecordChange, ...]
    """The items of frameworks that changed."""
    rules: tuple[str, ...]
    """Which rules and ways of working something out changed, and what is therefore otherwise."""


def quarter_diff(before: Side, after: Side, letters: Collection[str]) -> QuarterDiff:
    """Return what changed from one side to another.

    Args:
        before: The earlier side.
        after: The later side.
        letters: The letters of SMART that both sides judged by the same rules.
    """
    changed = list(_records(before, after))
    items = {one.ref for one in changed if kind_of(one.ref) is Kind.FRAMEWORK_ITEM}
    return QuarterDiff(
        before,
        after,
        tuple(sentences(before, after, letters)),
        tuple(one for one in changed if one.ref not in items),
        framework_changes(before, after),
        tuple(one for one in changed if one.ref in items),
        rule_changes(before, after),
    )


def framework_changes(before: Side, after: Side) -> tuple[str, ...]:
    """Return in words which frameworks changed."""
    return tuple(_frameworks(before, after))


def rule_changes(before: Side, after: Side) -> tuple[str, ...]:
    """Return which rules and ways of working something out changed, and what that makes."""
    return (*_rules(before, after), *_ways(before, after))


def _records(before: Side, after: Side) -> Iterator[RecordChange]:
    refs = {ref for side in (before, after) for ref in side.records if compared(ref)}
    for ref in sorted(refs, key=_place):
        fate = _fate(ref, before, after)
        if fate:
            says = after.says(ref) or before.says(ref)
            found = _differences(ref, before, after) if fate is Fate.CHANGED else ()
            yield RecordChange(ref, name_of(says), fate, found)


def _place(ref: str) -> tuple[int, int]:
    kind, number = read_ref(ref) or (Kind.ORGANISATION, 0)
    return list(Kind).index(kind), number


def _fate(ref: str, before: Side, after: Side) -> Fate | None:
    then, now = before.stands(ref), after.stands(ref)
    if then and now:
        same = _complete(ref, before) == _complete(ref, after)
        return None if same else Fate.CHANGED
    if then:
        return Fate.WITHDRAWN
    if now:
        return Fate.RETURNED if ref in before.records else Fate.NEW
    return None


def _differences(ref: str, before: Side, after: Side) -> tuple[Difference, ...]:
    if kind_of(ref) is Kind.APPRAISAL:
        return ()
    hidden = ref in before.hidden | after.hidden
    sides = (_shown(_complete(ref, side), hidden=hidden) for side in (before, after))
    return differences(edit_between(ref, *sides))


def _complete(ref: str, side: Side) -> Plain:
    """Return what a record says; a field that an older release did not have says nothing."""
    return _SILENT[kind_of(ref)] | side.says(ref)


def _shown(says: Plain, *, hidden: bool) -> Plain:
    shown = says | {"score": TOO_FEW} if hidden else says
    if sheet := shown.get("cover_sheet", ""):
        # The whole text is a file of settings, which no board reads.
        mark = sha256(sheet.encode()).hexdigest()[:8]
        shown = shown | {"cover_sheet": f"Fields of your own, with the fingerprint {mark}"}
    return shown


def _frameworks(before: Side, after: Side) -> Iterator[str]:
    for name in sorted(before.frameworks.keys() | after.frameworks.keys()):
        then, now = before.frameworks.get(name), after.frameworks.get(name)
        if then is None:
            yield f"{name} is new."
        elif now is None:
            yield f"{name} is gone."
        elif then != now:
            yield f"{name} changed."


def _rules(before: Side, after: Side) -> Iterator[str]:
    spoke, speaks = (Counter(one.rule for one in side.findings) for side in (before, after))
    for rule in sorted(before.rules.keys() | after.rules.keys()):
        then, now = before.rules.get(rule), after.rules.get(rule)
        if then == now or is_way(rule):
            continue
        if then is None:
            yield f"Rule {rule} is new and speaks {_times(speaks[rule])}."
        elif now is None:
            yield f"Rule {rule} is gone; it spoke {_times(spoke[rule])}."
        else:
            yield (
                f"Rule {rule} went from version {then} to {now}: it spoke {_times(spoke[rule])} "
                f"and speaks {_times(speaks[rule])} now."
            )


def _ways(before: Side, after: Side) -> Iterator[str]:
    """Yield which ways changed, and what is compared otherwise for that."""
    for name in changed_ways(before.rules, after.rules):
        therefore = _THEREFORE[name](before, after) if name in _THEREFORE else ""
        yield f"The way in which {WAYS[name].told} changed{therefore}."


def _of_statuses(before: Side, after: Side) -> str:
    """Say how statuses are compared, and how many came out otherwise."""
    both = before.deliveries.keys() & after.deliveries.keys()
    other = sum(
        before.deliveries[ref].computed.status is not after.deliveries[ref].computed.status
        for ref in both
    )
    differs = _times(other) if other else "nowhere"
    return f", so what was declared is compared; what was worked out differs {differs}"


def _of_drift(_before: Side, _after: Side) -> str:
    return ", so of a due date only the move between the two is told"


_THEREFORE: Mapping[str, Callable[[Side, Side], str]] = {STATUS: _of_statuses, DRIFT: _of_drift}
"""What follows where a way changed that facts are told by."""


def _times(count: int) -> str:
    return {0: "of nothing", 1: "once", 2: "twice"}.get(count, f"{count:,} times")
