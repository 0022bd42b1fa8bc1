"""No private text of any kind of record is in a published byte.

Every field of every kind holds a word of its own, so that a field that is added tomorrow is
private until somebody names it here and in the list of what is allowed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.kinds import ANSWERS, Kind
from edi_tui.domain.records import DRAFTS, ObjectiveDraft, fields_of
from edi_tui.domain.words import HeardFrom
from edi_tui.exports.export import FORMATS, public_bytes
from edi_tui.exports.publish import publish
from edi_tui.services import records
from edi_tui.services.closing import ClosingTerms, close_quarter, reissue_quarter
from edi_tui.services.public_report import public_report
from edi_tui.services.register import Register
from tests.exports.read_back import everything_in
from tests.services.closing import Q1, Q2, edited

PUBLIC = {
    *((Kind.ORGANISATION, name) for name in ("name", "ods")),
    (Kind.MEMBER, "role"),
    *((Kind.OBJECTIVE, name) for name in ("title", "summary")),
    *((Kind.MEASURE, name) for name in ("name", "unit")),
    (Kind.READING, "group"),
    *((Kind.NETWORK, name) for name in ("name", "characteristic")),
}
"""The texts that the public reads, of the published objective and what belongs to it."""
TEXTS = (FieldKind.LINE, FieldKind.PROSE, FieldKind.NAMES, FieldKind.DUE)
ORDER = (
    *(Kind.MEMBER, Kind.OBJECTIVE, Kind.MEASURE, Kind.READING, Kind.ACTION, Kind.UPDATE),
    *(Kind.NETWORK, Kind.SPONSORSHIP, Kind.ENGAGEMENT, Kind.EVIDENCE, Kind.FRAMEWORK_ITEM),
    *(Kind.CONCERN, Kind.HEARD_SCORE, Kind.CHALLENGE, Kind.APPRAISAL, Kind.WAIVER),
    Kind.COMMITMENT,
)
DAY = date(2026, 9, 1)
SAID: Mapping[tuple[Kind, str], Any] = {
    (Kind.OBJECTIVE, "proof"): ("policy",),
    (Kind.APPRAISAL, "year"): "2026/27",
    (Kind.WAIVER, "rule"): "S1",
    (Kind.HEARD_SCORE, "score"): Decimal("3.21"),
    (Kind.HEARD_SCORE, "heard_from"): HeardFrom.CHAIR,
    (Kind.EVIDENCE, "file_name"): "",
    (Kind.EVIDENCE, "sha256"): "",
    (Kind.READING, "value"): None,
    (Kind.READING, "numerator"): Decimal(4),
    (Kind.READING, "denominator"): Decimal(40321),
}
"""What a field has to say, where its rules take no word of ours."""
NUMBERS = {
    (Kind.MEASURE, name): Decimal(number)
    for name, number in (("baseline", "61111"), ("posts", "62222"), ("turnover", "63.33"))
} | {(Kind.MEASURE, "hires"): Decimal("64.44"), (Kind.COMMITMENT, "place"): Decimal(65555)}


def word(kind: Kind, field: str, number: int) -> str:
    return f"canary-{kind.value}-{field}-{number}".replace("_", "-")


def drafted(kind: Kind, number: int) -> Any:
    """Return a draft of a kind in which every text is a word of its own."""
    said = {field.name: _value(kind, field, number) for field in fields_of(DRAFTS[kind])}
    return DRAFTS[kind](**{name: value for name, value in said.items() if value is not None})


def _value(kind: Kind, field: Field, number: int) -> Any:
    key = (kind, field.name)
    if key in SAID or key in NUMBERS:
        return SAID[key] if key in SAID else NUMBERS[key]
    text = word(kind, field.name, number)
    if field.name == "link":
        return f"https://example.org/{text}"
    if field.kind in (FieldKind.LINE, FieldKind.PROSE):
        return text
    if field.kind is FieldKind.NAMES:
        return (text,)
    if field.kind is FieldKind.DUE:
        return Due(text=text)
    if field.kind is FieldKind.DATE:
        return DAY
    if field.kind is FieldKind.REFERENCE and field.name != "follows":
        return next((to.ref(number) for to in field.to if to is not Kind.FRAMEWORK_ITEM), None)
    return None


@pytest.fixture
def planted(register: Register) -> Register:
    """A register with two records of each kind; the first objective is published."""
    by = replace(register, who="canary-keeper")
    edited(by, "ORG-001", name=word(Kind.ORGANISATION, "name", 1), ods="canaryods")
    for number in (1, 2):
        for kind in ORDER:
            records.add(by, drafted(kind, number))
    for ref in ("OBJ-001", "NET-001", "NET-002"):
        edited(by, ref, published=True)
    withdrawn = records.get(by, "NET-002")
    records.withdraw(by, "NET-002", "canary-reason", version=withdrawn.version)
    close_quarter(by, Q1, ClosingTerms(despite="canary-despite"))
    close_quarter(by, Q2, ClosingTerms(despite="canary-despite"))
    reissue_quarter(by, Q2, ClosingTerms(despite="canary-despite"), because="canary-because")
    return by


def published(register: Register, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield everything that the public can get, by name."""
    publish(register, folder / "site")
    for path in sorted((folder / "site").rglob("*")):
        if path.is_file():
            yield path.name, path.name + path.read_bytes().decode()
    for layout in FORMATS:
        yield layout, everything_in(public_bytes(public_report(register, Q2), layout))


def texts() -> Iterator[tuple[Kind, str]]:
    for kind in (Kind.ORGANISATION, *ORDER):
        for field in fields_of(DRAFTS[kind]):
            if field.kind in TEXTS and (kind, field.name) not in SAID:
                yield kind, field.name


def test_every_kind_of_record_is_planted() -> None:
    assert {Kind.ORGANISATION, *ORDER, *ANSWERS} == set(Kind)


def test_no_private_word_is_in_a_published_byte(planted: Register, tmp_path: Path) -> None:
    private = {
        word(kind, field, number)
        for kind, field in texts()
        for number in (1, 2)
        if (kind, field) not in PUBLIC
    }
    private |= {
        word(kind, field, 2)
        for kind, field in PUBLIC
        if kind not in (Kind.ORGANISATION, Kind.MEMBER)
    }
    private |= {"canary-keeper", "canary-reason", "canary-despite", "canary-because"}
    private |= {str(number) for number in NUMBERS.values()} | {"3.21", "canary-file"}
    found = [
        (name, text)
        for name, told in published(planted, tmp_path)
        for text in private
        if text in told
    ]
    assert found == []


def test_what_is_allowed_is_published(planted: Register, tmp_path: Path) -> None:
    told = "\n".join(text for _, text in published(planted, tmp_path))
    named = PUBLIC - {(Kind.ORGANISATION, "ods")}
    assert [key for key in named if word(*key, 1) not in told] == []
    assert "40321" in told


def test_the_planted_objective_says_everything() -> None:
    draft = drafted(Kind.OBJECTIVE, 1)
    assert isinstance(draft, ObjectiveDraft)
    assert (draft.due.text, draft.owner_text) == (
        word(Kind.OBJECTIVE, "due", 1),
        word(Kind.OBJECTIVE, "owner_text", 1),
    )
