"""Status words of delivery reports, read into the register's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from edi_tui.domain.date_grammar import MONTH
from edi_tui.domain.text import folded, quoted
from edi_tui.domain.words import Status

_PLAIN: dict[str, Status] = {
    **{folded(word.value): word for word in Status},
    **{folded(word.label): word for word in Status},
    **dict.fromkeys(
        ("completed", "delivered", "done", "achieved", "100 per cent", "100 per cent complete"),
        Status.COMPLETE,
    ),
    **dict.fromkeys(("on track to deliver", "on target", "on schedule"), Status.ON_TRACK),
    **dict.fromkeys(("some issues", "some issues narrative disclosure"), Status.AT_RISK),
    **dict.fromkeys(("not on track", "not on track to deliver"), Status.OFF_TRACK),
    **dict.fromkeys(("not yet started", "yet to start"), Status.NOT_STARTED),
    **dict.fromkeys(("paused", "deferred"), Status.ON_HOLD),
    **dict.fromkeys(("held over", "carried forward", "rolled over"), Status.CARRIED_OVER),
    **dict.fromkeys(("retired", "replaced"), Status.SUPERSEDED),
    **dict.fromkeys(("cancelled", "discontinued"), Status.WITHDRAWN),
}
"""Words that say how delivery stands and nothing else."""

_COLOURS: dict[str, Status] = {
    **dict.fromkeys(("blue", "b"), Status.COMPLETE),
    **dict.fromkeys(("green", "g"), Status.ON_TRACK),
    **dict.fromkeys(("amber", "yellow", "a", "y"), Status.AT_RISK),
    **dict.fromkeys(("red", "r"), Status.OFF_TRACK),
    **dict.fromkeys(("grey", "gray", "white", "w"), Status.NOT_STARTED),
}
"""The usual BRAG key; no national definition of it exists."""


_ASSUMED: dict[str, Status] = {
    **dict.fromkeys(("closed",), Status.COMPLETE),
    **dict.fromkeys(("in progress", "good progress", "underway", "under way"), Status.ON_TRACK),
    **dict.fromkeys(
        ("some progress", "limited progress", "work in progress", "slippage", "delayed"),
        Status.AT_RISK,
    ),
    **dict.fromkeys(
        ("no progress", "poor progress", "no progress or poor progress", "overdue", "missed"),
        Status.OFF_TRACK,
    ),
    **dict.fromkeys(
        ("not yet due", "not due yet", "item not due yet", "due later", "planned"),
        Status.NOT_STARTED,
    ),
    **dict.fromkeys(("pending", "development pending"), Status.ON_HOLD),
    **dict.fromkeys(("new date",), Status.CARRIED_OVER),
}
"""Words that are commonly used for a state without naming it."""

_OTHER_SCALES: dict[str, str] = {
    **dict.fromkeys(
        ("undeveloped", "developing", "achieving", "excelling", "purple"),
        "says how mature something is",
    ),
    **dict.fromkeys(
        ("none", "limited", "partial", "reasonable", "substantial", "good", "significant"),
        "is a level of assurance",
    ),
    **dict.fromkeys(
        (
            *("improving", "improvement", "improved", "regressing", "deteriorating", "worsening"),
            *("no change", "unchanged", "stable", "up", "down", "up arrow", "down arrow"),
            *("sideways arrow",),
        ),
        "says which way something moves",
    ),
    **dict.fromkeys(("open", "o"), "says only that the item is open"),
    **dict.fromkeys(
        ("proposed for closure", "proposed to close", "proposed to open", "proposed to open close"),
        "says only what is proposed",
    ),
    **dict.fromkeys(
        ("referral", "referred", "delegated", "delegated to committees"),
        "says who took the item over",
    ),
}
"""Words of other scales, which never say how delivery stands."""

_NOTHING_SAID = frozenset(
    {"n a", "na", "not applicable", "nil", "tbc", "to be confirmed", "review"}
    | {"verbal update", "verbal update to be provided", "not known", "unknown", "awaiting update"}
)
_SYMBOLS = {
    **{"🔵": "|blue|", "🟢": "|green|", "🟡": "|amber|", "🟠": "|amber|", "🔴": "|red|"},
    **{"⚪": "|white|", "%": " per cent ", "↑": " up arrow ", "⬆": " up arrow "},
    **{"↓": " down arrow ", "⬇": " down arrow ", "→": " sideways arrow ", "➡": " sideways arrow "},
    **{"↔": " sideways arrow ", "\ufe0f": ""},
}
_TRANSLATION = str.maketrans(_SYMBOLS)
_LABEL = re.compile(r"^\s*(?:b?rag\s*)?(?:(?:status|rating)\s*)?:", re.IGNORECASE)
_PARTING = re.compile(
    r"[-–—:;,.()\[\]/\n|]+|\b(?:but|although|though|however|while|whilst|and)\b", re.IGNORECASE
)
_HEDGE = re.compile(
    r"\b(?:not|but|although|though|however|except|until|if|to be|awaiting|part(?:ly|ial|ially)?)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"\b(?:(?:on|in) )?(?:\d{{1,2}}[/.]\d{{1,2}}[/.](?:20)?\d\d"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH}(?: (?:20)?\d\d)?)\b",
    re.IGNORECASE,
)
_KNOWN = {**_PLAIN, **_COLOURS, **_ASSUMED}
_WHOLE_WORDS = sorted((word for word in _KNOWN if len(word) > 2), key=len, reverse=True)
_MENTION = re.compile(rf"\b(?:{'|'.join(_WHOLE_WORDS)})\b")


@dataclass(frozen=True, slots=True)
class StatusReading:
    """The status that was read, and what has to be said about the reading."""

    status: Status
    rule: str = ""
    """`status-blank`, `status-assumed`, `status-conflict`, or nothing where the words are plain."""
    message: str = ""
    named: tuple[Status, ...] = ()
    """The statuses that conflicting words name."""


def colours_of(status: Status) -> tuple[str, ...]:
    """Return the colours that people call a status by, by name and by letter."""
    return tuple(colour for colour, named in _COLOURS.items() if named is status)


def status_in(colour: str) -> Status | None:
    """Return the status that a colour stands for, by name or by letter."""
    return _COLOURS.get(folded(colour))


def read_status(text: str, legend: Mapping[str, Status] | None = None) -> StatusReading:
    """Read a status as plans and trackers write it.

    Silence and unknown words are never read as on track. Spellings are those of published NHS
    action plans and improvement trackers, colours the BRAG key in common use.

    Args:
        text: The words of the cell.
        legend: The plan's own key, which goes before every other meaning.
    """
    said = _LABEL.sub("", text)
    words = _words(said)
    own = {_words(key): status for key, status in (legend or {}).items()}
    if words in own:
        return StatusReading(own[words])
    if words in _PLAIN:
        return StatusReading(_PLAIN[words])
    if words in _KNOWN:
        reason = "the usual meaning of the colour" if words in _COLOURS else "its usual meaning"
        return _assumed(said, _KNOWN[words], reason)
    if words in _NOTHING_SAID or not said.strip(" \t\n-–—._…/"):
        return _blank(said)
    if words in _OTHER_SCALES:
        return _conflict(said, f"{_OTHER_SCALES[words]}, not how delivery stands")
    return _read_phrases(said, {**_KNOWN, **own})


def _words(text: str) -> str:
    return folded(text.translate(_TRANSLATION))


def _read_phrases(text: str, known: Mapping[str, Status]) -> StatusReading:
    """Read a status that stands before a comment or a date, as in "Green - on track"."""
    undated = _DATE.sub(" ", text.translate(_TRANSLATION))
    phrases = [words for words in map(_words, _PARTING.split(undated)) if words]
    stated = [known[words] for words in phrases if words in known]
    mentioned = [known[words] for words in _MENTION.findall(_words(undated))]
    states = list(dict.fromkeys([*stated, *mentioned]))
    if len(states) > 1:
        said = "can be read as " + " and ".join(map(_quoted_label, states))
        return replace(_conflict(text, said), named=tuple(states))
    if not phrases or phrases[0] not in known or _HEDGE.search(undated):
        return _conflict(text, "is not a known status")
    if len(stated) == len(phrases) and not _PLAIN.keys().isdisjoint(phrases):
        return StatusReading(states[0])
    return _assumed(text, states[0], f"from “{phrases[0]}”; the rest was taken as a comment")


def _quoted_label(status: Status) -> str:
    return f"“{status.label.lower()}”"


def _assumed(text: str, status: Status, reason: str) -> StatusReading:
    message = f"{quoted(text)} was read as {status.label.lower()}, {reason}. Please check."
    return StatusReading(status, "status-assumed", message)


def _blank(text: str) -> StatusReading:
    given = f"{quoted(text)} says nothing yet" if text.strip() else "No status was given"
    message = f"{given}, so it stands as no update. Add the status."
    return StatusReading(Status.NO_UPDATE, "status-blank", message)


def _conflict(text: str, what: str) -> StatusReading:
    message = f"{quoted(text)} {what}. It stands as no update until you choose a status."
    return StatusReading(Status.NO_UPDATE, "status-conflict", message)
