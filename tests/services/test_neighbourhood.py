"""What lies around a record says the same of it as the whole register does."""

from __future__ import annotations

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import JUDGED, MemberDraft, ObjectiveDraft
from edi_tui.domain.rows import MemberRow, ObjectiveRow, SponsorshipRow
from edi_tui.services import records
from edi_tui.services.judgement import findings_of, smart_of
from edi_tui.services.lists import rows_of
from edi_tui.services.neighbourhood import near, view_near
from edi_tui.services.register import Register
from edi_tui.services.views import view_of


def test_the_rules_say_the_same_with_the_neighbours_as_with_all(sample: Register) -> None:
    rows = [row for kind in JUDGED for row in rows_of(sample, kind)]
    local = [row for row in rows if row.KIND in (Kind.OBJECTIVE, Kind.ACTION, Kind.MEASURE)]
    proof = [row for row in rows if row.KIND is Kind.EVIDENCE]
    views = [(row, view_near(sample, row)) for row in (*local, *proof)]
    whole = view_of(sample)
    assert len(views) > 40
    for row, view in views:
        assert findings_of(row, view) == findings_of(row, whole), row.ref
        if isinstance(row, ObjectiveRow):
            assert smart_of(row, view) == smart_of(row, whole), row.ref
    assert view_near(sample, rows[0]) is whole


def test_the_same_words_of_another_owner_are_near(register: Register) -> None:
    for name, title in (("Ada", "Raise the share, to 18%"), ("Lee", "raise the SHARE to 18 %")):
        ref = records.add(register, MemberDraft(name=name, role=name)).ref
        records.add(register, ObjectiveDraft(title=title, owner=ref))
    row = rows_of(register, Kind.OBJECTIVE)[0]
    assert any("OBJ-002" in one.message for one in findings_of(row, view_near(register, row)))


def test_what_points_at_a_record_is_near_it(sample: Register) -> None:
    members = [row for row in rows_of(sample, Kind.MEMBER) if isinstance(row, MemberRow)]
    for member in members:
        found = near(sample, member, Kind.OBJECTIVE)
        assert len(found) == member.objectives, member.ref
    terms = [row for row in rows_of(sample, Kind.SPONSORSHIP) if isinstance(row, SponsorshipRow)]
    every = rows_of(sample, Kind.SPONSORSHIP)
    for term in terms:
        network = next(row for row in rows_of(sample, Kind.NETWORK) if row.ref == term.network_ref)
        assert term.ref in {row.ref for row in near(sample, network, Kind.SPONSORSHIP)}
    assert len(every) == len(terms)
