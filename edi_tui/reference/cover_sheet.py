"""The fields of a cover sheet, as an organisation words them, and the usual ones."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from edi_tui.domain.text import quoted

FILLS = ("meeting", "title", "risks", "frameworks", "summary", "coverage", "exceptions")
"""What the register knows of a cover sheet."""
_KEYS = ("label", "fill", "choose")


@dataclass(frozen=True, slots=True)
class CoverField:
    """One field; a person writes it in where the register knows nothing of it."""

    label: str
    fill: str = ""
    """One of `FILLS`."""
    choose: tuple[str, ...] = ()
    """The words that a person chooses from."""


@cache
def usual_cover_sheet() -> str:
    """Return the usual fields as TOML, from the file beside this module."""
    return (files("edi_tui.reference") / "cover_sheet.toml").read_text(encoding="utf-8")


def cover_fields_in(text: str) -> tuple[CoverField, ...]:
    """Return the fields that a text in TOML names, in their order.

    Raises:
        ValueError: It is no TOML or names no fields, or one has no label or says what is not known;
            in one sentence.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(_no_toml(text, error)) from error
    except (RecursionError, ValueError) as error:  # a ValueError of a number with 5,000 digits
        raise ValueError(
            "The fields of the cover sheet hold what no cover sheet needs: numbers of thousands of "
            "digits, or lists in lists in lists."
        ) from error
    fields = told.pop("field", None)
    if told or not isinstance(fields, list) or not fields:
        other = f", and has {quoted(next(iter(told)))} besides" if told else ""
        raise ValueError(f"The cover sheet needs fields, each under [[field]] with a label{other}.")
    return tuple(_field(number, field) for number, field in enumerate(fields, 1))


def _no_toml(text: str, error: tomllib.TOMLDecodeError) -> str:
    said = f"The fields of the cover sheet are no TOML: {error}."
    if any(sign in text for sign in "“”‘’"):
        return f"{said} Write straight quotation marks for the curly ones."
    return f'{said} Words stand between quotation marks: label = "Author".'


def _field(number: int, told: object) -> CoverField:
    if not isinstance(told, Mapping) or not _is_text(told.get("label")):
        raise ValueError(f'Field {number} of the cover sheet needs a label: label = "Author".')
    label, fill, choose = told["label"], told.get("fill", ""), told.get("choose", [])
    named = f"Field {number} of the cover sheet, {quoted(label)},"
    if unknown := [key for key in told if key not in _KEYS]:
        raise ValueError(f"{named} says {quoted(unknown[0])}; it can say {', '.join(_KEYS)}.")
    if fill not in ("", *FILLS):
        raise ValueError(
            f"{named} cannot be filled with {quoted(str(fill))}; write one of "
            f"{', '.join(FILLS)}, or leave fill out."
        )
    if not isinstance(choose, list) or not all(map(_is_text, choose)):
        raise ValueError(
            f'{named} needs words to choose from: choose = ["Decision", "Discussion"].'
        )
    if fill and choose:
        raise ValueError(f"{named} is both filled and chosen; leave out fill or choose.")
    return CoverField(label, fill, tuple(choose))


def _is_text(told: object) -> bool:
    return isinstance(told, str) and bool(told.strip())
