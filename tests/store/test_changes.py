"""The one place that writes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.errors import ConflictError, InvalidError, NotFoundError, RegisterError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import ActionDraft, MemberDraft, ObjectiveDraft
from edi_tui.domain.words import Precision
from edi_tui.services import lists, records
from edi_tui.services.register import Register
from edi_tui.store.chain import FIRST, chained
from edi_tui.store.engine import PAGE

DRAFT = ObjectiveDraft(title="Raise the share to 18%", frameworks=("HIA2",))


def test_a_stored_record_says_what_its_draft_said(register: Register) -> None:
    due = Due(date(2027, 3, 31), "end of March 2027", Precision.MONTH)
    draft = ActionDraft(text="Publish", due=due, supporting=("HR", "Comms"), frameworks=("HIA1",))
    ref = records.add(register, draft).ref
    stored = records.get(register, ref)
    assert (stored.ref, stored.draft, stored.version) == ("ACT-001", draft, 1)


def test_every_change_is_chained_to_the_one_before(register: Register) -> None:
    ref = records.add(register, DRAFT).ref
    records.edit(register, ref, ObjectiveDraft(title="Raise it to 20%"), version=1)
    records.withdraw(register, ref, "entered twice", version=2)
    with closing(sqlite3.connect(register.path)) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute("SELECT * FROM change ORDER BY seq").fetchall()
    previous = FIRST
    for entry, row in zip(lists.history_of(register)[::-1], rows, strict=True):
        told = {name: row[name] for name in ("seq", "at", "who", "group_id", "summary", "verb")}
        told |= {"ref": row["ref"], "before": entry.before or None, "after": entry.after or None}
        assert row["previous"] == previous
        assert row["hash"] == chained(previous, told)
        previous = row["hash"]
    assert [row["verb"] for row in rows[-3:]] == ["add", "edit", "withdraw"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET who = 'nobody'",
        "DELETE FROM change",
        "INSERT OR REPLACE INTO change SELECT * FROM change WHERE seq = 1",
        "DELETE FROM objective",
    ],
)
def test_neither_the_log_nor_a_record_can_be_rewritten(register: Register, statement: str) -> None:
    records.add(register, DRAFT)
    with closing(sqlite3.connect(register.path)) as connection:
        connection.execute("PRAGMA recursive_triggers = ON")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)


def test_the_second_of_two_editors_is_refused(register: Register) -> None:
    ref = records.add(register, DRAFT).ref
    records.edit(register, ref, ObjectiveDraft(title="First editor"), version=1)
    with pytest.raises(ConflictError, match="changed by someone else"):
        records.edit(register, ref, ObjectiveDraft(title="Second editor"), version=1)
    assert records.get(register, ref).draft == ObjectiveDraft(title="First editor")


def test_an_edit_that_changes_nothing_leaves_no_trace(register: Register) -> None:
    ref = records.add(register, DRAFT).ref
    before = len(lists.history_of(register))
    assert not records.edit(register, ref, DRAFT, version=1).changed
    assert len(lists.history_of(register)) == before


def test_a_withdrawn_record_leaves_the_lists_and_stays_in_the_register(register: Register) -> None:
    ref = records.add(register, DRAFT).ref
    records.withdraw(register, ref, "superseded", version=1)
    assert not lists.rows_of(register, Kind.OBJECTIVE)
    (gone,) = lists.rows_of(register, Kind.OBJECTIVE, withdrawn=True)
    assert (gone.ref, gone.withdrawn) == (ref, "superseded")


def test_nothing_is_withdrawn_without_a_reason(register: Register) -> None:
    ref = records.add(register, DRAFT).ref
    with pytest.raises(InvalidError, match="Say why"):
        records.withdraw(register, ref, "  ", version=1)


def test_a_draft_that_breaks_a_rule_stores_nothing(register: Register) -> None:
    with pytest.raises(InvalidError) as refused:
        records.add(register, ObjectiveDraft(title="", start_on=date(2027, 1, 1)))
    assert refused.value.problems == {"title": "Objective is needed."}
    assert not lists.rows_of(register, Kind.OBJECTIVE)


def test_a_reference_may_be_written_as_a_name(register: Register) -> None:
    member = records.add(register, MemberDraft(name="A. Person", role="Chief People Officer")).ref
    ref = records.add(register, ObjectiveDraft(title="X", owner="chief people officer")).ref
    draft = records.get(register, ref).draft
    assert isinstance(draft, ObjectiveDraft)
    assert draft.owner == member


def test_a_reference_to_nothing_is_refused_by_its_words(register: Register) -> None:
    with pytest.raises(InvalidError) as refused:
        records.add(register, ObjectiveDraft(title="X", owner="Chief Fun Officer"))
    assert "no board member “Chief Fun Officer”" in refused.value.problems["owner"]


@pytest.mark.parametrize("words", ["OBJ-999", "nonsense", ""])
def test_an_unknown_reference_is_said_to_be_unknown(register: Register, words: str) -> None:
    with pytest.raises(NotFoundError):
        records.get(register, words)


def test_a_change_that_fails_half_way_leaves_the_file_as_it_was(register: Register) -> None:
    def add_two() -> None:
        with register.writing("two things") as changes:
            changes.add(DRAFT)
            changes.add(ObjectiveDraft(title=""))

    before = register.path.read_bytes()
    with pytest.raises(InvalidError):
        add_two()
    assert register.path.read_bytes() == before


def test_the_checks_of_the_tables_hold_when_the_program_is_passed_by(register: Register) -> None:
    with closing(sqlite3.connect(register.path)) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="ck_member_seat"):
            connection.execute(
                "INSERT INTO member (version, withdrawn_reason, name, role, seat, standing, voting)"
                " VALUES (1, '', '', 'Chair', 'throne', 'substantive', 1)"
            )
        with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER"):
            connection.execute(
                "INSERT INTO network (version, withdrawn_reason, name, characteristic, state,"
                " chair, meets) VALUES ('one', '', 'N', '', 'active', '', '')"
            )


def test_a_locked_register_says_so_and_stores_nothing(register: Register) -> None:
    from edi_tui.services.register import open_register

    impatient = open_register(register.path, who="second", now=register.now, wait_ms=1)
    with closing(sqlite3.connect(register.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterError, match="in use by another program") as refused:
            records.add(impatient, DRAFT)
    assert refused.value.exit_code == 11


def test_a_full_disk_says_so_and_stores_nothing(register: Register) -> None:
    from sqlalchemy import event

    pages = register.path.stat().st_size // PAGE

    @event.listens_for(register.engine, "connect")
    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(RegisterError, match=r"is full\. Nothing was stored"):
        records.add(register, ObjectiveDraft(title="long " * 3000))
    assert not lists.rows_of(register, Kind.OBJECTIVE)
