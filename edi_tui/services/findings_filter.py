"""Choosing among findings: words, and `field:value` terms."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import read_kind, read_ref
from edi_tui.domain.text import folded, shortened
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.services.judgement import Checked

Fits = Callable[[Finding], bool]


def _level(value: str) -> Fits:
    levels = [level.value for level in FindingLevel]
    if value.lower() not in levels:
        raise ValueError(f"“{shortened(value, 40)}” is no level; there are {', '.join(levels)}.")
    return lambda finding: finding.level.value == value.lower()


def _ref(value: str) -> Fits:
    wanted = read_ref(value)
    if wanted is None:
        raise ValueError(f"“{shortened(value, 40)}” is not a reference; write one such as OBJ-004.")
    return lambda finding: read_ref(finding.ref) == wanted


def _kind(value: str) -> Fits:
    wanted = read_kind(value)
    if wanted is None:
        raise ValueError(f"“{shortened(value, 40)}” is no kind of record, such as objectives.")
    return lambda finding: finding.ref.startswith(f"{wanted.prefix}-")


_FIELDS: Mapping[str, Callable[[str], Fits]] = {
    "level": _level,
    "rule": lambda value: lambda finding: finding.rule.lower() == value.lower(),
    "ref": _ref,
    "kind": _kind,
    "field": lambda value: lambda finding: folded(finding.column) == folded(value),
}


def chosen(checked: Checked, text: str, rules: Sequence[str]) -> Checked:
    """Return the findings that fit a filter and are of one of some rules.

    Args:
        checked: All findings.
        text: Words that must stand in the finding, and terms such as `level:fail`.
        rules: Ids; all rules where there are none.

    Raises:
        ValueError: A field or rule is unknown; the message names the nearest.
    """
    terms = [_term(word) for word in _words(text)]
    if rules:
        terms.append(_one_of(rules, {finding.rule for finding in checked.findings}))
    found = (finding for finding in checked.findings if all(fits(finding) for fits in terms))
    return replace(checked, findings=tuple(found))


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        raise ValueError(
            f"“{shortened(text, 60)}” has a quotation mark without its partner."
        ) from None


def _one_of(rules: Sequence[str], speaking: Collection[str]) -> Fits:
    """Return whether a finding is of one of some rules; those of imports speak or do not exist."""
    known = {name.lower(): name for name in (*rule_texts(), *speaking)}
    for name in rules:
        if name.lower() not in known:
            nearest = get_close_matches(name.lower(), known, n=1, cutoff=0.4)
            hint = f"did you mean {known[nearest[0]]}?" if nearest else "check names them all."
            raise ValueError(f"There is no rule “{shortened(name, 40)}”; {hint}")
    wanted = {name.lower() for name in rules}
    return lambda finding: finding.rule.lower() in wanted


def _term(word: str) -> Fits:
    name, colon, value = word.partition(":")
    if not colon:
        return lambda finding: folded(word) in folded(_text(finding))
    fits = _FIELDS.get(name.lower())
    if fits is None:
        nearest = get_close_matches(name.lower(), _FIELDS, n=1)
        hint = f"did you mean “{nearest[0]}”?" if nearest else f"there are {', '.join(_FIELDS)}."
        raise ValueError(f"Findings have no field “{shortened(name, 40)}”; {hint}")
    return fits(value)


def _text(finding: Finding) -> str:
    return " ".join((finding.ref, finding.rule, finding.message, finding.value, finding.fix))
