"""From the papers of two successive quarters together no hidden number can be worked out.

The attacker has nothing but the published JSON and knows what everybody knows: that a count and
the others make up all who were counted, and that the groups of a day make up everyone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import MeasureDraft, ObjectiveDraft, ReadingDraft
from edi_tui.domain.suppression.publication import Key, Quotient, Sum, percentage
from edi_tui.domain.suppression.suppressed import Mark
from edi_tui.exports.export import FORMATS, public_bytes
from edi_tui.services import records
from edi_tui.services.closing import close_quarter
from edi_tui.services.public_report import public_report
from edi_tui.services.publishing import keep
from edi_tui.services.register import Register
from tests.conftest import NOW
from tests.domain.suppression.attacker import Attacker, Page, attack
from tests.domain.suppression.test_attack import GUESSES, MOST
from tests.exports.conftest import DESPITE
from tests.exports.other_programs import pdf_tables
from tests.exports.read_back import Page as Html
from tests.exports.read_back import Rows, csv_rows, markdown_tables, sheets, word_tables
from tests.services.closing import Q1, Q2, edited, on

LOW = 3
"""A threshold at which every possible world of a small table can be written down."""
FIRST, SECOND = date(2026, 6, 30), date(2026, 9, 30)
GROUPS = "abcdefghij"
PEOPLE, SESSIONS = "members", "sessions"
TYPED = (PEOPLE, SESSIONS)
"""The units of a number that is out of nothing; sessions of groups are protected as people are."""


@dataclass(frozen=True)
class Counted:
    """What was counted of a measure on a day: of each group a number and out of how many."""

    day: date
    groups: tuple[tuple[int, int], ...]
    whole: bool
    """Whether everyone is given beside the groups."""
    unit: str = "%"
    """That, or one of `TYPED`."""

    @property
    def numbers(self) -> dict[str, tuple[int, int]]:
        """What is entered, by group."""
        named = dict(zip(GROUPS, self.groups, strict=False))
        parts, wholes = zip(*self.groups, strict=True)
        return named | ({"": (sum(parts), sum(wholes))} if self.whole else {})


@st.composite
def counted(draw: st.DrawFn, day: date) -> Counted:
    sizes = draw(st.lists(st.integers(0, 9), min_size=1, max_size=3))
    groups = tuple((draw(st.integers(0, size)), size) for size in sizes)
    return Counted(day, groups, draw(st.booleans()))


def entered(register: Register, made: Sequence[Counted]) -> None:
    """Enter one measure for what each counted, all of them of one objective."""
    with register.writing("what was counted") as changes:
        for number, one in enumerate(made, start=1):
            name, ref = f"Measure {number}", f"MEA-{number:03d}"
            if one.day == FIRST:
                measure = MeasureDraft(name=name, objective="OBJ-001", unit=one.unit)
                records.add_in(changes, measure)
            for group in one.numbers:
                records.add_in(changes, reading_of(one, ref, group))


def reading_of(one: Counted, ref: str, group: str) -> ReadingDraft:
    """Return what was counted of a group, without out of how many where only that counts."""
    part, whole = map(Decimal, one.numbers[group])
    if one.unit in TYPED:
        return ReadingDraft(measure=ref, as_at=one.day, group=group, value=part)
    return ReadingDraft(measure=ref, as_at=one.day, group=group, numerator=part, denominator=whole)


def page_of(register: Register, quarter: Quarter) -> Page:
    """Return what a reader makes of the published JSON of a quarter."""
    report = public_report(register, quarter)
    keep(register, [report])
    told = json.loads(public_bytes(report, "json"))
    counts: dict[Key, int] = {}
    figures: dict[Quotient, Decimal | None] = {}
    marks: dict[Key, Mark] = {}
    sums: set[Sum] = set()
    for measure in (one for row in told["objectives"] for one in row["measures"]):
        days: dict[str, set[str]] = {}
        for figure in measure["figures"]:
            about = (measure["ref"], figure["as_at"], figure["group"])
            days.setdefault(figure["as_at"], set()).add(figure["group"])
            part, whole, rest = ((*about, what) for what in ("number", "out of", "rest"))
            for key, value in ((part, figure["number"]), (whole, figure["out_of"])):
                if value == "hidden":
                    marks[key] = Mark.EITHER
                elif value is not None:
                    counts[key] = value
            if figure["out_of"] is not None:
                sums.add(Sum(whole, (part, rest)))
            if figure["figure"] not in ("hidden", None):
                quotient = percentage((*about, "%"), part, whole, places=2)
                figures[quotient] = Decimal(str(figure["figure"])).quantize(Decimal("0.01"))
        sums |= {item for day, groups in days.items() for item in _made_up(measure, day, groups)}
    return Page(counts, figures, marks, sorted(sums, key=str), frozenset(), LOW)


def _made_up(measure: dict[str, str], day: str, groups: set[str]) -> list[Sum]:
    if "" not in groups or len(groups) < 2:
        return []
    parts = sorted(groups - {""})
    counted = ["number"] if measure["unit"] in TYPED else ["number", "out of"]
    return [
        Sum(
            (measure["ref"], day, "", what),
            tuple((measure["ref"], day, group, what) for group in parts),
        )
        for what in counted
    ]


def secrets(made: Sequence[Counted]) -> dict[Key, int]:
    """Return the true small numbers, the others of a small rest among them."""
    found = {
        (f"MEA-{number:03d}", one.day.isoformat(), group, what): count
        for number, one in enumerate(made, start=1)
        for group, (part, whole) in one.numbers.items()
        for what, count in (("number", part), ("out of", whole), ("rest", whole - part))
        if what == "number" or one.unit not in TYPED
    }
    return {key: LOW - 1 for key, count in found.items() if count < LOW}


@pytest.fixture
def anew(register: Register) -> Callable[[], Register]:
    """What makes a register as it was before: with a published objective and nothing counted."""
    edited(register, "ORG-001", suppress_below=Decimal(LOW))
    said = ObjectiveDraft(title="Raise it", published=True, summary="More of us will lead.")
    records.add(register, said)
    blank = register.path.read_bytes()

    def renewed() -> Register:
        register.path.write_bytes(blank)
        return register

    return renewed


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(
    first=st.lists(counted(FIRST), min_size=1, max_size=2),
    data=st.data(),
    lowered=st.booleans(),
)
def test_two_successive_papers_give_no_small_number_away(
    anew: Callable[[], Register], first: list[Counted], data: st.DataObject, lowered: bool
) -> None:
    second = [data.draw(counted(SECOND)) for _ in first]
    register = anew()
    entered(register, first)
    close_quarter(register, Q1, DESPITE)
    pages = [page_of(register, Q1)]
    attack(pages, secrets(first), MOST, GUESSES)
    entered(register, second)
    if lowered:
        edited(register, "ORG-001", suppress_below=Decimal(2))
    later = on(register, NOW + timedelta(minutes=1))
    close_quarter(later, Q2, DESPITE)
    pages.append(page_of(later, Q2))
    told = secrets(first) | ({} if lowered else secrets(second))
    attack(pages, told, MOST, GUESSES)


@st.composite
def broken_down(draw: st.DrawFn, day: date, unit: str) -> Counted:
    """Draw a measure of many groups, about a third of them small."""
    sizes = draw(st.lists(st.integers(0, 4) | st.integers(5, 90), min_size=6, max_size=10))
    groups = tuple((draw(st.integers(0, size)), size) for size in sizes)
    return Counted(day, groups, whole=True, unit=unit)


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(units=st.lists(st.sampled_from(["%", *TYPED]), min_size=3, max_size=5), data=st.data())
def test_linear_algebra_solves_nothing_of_two_papers_with_many_groups(
    anew: Callable[[], Register], units: list[str], data: st.DataObject
) -> None:
    first, second = (
        [data.draw(broken_down(day, unit)) for unit in units] for day in (FIRST, SECOND)
    )
    register = anew()
    entered(register, first)
    close_quarter(register, Q1, DESPITE)
    pages = [page_of(register, Q1)]
    entered(register, second)
    later = on(register, NOW + timedelta(minutes=1))
    close_quarter(later, Q2, DESPITE)
    attack([*pages, page_of(later, Q2)], secrets(first) | secrets(second), MOST, guesses=0)


def test_the_attacker_solves_what_is_published_carelessly() -> None:
    """The test is worth something: without suppression everything is known."""
    page = Page(
        {("m", "d", "", "number"): 5, ("m", "d", "a", "number"): 4},
        {},
        {("m", "d", "b", "number"): Mark.EITHER},
        [Sum(("m", "d", "", "number"), (("m", "d", "a", "number"), ("m", "d", "b", "number")))],
        frozenset(),
        LOW,
    )
    assert Attacker([page]).solved() == {("m", "d", "b", "number"): 1}


def test_every_format_prints_the_very_figures_that_are_attacked(register: Register) -> None:
    edited(register, "ORG-001", suppress_below=Decimal(LOW))
    said = ObjectiveDraft(title="Raise it", published=True, summary="More of us will lead.")
    records.add(register, said)
    entered(register, [Counted(FIRST, ((5, 9), (1, 3), (4, 8)), whole=True)])
    close_quarter(register, Q1, DESPITE)
    report = public_report(register, Q1)
    told = json.loads(public_bytes(report, "json"))
    figures = [one for row in told["objectives"] for one in row["measures"][0]["figures"]]
    attacked = [[bare(one[name]) for name in PRINTED] for one in figures]
    assert {"hidden"} < {cell for row in attacked for cell in row}
    rows = csv_rows(public_bytes(report, "csv"))
    assert [[bare(row[name]) for name in PRINTED] for row in rows] == attacked
    files = {layout: public_bytes(report, layout) for layout in FORMATS}
    printed = {
        "md": markdown_tables(files["md"]),
        "html": Html(files["html"]).tables,
        "docx": word_tables(files["docx"]),
        "pdf": pdf_tables(files["pdf"]),
        "xlsx": sheets(files["xlsx"]).values(),
        "ods": sheets(files["ods"]).values(),
    }
    assert set(printed) == {*FORMATS} - {"csv", "json"}
    for layout, tables in printed.items():
        assert figures_in(tables) == attacked, layout


def figures_in(tables: Iterable[Rows]) -> Rows:
    """Return what the table of figures says, without the columns that tell of what they are."""
    for table in tables:
        for number, row in enumerate(table):
            if ["".join(cell.split()) for cell in row[2:4]] == ["Asat", "Group"]:
                return [[bare(cell) for cell in row[4:7]] for row in table[number + 1 :]]
    raise AssertionError("There is no table of figures.")


PRINTED = ("number", "out_of", "figure")


def bare(said: object) -> str:
    """Return a number as its digits alone, whatever a format writes around it."""
    return str(said).removesuffix("%").removesuffix(".0")
