"""The kinds of record that a register holds, and how each is referred to."""

from __future__ import annotations

import re

from edi_tui.domain.words import Word


class Kind(Word):
    """A kind of record: its code, and its name for people."""

    ORGANISATION = "organisation", "Organisation"
    MEMBER = "member", "Board member"
    OBJECTIVE = "objective", "Objective"
    MEASURE = "measure", "Measure"
    READING = "reading", "Reading"
    ACTION = "action", "Action"
    UPDATE = "update", "Update"
    EVIDENCE = "evidence", "Evidence"
    NETWORK = "network", "Network"
    SPONSORSHIP = "sponsorship", "Sponsorship"
    ENGAGEMENT = "engagement", "Engagement"
    FRAMEWORK_ITEM = "framework_item", "Framework item"
    CONCERN = "concern", "Concern"
    HEARD_SCORE = "heard_score", "Heard score"
    CHALLENGE = "challenge", "Challenge"
    APPRAISAL = "appraisal", "Appraisal"
    WAIVER = "waiver", "Waiver"
    COMMITMENT = "commitment", "Commitment"
    DECISION = "decision", "Decision"
    LEARNED = "learned", "Learned word"

    @property
    def prefix(self) -> str:
        """The letters that its references begin with."""
        return _PREFIXES[self]

    @property
    def plural(self) -> str:
        """The word for a list of them, as commands spell it."""
        return _PLURALS.get(self, f"{self.value}s")

    def counted(self, count: int) -> str:
        """Return a number of such records in words, such as `3 objectives`."""
        return f"{count:,} {self.label.lower() if count == 1 else self.many}"

    @property
    def many(self) -> str:
        """The word for several of them, within a sentence: `heard scores`."""
        return self.plural.replace("_", " ")

    @property
    def one(self) -> str:
        """One such record, within a sentence: `an objective`, `evidence`."""
        noun = self.label.lower()
        if self is Kind.EVIDENCE:
            return noun
        return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"

    def ref(self, number: int) -> str:
        """Return the reference of the record with this number, such as `OBJ-004`."""
        return f"{self.prefix}-{number:03d}"


_PREFIXES = {
    Kind.ORGANISATION: "ORG",
    Kind.MEMBER: "MEM",
    Kind.OBJECTIVE: "OBJ",
    Kind.MEASURE: "MEA",
    Kind.READING: "RDG",
    Kind.ACTION: "ACT",
    Kind.UPDATE: "UPD",
    Kind.EVIDENCE: "EVI",
    Kind.NETWORK: "NET",
    Kind.SPONSORSHIP: "SPO",
    Kind.ENGAGEMENT: "ENG",
    Kind.FRAMEWORK_ITEM: "FWK",
    Kind.CONCERN: "CON",
    Kind.HEARD_SCORE: "HRD",
    Kind.CHALLENGE: "CHA",
    Kind.APPRAISAL: "APP",
    Kind.WAIVER: "WAI",
    Kind.COMMITMENT: "CMT",
    Kind.DECISION: "DEC",
    Kind.LEARNED: "LRN",
}
_PLURALS = {
    Kind.EVIDENCE: "evidence",
    Kind.FRAMEWORK_ITEM: "frameworks",
    Kind.LEARNED: "learned",
}

ANSWERS = (Kind.DECISION, Kind.LEARNED)
"""What people answered about imported words: kept and undone like records, but no list of them."""
_BY_PREFIX = {prefix: kind for kind, prefix in _PREFIXES.items()}
_REF = re.compile(r"([A-Za-z]{3})[- ]?0*([1-9][0-9]{0,9})")


def read_ref(text: str) -> tuple[Kind, int] | None:
    """Return the kind and number of a reference such as `OBJ-004` or `obj 4`, or None."""
    match = _REF.fullmatch(text.strip())
    kind = _BY_PREFIX.get(match[1].upper()) if match else None
    return (kind, int(match[2])) if match and kind else None


def read_kind(word: str) -> Kind | None:
    """Return the kind that a word names, singular or plural, or None."""
    code = word.lower().replace("-", "_").replace(" ", "_")
    return next((kind for kind in Kind if code in (kind.value, kind.plural)), None)
