"""What others ask of the organisation, what it said in public, and where a rule is waived."""

from datetime import date
from decimal import Decimal

from sqlmodel import Field

from edi_tui.domain.records import JUDGED
from edi_tui.domain.words import Asker
from edi_tui.store.models.base import STRICT, DecimalText, Record, exactly_one, one_of, said


class Challenge(Record, table=True):
    """A question from outside."""

    __tablename__ = "challenge"
    __table_args__ = (
        one_of("challenge", "asker", Asker),
        *said("challenge", "question"),
        STRICT,
    )
    asker: str
    asker_name: str = ""
    asked_on: date
    question: str
    answer_by: date | None = None
    owner_id: int | None = Field(default=None, foreign_key="member.id", index=True)
    objective_id: int | None = Field(default=None, foreign_key="objective.id", index=True)
    answer: str = ""
    answered_on: date | None = None
    closed_on: date | None = None


class Waiver(Record, table=True):
    """A rule set aside for one record."""

    __tablename__ = "waiver"
    __table_args__ = (
        exactly_one("waiver", tuple(f"{kind.value}_id" for kind in JUDGED)),
        *said("waiver", "rule", "reason"),
        STRICT,
    )
    rule: str
    objective_id: int | None = Field(default=None, foreign_key="objective.id", index=True)
    action_id: int | None = Field(default=None, foreign_key="action.id", index=True)
    measure_id: int | None = Field(default=None, foreign_key="measure.id", index=True)
    member_id: int | None = Field(default=None, foreign_key="member.id", index=True)
    network_id: int | None = Field(default=None, foreign_key="network.id", index=True)
    sponsorship_id: int | None = Field(default=None, foreign_key="sponsorship.id", index=True)
    evidence_id: int | None = Field(default=None, foreign_key="evidence.id", index=True)
    concern_id: int | None = Field(default=None, foreign_key="concern.id", index=True)
    challenge_id: int | None = Field(default=None, foreign_key="challenge.id", index=True)
    framework_item_id: int | None = Field(default=None, foreign_key="framework_item.id", index=True)
    reason: str


class Commitment(Record, table=True):
    """A sentence of a public statement."""

    __tablename__ = "commitment"
    __table_args__ = (*said("commitment", "text", "statement"), STRICT)
    text: str
    statement: str
    place: Decimal | None = Field(default=None, sa_type=DecimalText)
    objective_id: int | None = Field(default=None, foreign_key="objective.id", index=True)
    parked: str = ""
