from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from edi_tui.domain.due import Due
from edi_tui.domain.errors import FilterError
from edi_tui.domain.filters.expression import All, Either, Expression, Not
from edi_tui.domain.filters.fields import FilterField, Sort, fields_for
from edi_tui.domain.filters.read import read_filter
from edi_tui.domain.filters.terms import term
from edi_tui.domain.filters.values import fits
from edi_tui.domain.filters.written import written
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    MeasureDraft,
    MemberDraft,
    ObjectiveDraft,
    ReadingDraft,
    UpdateDraft,
)
from edi_tui.domain.rows import DeliveryRow, ObjectiveRow
from edi_tui.domain.words import Assurance, Precision, Status
from edi_tui.services import records
from edi_tui.services.lists import LISTED, rows_of
from edi_tui.services.register import Register, open_register
from edi_tui.services.saved_views import save_view
from edi_tui.services.search import completed, rows_at, search
from edi_tui.store.texts import TEXTS, keep_all_texts
from tests.conftest import NOW
from tests.tui.hostile import CONTROLS, LETTERS, MARKUP

DAY = Precision.DAY
KINDS = {kind.plural: kind for kind in Kind}


@pytest.mark.parametrize(
    ("kind", "text", "numbers"),
    [
        ("objectives", "", [*range(1, 16)]),
        ("objectives", "PEER review", [13]),
        ("objectives", '"bands 8a"', [5]),
        ("objectives", "managers’ licence", [6]),
        ("objectives", "obj-014", [14]),
        ("objectives", "ref:4", [4]),
        ("objectives", "ref:obj-4 or ref:5", [4, 5]),
        ("objectives", "hia:2", [5]),
        ("objectives", "hia:1 not owner:chair", [3, 4, 9, 13]),
        ("objectives", 'owner:"chief people"', [5, 6]),
        ("objectives", "status:off_track", [10, 13]),
        ("objectives", "status:red", [10, 13]),
        ("objectives", "status:complete or status:no_update", [8, 15]),
        ("objectives", "due.before:eoq", [8, 13]),
        ("objectives", "due.by:eoq", [2, 6, 8, 13]),
        ("objectives", "due.after:2027-03-31", [5]),
        ("objectives", 'due.on:"2026/27 q2"', [8, 13]),
        ("objectives", "due:sep", [8, 13]),
        ("objectives", "+overdue", [13]),
        ("objectives", "+stale", [15]),
        ("objectives", "+watermelon", [2]),
        ("objectives", "+noevidence", [3, 9, 15]),
        ("objectives", "+sponsoronly", [9]),
        ("objectives", "+drifting", []),
        ("objectives", "not +unsmart", [8]),
        ("objectives", "(+overdue or +stale) not hia:2", [13, 15]),
        ("objectives", "assurance:asserted", [3, 9, 15]),
        ("actions", "+overdue lead:nobody", []),
        ("networks", "missing", []),
        ("networks", "executive_sponsor:", [4]),
        ("networks", "state:forming or state:dormant", [5, 6]),
        ("evidence", "supports:net-1", [2]),
        ("evidence", "dated.before:2024", [11]),
        ("heard_scores", "score.over:3.3", [3, 6, 7]),
        ("heard_scores", "score:", [9]),
    ],
)
def test_a_filter_finds_what_it_says(
    sample: Register, kind: str, text: str, numbers: list[int]
) -> None:
    assert list(search(sample, KINDS[kind], text).numbers) == numbers


@pytest.mark.parametrize("kind", LISTED)
def test_every_field_of_every_list_can_be_asked_for(sample: Register, kind: Kind) -> None:
    whole = set(search(sample, kind).numbers)
    for name in fields_for(kind):
        empty = set(search(sample, kind, f"{name}:").numbers)
        filled = set(search(sample, kind, f"not {name}:").numbers)
        assert empty | filled == whole
        assert not empty & filled


@pytest.mark.parametrize("kind", LISTED)
def test_a_window_of_a_list_is_read_in_the_order_of_the_list(sample: Register, kind: Kind) -> None:
    found = search(sample, kind)
    whole = list(rows_of(sample, kind))
    assert [row.ref for row in whole] == [kind.ref(number) for number in found.numbers]
    assert found.total == len(whole)
    window = found.numbers[2:7]
    assert list(rows_at(sample, kind, window)) == whole[2:7]
    assert list(rows_at(sample, kind, window[::-1])) == whole[2:7][::-1]


