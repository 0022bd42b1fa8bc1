"""Codes of framework items, as plans write them."""

from __future__ import annotations

import re

_NUMBER = r"\d+(?:\.\d+)*[a-z]?\b"
_CODES = re.compile(
    rf"\b([a-z]{{2,6}})[ .\-]*(?:(?:indicator|metric|action|goal|outcome|no)s?\.? *)?"
    rf"({_NUMBER}(?:\s*(?:,|;|/|&|and)+\s*{_NUMBER})*)",
    re.IGNORECASE,
)
_HIGH_IMPACT = re.compile(r"high[ -]impact[ -]actions?", re.IGNORECASE)


def read_codes(text: str) -> list[str]:
    """Return the codes in a text, such as `HIA1` and `HIA6` for "High impact actions 1 and 6".

    "WRES indicator 7" is `WRES7`. Whether there is such an item, the register knows.
    """
    codes = [
        f"{match[1].upper()}{number}"
        for match in _CODES.finditer(_HIGH_IMPACT.sub("HIA", text))
        for number in re.findall(_NUMBER, match[2], re.IGNORECASE)
    ]
    return list(dict.fromkeys(codes))
