"""What must hold of a draft before it may be stored."""

from __future__ import annotations

from edi_tui.domain.draft_rules import Problems, broken
from edi_tui.domain.due import Due
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.records import Draft, fields_of


def validate(draft: Draft) -> None:
    """Refuse a draft that breaks a rule of its fields.

    Raises:
        InvalidError: With one sentence for each field concerned.
    """
    problems = {**broken(draft), **_field_problems(draft)}
    if problems:
        raise InvalidError(problems)


def _field_problems(draft: Draft) -> Problems:
    problems: Problems = {}
    for field in fields_of(type(draft)):
        value = getattr(draft, field.name)
        if field.required and value in ("", None, ()):
            problems[field.name] = f"{field.label} is needed."
        elif (length := len(_text(field, value))) > field.limit:
            problems[field.name] = (
                f"{field.label} has {length:,} characters; at most {field.limit:,} fit."
            )
    return problems


def _text(field: Field, value: object) -> str:
    """Return the text of a value, which has no end of its own as a date or a choice has."""
    if isinstance(value, Due):
        return value.text
    if field.kind is FieldKind.NAMES and isinstance(value, tuple):
        return "; ".join(value)
    return value if isinstance(value, str) else ""
