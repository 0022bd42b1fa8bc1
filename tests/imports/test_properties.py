"""What holds for every plan, whatever it says."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edi_tui.domain.kinds import Kind
from edi_tui.imports.run import ImportOptions, ImportResult
from edi_tui.services.register import Register, create_register
from tests.conftest import HIGH_IMPACT_ACTIONS, NOW, TRUST
from tests.imports.importing import bring_in, digest
from tests.imports.make_files import docx, paragraph, word_cell, word_row, word_table

SAMPLES = Path(__file__).parents[2] / "sample_data"
FILES = sorted(
    path
    for folder in ("plans", "board")
    for path in (SAMPLES / folder).iterdir()
    if path.suffix in (".csv", ".xlsx", ".docx")
)
HEADINGS = (
    *("Outcome", "Due by", "Lead", "RAG", "Progress review", "Ref", "HIA", "Plan", "Objective"),
    *("Cost", "Where found", ""),
)
WORDS = (
    *("", "", "Do it", "do it", "and that", "Theme 1", "31/4/2016", "1/5/2027", "ongoing", "TBC"),
    *("Green", "On track", "Complete", "CPO", "MW, JB", "HIA1", "HIA9", "<p>x</p>", "x" * 301),
)

Rows = list[list[str]]


@st.composite
def plans(draw: st.DrawFn) -> Rows:
    """Return a plan: headings somewhere near its top, and rows of all sorts below."""
    headings = ["Action", *draw(st.lists(st.sampled_from(HEADINGS), max_size=5, unique=True))]
    headings = draw(st.permutations(headings))
    width = len(headings)
    letters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
    cell = st.sampled_from(WORDS) | st.text(letters, max_size=8)
    row = st.lists(cell, min_size=width, max_size=width)
    alone = st.sampled_from(WORDS).map(lambda word: [word, *[""] * (width - 1)])
    rows = draw(st.lists(row | alone | st.just(headings) | st.just([""] * width), max_size=12))
    return [*draw(st.lists(alone, max_size=2)), headings, *rows]


def as_csv(rows: Rows) -> bytes:
    target = StringIO(newline="")
    csv.writer(target).writerows(rows)
    return target.getvalue().encode()


def as_word(rows: Rows, breaks: Sequence[int]) -> bytes:
    """Return the plan as a Word file whose tables end where there is a page break."""
    printable = [["".join(filter(str.isprintable, text)) for text in row] for row in rows]
    pages: list[list[str]] = [[]]
    for at, row in enumerate(printable):
        if at in breaks and pages[-1]:
            pages.append([])
        pages[-1].append(word_row(*(word_cell(paragraph(text)) for text in row)))
    return docx("".join(word_table(*page) for page in pages))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """Give one register for all examples; it fills up, as registers do."""
    path = tmp_path_factory.mktemp("properties") / "register.db"
    return create_register(path, TRUST, HIGH_IMPACT_ACTIONS, who="tester", now=lambda: NOW)


def nothing_is_lost(result: ImportResult) -> None:
    count = result.counts
    outcomes = ("created", "updated", "unchanged", "joined", "quarantined")
    assert count["read"] == sum(count[name] for name in outcomes)
    assert count["read"] == len(result.plain()["rows"])
    assert count["read"] == sum(table.rows for file in result.files for table in file.tables)
    assert all(row.ref for row in result.rows if row.outcome.value in outcomes[:3])


def holds(register: Register, content: bytes, name: str) -> None:
    """Import a file as a preview, in earnest and again, and compare the three."""
    preview = bring_in(register, content, ImportOptions(Kind.ACTION, dry_run=True), name=name)
    first = bring_in(register, content, ImportOptions(Kind.ACTION), name=name)
    nothing_is_lost(first)
    assert preview.plain() | {"dry_run": False} == first.plain()
    before = digest(register)
    again = bring_in(register, content, ImportOptions(Kind.ACTION), name=name)
    assert (again.counts["created"], again.counts["updated"]) == (0, 0)
    assert again.counts["read"] == first.counts["read"]
    assert digest(register) == before


@given(rows=plans())
@settings(max_examples=25, deadline=None)
def test_nothing_of_a_text_file_is_lost(shared: Register, rows: Rows) -> None:
    holds(shared, as_csv(rows), "plan.csv")


@given(rows=plans(), breaks=st.lists(st.integers(1, 14), max_size=3))
@settings(max_examples=25, deadline=None)
def test_nothing_of_a_word_file_is_lost(shared: Register, rows: Rows, breaks: list[int]) -> None:
    holds(shared, as_word(rows, breaks), "plan.docx")


@given(rows=plans())
@settings(max_examples=25, deadline=None)
def test_every_text_of_a_file_is_kept_somewhere(shared: Register, rows: Rows) -> None:
    result = bring_in(shared, as_csv(rows), ImportOptions(Kind.ACTION, dry_run=True))
    kept = {text for file in result.files for row in file.rows for text in row.cells.values()}
    said = {text for row in rows for text in row if text.isascii() and text.isalnum()}
    assert said - {"Action", *HEADINGS} <= kept


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_of_the_sample_files_is_lost(register: Register, path: Path) -> None:
    preview = bring_in(register, path.read_bytes(), ImportOptions(dry_run=True), name=path.name)
    result = bring_in(register, path.read_bytes(), name=path.name)
    nothing_is_lost(result)
    assert preview.plain() | {"dry_run": False} == result.plain()
    before = digest(register)
    bring_in(register, path.read_bytes(), name=path.name)
    assert digest(register) == before
