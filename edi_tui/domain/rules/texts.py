"""What rules say to people: sentences, levels and versions, which are data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.rules.rule import Remark
from edi_tui.domain.words import Word


class Verdict(Word):
    """How far a record meets one criterion."""

    MET = "met", "Met"
    WEAK = "weak", "Weak"
    MISSING = "missing", "Missing"
    NOT_ASSESSED = "not_assessed", "Not assessed"


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence that a rule may say; names in braces are filled in from the remark."""

    message: str
    fix: str = ""
    level: FindingLevel | None = None
    """None for what is in order or cannot be judged, which is no finding."""
    verdict: Verdict | None = None
    """What it means for the rule's criterion, where the rule has one."""


@dataclass(frozen=True, slots=True)
class RuleText:
    """Everything about a rule but its function."""

    id: str
    version: int
    """Counted up when the same record would be judged differently."""
    name: str
    """What it asks for, in a few words."""
    field: str
    """The field that a person goes to."""
    source: str
    """The guidance, formula or document that it comes from."""
    says: Mapping[str, Said]
    criterion: str = ""
    """The letter of SMART; empty for other rules."""
    leads: bool = False
    """Whether it alone can make its criterion missing; other rules only weaken it."""
    blocks: bool = False
    """Whether an objective stays a draft while the rule speaks."""

    @property
    def told(self) -> frozenset[str]:
        """The keys of the sentences that are findings; the others only explain a verdict."""
        return frozenset(key for key, said in self.says.items() if said.level is not None)

    def finding(self, ref: str, remark: Remark) -> Finding:
        """Return the finding that a remark on a record is."""
        says, value, _, field = remark
        said = self.says[says]
        message, fix, level = said.message, said.fix, said.level
        assert level is not None
        if "{" in message:
            message = told(message, remark)
        if "{" in fix:
            fix = told(fix, remark)
        # By place: by name takes three times as long, and a large register has 100,000 of them.
        column = field or self.field
        return Finding(self.id, level, message, "", column, value, (), ref, self.version, fix)


def told(sentence: str, remark: Remark) -> str:
    """Return a sentence with the remark's facts in it."""
    if "{" not in sentence:
        return sentence
    return sentence.format(value=remark.value, **remark.facts)
