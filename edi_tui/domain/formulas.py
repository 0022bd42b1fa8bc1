"""The apostrophe that keeps a spreadsheet from running text of a CSV file as a formula."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*\s*[=+\-@\t\r\n＝＋－＠]")
_GUARD = "'"


def guarded(text: str) -> str:
    """Return the text with an apostrophe in front if a spreadsheet might run it.

    The characters are those of OWASP's "CSV Injection" page, with blanks and apostrophes
    before them, so that `unguarded` can tell a guard from an apostrophe of the text.
    """
    return _GUARD + text if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return the text as it was before `guarded`: one apostrophe goes, if it was a guard."""
    if text.startswith(_GUARD) and _FORMULA.match(text):
        return text.removeprefix(_GUARD)
    return text
