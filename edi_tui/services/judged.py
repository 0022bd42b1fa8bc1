"""What the rules make of a register, and by which versions of them."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from edi_tui.domain.kinds import Kind
from edi_tui.domain.plain import Plain
from edi_tui.domain.plain_rows import canonical
from edi_tui.domain.rules.view import View
from edi_tui.domain.ways import WAYS
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.services.coverage import coverage_in
from edi_tui.services.judgement import smart_of
from edi_tui.services.report import Judged

if TYPE_CHECKING:
    from hashlib import _Hash as Hash


def judged_in(view: View) -> Judged:
    """Return what the rules of today make of a register as at a day."""
    criteria = {ref: smart_of(row, view) for ref, row in view.objectives.items()}
    return Judged(
        board=coverage_in(view, lambda row, _: criteria[row.ref]),
        drift=view.drift,
        verdicts={ref: {one.letter: one.verdict for one in each} for ref, each in criteria.items()},
        rules=rule_versions(),
    )


def rule_versions() -> Mapping[str, int]:
    """Return the version of each rule, and of each way in which something is worked out."""
    rules = {name: text.version for name, text in rule_texts().items()}
    return rules | {name: way.version for name, way in WAYS.items()}


def framework_versions(records: Mapping[str, Plain]) -> Mapping[str, str]:
    """Return the SHA-256 over the standing items of each framework, by its name."""
    digests: dict[str, Hash] = {}
    prefix = f"{Kind.FRAMEWORK_ITEM.prefix}-"
    for ref, record in records.items():
        if ref.startswith(prefix) and not record["withdrawn"]:
            digest = digests.setdefault(record["says"]["framework"], sha256())
            digest.update(f"{canonical(record['says'])}\n".encode())
    return {name: digest.hexdigest() for name, digest in digests.items()}
