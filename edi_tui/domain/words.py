"""The vocabularies of the register: each word has one code, and one label for people."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A code that is stored, beside the label that people read."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Word:
        """Make a member from its code and label."""
        word = str.__new__(cls, code)
        word._value_ = code
        word.label = label
        return word


class Status(Word):
    """How an objective or action stands, in the words of delivery reports."""

    NOT_STARTED = "not_started", "Not started"
    ON_TRACK = "on_track", "On track"
    AT_RISK = "at_risk", "At risk"
    OFF_TRACK = "off_track", "Off track"
    COMPLETE = "complete", "Complete"
    EMBEDDED = "embedded", "Embedded"
    ON_HOLD = "on_hold", "On hold"
    CLOSED_NOT_MET = "closed_not_met", "Closed, not met"
    CARRIED_OVER = "carried_over", "Carried over"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"
    NO_UPDATE = "no_update", "No update"

    @property
    def letter(self) -> str:
        """The letter of the BRAG scale that stands beside the words, or a dash."""
        return _LETTERS.get(self, "-")

    @property
    def closed(self) -> bool:
        """Whether nothing more is expected, so that it can no longer be overdue."""
        return self in _CLOSED


_LETTERS = {
    Status.COMPLETE: "B",
    Status.EMBEDDED: "B",
    Status.ON_TRACK: "G",
    Status.AT_RISK: "A",
    Status.OFF_TRACK: "R",
    Status.CLOSED_NOT_MET: "R",
}
_CLOSED = frozenset(
    {
        Status.COMPLETE,
        Status.EMBEDDED,
        Status.CLOSED_NOT_MET,
        Status.CARRIED_OVER,
        Status.SUPERSEDED,
        Status.WITHDRAWN,
    }
)


class OrganisationKind(Word):
    """What sort of NHS body keeps the register; appraisal routes differ by it."""

    TRUST = "trust", "NHS trust"
    FT = "ft", "NHS foundation trust"
    ICB = "icb", "Integrated care board"


class Seat(Word):
    """The kind of seat that a board member holds."""

    CHAIR = "chair", "Chair"
    CHIEF_EXECUTIVE = "chief_executive", "Chief executive"
    EXECUTIVE = "executive", "Executive director"
    NON_EXECUTIVE = "non_executive", "Non-executive director"
    ASSOCIATE = "associate", "Associate"


class Standing(Word):
    """How a seat is filled."""

    SUBSTANTIVE = "substantive", "Substantive"
    INTERIM = "interim", "Interim"
    ACTING = "acting", "Acting"
    VACANT = "vacant", "Vacant"


class Level(Word):
    """Whose change an objective is: the organisation's, the role's or the person's."""

    CORPORATE = "corporate", "Corporate"
    PROFESSIONAL = "professional", "Professional"
    PERSONAL = "personal", "Personal"


class Scope(Word):
    """Whether one member or the whole board answers for an objective (HIA1)."""

    INDIVIDUAL = "individual", "Individual"
    COLLECTIVE = "collective", "Collective"


class Direction(Word):
    """Which way a measure should move."""

    UP = "up", "Up"
    DOWN = "down", "Down"
    PARITY = "parity", "Towards parity"


class NetworkState(Word):
    """Where a staff network is in its life."""

    ACTIVE = "active", "Active"
    FORMING = "forming", "Forming"
    DORMANT = "dormant", "Dormant"
    CLOSED = "closed", "Closed"


class SponsorKind(Word):
    """Which side of the board a sponsor sits on."""

    EXECUTIVE = "executive", "Executive sponsor"
    NON_EXECUTIVE = "non_executive", "Non-executive sponsor"


class Appointment(Word):
    """How a sponsor came to the role."""

    NOT_SAID = "not_said", "Not said"
    VOLUNTEERED = "volunteered", "Volunteered"
    APPROACHED = "approached", "Approached"
    CHOSEN = "chosen", "Chosen by members"
    ASSIGNED = "assigned", "Assigned"