def _sort_tests(field: FilterField) -> list[str]:
    return {
        Sort.DATE: ["before:today", "after:2026-03-31", "on:2026/27"],
        Sort.DUE: ["by:eoq", "after:q3"],
        Sort.NUMBER: ["over:3", "under:20"],
    }.get(field.sort, [])


@pytest.mark.parametrize("kind", LISTED)
def test_comparisons_are_those_of_the_rows(sample: Register, kind: Kind) -> None:
    rows = rows_of(sample, kind)
    for name, field in fields_for(kind).items():
        for compared in _sort_tests(field):
            how, _, value = compared.partition(":")
            asked = term(f"{name}.{how}", value, kind, NOW.date())
            held = "due_on" if name == "due" else field.name
            fitting = [row.ref for row in rows if fits(asked.condition, getattr(row, held))]
            found = search(sample, kind, f"{name}.{compared}").numbers
            assert [kind.ref(number) for number in found] == fitting, f"{name}.{compared}"


@pytest.mark.parametrize("kind", [Kind.OBJECTIVE, Kind.ACTION])
@pytest.mark.parametrize("day", [date(2026, 6, 30), date(2026, 11, 21), date(2027, 4, 2)])
def test_the_status_is_the_one_that_rows_compute(sample: Register, kind: Kind, day: date) -> None:
    rows = [row for row in rows_of(sample, kind, as_at=day) if isinstance(row, DeliveryRow)]
    for status in Status:
        shown = [row.ref for row in rows if row.computed.status is status]
        found = search(sample, kind, f"status:{status.value}", as_at=day).numbers
        assert [kind.ref(number) for number in found] == shown, status
    tests: dict[str, Callable[[DeliveryRow], bool]] = {
        "+overdue": lambda row: row.computed.overdue_days > 0,
        "+stale": lambda row: row.computed.stale,
        "+watermelon": lambda row: row.computed.watermelon(row.status),
        "+noevidence": lambda row: row.evidence == 0,
        "assurance:evidenced": lambda row: row.assurance is Assurance.EVIDENCED,
    }
    for text, told in tests.items():
        found = search(sample, kind, text, as_at=day).numbers
        assert [kind.ref(n) for n in found] == [row.ref for row in rows if told(row)], text


ATOMS = ("chair", "2027", "status:on_track", "+overdue", "hia:1", "owner:chief", "due.by:eoq")
LOGIC = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} or {pair[1]})"),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} {pair[1]})"),
        inner.map(lambda part: f"not {part}"),
    ),
    max_leaves=6,
)


@settings(max_examples=25)
@given(LOGIC)
def test_not_or_and_brackets_obey_logic(sample: Register, text: str) -> None:
    whole = frozenset(search(sample, Kind.OBJECTIVE).numbers)

    def reference(part: Expression) -> frozenset[int]:
        if isinstance(part, Not):
            return whole - reference(part.part)
        if isinstance(part, All):
            return whole.intersection(*map(reference, part.parts))
        if isinstance(part, Either):
            return frozenset().union(*map(reference, part.parts))
        return frozenset(search(sample, Kind.OBJECTIVE, written(part)).numbers)

    expression = read_filter(text, Kind.OBJECTIVE, today=NOW.date())
    assert frozenset(search(sample, Kind.OBJECTIVE, text).numbers) == reference(expression)


@pytest.mark.parametrize("kind", [Kind.OBJECTIVE, Kind.UPDATE, Kind.NETWORK])
@pytest.mark.parametrize(
    "text", [*MARKUP, *CONTROLS, *LETTERS, "%", "_", "a%", "\\", "'; --", "é", "x" * 10_000]
)
def test_hostile_words_are_looked_for_like_any_others(
    sample: Register, kind: Kind, text: str
) -> None:
    with suppress(FilterError):
        assert search(sample, kind, text).total
    with suppress(FilterError):
        assert search(sample, kind, f'ref:1 or source:"{text}"').total


def test_a_filter_that_is_not_understood_is_refused_with_the_nearest(sample: Register) -> None:
    with pytest.raises(FilterError, match="did you mean “status”"):
        search(sample, Kind.OBJECTIVE, "stauts:x")


