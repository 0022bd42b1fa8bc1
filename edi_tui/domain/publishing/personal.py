"""E-mail addresses, telephone numbers and NHS numbers in text that would be published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

_NAME = r"[^\s@<>(),;:\"]"
# A name is tried from its first character alone, so that a long word costs no more than its length.
_EMAIL = re.compile(rf"(?<!{_NAME}){_NAME}++\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)+")
_DIGITS = re.compile(
    r"(?<!\w)(?<!\d\.)(?:\+|\(|00)?\d(?:[ \t.\-\u2010-\u2015()/]{0,3}\d){8,13}(?!\w)"
)
"""As many digits as a telephone or NHS number has, however they are set apart."""
_WEIGHTS = range(10, 1, -1)


@dataclass(frozen=True, slots=True)
class Personal:
    """Something personal in a field of a record."""

    ref: str
    field: str
    """The field's label, as forms show it."""
    what: str
    """Such as `an e-mail address`."""

    @property
    def told(self) -> str:
        """Where it is and what it is, without repeating it."""
        return f"{self.ref}, {self.field}: {self.what}"


def personal_in(text: str) -> Iterator[str]:
    """Yield what is personal in a text, each sort once: `an e-mail address`."""
    plain = normalize("NFKC", text)
    if _EMAIL.search(plain):
        yield "an e-mail address"
    found = [match[0] for match in _DIGITS.finditer(plain)]
    if any(_is_telephone(number) for number in found):
        yield "a telephone number"
    if any(_is_nhs_number(number) for number in found):
        yield "an NHS number"


def _is_telephone(written: str) -> bool:
    """Tell whether digits are a British telephone number, or one with a country's code."""
    digits = _only_digits(written)
    abroad = written.startswith("+") or digits.startswith("00")
    return abroad or (digits.startswith("0") and len(digits) in (10, 11))


def _is_nhs_number(written: str) -> bool:
    """Tell whether ten digits end in the check digit of an NHS number, modulo 11."""
    digits = _only_digits(written)
    if len(digits) != 10:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:9], strict=True))
    return (11 - total % 11) % 11 == int(digits[9])


def _only_digits(written: str) -> str:
    return "".join(filter(str.isdecimal, written))
