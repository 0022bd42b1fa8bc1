"""What a person may accept for a finding, likeliest first, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches

from edi_tui.domain.date_reasons import offered
from edi_tui.domain.desk import Matter, Proposal
from edi_tui.domain.due import format_date
from edi_tui.domain.imported_fields import SPONSORED
from edi_tui.domain.initials import likely
from edi_tui.domain.kinds import Kind
from edi_tui.domain.statuses import read_status
from edi_tui.domain.text import folded, shortened
from edi_tui.domain.values import write_value
from edi_tui.domain.words import Status
from edi_tui.reference.load import heading_aliases
from edi_tui.services.desk_records import Records
from edi_tui.services.waiting import Waiting

_USUAL = (Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK, Status.COMPLETE, Status.NOT_STARTED)
"""What delivery reports say most."""
_SHOWN = 60


def proposals(one: Waiting, records: Records) -> list[Proposal]:
    """Return what may be accepted with one key; nothing where only a person can tell."""
    offer = _OFFERS.get(one.matter)
    return offer(one, records) if offer else []


def _dates(one: Waiting, _records: Records) -> list[Proposal]:
    said = one.finding
    days = [date.fromisoformat(day) for day in said.proposals]
    return [Proposal(format_date(day), why) for day, why in offered(said.rule, said.value, days)]


def _statuses(one: Waiting, _records: Records) -> list[Proposal]:
    assumed = read_status(one.finding.value).status
    if one.finding.rule == "status-assumed":
        others = [status for status in _USUAL if status is not assumed]
        first = Proposal(assumed.label, "its usual meaning")
        return [first, *(Proposal(status.label) for status in others)]
    named = [Proposal(label, "one of the two that it names") for label in one.finding.proposals]
    return named or [Proposal(status.label) for status in _USUAL]


def _names(one: Waiting, records: Records) -> list[Proposal]:
    spec = records.spec(one)
    kinds = (Kind.MEMBER,) if one.column in SPONSORED else spec.to if spec else ()
    offers = []
    for kind in kinds:
        names = records.named(kind)
        for ref, why in likely(one.finding.value, names):
            said = ", ".join(filter(None, names[ref]))
            offers.append(Proposal(ref, why, f"{ref} {shortened(said, _SHOWN)}"))
    return offers


def _values(one: Waiting, _records: Records) -> list[Proposal]:
    return [Proposal(label) for label in one.finding.proposals]


def _conflicts(one: Waiting, records: Records) -> list[Proposal]:
    target, spec = records.target(one), records.spec(one)
    if target is None or spec is None:
        return []
    now = shortened(write_value(spec, getattr(target.draft, spec.name)), _SHOWN) or "nothing"
    return [Proposal(one.finding.value, f"the file's words; the register says {now}")]


def _headings(one: Waiting, _records: Records) -> list[Proposal]:
    fields: Mapping[str, str] = heading_aliases()[one.kind.plural].fields
    near = get_close_matches(folded(one.finding.value), fields, n=3, cutoff=0.5)
    found = dict.fromkeys(fields[word] for word in near)
    return [Proposal(name, "the nearest heading that is known") for name in found]


_OFFERS: dict[Matter, Callable[[Waiting, Records], list[Proposal]]] = {
    Matter.DATE: _dates,
    Matter.STATUS: _statuses,
    Matter.NAME: _names,
    Matter.VALUE: _values,
    Matter.CONFLICT: _conflicts,
    Matter.HEADING: _headings,
}
