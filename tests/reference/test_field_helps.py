"""Every field that people fill in is explained, and every rule stands beside a field it reads."""

from __future__ import annotations

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import DRAFTS, fields_of
from edi_tui.reference.field_helps import field_helps
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.tui.forms.question import FILE

_AT_THE_DESK = (Kind.DECISION, Kind.LEARNED)
"""The kinds of record that come of what is settled there and have no form."""


def test_every_field_that_people_fill_in_is_explained_and_no_other() -> None:
    typed = {
        (kind, spec.name)
        for kind, draft in DRAFTS.items()
        if kind not in _AT_THE_DESK
        for spec in fields_of(draft)
        if spec.typed
    }
    assert set(field_helps()) == typed | {(Kind.EVIDENCE, FILE.name)}


def test_every_help_says_what_belongs_there_and_gives_an_example() -> None:
    for told in field_helps().values():
        assert told.what.endswith(".")
        assert told.example


def test_every_rule_stands_beside_a_field_that_it_reads() -> None:
    beside = {rule.id for told in field_helps().values() for rule in told.rules}
    assert set(rule_texts()) - beside == set()
