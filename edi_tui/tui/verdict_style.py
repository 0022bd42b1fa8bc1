"""The sign and the colour of a verdict; its word always stands beside them."""

from __future__ import annotations

from edi_tui.domain.rules.texts import Verdict

SIGNS = {
    Verdict.MET: "✓",
    Verdict.WEAK: "~",
    Verdict.MISSING: "✗",
    Verdict.NOT_ASSESSED: "?",
}
COLOURS = {
    Verdict.MET: "text-success",
    Verdict.WEAK: "text-warning",
    Verdict.MISSING: "text-error",
}
"""Names of theme variables; a verdict without one is dim."""


def verdict_words(verdict: Verdict) -> str:
    """Return a verdict as it is always shown: its sign and its word, `✗ missing`."""
    return f"{SIGNS[verdict]} {verdict.label.lower()}"
