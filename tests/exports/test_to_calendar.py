"""Calendars as files, read back by a reader that others wrote."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as ReadBack

from edi_tui.domain.calendar import Entry, Occasion
from edi_tui.exports.paper import shown
from edi_tui.exports.to_calendar import identity, to_calendar
from edi_tui.services.calendar import Calendar
from edi_tui.store.chain import Head

CHANGED = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
TEXTS = st.text(max_size=300) | st.sampled_from(
    ["a;b,c\\n\\", "BEGIN:VEVENT\r\nUID:x\nEND:VEVENT", "é" * 200, "\u202emadeup", "👩🏽‍⚕️" * 40]
)
ENTRIES = st.lists(
    st.builds(
        Entry,
        st.dates(date(1900, 1, 1), date(2099, 12, 31)),
        st.integers(1, 9999).map(lambda number: f"OBJ-{number:03d}"),
        st.sampled_from(Occasion),
        TEXTS,
        TEXTS,
        st.sampled_from(["", "2026-12-03"]),
    ),
    min_size=1,
    max_size=5,
)


def of(*entries: Entry, name: str = "EDI") -> Calendar:
    return Calendar(name, "ab" * 32, Head(7, "cd" * 32), CHANGED, entries, ())


def _spaced(text: str) -> str:
    return shown(text).replace("\t", " ")


@given(ENTRIES, TEXTS)
def test_every_calendar_is_read_back_whatever_it_says(entries: list[Entry], name: str) -> None:
    calendar = of(*entries, name=name)
    data = to_calendar(calendar)
    read = ReadBack.from_ical(data)
    assert isinstance(read, ReadBack)
    assert "X-WR-CALNAME" in read
    events = list(read.walk("VEVENT"))
    assert not [problem for event in events for problem in event.errors]
    assert len(events) == len(entries)
    for event, entry in zip(events, entries, strict=True):
        assert str(event["UID"]) == identity(calendar, entry)
        assert event.decoded("DTSTART") == entry.on
        assert event.decoded("DTSTAMP") == CHANGED
        said = "\n".join(filter(None, (f"{entry.ref}: {entry.title}", entry.note)))
        assert str(event["DESCRIPTION"]) == _spaced(f"{said}\nChange log 7:cdcdcdcdcdcd")
        assert str(event["SUMMARY"]).startswith(f"{entry.occasion.label}: ")


@given(ENTRIES)
def test_no_line_is_longer_than_is_allowed_and_each_ends_as_it_must(entries: list[Entry]) -> None:
    data = to_calendar(of(*entries))
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 and not {10, 13} & set(line) for line in lines)
    assert all(line.decode() is not None for line in lines)


def test_an_entry_is_known_by_the_register_the_record_and_the_occasion() -> None:
    due = Entry(date(2027, 3, 31), "OBJ-001", Occasion.DUE, "A title")
    moved = Entry(date(2028, 3, 31), "OBJ-001", Occasion.DUE, "Another title")
    review = Entry(date(2027, 3, 31), "OBJ-001", Occasion.REVIEW, "A title")
    one, other = of(), Calendar("EDI", "ef" * 32, Head(1, ""), CHANGED, (), ())
    assert identity(one, due) == identity(one, moved) == "OBJ-001-due.abababababababab@edi-tui"
    assert identity(one, due) != identity(one, review)
    assert identity(one, due) != identity(other, due)
