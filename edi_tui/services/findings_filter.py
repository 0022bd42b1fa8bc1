"""Choosing among findings: the filter of lists, with the fields that findings have.

Fields, tags and views of lists choose the findings about the records that they find.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from edi_tui.domain.errors import FilterError
from edi_tui.domain.filters.conditions import Coded, Condition, Holds, Points
from edi_tui.domain.filters.expression import (
    About,
    All,
    Either,
    Expression,
    Not,
    Says,
    Term,
    either,
)
from edi_tui.domain.filters.fields import FilterField, Sort
from edi_tui.domain.filters.meaning import meaning_of
from edi_tui.domain.filters.read import ListVocabulary, Views, read_in, unknown
from edi_tui.domain.filters.values import fits
from edi_tui.domain.filters.written import written
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind, read_kind, read_ref
from edi_tui.domain.records import JUDGED
from edi_tui.domain.text import quoted, shortened, sought
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.services.judgement import Checked
from edi_tui.services.register import Register
from edi_tui.services.saved_views import by_name
from edi_tui.services.search import search


def _level(value: str) -> Condition:
    levels = [level.value for level in FindingLevel]
    if value.lower() not in levels:
        raise ValueError(f"{quoted(value)} is no level; there are {', '.join(levels)}.")
    return Coded((value.lower(),))


def _ref(value: str) -> Condition:
    target = read_ref(value)
    if target is None:
        raise ValueError(f"{quoted(value)} is not a reference; write one such as OBJ-004.")
    return Points(target[0].prefix, target[1])


def _kind(value: str) -> Condition:
    kind = read_kind(value)
    if kind is None:
        raise ValueError(f"{quoted(value)} is no kind of record, such as objectives.")
    return Points(kind.prefix, None)


_Value = Callable[[Finding], object]
_FIELDS: Mapping[str, tuple[FilterField, Callable[[str], Condition], _Value]] = {
    name: (FilterField(name, name, sort, name), read, value)
    for name, sort, read, value in (
        ("level", Sort.WORDS, _level, lambda finding: finding.level.value),
        ("rule", Sort.WORDS, lambda text: Coded((text.lower(),)), lambda one: one.rule.lower()),
        ("ref", Sort.REF, _ref, lambda finding: finding.ref),
        ("kind", Sort.REF, _kind, lambda finding: finding.ref),
        ("field", Sort.TEXT, Holds, lambda finding: finding.column),
    )
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The findings that a filter chose."""

    checked: Checked
    meaning: str
    """What was understood, in plain words."""


def chosen(register: Register, checked: Checked, text: str, rules: Sequence[str]) -> Chosen:
    """Return the findings that fit a filter and are of one of some rules.

    Args:
        register: The register.
        checked: All findings.
        text: A filter: words of findings, `level:fail`, and whatever lists are filtered by.
        rules: Ids; all rules where there are none.

    Raises:
        FilterError: A name is unknown; the message names the nearest.
    """
    try:
        wanted = read_in(text, _Vocabulary(register, by_name(register)))
        only = _one_of(rules, {finding.rule for finding in checked.findings})
    except ValueError as error:
        raise FilterError(str(error)) from error
    chooser = _Chooser(register, checked)
    found = (one for one in checked.findings if only(one) and chooser.fits(wanted, one))
    return Chosen(replace(checked, findings=tuple(found)), meaning_of(wanted, "findings"))


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The fields of findings, then those of the lists whose records rules judge."""

    register: Register
    views: Views

    def term(self, typed: str, value: str) -> Expression:
        """Return what a field with its value asks for."""
        if typed.lower() in _FIELDS:
            spec, read, _ = _FIELDS[typed.lower()]
            return Term(spec, "", value, read(value))
        return self._about(lambda lists: lists.term(typed, value), typed)

    def tag(self, name: str) -> Expression:
        """Return what a tag asks for."""
        return self._about(lambda lists: lists.tag(name), name)

    def view(self, name: str) -> Expression:
        """Return what a saved filter asks for."""
        if name.casefold() not in self.views:
            said = f"There is no view {quoted(f'@{name}')}"
            raise ValueError(unknown(said, name, self.views))
        kind = self.views[name.casefold()][0]
        return About(kind, self._lists(kind).view(name))

    def _lists(self, kind: Kind) -> ListVocabulary:
        return ListVocabulary(kind, self.register.today, self.views)

    def _about(self, read: Callable[[ListVocabulary], Expression], typed: str) -> Expression:
        found: list[Expression] = []
        refusals: list[str] = []
        for kind in JUDGED:
            try:
                found.append(About(kind, read(self._lists(kind))))
            except ValueError as error:
                refusals.append(str(error))
        if found:
            return either(found)
        nearest = get_close_matches(typed.lower(), _FIELDS, n=1)
        if nearest:
            said = f"Findings have no field {quoted(typed)}"
            raise ValueError(f"{said}; did you mean “{nearest[0]}”?")
        raise ValueError(refusals[0])


@dataclass(frozen=True, slots=True)
class _Chooser:
    """Tells which findings fit a filter; the records of each part are looked up once."""

    register: Register
    checked: Checked
    refs: dict[About, frozenset[str]] = field(default_factory=dict)

    def fits(self, wanted: Expression, finding: Finding) -> bool:
        """Tell whether a finding is as a filter asks."""
        if isinstance(wanted, All):
            return all(self.fits(part, finding) for part in wanted.parts)
        if isinstance(wanted, Either):
            return any(self.fits(part, finding) for part in wanted.parts)
        if isinstance(wanted, Not):
            return not self.fits(wanted.part, finding)
        if isinstance(wanted, About):
            return finding.ref in self._found(wanted)
        if isinstance(wanted, Term):
            return fits(wanted.condition, _FIELDS[wanted.field.name][2](finding))
        assert isinstance(wanted, Says)
        return sought(wanted.words) in sought(_text(finding))

    def _found(self, about: About) -> frozenset[str]:
        if about not in self.refs:
            text, day = written(about.part), self.checked.as_at
            numbers = search(self.register, about.kind, text, as_at=day).numbers
            self.refs[about] = frozenset(map(about.kind.ref, numbers))
        return self.refs[about]


def _one_of(rules: Sequence[str], speaking: Collection[str]) -> Callable[[Finding], bool]:
    """Return whether a finding is of one of some rules; those of imports speak or do not exist."""
    known = {name.lower(): name for name in (*rule_texts(), *speaking)}
    for name in rules:
        if name.lower() not in known:
            nearest = get_close_matches(name.lower(), known, n=1, cutoff=0.4)
            hint = f"did you mean {known[nearest[0]]}?" if nearest else "check names them all."
            raise ValueError(f"There is no rule “{shortened(name, 40)}”; {hint}")
    wanted = {name.lower() for name in rules}
    return lambda finding: not wanted or finding.rule.lower() in wanted


def _text(finding: Finding) -> str:
    return " ".join((finding.ref, finding.rule, finding.message, finding.value, finding.fix))
