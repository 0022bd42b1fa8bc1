"""Personal details in what would be published, which somebody has to look at first."""

from __future__ import annotations

from collections.abc import Iterator

from edi_tui.domain.fields import FieldKind
from edi_tui.domain.kinds import Kind
from edi_tui.domain.publishing.allowed import ALLOWED
from edi_tui.domain.publishing.personal import Personal, personal_in
from edi_tui.domain.records import DRAFTS, OrganisationDraft, fields_of
from edi_tui.domain.rows import Row
from edi_tui.domain.text import one_line
from edi_tui.services.public_networks import opted_in_networks
from edi_tui.services.report import StatusReport
from edi_tui.services.small_numbers import opted_in, published_measures

_TEXTS = (FieldKind.LINE, FieldKind.PROSE)


def personal_details(report: StatusReport) -> Iterator[Personal]:
    """Yield what is personal in the texts that would be published."""
    now = report.now
    measures = published_measures(report)
    refs = {row.ref for row in measures}
    readings = [row for row in now.readings if row.measure_ref in refs]
    texts: list[tuple[str, Row | OrganisationDraft]] = [
        (Kind.ORGANISATION.ref(1), now.organisation)
    ]
    for rows_of in (now.members, opted_in(report), measures, readings, opted_in_networks(now)):
        texts += [(row.ref, row) for row in rows_of]
    for ref, row in texts:
        for field_ in fields_of(DRAFTS[row.KIND]):
            if field_.name in ALLOWED[row.KIND] and field_.kind in _TEXTS:
                text = one_line(str(getattr(row, field_.name)))
                yield from (Personal(ref, field_.label, what) for what in personal_in(text))
