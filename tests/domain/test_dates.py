"""Dates in the words of plans are read for what they say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.dates import date_from_cell, read_date
from edi_tui.domain.due import Due, format_date
from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.words import Precision

_COMPILED = date(2012, 7, 4)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("14/9/2015", "2015-09-14"),
        ("18/2/2016", "2016-02-18"),
        ("28/12/2015", "2015-12-28"),
        ("05/06/2026", "2026-06-05"),
        ("10.05.2023", "2023-05-10"),
        ("08.11.2023", "2023-11-08"),
        ("14 / 9 / 2015", "2015-09-14"),
        ("17.7.12", "2012-07-17"),
        ("14.8.12", "2012-08-14"),
        ("26.02.21", "2021-02-26"),
        ("26-02-21", "2021-02-26"),
        ("26th September 2022", "2022-09-26"),
        ("15th December 2023", "2023-12-15"),
        ("until 31st October 2024", "2024-10-31"),
        ("14 Sept 2015", "2015-09-14"),
        ("14-Aug-24", "2024-08-14"),
        ("14Aug2024", "2024-08-14"),
        ("14th of August, 2024", "2024-08-14"),
        ("June 14, 2024", "2024-06-14"),
        ("Mon 14 Sept 2015", "2015-09-14"),
        ("Monday, 14/9/2015", "2015-09-14"),
        ("14 September 2015 (Monday)", "2015-09-14"),
        ("by 30 June 2024", "2024-06-30"),
        ("Due date: 30/06/2024", "2024-06-30"),
        ("To be completed by 30/06/2024", "2024-06-30"),
        ("(30/06/2024).", "2024-06-30"),
        ("quarter ended 30 June 2018", "2018-06-30"),
        ("18/07/2022 00:00:00", "2022-07-18"),
        ("2022-07-18", "2022-07-18"),
        ("2022-07-18 00:00:00", "2022-07-18"),
        ("2024-07-01T10:00:00Z", "2024-07-01"),
        ("20240701", "2024-07-01"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_a_whole_date_is_read_day_first_or_iso(text: str, iso: str) -> None:
    reading = read_date(text)
    assert reading.due == Due(date.fromisoformat(iso), text, Precision.DAY)
    assert reading.remarks == ()


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("October 2023", "2023-10-31", Precision.MONTH),
        ("April 2023", "2023-04-30", Precision.MONTH),
        ("March 2022", "2022-03-31", Precision.MONTH),
        ("by February 2024", "2024-02-29", Precision.MONTH),
        ("September\n2013", "2013-09-30", Precision.MONTH),
        ("December\n2013", "2013-12-31", Precision.MONTH),
        ("Sept-2024", "2024-09-30", Precision.MONTH),
        ("March ’25", "2025-03-31", Precision.MONTH),
        ("03/2025", "2025-03-31", Precision.MONTH),
        ("2024-11", "2024-11-30", Precision.MONTH),
        ("Complete by June 2024", "2024-06-30", Precision.MONTH),
        ("March 2023/24", "2024-03-31", Precision.MONTH),
        ("June 2023/24", "2023-06-30", Precision.MONTH),
        ("April 2023/24", "2023-04-30", Precision.MONTH),
        ("May 2023/24", "2023-05-31", Precision.MONTH),
        ("Q2 2023/24", "2023-09-30", Precision.QUARTER),
        ("Q3 2024/25", "2024-12-31", Precision.QUARTER),
        ("2024/25 Q3", "2024-12-31", Precision.QUARTER),
        ("Q4 24-25", "2025-03-31", Precision.QUARTER),
        ("2013/14", "2014-03-31", Precision.YEAR),
        ("2021/22", "2022-03-31", Precision.YEAR),
        ("2023-24", "2024-03-31", Precision.YEAR),
        ("26/27", "2027-03-31", Precision.YEAR),
        ("during FY 25/26", "2026-03-31", Precision.YEAR),
        ("April 2023 / March 2026", "2026-03-31", Precision.MONTH),
        ("November 2019 - November 2024", "2024-11-30", Precision.MONTH),
        ("from 1 April 2023 to 31 March 2024", "2024-03-31", Precision.DAY),
        ("between April 2023 and March 2026", "2026-03-31", Precision.MONTH),
        ("January to March 2024", "2024-03-31", Precision.MONTH),
        ("Apr–Jun 2024", "2024-06-30", Precision.MONTH),
        ("1st to 5th June 2024", "2024-06-05", Precision.DAY),
        ("1 June 2024 to 1 June 2024", "2024-06-01", Precision.DAY),
        ("From June 2023 to June 2024", "2024-06-30", Precision.MONTH),
        ("2013/14 to 2015/16", "2016-03-31", Precision.YEAR),
    ],
)
def test_less_than_a_day_is_due_at_its_end_and_said_so(
    text: str, iso: str, precision: Precision
) -> None:
    reading = read_date(text)
    assert reading.due == Due(date.fromisoformat(iso), text, precision)
    [remark] = reading.remarks
    assert (remark.rule, remark.level) == ("date-imprecise", FindingLevel.NOTE)
    assert format_date(date.fromisoformat(iso)) in remark.message


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("end of March 2018", "2018-03-31", Precision.MONTH),
        ("by the end of March 2024", "2024-03-31", Precision.MONTH),
        ("end of Sept 2024", "2024-09-30", Precision.MONTH),
        ("end-March 2023/24", "2024-03-31", Precision.MONTH),
        ("end of June 14", "2014-06-30", Precision.MONTH),
        ("end of Q2 2026/27", "2026-09-30", Precision.QUARTER),
        ("end of 26/27", "2027-03-31", Precision.YEAR),
        ("by end of 26/27", "2027-03-31", Precision.YEAR),
        ("by the end of the financial year 2023/24", "2024-03-31", Precision.YEAR),
    ],
)
def test_a_named_end_needs_no_remark(text: str, iso: str, precision: Precision) -> None:
    reading = read_date(text)
    assert reading.due == Due(date.fromisoformat(iso), text, precision)
    assert reading.remarks == ()


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("14 Aug", "2012-08-14", Precision.DAY),
        ("30 Sept", "2012-09-30", Precision.DAY),
        ("13 Nov", "2012-11-13", Precision.DAY),
        ("17 July", "2012-07-17", Precision.DAY),
        ("11 Sep", "2012-09-11", Precision.DAY),
        ("Aug 14th", "2012-08-14", Precision.DAY),
        ("14/9", "2012-09-14", Precision.DAY),
        ("Tue 14 Aug", "2012-08-14", Precision.DAY),
        ("4 July", "2012-07-04", Precision.DAY),
        ("3 July", "2013-07-03", Precision.DAY),
        ("29 Feb", "2016-02-29", Precision.DAY),
        ("June", "2013-06-30", Precision.MONTH),
        ("July", "2012-07-31", Precision.MONTH),
        ("end of March", "2013-03-31", Precision.MONTH),
        ("June - July", "2012-07-31", Precision.MONTH),
        ("between June and July", "2012-07-31", Precision.MONTH),
        ("1st to 5th June", "2013-06-05", Precision.DAY),
    ],
)
def test_a_missing_year_is_the_next_from_the_documents_date(
    text: str, iso: str, precision: Precision
) -> None:
    reading = read_date(text, document=_COMPILED)
    assert reading.due == Due(date.fromisoformat(iso), text, precision)
    assert [remark.rule for remark in reading.remarks] == ["date-imprecise"]

    [remark] = read_date(text).remarks
    assert (remark.rule, remark.proposals) == ("date-ambiguous", ())


@pytest.mark.parametrize(
    ("due", "shown"),
    [
        (Due(date(2027, 6, 30), "end of June 2027", Precision.MONTH), "30 Jun 2027"),
        (Due(None, "ongoing"), "ongoing"),
        (Due(), ""),
    ],
)
def test_a_due_date_without_a_day_shows_its_words(due: Due, shown: str) -> None:
    assert str(due) == shown


def test_a_typed_cell_is_taken_as_it_is() -> None:
    reading = date_from_cell(date(2027, 6, 30), " 2027-06-30 ")
    assert reading.due == Due(date(2027, 6, 30), "2027-06-30", Precision.DAY)
    assert reading.remarks == ()


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_due_date_shows_its_day_as_dates_are_formatted(day: date) -> None:
    assert format_date(day) == str(Due(on=day))
    assert read_date(format_date(day)).due.on == day


_FORMATS = [
    *("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%Y-%m-%dT00:00:00", "%Y%m%d"),
    *("%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%A %d %B %Y", "%a %d %b %Y", "%B %d, %Y"),
    *("by %d %B %Y", "%d/%m/%Y 09:30", "%d %B\n%Y", "%d %B %Y (%A)"),
]
_SHORT_FORMATS = ["%d/%m/%y", "%d.%m.%y", "%d %b %y", "%d-%b-%y"]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(_FORMATS))
def test_every_real_date_reads_back_from_every_form(day: date, form: str) -> None:
    reading = read_date(day.strftime(form))
    assert (reading.due.on, reading.due.precision) == (day, Precision.DAY)
    assert reading.remarks == ()


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(_SHORT_FORMATS))
def test_two_figures_are_a_year_of_this_century(day: date, form: str) -> None:
    assert read_date(day.strftime(form)).due.on == day


_FRAGMENTS = st.sampled_from(
    [
        *("14", "9", "31/4/2016", "2024", "2013/14", "June", "14 Aug", "Q2", "Q3 2024", "Mar-25"),
        *("ongoing", "TBC", "by", "end of", "-", "/", "to", "and", "(", ")", "year 1", "Monday"),
        *("\n", "2024-02-30", "45351", "00:00:00", "then", "20xx", "’25", "–", "é", "🎉", "٣"),
    ]
)
_TEXTS = st.one_of(st.text(), st.lists(_FRAGMENTS).map(" ".join), st.lists(_FRAGMENTS).map("".join))


@given(_TEXTS, st.none() | st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_no_text_raises_is_lost_or_read_against_a_warning(text: str, document: date | None) -> None:
    reading = read_date(text, document=document)
    assert reading.due.text == text.strip()
    assert (reading.due.on is None) == (reading.due.precision is Precision.NONE)
    if any(remark.level is not FindingLevel.NOTE for remark in reading.remarks):
        assert reading.due.on is None
    for remark in reading.remarks:
        assert len(set(remark.proposals)) == len(remark.proposals)
        assert all(type(day) is date for day in remark.proposals)
