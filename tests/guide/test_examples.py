"""The examples of the guide are judged by the program as the guide says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edi_tui.domain.records import (
    MeasureDraft,
    MemberDraft,
    ObjectiveDraft,
    fields_of,
)
from edi_tui.domain.values import draft_from_words
from edi_tui.reference.frameworks import frameworks
from edi_tui.services import records
from edi_tui.services.pages import Page, page_of
from edi_tui.services.register import Register, create_register
from tests.conftest import NOW, TRUST, copy_of
from tests.guide.reading import TEXTS, table

PAIRS = [*table(TEXTS["smart"], "Before"), *table(TEXTS["sponsorship"], "Before")]


@pytest.fixture(scope="session")
def with_frameworks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register with the frameworks and a member who may own an objective."""
    path = tmp_path_factory.mktemp("made") / "frameworks.db"
    made = create_register(path, TRUST, frameworks(), who="tester", now=lambda: NOW)
    records.add(made, MemberDraft(role="Chief People Officer", name="A. Person"))
    made.engine.dispose()
    return path


@pytest.fixture
def register(with_frameworks: Path, tmp_path: Path) -> Register:
    """A register of a test's own with the frameworks."""
    return copy_of(with_frameworks, tmp_path)


def judged(register: Register, words: dict[str, str]) -> Page:
    """Return the page of an objective that is written so."""
    draft = draft_from_words(ObjectiveDraft, {"owner": "MEM-001", **words})
    return page_of(register, records.add(register, draft).ref)


def verdicts(page: Page) -> dict[str, str]:
    """Return the verdict of each letter."""
    return {criterion.letter: criterion.verdict.value for criterion in page.smart}


def test_there_are_examples() -> None:
    assert len(PAIRS) > 5


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_what_stands_before_is_weak_and_what_stands_after_is_not(
    register: Register, before: str, after: str
) -> None:
    assert verdicts(judged(register, {"title": before}))["S"] == "missing"
    (due,) = re.findall(r"by (\d+ \w+ \d{4})", after)
    page = judged(register, {"title": after, "due": due})
    assert verdicts(page)["S"] == "met"
    assert "H1" not in {finding.rule for finding in page.findings}


def test_the_whole_example_is_judged_as_the_page_says(register: Register) -> None:
    names = {field.label: field.name for field in fields_of(ObjectiveDraft)}
    rows = table(TEXTS["smart"], "Field")
    words = {names[label]: text for label, text in rows}
    ref = judged(register, {**words, "owner": "MEM-001"}).row.ref
    names = {field.label: field.name for field in fields_of(MeasureDraft)}
    after = TEXTS["smart"].partition("Its measure:")[2]
    words = {names[label]: text for label, text in table(after, "Field")}
    records.add(register, draft_from_words(MeasureDraft, {**words, "objective": ref}))
    assert verdicts(page_of(register, ref)) == {
        "S": "met",
        "M": "met",
        "A": "weak",
        "R": "weak",
        "T": "met",
    }
