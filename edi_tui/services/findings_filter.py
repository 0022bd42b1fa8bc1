"""Choosing among findings: words, and `field:value` terms."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from edi_tui.domain.findings import Finding
from edi_tui.domain.kinds import read_kind, read_ref
from edi_tui.domain.text import folded
from edi_tui.services.judgement import Checked

_FIELDS: Mapping[str, Callable[[Finding, str], bool]] = {
    "level": lambda finding, value: finding.level.value == value.lower(),
    "rule": lambda finding, value: finding.rule.lower() == value.lower(),
    "ref": lambda finding, value: read_ref(finding.ref) == read_ref(value),
    "kind": lambda finding, value: _kind(finding) is read_kind(value),
    "field": lambda finding, value: folded(finding.column) == folded(value),
}


def chosen(checked: Checked, text: str, rules: Sequence[str]) -> Checked:
    """Return the findings that fit a filter and are of one of some rules.

    Args:
        checked: All findings.
        text: Words that must stand in the finding, and terms such as `level:fail`.
        rules: Ids; all rules where there are none.

    Raises:
        ValueError: A field is unknown; the message names the nearest.
    """
    terms = [_term(word) for word in shlex.split(text)]
    wanted = {name.lower() for name in rules}
    return replace(
        checked,
        findings=tuple(
            finding
            for finding in checked.findings
            if (not wanted or finding.rule.lower() in wanted)
            and all(fits(finding) for fits in terms)
        ),
    )


def _term(word: str) -> Callable[[Finding], bool]:
    name, colon, value = word.partition(":")
    if not colon:
        return lambda finding: folded(word) in folded(_text(finding))
    fits = _FIELDS.get(name.lower())
    if fits is None:
        nearest = get_close_matches(name.lower(), _FIELDS, n=1)
        hint = f"did you mean “{nearest[0]}”?" if nearest else f"there are {', '.join(_FIELDS)}."
        raise ValueError(f"Findings have no field “{name}”; {hint}")
    return lambda finding: fits(finding, value)


def _text(finding: Finding) -> str:
    return " ".join((finding.ref, finding.rule, finding.message, finding.value, finding.fix))


def _kind(finding: Finding) -> object:
    target = read_ref(finding.ref)
    return target[0] if target else None
