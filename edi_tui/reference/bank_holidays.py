"""Bank holidays as they were published, read from the file beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from edi_tui.domain.bank_holidays import BankHolidays


@cache
def bank_holidays() -> BankHolidays:
    """Return the bank holidays of England and Wales."""
    path = files("edi_tui.reference") / "bank_holidays.toml"
    return BankHolidays(frozenset(tomllib.loads(path.read_text(encoding="utf-8"))["published"]))
