"""Who leads an action, as plans write it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from edi_tui.domain.text import folded, quoted

_NOBODY = frozenset(
    {"", "n a", "na", "not applicable", "none", "nil", "tbc", "tba", "tbd", "vacant", "unknown"}
    | {"to be confirmed", "to be agreed", "to be appointed", "not known"}
)
_BETWEEN = re.compile(
    r"(?P<kept>\([^()]*\)|\bn/a\b)"
    r"|\band/or\b|,?\s?\b(?:with\s(?:the\s)?support\s(?:from|of)|supported\sby)\b:?"
    r"|[\n;|•·▪◦\uf0b7\uf0a7]|(?<!\d)/|/(?!\d)",
    re.IGNORECASE,
)
_COMMA = re.compile(r"(?P<kept>\([^()]*\))|,")
_TRIM = frozenset({"-", "*", "–", "—", "and", "&"})
_INITIALS = r"(?=(?:[a-z]*[A-Z]){2})[A-Za-z]{2,6}(?:-[A-Za-z]{1,4})?\b"
_AND = r"\s+(?:[aA][nN][dD]|&)\s+"
_ONLY_INITIALS = re.compile(rf"{_INITIALS}(?:(?:\s*,\s*|{_AND}|,{_AND}){_INITIALS})*")
_INITIALS_JOINT = re.compile(rf",?{_AND}|\s*,\s*")
_JOINT = re.compile(_AND)
_POST = re.compile(
    r"\b(?:(?i:head|director|manager|officer|lead|chair|chief|executive|advis[eo]r|coordinator"
    r"|partner|specialist|secretary|president|governor|team|committee|group|board)s?"
    r"|C[A-Z]O|Do[A-Z]\w*|NED|FTSUG|HRBP|SRO)\b"
)
_POST_LAST = re.compile(rf"{_POST.pattern}(?:\s*\([^()]*\))?$")
_TITLE = 200
"""Characters of a name that are looked at; no title is longer."""
_EVERYBODY = re.compile(r"(?:all|every|each|both|various|several|relevant)\b", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:(?:head|director|manager|officer|lead|leader|chair|executive|member|partner|supervisor"
    r"|team|committee|network)s|staff|everyone)(?:\s+(?:of|for|in|at|across)\b.*)?$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class LeadReading:
    """The accountable candidate, those in support, and what has to be said about them."""

    lead: str
    supporting: tuple[str, ...] = ()
    rule: str = ""
    """`lead-missing`, `lead-several`, or nothing where one lead is named."""
    message: str = ""


def read_leads(text: str) -> LeadReading:
    """Read the first named as lead and the others as support, keeping their words.

    Initials are kept as initials; whose they are is for a person to say. A post whose title
    holds an "and" stays whole. Spellings are those of published NHS action plans.
    """
    names = _names(text)
    lead = next((name for name in names if folded(name) not in _NOBODY), "")
    if not lead:
        return _missing(text)
    names.remove(lead)
    if names:
        return _several(lead, tuple(names))
    return LeadReading(lead, (), *_doubt(lead))


def _names(text: str) -> list[str]:
    lines = "\n".join(" ".join(line.split()) for line in text.splitlines())
    names = (name for piece in _cut(lines, _BETWEEN) for name in _listed(_trimmed(piece)))
    return [name for name in map(_trimmed, names) if folded(name)]


def _cut(text: str, between: re.Pattern[str]) -> list[str]:
    """Cut wherever the pattern matches something that it does not keep, such as brackets."""
    pieces, start = [], 0
    for cut in between.finditer(text):
        if cut["kept"] is None:
            pieces.append(text[start : cut.start()])
            start = cut.end()
    return [*pieces, text[start:]]


def _trimmed(name: str) -> str:
    words = name.split()
    while words and words[0].lower() in _TRIM:
        words.pop(0)
    while words and words[-1].lower() in _TRIM:
        words.pop()
    return " ".join(words)


def _listed(piece: str) -> list[str]:
    """Cut a list at its commas, and at "and" where only initials stand beside it."""
    if _ONLY_INITIALS.fullmatch(piece):
        return _INITIALS_JOINT.split(piece)
    parts = _cut(piece, _COMMA)
    return _titles(parts) if _JOINT.search(piece) else parts


def _titles(parts: list[str]) -> list[str]:
    """Put back together what is one title, as in "Head of Equality, Diversity and Inclusion"."""
    titles, has_post = [parts[:1]], _is_post(parts[0])
    for part in parts[1:]:
        if has_post and _is_post(part):
            titles.append([part])
        else:
            titles[-1].append(part)
            has_post = has_post or _is_post(part)
    return [",".join(title) for title in titles]


def _is_post(part: str) -> bool:
    return bool(_POST.search(part) or _ONLY_INITIALS.fullmatch(part.strip()))


def _doubt(lead: str) -> tuple[str, str]:
    """Return the rule and the question where one name may stand for several people."""
    shown, title = quoted(lead), lead[:_TITLE]
    if _EVERYBODY.match(title) or _MANY.search(title):
        return "lead-several", f"{shown} is more than one person. Name the one who answers for it."
    if any(_may_join(title[: cut.start()], title[cut.end() :]) for cut in _JOINT.finditer(title)):
        return "lead-several", f"{shown} may be one post or two. If it is two, say which one leads."
    return "", ""


def _may_join(left: str, right: str) -> bool:
    """Tell "Head of HR and EDI Manager" (perhaps two) from "Diversity and Inclusion Lead"."""
    if _POST_LAST.search(left) or _POST.match(right):
        return True
    return bool(_POST.search(left)) == bool(_POST.search(right))


def _missing(text: str) -> LeadReading:
    given = f"{quoted(text)} names nobody." if text.strip() else "No lead is named."
    message = f"{given} Name one post or person who answers for it."
    return LeadReading("", (), "lead-missing", message)


def _several(lead: str, supporting: tuple[str, ...]) -> LeadReading:
    others = ", ".join(map(quoted, supporting))
    message = f"{quoted(lead)} was taken as the lead, with {others} in support."
    return LeadReading(lead, supporting, "lead-several", f"{message} Please check.")
