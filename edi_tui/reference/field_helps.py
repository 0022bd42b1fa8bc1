"""What people are told of each field, read from the files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rules.texts import RuleText
from edi_tui.reference.rule_texts import rule_texts


@dataclass(frozen=True, slots=True)
class FieldHelp:
    """What belongs in one field."""

    what: str
    example: str
    """What a good entry looks like, in the NHS."""
    rules: tuple[RuleText, ...]
    """The rules that read it."""


@cache
def field_helps() -> Mapping[tuple[Kind, str], FieldHelp]:
    """Return the help of every field, by the kind of record and the name of the field."""
    found: dict[tuple[Kind, str], FieldHelp] = {}
    for file in sorted(files("edi_tui.reference.fields").iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            kinds = tomllib.loads(file.read_text(encoding="utf-8"))
            for kind, fields in kinds.items():
                found |= {(Kind(kind), name): _help(**told) for name, told in fields.items()}
    return found


def _help(what: str, example: str, rules: list[str]) -> FieldHelp:
    return FieldHelp(what, example, tuple(rule_texts()[rule] for rule in rules))
