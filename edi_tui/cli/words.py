"""Words for the fields of a record, as options and as JSON on standard input bring them."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

import typer

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.text import shortened

if TYPE_CHECKING:
    from edi_tui.domain.fields import Field

Words = dict[str, str]
"""What was typed into fields, by field name."""

JSON_HELP = "Read the fields from a JSON object on standard input: --json -"
_WRITE = "Write text, a number, true or false, or a list of texts."


def given(words: Mapping[str, str | None]) -> Words:
    """Return the words of those options that were given."""
    return {name: word for name, word in words.items() if word is not None}


def words_from_json(text: bytes, fields: list[Field]) -> Words:
    """Read field words from a JSON object; lists are joined, null is nothing.

    Raises:
        InvalidError: It is no such object, or has a field that is unknown.
    """
    try:
        plain = json.loads(text, parse_int=str, parse_float=str, object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError) as error:
        raise InvalidError({"json": f"Standard input is not JSON: {error}."}) from error
    if not isinstance(plain, dict):
        raise InvalidError({"json": "Standard input has to be one JSON object of fields."})
    known = [field.name for field in fields]
    problems = {name: _unknown(name, known) for name in plain if name not in known}
    words = {name: _word(value) for name, value in plain.items() if name in known}
    problems |= {name: _WRITE for name, word in words.items() if word is None}
    if problems:
        raise InvalidError(problems)
    return given(words)


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    plain = dict(pairs)
    if len(plain) < len(pairs):
        raise ValueError("a field stands in it twice")
    return plain


def _word(value: object) -> str | None:
    if isinstance(value, list):
        parts = [_word(item) for item in value]
        return None if None in parts else "; ".join(filter(None, parts))
    if value is None or isinstance(value, bool):
        return {None: "", True: "yes", False: "no"}[value]
    return value if isinstance(value, str) else None


def _unknown(name: str, known: list[str]) -> str:
    nearest = get_close_matches(name, known, n=1)
    hint = f"did you mean “{nearest[0]}”?" if nearest else f"there are {', '.join(known)}."
    return f"There is no field “{shortened(name, 40)}”; {hint}"


def read_json_option(value: str | None, fields: list[Field]) -> Words:
    """Return the field words that `--json -` brings.

    Raises:
        typer.BadParameter: The option names something other than standard input.
    """
    if value is None:
        return {}
    if value != "-":
        raise typer.BadParameter("Only standard input can be read: --json -", param_hint="--json")
    return words_from_json(sys.stdin.buffer.read(), fields)