def test_words_are_found_whatever_their_case_marks_and_accents(register: Register) -> None:
    records.add(register, MemberDraft(name="Olumide Adéṣínà", role="Chief Executive"))
    records.add(register, ObjectiveDraft(title="Sta\ufb00 in BANDS 8a–9", owner="MEM-001"))
    for text in ("staff", "bands", '"8A 9"', "8a-9", "adesina", "ADÉṢÍNÀ", "title:staff", "mem-1"):
        assert list(search(register, Kind.OBJECTIVE, text).numbers) == [1], text
    for text in ("stafff", "8b", "title:adesina", '"bands staff"'):
        assert list(search(register, Kind.OBJECTIVE, text).numbers) == [], text


def test_what_was_withdrawn_is_found_among_the_withdrawn(register: Register) -> None:
    ref = records.add(register, ObjectiveDraft(title="Raise the share")).ref
    records.withdraw(register, ref, "entered twice", version=1)
    assert list(search(register, Kind.OBJECTIVE, "share").numbers) == []
    found = search(register, Kind.OBJECTIVE, "twice share", withdrawn=True)
    assert (list(found.numbers), found.total) == ([1], 1)
    (row,) = rows_at(register, Kind.OBJECTIVE, found.numbers, withdrawn=True)
    assert row.withdrawn == "entered twice"
    assert list(rows_at(register, Kind.OBJECTIVE, found.numbers)) == []


def test_words_follow_every_change_of_what_a_row_says(register: Register) -> None:
    def found(words: str) -> list[int]:
        return list(search(register, Kind.OBJECTIVE, words).numbers)

    records.add(register, MemberDraft(name="Ada Obi", role="Chair"))
    records.add(register, ObjectiveDraft(title="Raise the share", owner="MEM-001"))
    records.add(register, ObjectiveDraft(title="Publish the pay gap"))
    update = UpdateDraft(subject="OBJ-001", on=register.today, narrative="Panels are briefed")
    records.add(register, update)
    measure = MeasureDraft(name="Share in bands 8a", objective="OBJ-001")
    records.add(register, measure)
    assert [found(word) for word in ("ada", "panels", "8a")] == [[1], [1], [1]]
    records.edit(register, "MEM-001", MemberDraft(name="Lee Ray", role="Chair"), version=1)
    records.edit(register, "MEA-001", replace(measure, objective="OBJ-002"), version=1)
    records.withdraw(register, "UPD-001", "wrong objective", version=1)
    assert [found(word) for word in ("ada", "lee", "panels", "8a")] == [[], [1], [], [2]]


def test_the_texts_that_changes_keep_are_those_that_are_made_anew(sample: Register) -> None:
    with sample.writing("look") as changes:
        wanted = sa.select(TEXTS).order_by(TEXTS.c.kind, TEXTS.c.number)
        kept = changes.session.execute(wanted).all()
        keep_all_texts(changes.session)
        assert changes.session.execute(wanted).all() == kept


def test_completion_offers_what_the_register_has(sample: Register) -> None:
    def offered(text: str) -> list[str]:
        return [one.text for one in completed(sample, Kind.OBJECTIVE, text, len(text))]

    assert offered('owner:"chief p') == ['owner:"Chief People Officer"']
    assert offered("hia:")[:2] == ["hia:HIA1", "hia:HIA1.1"]
    assert 'due.by:"2026/27 Q3"' in offered("due.by:")
    save_view(sample, "late", Kind.OBJECTIVE, "+overdue")
    assert offered("@") == ["@late"]


def _behind(register: Register) -> list[int]:
    return list(search(register, Kind.OBJECTIVE, "+watermelon").numbers)


def test_what_is_behind_its_path_follows_every_change(register: Register) -> None:
    begun = date(2026, 4, 1)
    records.add(register, ObjectiveDraft(title="Raise it", due=Due(date(2027, 3, 31), "", DAY)))
    records.add(register, UpdateDraft(subject="OBJ-001", on=register.today, status=Status.ON_TRACK))
    measure = MeasureDraft(
        name="Share", objective="OBJ-001", baseline=Decimal(10), baseline_on=begun
    )
    records.add(register, replace(measure, target=Decimal(20)))
    assert _behind(register) == []
    reading = ReadingDraft(measure="MEA-001", as_at=register.today, value=Decimal(11))
    records.add(register, reading)
    assert _behind(register) == [1]
    records.edit(register, "RDG-001", replace(reading, value=Decimal(19)), version=1)
    assert _behind(register) == []
    records.edit(register, "MEA-001", replace(measure, target=Decimal(40)), version=1)
    assert _behind(register) == [1]
    records.withdraw(register, "MEA-001", "counted twice", version=2)
    assert _behind(register) == []


