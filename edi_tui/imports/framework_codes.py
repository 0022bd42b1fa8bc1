"""Codes of framework items, as plans write them."""

from __future__ import annotations

import re

_NUMBER = r"\d+(?:\.\d+)*[a-z]?\b"
_CODES = re.compile(
    rf"\b([a-z]{{2,6}})[ .\-]*"
    r"(?:(?:indicator|(?:success )?metric|(?:sub-?)?action|goal|outcome|aim|domain|no)s?\.? *)?"
    rf"({_NUMBER}(?:\s*(?:,|;|/|&|and)+\s*{_NUMBER})*)",
    re.IGNORECASE,
)
_HIGH_IMPACT = re.compile(r"high[ -]impact[ -](?:sub-?)?actions?", re.IGNORECASE)
_EDS = re.compile(r"\bEDS ?(?:20)?22\b", re.IGNORECASE)
"""The year in the name of a framework, which is no number of an item."""


def read_codes(text: str) -> list[str]:
    """Return the codes in a text, such as `HIA1` and `HIA6` for "High impact actions 1 and 6".

    "WRES indicator 7" is `WRES7`. Whether there is such an item, the register knows.
    """
    plain = _EDS.sub("EDS", _HIGH_IMPACT.sub("HIA", text))
    codes = [
        f"{match[1].upper()}{number}"
        for match in _CODES.finditer(plain)
        for number in re.findall(_NUMBER, match[2], re.IGNORECASE)
    ]
    return list(dict.fromkeys(codes))
