"""A calendar as iCalendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from edi_tui.domain.calendar import Entry
from edi_tui.domain.text import shortened
from edi_tui.exports.errors import ExportError
from edi_tui.exports.paper import shown
from edi_tui.services.calendar import Calendar

_LONGEST = 75
"""Octets of a line, its end not counted."""
_TITLE = 120
"""Characters of a title; the whole text stands in the description."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\t": " "})


def to_calendar(calendar: Calendar) -> bytes:
    """Return the calendar as a file; the same register always gives the same bytes.

    Each entry keeps its identity, so that bringing the file in again replaces what was there,
    and counts as revised with the newest entry of the change log.

    Raises:
        ExportError: It has no entry, which iCalendar (RFC 5545, 3.6) does not allow.
    """
    if not calendar.entries:
        nothing = "There is no day to write into the calendar."
        raise ExportError(" ".join((nothing, *calendar.remarks)))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//edi-tui//edi-tui//EN",
        "CALSCALE:GREGORIAN",
    ]
    lines.append(f"X-WR-CALNAME:{_text(calendar.name)}")
    for entry in calendar.entries:
        lines += _event(calendar, entry)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(calendar: Calendar, entry: Entry) -> Iterator[str]:
    title = f"{entry.occasion.label}: {shortened(entry.title, _TITLE)}"
    told = (f"{entry.ref}: {entry.title}", entry.note, f"Change log {calendar.head}")
    yield "BEGIN:VEVENT"
    yield f"UID:{identity(calendar, entry)}"
    yield f"DTSTAMP:{calendar.changed.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{calendar.head.seq}"
    yield f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}"
    yield f"SUMMARY:{_text(title)}"
    yield f"DESCRIPTION:{_text(chr(10).join(filter(None, told)))}"
    yield f"CATEGORIES:{_text(entry.occasion.label)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def identity(calendar: Calendar, entry: Entry) -> str:
    """Return what an entry is known by in every calendar, however often it is brought in."""
    about = "-".join(filter(None, (entry.ref, entry.occasion.value, entry.key)))
    return f"{about.replace('/', '-').replace(' ', '-')}.{calendar.origin[:16]}@edi-tui"


def _text(text: str) -> str:
    return shown(text).translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 octets, of which all but the first begin with a space."""
    part, room = "", _LONGEST
    for char in line:
        room -= len(char.encode())
        if room < 0:
            yield part
            part, room = " ", _LONGEST - 1 - len(char.encode())
        part += char
    yield part