def test_an_owner_is_asked_for_as_it_was_on_the_day(register: Register) -> None:
    for role in ("Chair", "Chief Executive"):
        records.add(register, MemberDraft(name=role, role=role))
    draft = ObjectiveDraft(title="Raise it", owner="MEM-001")
    records.add(register, draft)
    later = open_register(register.path, who="tester", now=lambda: NOW + timedelta(days=40))
    records.edit(later, "OBJ-001", replace(draft, owner="MEM-002"), version=1)
    for day, owner in ((NOW.date(), "chair"), (later.today, "executive")):
        for asked in ("chair", "executive"):
            found = search(later, Kind.OBJECTIVE, f"owner:{asked}", as_at=day).numbers
            assert list(found) == ([1] if asked == owner else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [("lead:", [1]), ('lead:""', [1]), ("not lead:", [2]), ("supporting:", [1, 2]), ("due:", [1])],
)
def test_a_field_without_a_value_asks_for_what_has_nothing_there(
    register: Register, text: str, found: list[int]
) -> None:
    records.add(register, ActionDraft(text="Train the panels"))
    dated = Due(date(2027, 3, 31), "", Precision.DAY)
    records.add(register, ActionDraft(text="Brief the panels", lead="HR", due=dated))
    assert list(search(register, Kind.ACTION, text).numbers) == found


@pytest.mark.parametrize(("text", "found"), [("due:", [1, 2]), ("not due:", [3])])
def test_words_that_name_no_day_leave_a_due_date_open(
    register: Register, text: str, found: list[int]
) -> None:
    days = (Due(), Due(None, "ongoing"), Due(date(2027, 3, 31), "", Precision.DAY))
    for due in days:
        records.add(register, ActionDraft(text="Train the panels", due=due))
        records.add(register, ObjectiveDraft(title="Train the panels", due=due))
    for kind in (Kind.ACTION, Kind.OBJECTIVE):
        assert list(search(register, kind, text).numbers) == found
    assert list(search(register, Kind.ACTION, "due:ongoing").numbers) == [2]


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            (
                "a",
                "re",
                "red",
                "panel",
                "pan",
                "obj-1",
                "obj-12",
                "owner:c",
                "owner:chair",
                "+overdue",
                "not",
                "or",
            )
        ),
        max_size=4,
    )
)
def test_what_is_found_letter_by_letter_is_what_is_found_at_once(
    sample: Register, words: list[str]
) -> None:
    text = " ".join(words)
    for end in range(len(text) + 1):
        with suppress(FilterError):
            found = search(sample, Kind.OBJECTIVE, text[:end])
            search(sample, Kind.OBJECTIVE)
            assert search(sample, Kind.OBJECTIVE, text[:end]) == found


def test_the_first_of_a_long_list_are_found_without_the_rest(
    sample: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert search(sample, Kind.OBJECTIVE, first=3).whole
    monkeypatch.setattr("edi_tui.services.search.FEW", 10)
    found = search(sample, Kind.OBJECTIVE, "hia:1 not owner:chair", first=3)
    assert (found.numbers, found.total, found.whole) == ([3, 4, 9], 15, False)
    whole = search(sample, Kind.OBJECTIVE, "hia:1 not owner:chair")
    assert (whole.numbers, whole.whole) == ([3, 4, 9, 13], True)
    assert search(sample, Kind.OBJECTIVE, "hia:1 not owner:chair", first=5).whole


def test_rows_that_were_read_are_read_again_after_a_change(register: Register) -> None:
    made = records.add(register, ObjectiveDraft(title="Halve the gap"))
    (before,) = rows_at(register, Kind.OBJECTIVE, [1])
    assert rows_at(register, Kind.OBJECTIVE, [1])[0] is before
    draft = ObjectiveDraft(title="Close the gap")
    records.edit(register, made.ref, draft, version=before.version)
    (after,) = rows_at(register, Kind.OBJECTIVE, [1])
    assert isinstance(after, ObjectiveRow)
    assert after.title == "Close the gap"
