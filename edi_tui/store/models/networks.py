"""Staff networks, their sponsors and what the sponsors did."""

from datetime import date

from sqlmodel import Field

from edi_tui.domain.words import (
    Appointment,
    Attendance,
    EngagementKind,
    NetworkState,
    SponsorKind,
)
from edi_tui.store.models.base import STRICT, Record, one_of, said


class Network(Record, table=True):
    """A staff network."""

    __tablename__ = "network"
    __table_args__ = (one_of("network", "state", NetworkState), *said("network", "name"), STRICT)
    name: str
    characteristic: str = ""
    state: str
    chair: str = ""
    meets: str = ""


class Sponsorship(Record, table=True):
    """A member's term as sponsor."""

    __tablename__ = "sponsorship"
    __table_args__ = (
        one_of("sponsorship", "kind", SponsorKind),
        one_of("sponsorship", "appointed", Appointment),
        STRICT,
    )
    network_id: int = Field(foreign_key="network.id", index=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    kind: str
    appointed: str
    from_on: date | None = None
    to_on: date | None = None
    ended_on: date | None = None
    achieves: str = ""
    objective_id: int | None = Field(default=None, foreign_key="objective.id", index=True)


class Engagement(Record, table=True):
    """Something that a sponsor did with a network."""

    __tablename__ = "engagement"
    __table_args__ = (
        one_of("engagement", "kind", EngagementKind),
        one_of("engagement", "attendance", Attendance),
        STRICT,
    )
    network_id: int = Field(foreign_key="network.id", index=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    on: date
    kind: str
    attendance: str
    note: str = ""
