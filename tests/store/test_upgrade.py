"""Registers of every older layout, brought to the newest."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import EvidenceDraft, ObjectiveDraft
from edi_tui.domain.rows import EngagementRow
from edi_tui.domain.words import ReviewState
from edi_tui.services import records
from edi_tui.services.lists import contents, rows_of
from edi_tui.services.register import Register, open_register
from edi_tui.services.search import search
from edi_tui.services.undo import redo, undo
from edi_tui.store import migrate

_FIRST = """
INSERT INTO organisation VALUES (1, 1, NULL, '', 'Wessex Vale', 'RX9', 'ft');
INSERT INTO member (id, version, withdrawn_reason, name, role, seat, standing, voting)
  VALUES (1, 1, '', 'A. Seat', 'Chair', 'chair', 'substantive', 1);
INSERT INTO objective (id, version, withdrawn_reason, title, level, scope, owner_id, owner_text,
  due_on, due_text, due_precision, plan)
  VALUES (1, 1, '', 'Raise the share', 'corporate', 'individual', 1, '', '2027-03-31', '', 'day',
  '');
INSERT INTO measure (id, version, withdrawn_reason, name, objective_id, unit, direction, baseline)
  VALUES (1, 1, '', 'Share', 1, '%', 'up', '14.10');
INSERT INTO progress_update (id, version, withdrawn_reason, objective_id, "on", status, narrative)
  VALUES (1, 1, '', 1, '2026-10-01', 'on_track', 'Begun');
INSERT INTO network VALUES (1, 1, NULL, '', 'Disability network', '', 'active', '', '');
INSERT INTO sponsorship
  (id, version, withdrawn_reason, network_id, member_id, kind, appointed, achieves)
  VALUES (1, 1, '', 1, 1, 'executive', 'not_said', 'Answers');
INSERT INTO engagement VALUES (1, 1, NULL, '', 1, 1, '2026-09-01', 'meeting', 'attended', 'Kept');
INSERT INTO evidence (id, version, withdrawn_reason, title, kind, link, note, file_name, sha256)
  VALUES (1, 1, '', 'Minutes', 'minutes', '', 'Seen', '', '');
INSERT INTO evidence_link (id, evidence_id, engagement_id) VALUES (1, 1, 1);
INSERT INTO framework_item (id, version, withdrawn_reason, code, framework, title, source)
  VALUES (1, 1, '', 'HIA1', 'EDI plan', 'Objectives', '');
INSERT INTO framework_link (id, item_id, objective_id) VALUES (1, 1, 1);
"""


@pytest.fixture
def first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a register of the first layout, with a record of each sort that later layouts touch."""
    path = tmp_path / "first.db"
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "NEWEST", "0001")
        migrate.create_tables(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_FIRST)
    return path


@pytest.fixture
def upgraded(first: Path) -> Register:
    """Open it, which brings it up to date."""
    return open_register(first, who="Board secretary")


def test_nothing_is_lost_on_the_way_from_the_first_layout(upgraded: Register) -> None:
    objective = records.get(upgraded, "OBJ-001").draft
    assert isinstance(objective, ObjectiveDraft)
    assert (objective.title, objective.done, objective.proof) == ("Raise the share", "", ())
    assert objective.frameworks == ("HIA1",)
    assert (objective.published, objective.summary) == (False, "")
    evidence = records.get(upgraded, "EVI-001").draft
    assert isinstance(evidence, EvidenceDraft)
    assert (evidence.supports, evidence.review) == (("ENG-001",), ReviewState.NOT_REVIEWED)
    (engagement,) = rows_of(upgraded, Kind.ENGAGEMENT)
    assert isinstance(engagement, EngagementRow)
    assert (engagement.note, engagement.network) == ("Kept", "Disability network")
    now = contents(upgraded)
    assert (now.organisation.name, now.organisation.cover_sheet) == ("Wessex Vale", "")
    assert (now.concerns, now.challenges, now.waivers, now.commitments) == ([], [], [], [])


def test_an_upgrade_leaves_a_backup_of_the_layout_before(first: Path, upgraded: Register) -> None:
    (backup,) = first.parent.glob("first.db.0001-*.bak")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [
            ("0001",)
        ]


def test_an_upgrade_that_stops_in_the_middle_leaves_the_layout_before(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(migrate, "keep_all_texts", stopped)
        with pytest.raises(RuntimeError):
            open_register(first, who="Board secretary")
    with closing(sqlite3.connect(first)) as connection:
        (layout,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    assert layout == "0001"
    again = open_register(first, who="Board secretary")
    assert search(again, Kind.OBJECTIVE, "share").numbers == [1]


@pytest.mark.parametrize(
    "table", ["engagement", "concern", "waiver", "appraisal", "decision", "learned"]
)
def test_no_record_of_the_newest_layout_can_be_deleted(upgraded: Register, table: str) -> None:
    with closing(sqlite3.connect(upgraded.path)) as connection:
        triggers = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).fetchall()
        assert (f"keep_{table}",) in triggers


def test_a_link_that_points_at_two_records_is_refused(upgraded: Register) -> None:
    with (
        closing(sqlite3.connect(upgraded.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="ck_evidence_link_points_at_one"),
    ):
        connection.execute(
            "INSERT INTO evidence_link (evidence_id, objective_id, network_id) VALUES (1, 1, 1)"
        )


_IMPORTED = """
INSERT INTO change VALUES (1, '2026-10-01T09:00:00+00:00', 'tester', 'first', 'import plan.csv',
  'add', 'ACT-001', NULL, '{"text": "Brief"}', '', '');
INSERT INTO action (id, version, withdrawn_reason, text, outcome, due_text, due_precision, lead,
  supporting, plan, plan_ref)
  VALUES (1, 1, '', 'Brief', '', '', 'none', '', '[]', '', '');
INSERT INTO import_batch VALUES
  (1, '2026-10-01T09:00:00+00:00', 'tester', 'actions', 'plan.csv', 'a', '{}'),
  (2, '2026-10-02T09:00:00+00:00', 'tester', 'actions', 'other.csv', 'b', '{}');
INSERT INTO import_row VALUES (1, 1, 'row 1', 'created', 'ACT-001', '{}'),
  (2, 2, 'row 1', 'quarantined', '', '{}');
"""


def test_an_import_of_an_older_release_can_be_undone(first: Path) -> None:
    with closing(sqlite3.connect(first)) as connection:
        connection.executescript(_IMPORTED)
    register = open_register(first, who="tester")
    with closing(sqlite3.connect(first)) as connection:
        groups = connection.execute("SELECT group_id, undone FROM import_batch").fetchall()
    assert groups == [("first", 0), ("", 0)]
    assert undo(register).refs == ("ACT-001",)
    assert rows_of(register, Kind.ACTION) == []
    redo(register)
    assert [row.ref for row in rows_of(register, Kind.ACTION)] == ["ACT-001"]
