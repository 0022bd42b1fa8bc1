"""The layout that judges: concerns, heard scores, challenges, appraisals, waivers, commitments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from edi_tui.store.models.base import DecimalText

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

RECORDS = ("concern", "heard_score", "challenge", "appraisal", "waiver", "commitment")
_SUBJECTS = (
    "objective",
    "action",
    "measure",
    "member",
    "network",
    "sponsorship",
    "evidence",
    "concern",
    "challenge",
    "framework_item",
)
_SUPPORTED = (
    "objective",
    "action",
    "network",
    "sponsorship",
    "engagement",
    "concern",
    "challenge",
)
_ENGAGEMENTS = (
    "meeting",
    "one_to_one",
    "listening",
    "learning",
    "reverse_mentoring",
    "board_slot",
    "event",
    "board_update",
    "planning",
    "mentoring",
    "national_event",
)


def upgrade() -> None:
    """Add the new tables and columns, and widen what engagements and evidence may say."""
    _network_tables()
    _judgement_tables()
    _columns()
    _rebuild("engagement", _engagement_columns(), ("network_id", "member_id"))
    _rebuild(
        "evidence_link",
        _evidence_link_columns(),
        ("evidence_id", *(f"{kind}_id" for kind in _SUPPORTED)),
    )
    if op.get_bind().dialect.name == "sqlite":
        for table in (*RECORDS, "engagement"):
            _keep(table)


def _keep(table: str) -> None:
    op.execute(
        f"CREATE TRIGGER keep_{table} BEFORE DELETE ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'records are withdrawn, never deleted'); END"
    )


def _network_tables() -> None:
    _table(
        "concern",
        _pointer("network", needed=True),
        sa.Column("raised_on", sa.Date(), nullable=False),
        *_texts("theme", "text", "escalated_to"),
        sa.Column("board_on", sa.Date()),
        *_texts("paper", "answer"),
        sa.Column("answered_on", sa.Date()),
        *_texts("changed"),
        sa.Column("fed_back_on", sa.Date()),
        _one_of("concern", "escalated_to", ("sponsor", "executive", "committee", "board")),
        *_said("concern", "theme", "text"),
    )
    _table(
        "heard_score",
        _pointer("network", needed=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("score", DecimalText(), nullable=False),
        sa.Column("people", DecimalText()),
        *_texts("heard_from"),
        _one_of("heard_score", "heard_from", ("members", "chair")),
        sa.CheckConstraint(
            "CAST(score AS REAL) BETWEEN 1 AND 5", name="ck_heard_score_between_1_and_5"
        ),
    )


def _judgement_tables() -> None:
    _table(
        "appraisal",
        _pointer("member", needed=True),
        *_texts("year"),
        _pointer("objective"),
        sa.Column("mid_year_on", sa.Date()),
        sa.Column("appraised_on", sa.Date()),
        *_texts("appraiser", "outcome"),
        sa.Column("submitted_on", sa.Date()),
        *_texts("note"),
        _one_of("appraisal", "outcome", ("not_assessed", "met", "partly_met", "not_met")),
        *_said("appraisal", "year"),
    )
    _table(
        "challenge",
        *_texts("asker", "asker_name"),
        sa.Column("asked_on", sa.Date(), nullable=False),
        *_texts("question"),
        sa.Column("answer_by", sa.Date()),
        sa.Column("owner_id", sa.Integer(), sa.ForeignKey("member.id"), index=True),
        _pointer("objective"),
        *_texts("answer"),
        sa.Column("answered_on", sa.Date()),
        sa.Column("closed_on", sa.Date()),
        _one_of("challenge", "asker", ("icb", "nhs_england", "peer", "other")),
        *_said("challenge", "question"),
    )
    _table(
        "commitment",
        *_texts("text", "statement"),
        sa.Column("place", DecimalText()),
        _pointer("objective"),
        *_texts("parked"),
        *_said("commitment", "text", "statement"),
    )
    _table(
        "waiver",
        *_texts("rule"),
        *(_pointer(kind) for kind in _SUBJECTS),
        *_texts("reason"),
        _exactly_one("waiver", _SUBJECTS),
        *_said("waiver", "rule", "reason"),
    )


def _columns() -> None:
    for name in (
        "sponsor_gap_days",
        "concern_days",
        "heard_people",
        "moves",
        "tolerance",
        "stretch",
    ):
        op.add_column("organisation", sa.Column(name, DecimalText()))
    for name in ("done", "resources", "baf"):
        _add_text("objective", name)
    op.add_column("objective", sa.Column("proof", sa.JSON(), server_default="[]", nullable=False))
    for name in ("review_on", "agreed_on"):
        op.add_column("objective", sa.Column(name, sa.Date()))
    _add_pointer("objective", "follows_id", "objective")
    _add_pointer("measure", "metric_id", "framework_item")
    op.add_column("measure", sa.Column("target_on", sa.Date()))
    for name in ("posts", "turnover", "hires"):
        op.add_column("measure", sa.Column(name, DecimalText()))
    _add_text("progress_update", "reason")
    for name in ("changed", "handover"):
        _add_text("sponsorship", name)
    _add_text("framework_item", "deadline")
    for name in ("submitted_by", "verified_by"):
        _add_text("evidence", name)
    op.add_column("evidence", sa.Column("verified_on", sa.Date()))
    op.execute(
        "ALTER TABLE evidence ADD COLUMN review TEXT NOT NULL DEFAULT 'not_reviewed' CONSTRAINT "
        "ck_evidence_review CHECK (review IN ('not_reviewed', 'accepted', 'rejected'))"
    )
    op.execute(
        "ALTER TABLE evidence ADD COLUMN independent INTEGER NOT NULL DEFAULT 0 CONSTRAINT "
        "ck_evidence_independent CHECK (independent IN (0, 1))"
    )


def _engagement_columns() -> list[sa.schema.SchemaItem]:
    return [
        *_record(),
        _pointer("network", needed=True, index=False),
        _pointer("member", needed=True, index=False),
        sa.Column("on", sa.Date(), nullable=False),
        *_texts("kind", "attendance", "note"),
        _one_of("engagement", "kind", _ENGAGEMENTS),
        _one_of("engagement", "attendance", ("attended", "apologies", "deputy", "absent")),
    ]


def _evidence_link_columns() -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        _pointer("evidence", needed=True, index=False),
        *(_pointer(kind, index=False) for kind in _SUPPORTED),
        _exactly_one("evidence_link", _SUPPORTED),
    ]


def _rebuild(table: str, columns: list[sa.schema.SchemaItem], indexed: tuple[str, ...]) -> None:
    """Make a table again: SQLite cannot change a check in place."""
    known = [column["name"] for column in sa.inspect(op.get_bind()).get_columns(table)]
    names = ", ".join(f'"{name}"' for name in known)
    op.create_table(f"{table}_wider", *columns, sqlite_strict=True)
    op.execute(f"INSERT INTO {table}_wider ({names}) SELECT {names} FROM {table}")
    op.drop_table(table)
    op.rename_table(f"{table}_wider", table)
    for name in indexed:
        op.create_index(f"ix_{table}_{name}", table, [name])


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(name, *_record(), *parts, sqlite_strict=True)


def _record() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.String()),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
    ]


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _pointer(kind: str, *, needed: bool = False, index: bool = True) -> sa.Column[int]:
    key = sa.ForeignKey(f"{kind}.id")
    return sa.Column(f"{kind}_id", sa.Integer(), key, nullable=not needed, index=index)


def _add_text(table: str, name: str) -> None:
    op.add_column(table, sa.Column(name, sa.String(), server_default="", nullable=False))


def _add_pointer(table: str, name: str, target: str) -> None:
    op.execute(f"ALTER TABLE {table} ADD COLUMN {name} INTEGER REFERENCES {target} (id)")
    op.create_index(f"ix_{table}_{name}", table, [name])


def _one_of(table: str, column: str, codes: tuple[str, ...]) -> sa.CheckConstraint:
    listed = ", ".join(f"'{code}'" for code in codes)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=f"ck_{table}_{column}")


def _said(table: str, *columns: str) -> list[sa.CheckConstraint]:
    return [
        sa.CheckConstraint(f"length({column}) > 0", name=f"ck_{table}_{column}_said")
        for column in columns
    ]


def _exactly_one(table: str, kinds: tuple[str, ...]) -> sa.CheckConstraint:
    count = " + ".join(f"({kind}_id IS NOT NULL)" for kind in kinds)
    return sa.CheckConstraint(f"{count} = 1", name=f"ck_{table}_points_at_one")