class EngagementKind(Word):
    """What a sponsor did with a network."""

    MEETING = "meeting", "Network meeting"
    ONE_TO_ONE = "one_to_one", "One-to-one with the chair"
    LISTENING = "listening", "Listening session"
    LEARNING = "learning", "Learning session"
    REVERSE_MENTORING = "reverse_mentoring", "Reverse mentoring"
    BOARD_SLOT = "board_slot", "Board slot"
    EVENT = "event", "Event"
    BOARD_UPDATE = "board_update", "Update to the board"
    PLANNING = "planning", "Planning with the network"
    MENTORING = "mentoring", "Mentoring the chair"
    NATIONAL_EVENT = "national_event", "National event"


class Attendance(Word):
    """Whether the sponsor was there."""

    ATTENDED = "attended", "Attended"
    APOLOGIES = "apologies", "Apologies"
    DEPUTY = "deputy", "Deputy sent"
    ABSENT = "absent", "Not there"


class EvidenceKind(Word):
    """What sort of proof an item is; HIA1 asks for data and lived experience by name."""

    DOCUMENT = "document", "Document"
    DATA = "data", "Organisational data"
    LIVED_EXPERIENCE = "lived_experience", "Lived experience"
    MINUTES = "minutes", "Minutes or paper"
    POLICY = "policy", "Policy"
    REVIEW = "review", "Review or audit"


class ReviewState(Word):
    """What came of looking an item of evidence over."""

    NOT_REVIEWED = "not_reviewed", "Not reviewed"
    ACCEPTED = "accepted", "Accepted"
    REJECTED = "rejected", "Not accepted"


class Assurance(Word):
    """How far the proof of a record goes; each step holds the ones before."""

    NONE = "none", "None"
    ASSERTED = "asserted", "Asserted"
    EVIDENCED = "evidenced", "Evidenced"
    VERIFIED = "verified", "Verified"
    INDEPENDENT = "independent", "Independently verified"


class Escalation(Word):
    """How far up a network's concern was taken."""

    SPONSOR = "sponsor", "Sponsor"
    EXECUTIVE = "executive", "Executive team"
    COMMITTEE = "committee", "Committee"
    BOARD = "board", "Board"


class HeardFrom(Word):
    """Who gave a heard score."""

    MEMBERS = "members", "Members' poll"
    CHAIR = "chair", "Network chair"


class Asker(Word):
    """Who put a challenge to the organisation."""

    ICB = "icb", "Integrated care board"
    NHS_ENGLAND = "nhs_england", "NHS England"
    PEER = "peer", "Peer organisation"
    OTHER = "other", "Other"


class AppraisalOutcome(Word):
    """What an appraisal found of an objective."""

    NOT_ASSESSED = "not_assessed", "Not assessed yet"
    MET = "met", "Met"
    PARTLY_MET = "partly_met", "Partly met"
    NOT_MET = "not_met", "Not met"


class Precision(Word):
    """How exactly a due date was given."""

    DAY = "day", "Day"
    MONTH = "month", "End of the month"
    QUARTER = "quarter", "End of the quarter"
    YEAR = "year", "End of the year"
    NONE = "none", "No date"


class Outcome(Word):
    """What became of an imported row."""

    CREATED = "created", "Created"
    UPDATED = "updated", "Updated"
    UNCHANGED = "unchanged", "Unchanged"
    JOINED = "joined", "Joined to the row above"
    QUARANTINED = "quarantined", "Set aside"
    SKIPPED = "skipped", "Skipped"


class Choice(Word):
    """What a person decided about an imported cell or row."""

    ACCEPTED = "accepted", "Accepted"
    CORRECTED = "corrected", "Corrected"
    KEPT = "kept", "Kept as text"
    REJECTED = "rejected", "Left out"


class LearnedSort(Word):
    """What sort of words an import has learned to read."""

    HEADING = "heading", "Heading"
    PERSON = "person", "Person"
    STATUS = "status", "Status"


class QuarterState(Word):
    """How far a quarter has come."""

    COMING = "coming", "Coming"
    CURRENT = "current", "Current"
    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"


class Audience(Word):
    """Whom a paper is for, which decides what stands in it."""

    COMMITTEE = "committee", "Committee"
    BOARD = "board", "Board"
    PUBLIC = "public", "All staff and the public"
