"""The first layout of a register."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

RECORDS = (
    "organisation",
    "member",
    "objective",
    "measure",
    "reading",
    "action",
    "progress_update",
    "evidence",
    "network",
    "sponsorship",
    "engagement",
    "framework_item",
)


def upgrade() -> None:
    """Make every table, and the triggers that keep records and the change log whole."""
    _tables()
    if op.get_bind().dialect.name == "sqlite":
        _triggers()


def _triggers() -> None:
    for table in RECORDS:
        op.execute(
            f"CREATE TRIGGER keep_{table} BEFORE DELETE ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'records are withdrawn, never deleted'); END"
        )
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER change_no_{verb.lower()} BEFORE {verb} ON change "
            "BEGIN SELECT RAISE(ABORT, 'the change log is only added to'); END"
        )
    # INSERT OR REPLACE walks past a DELETE trigger; the next number in line does not.
    op.execute(
        "CREATE TRIGGER change_in_order BEFORE INSERT ON change "
        "WHEN new.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM change) "
        "BEGIN SELECT RAISE(ABORT, 'the change log has no gaps'); END"
    )


def _tables() -> None:
    op.create_table(
        "change",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sqlite_strict=True,
    )
    op.create_index("ix_change_group_id", "change", ["group_id"], unique=False)
    op.create_index("ix_change_ref", "change", ["ref"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.String(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('document', 'data', 'lived_experience', 'minutes', 'policy', 'review')",
            name="ck_evidence_kind",
        ),
        sa.CheckConstraint("length(sha256) IN (0, 64)", name="ck_evidence_sha256"),
        sa.CheckConstraint("length(title) > 0", name="ck_evidence_title_said"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_evidence_sha256", "evidence", ["sha256"], unique=False)
    op.create_table(
        "framework_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("framework", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.CheckConstraint("length(code) > 0", name="ck_framework_item_code_said"),
        sa.CheckConstraint("length(title) > 0", name="ck_framework_item_title_said"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
        sqlite_strict=True,
    )
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("headings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_table(
        "member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("voting", sa.Boolean(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "seat IN ('chair', 'chief_executive', 'executive', 'non_executive', 'associate')",
            name="ck_member_seat",
        ),
        sa.CheckConstraint(
            "standing IN ('substantive', 'interim', 'acting', 'vacant')", name="ck_member_standing"
        ),
        sa.CheckConstraint("length(role) > 0", name="ck_member_role_said"),
        sa.CheckConstraint("voting IN (0, 1)", name="ck_member_voting"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_table(
        "network",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("characteristic", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("chair", sa.String(), nullable=False),
        sa.Column("meets", sa.String(), nullable=False),
        sa.CheckConstraint(
            "state IN ('active', 'forming', 'dormant', 'closed')", name="ck_network_state"
        ),
        sa.CheckConstraint("length(name) > 0", name="ck_network_name_said"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("ods", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('trust', 'ft', 'icb')", name="ck_organisation_kind"),
        sa.CheckConstraint("length(name) > 0", name="ck_organisation_name_said"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_table(
        "engagement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("attendance", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "attendance IN ('attended', 'apologies', 'deputy', 'absent')",
            name="ck_engagement_attendance",
        ),
        sa.CheckConstraint(
            "kind IN ('meeting', 'one_to_one', 'listening', 'learning', 'reverse_mentoring', 'board_slot', 'event')",
            name="ck_engagement_kind",
        ),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
        ),
        sa.ForeignKeyConstraint(
            ["network_id"],
            ["network.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_engagement_member_id", "engagement", ["member_id"], unique=False)
    op.create_index("ix_engagement_network_id", "engagement", ["network_id"], unique=False)
    op.create_table(
        "import_finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("where", sa.String(), nullable=False),
        sa.Column("column", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("proposals", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_import_finding_batch_id", "import_finding", ["batch_id"], unique=False)
    op.create_index("ix_import_finding_ref", "import_finding", ["ref"], unique=False)
    op.create_table(
        "import_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("where", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('created', 'updated', 'unchanged', 'joined', 'quarantined', 'skipped')",
            name="ck_import_row_outcome",
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_import_row_batch_id", "import_row", ["batch_id"], unique=False)
    op.create_index("ix_import_row_ref", "import_row", ["ref"], unique=False)
    op.create_table(
        "objective",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("owner_text", sa.String(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_text", sa.String(), nullable=False),
        sa.Column("due_precision", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.CheckConstraint(
            "due_precision IN ('day', 'month', 'quarter', 'year', 'none')",
            name="ck_objective_due_precision",
        ),
        sa.CheckConstraint(
            "level IN ('corporate', 'professional', 'personal')", name="ck_objective_level"
        ),
        sa.CheckConstraint("scope IN ('individual', 'collective')", name="ck_objective_scope"),
        sa.CheckConstraint("length(title) > 0", name="ck_objective_title_said"),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["member.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_objective_owner_id", "objective", ["owner_id"], unique=False)
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_text", sa.String(), nullable=False),
        sa.Column("due_precision", sa.String(), nullable=False),
        sa.Column("lead", sa.String(), nullable=False),
        sa.Column("supporting", sa.JSON(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=True),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("plan_ref", sa.String(), nullable=False),
        sa.CheckConstraint(
            "due_precision IN ('day', 'month', 'quarter', 'year', 'none')",
            name="ck_action_due_precision",
        ),
        sa.CheckConstraint("length(text) > 0", name="ck_action_text_said"),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_action_objective_id", "action", ["objective_id"], unique=False)
    op.create_table(
        "measure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=True),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("baseline", sa.String(), nullable=True),
        sa.Column("baseline_on", sa.Date(), nullable=True),
        sa.Column("target", sa.String(), nullable=True),
        sa.CheckConstraint("direction IN ('up', 'down', 'parity')", name="ck_measure_direction"),
        sa.CheckConstraint("length(name) > 0", name="ck_measure_name_said"),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_measure_objective_id", "measure", ["objective_id"], unique=False)
    op.create_table(
        "sponsorship",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("appointed", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("achieves", sa.String(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "appointed IN ('not_said', 'volunteered', 'approached', 'chosen', 'assigned')",
            name="ck_sponsorship_appointed",
        ),
        sa.CheckConstraint("kind IN ('executive', 'non_executive')", name="ck_sponsorship_kind"),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
        ),
        sa.ForeignKeyConstraint(
            ["network_id"],
            ["network.id"],
        ),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_sponsorship_member_id", "sponsorship", ["member_id"], unique=False)
    op.create_index("ix_sponsorship_network_id", "sponsorship", ["network_id"], unique=False)
    op.create_index("ix_sponsorship_objective_id", "sponsorship", ["objective_id"], unique=False)
    op.create_table(
        "evidence_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=True),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("network_id", sa.Integer(), nullable=True),
        sa.Column("sponsorship_id", sa.Integer(), nullable=True),
        sa.Column("engagement_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(objective_id IS NOT NULL) + (action_id IS NOT NULL) + (network_id IS NOT NULL) + (sponsorship_id IS NOT NULL) + (engagement_id IS NOT NULL) = 1",
            name="ck_evidence_link_points_at_one",
        ),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
        ),
        sa.ForeignKeyConstraint(
            ["engagement_id"],
            ["engagement.id"],
        ),
        sa.ForeignKeyConstraint(
            ["evidence_id"],
            ["evidence.id"],
        ),
        sa.ForeignKeyConstraint(
            ["network_id"],
            ["network.id"],
        ),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
        ),
        sa.ForeignKeyConstraint(
            ["sponsorship_id"],
            ["sponsorship.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_evidence_link_action_id", "evidence_link", ["action_id"], unique=False)
    op.create_index(
        "ix_evidence_link_engagement_id", "evidence_link", ["engagement_id"], unique=False
    )
    op.create_index("ix_evidence_link_evidence_id", "evidence_link", ["evidence_id"], unique=False)
    op.create_index("ix_evidence_link_network_id", "evidence_link", ["network_id"], unique=False)
    op.create_index(
        "ix_evidence_link_objective_id", "evidence_link", ["objective_id"], unique=False
    )
    op.create_index(
        "ix_evidence_link_sponsorship_id", "evidence_link", ["sponsorship_id"], unique=False
    )
    op.create_table(
        "framework_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=True),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(objective_id IS NOT NULL) + (action_id IS NOT NULL) = 1",
            name="ck_framework_link_points_at_one",
        ),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["framework_item.id"],
        ),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_framework_link_action_id", "framework_link", ["action_id"], unique=False)
    op.create_index("ix_framework_link_item_id", "framework_link", ["item_id"], unique=False)
    op.create_index(
        "ix_framework_link_objective_id", "framework_link", ["objective_id"], unique=False
    )
    op.create_table(
        "progress_update",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=True),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("narrative", sa.String(), nullable=False),
        sa.Column("forecast_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "status IN ('not_started', 'on_track', 'at_risk', 'off_track', 'complete', 'embedded', 'on_hold', 'closed_not_met', 'carried_over', 'superseded', 'withdrawn', 'no_update')",
            name="ck_progress_update_status",
        ),
        sa.CheckConstraint(
            "(objective_id IS NOT NULL) + (action_id IS NOT NULL) = 1",
            name="ck_progress_update_points_at_one",
        ),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
        ),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_progress_update_action_id", "progress_update", ["action_id"], unique=False)
    op.create_index(
        "ix_progress_update_objective_id", "progress_update", ["objective_id"], unique=False
    )
    op.create_table(
        "reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.String(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("numerator", sa.String(), nullable=True),
        sa.Column("denominator", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "value IS NOT NULL OR (numerator IS NOT NULL AND denominator IS NOT NULL)",
            name="ck_reading_says_something",
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"],
            ["measure.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("ix_reading_measure_id", "reading", ["measure_id"], unique=False)
