"""Reading of due dates."""

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
_LIKE = "Write it like 31 March 2027."


def _day(iso: str) -> date:
    return date.fromisoformat(iso)


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
    assert reading.due == Due(_day(iso), text, Precision.DAY)
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
    assert reading.due == Due(_day(iso), text, precision)
    [remark] = reading.remarks
    assert (remark.rule, remark.level) == ("date-imprecise", FindingLevel.NOTE)
    assert format_date(_day(iso)) in remark.message


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
    assert reading.due == Due(_day(iso), text, precision)
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
    assert reading.due == Due(_day(iso), text, precision)
    assert [remark.rule for remark in reading.remarks] == ["date-imprecise"]

    [remark] = read_date(text).remarks
    assert (remark.rule, remark.proposals) == ("date-ambiguous", ())


@pytest.mark.parametrize(
    ("text", "rule", "proposals"),
    [
        ("31/4/2016", "date-impossible", ["2016-04-30"]),
        ("31 April 2016", "date-impossible", ["2016-04-30"]),
        ("29/02/2023", "date-impossible", ["2023-02-28"]),
        ("30 Feb 24", "date-impossible", ["2024-02-29"]),
        ("2016-04-31", "date-impossible", ["2016-04-30"]),
        ("9/14/2015", "date-impossible", ["2015-09-14"]),
        ("2024-13-01", "date-impossible", ["2024-01-13"]),
        ("04/31/2016", "date-impossible", []),
        ("31/13/2016", "date-impossible", []),
        ("0/4/2016", "date-impossible", []),
        ("4/0/2016", "date-impossible", []),
        ("32/4/2016", "date-impossible", []),
        ("0 June", "date-impossible", []),
        ("45/4/2016", "date-impossible", []),
        ("13/2024", "date-impossible", []),
        ("31 June", "date-impossible", []),
        ("by 31/4/2016 at the board", "date-impossible", ["2016-04-30"]),
        ("June 14", "date-ambiguous", ["2014-06-30"]),
        ("Nov 11", "date-ambiguous", ["2011-11-30"]),
        ("(December 21)", "date-ambiguous", ["2021-12-31"]),
        ("(Feb 22)", "date-ambiguous", ["2022-02-28"]),
        ("(March 22)", "date-ambiguous", ["2022-03-31"]),
        ("Mar-25", "date-ambiguous", ["2025-03-31"]),
        ("06/24", "date-ambiguous", ["2024-06-30"]),
        ("11/12", "date-ambiguous", ["2012-03-31", "2012-11-30"]),
        ("2011-12", "date-ambiguous", ["2012-03-31", "2011-12-31"]),
        ("Q3 2024", "date-ambiguous", ["2024-12-31", "2024-09-30"]),
        ("Q3", "date-ambiguous", []),
        ("2022-2023", "date-ambiguous", ["2023-03-31", "2023-12-31"]),
        ("by 2024", "date-ambiguous", ["2024-12-31", "2025-03-31"]),
        ("before 2024", "date-ambiguous", ["2024-12-31", "2025-03-31"]),
        ("2024 - 2024", "date-ambiguous", ["2024-12-31", "2025-03-31"]),
        ("June 2019 - 2024", "date-ambiguous", ["2024-12-31", "2025-03-31"]),
        ("30 June 2024, 30/6/2024", "date-ambiguous", ["2024-06-30"]),
        ("1 June 2024 to 1 April 2023", "date-twofold", ["2024-06-01", "2023-04-01"]),
        ("by 2025", "date-ambiguous", ["2025-12-31", "2026-03-31"]),
        ("2019 - 2024", "date-ambiguous", ["2024-12-31", "2025-03-31"]),
        ("Tuesday 14 Sept 2015", "date-ambiguous", ["2015-09-14"]),
        ("45351", "date-ambiguous", ["2024-02-29"]),
        ("30 June 2024 (subject to funding)", "date-ambiguous", ["2024-06-30"]),
        ("before June 2024", "date-ambiguous", ["2024-06-30"]),
        ("X 30 June 2024", "date-ambiguous", ["2024-06-30"]),
        ("from April 2024", "date-ambiguous", ["2024-04-30"]),
        ("Completed by June 2024", "date-ambiguous", ["2024-06-30"]),
        ("year 1", "date-ambiguous", []),
        ("Year 2", "date-ambiguous", []),
        ("Year 2 Actions", "date-ambiguous", []),
        ("Year 1 Actions - (by March 2005)", "date-ambiguous", ["2005-03-31"]),
        ("within 3 months", "date-ambiguous", []),
        ("ongoing", "date-recurring", []),
        ("Ongoing", "date-recurring", []),
        ("On-going", "date-recurring", []),
        ("Ongoing Reported bi-monthly at the committee", "date-recurring", []),
        ("Continuous", "date-recurring", []),
        ("Rolling", "date-recurring", []),
        ("Quarterly Board update", "date-recurring", []),
        ("Reported bi-monthly", "date-recurring", []),
        ("To be reviewed on annual basis", "date-recurring", []),
        ("throughout 2023/24", "date-recurring", ["2024-03-31"]),
        (
            "Group planning - June 2011(budget cycle) and then annually",
            "date-recurring",
            ["2011-06-30"],
        ),
        ("Completed", "date-placeholder", []),
        ("Completed June 2024", "date-placeholder", []),
        ("As at 31 March 2020", "date-placeholder", []),
        ("as at 15 March 2014", "date-placeholder", []),
        ("TBC", "date-placeholder", []),
        ("t.b.c.", "date-placeholder", []),
        ("TBA", "date-placeholder", []),
        ("to be agreed", "date-placeholder", []),
        ("tbc in meeting, January 2018", "date-placeholder", ["2018-01-31"]),
        ("TBC in the Boardroom", "date-placeholder", []),
        ("start date tbc", "date-placeholder", []),
        ("30 Month 20xx", "date-placeholder", []),
        ("dd/mm/yyyy", "date-placeholder", []),
        ("June 2024?", "date-placeholder", ["2024-06-30"]),
        ("ASAP", "date-placeholder", []),
        ("Immediate", "date-placeholder", []),
        ("when the moon is full", "date-placeholder", []),
        ("14/9/20215", "date-placeholder", []),
        ("1/2/3/2024", "date-placeholder", []),
        ("2019 - 2014", "date-placeholder", []),
        ("31/13", "date-placeholder", []),
        ("99999", "date-placeholder", []),
        ("Q5", "date-placeholder", []),
        ("🎉", "date-placeholder", []),
        ("13.09.2023\n08.11.2023", "date-twofold", ["2023-11-08", "2023-09-13"]),
        ("13.09.2023 then 08.11.2023", "date-twofold", ["2023-11-08", "2023-09-13"]),
        ("13.09.2023 / 08.11.2023", "date-twofold", ["2023-11-08", "2023-09-13"]),
        ("by June 2024 ... by June 2025", "date-twofold", ["2025-06-30", "2024-06-30"]),
        ("plan June 2024, evidence June 2025", "date-twofold", ["2025-06-30", "2024-06-30"]),
    ],
)
def test_what_is_no_one_date_is_left_for_a_person(
    text: str, rule: str, proposals: list[str]
) -> None:
    reading = read_date(text)
    assert reading.due == Due(None, text, Precision.NONE)
    [remark] = reading.remarks
    level = FindingLevel.FAIL if rule == "date-impossible" else FindingLevel.WARN
    assert (remark.rule, remark.level) == (rule, level)
    assert remark.proposals == tuple(map(_day, proposals))
    assert remark.message.endswith(".")


@pytest.mark.parametrize(
    ("text", "document", "proposals"),
    [
        ("June 14", "2013-05-01", ["2014-06-30", "2013-06-14"]),
        ("June 14", "2026-11-21", ["2027-06-14", "2014-06-30"]),
        ("Nov 11", "2011-07-01", ["2011-11-30", "2011-11-11"]),
        ("(December 21)", "2021-04-01", ["2021-12-31", "2021-12-21"]),
        ("Mar-25", "2024-04-01", ["2025-03-31", "2025-03-25"]),
        ("Feb 30", "2020-01-01", ["2030-02-28"]),
        ("11/12", "2012-07-04", ["2012-12-11", "2012-11-30", "2012-03-31"]),
        ("Q3 2024", "2024-10-05", ["2024-12-31", "2024-09-30"]),
        ("Q1", "2024-11-05", ["2025-06-30", "2025-03-31"]),
        ("Q2", "2024-11-05", ["2025-09-30", "2025-06-30"]),
        ("Q3", "2024-11-05", ["2024-12-31", "2025-09-30"]),
        ("Q4", "2024-11-05", ["2025-03-31", "2024-12-31"]),
        ("2024", "2024-12-31", ["2024-12-31", "2025-03-31"]),
        ("2024", "2025-01-05", ["2025-03-31", "2024-12-31"]),
        ("2022-2023", "2023-06-01", ["2023-12-31", "2023-03-31"]),
        ("Quarter 3", "2024-11-05", ["2024-12-31", "2025-09-30"]),
        ("31 June", "2012-07-04", ["2013-06-30"]),
        ("Fri 14 Sept", "2015-01-01", ["2015-09-14"]),
        ("14 Aug / 11 Sep", "2012-07-04", ["2012-09-11", "2012-08-14"]),
    ],
)
def test_the_documents_date_puts_the_likeliest_day_first(
    text: str, document: str, proposals: list[str]
) -> None:
    reading = read_date(text, document=_day(document))
    assert reading.due.on is None
    assert reading.remarks[0].proposals == tuple(map(_day, proposals))


_D = "2012-07-04"


@pytest.mark.parametrize(
    ("text", "document", "message"),
    [
        (
            "October 2023",
            None,
            "“October 2023” was read as 31 Oct 2023, the last day of the month.",
        ),
        (
            "Q2 2023/24",
            None,
            "“Q2 2023/24” was read as 30 Sep 2023, the last day of the quarter.",
        ),
        (
            "26/27",
            None,
            "“26/27” was read as 31 Mar 2027, the last day of the financial year.",
        ),
        (
            "2013/14",
            None,
            "“2013/14” was read as 31 Mar 2014, the last day of the financial year.",
        ),
        (
            "March 2023/24",
            None,
            "“March 2023/24” was read as 31 Mar 2024, the last day of the month.",
        ),
        (
            "April 2023 / March 2026",
            None,
            "“April 2023 / March 2026” is a period; its end was taken, 31 Mar 2026.",
        ),
        (
            "between 1 April 2023 and 5 June 2024",
            None,
            "“between 1 April 2023 and 5 June 2024” is a period; its end was taken, 5 Jun 2024.",
        ),
        (
            "1st to 5th June 2024",
            None,
            "“1st to 5th June 2024” is a period; its end was taken, 5 Jun 2024.",
        ),
        ("30 Sept", _D, "“30 Sept” has no year; 30 Sep 2012 is the next one."),
        ("14/9", _D, "“14/9” has no year; 14 Sep 2012 is the next one."),
        ("June", _D, "“June” has no year; 30 Jun 2013 is the end of the next one."),
        ("30 Sept", None, f"“30 Sept” has no year. {_LIKE}"),
        ("14/9", None, f"“14/9” has no year. {_LIKE}"),
        ("June", None, f"“June” has no year. {_LIKE}"),
        ("Q3", None, f"“Q3” has no year. {_LIKE}"),
        (
            "31/4/2016",
            None,
            "“31/4/2016” does not exist: the month has 30 days. "
            "Accept 30 Apr 2016, or give the due date.",
        ),
        (
            "9/14/2015",
            None,
            "“9/14/2015” does not exist unless day and month are swapped. "
            "Accept 14 Sep 2015, or give the due date.",
        ),
        ("45/4/2016", None, "“45/4/2016” does not exist. Give the due date."),
        ("13/2024", None, "“13/2024” does not exist. Give the due date."),
        ("31 June", None, "“31 June” does not exist. Give the due date."),
        ("31 June", _D, "“31 June” does not exist. Accept 30 Jun 2013, or give the due date."),
        ("32 June", _D, "“32 June” does not exist. Give the due date."),
        (
            "June 14",
            _D,
            "“June 14” can be read in more than one way. "
            "Accept 30 Jun 2014 or 14 Jun 2013, or give the due date.",
        ),
        (
            "11/12",
            _D,
            "“11/12” can be read in more than one way. "
            "Accept 11 Dec 2012 or 30 Nov 2012 or 31 Mar 2012, or give the due date.",
        ),
        (
            "2024",
            None,
            "“2024” can be read in more than one way. "
            "Accept 31 Dec 2024 or 31 Mar 2025, or give the due date.",
        ),
        (
            "Q3 2024",
            None,
            "“Q3 2024” can be read in more than one way. "
            "Accept 31 Dec 2024 or 30 Sep 2024, or give the due date.",
        ),
        (
            "Q3",
            "2024-11-05",
            "“Q3” can be read in more than one way. "
            "Accept 31 Dec 2024 or 30 Sep 2025, or give the due date.",
        ),
        (
            "2022-2023",
            None,
            "“2022-2023” can be read in more than one way. "
            "Accept 31 Mar 2023 or 31 Dec 2023, or give the due date.",
        ),
        (
            "2011-12",
            None,
            "“2011-12” can be read in more than one way. "
            "Accept 31 Mar 2012 or 31 Dec 2011, or give the due date.",
        ),
        (
            "Mon 14 Aug",
            _D,
            "14 Aug 2012 is a Tuesday, unlike “Mon 14 Aug”. "
            "Accept 14 Aug 2012, or give the due date.",
        ),
        (
            "45351",
            None,
            "“45351” may be a spreadsheet's number for 29 Feb 2024. "
            "Accept 29 Feb 2024, or give the due date.",
        ),
        (
            "30 June 2024 (subject to funding)",
            None,
            "“30 June 2024 (subject to funding)” says more than a date. "
            "Accept 30 Jun 2024, or give the due date.",
        ),
        (
            "30 June 2024 (draft) or so",
            None,
            "“30 June 2024 (draft) or so” says more than a date. "
            "Accept 30 Jun 2024, or give the due date.",
        ),
        (
            "throughout 2023/24",
            None,
            "“throughout 2023/24” comes round again or never ends, so it is no one date. "
            "Accept 31 Mar 2024, or give the due date.",
        ),
        (
            "As at 31 March 2020",
            None,
            "“As at 31 March 2020” is the date of data, not a date that something is due. "
            "Give the due date.",
        ),
        (
            "when the moon is full",
            None,
            f"“when the moon is full” could not be read as a date. {_LIKE}",
        ),
        ("99999", None, f"“99999” could not be read as a date. {_LIKE}"),
        ("Q5", _D, f"“Q5” could not be read as a date. {_LIKE}"),
        (
            "by 1/1/2024, 1/2/2024, 1/3/2024, 1/4/2024 in turn",
            None,
            "“by 1/1/2024, 1/2/2024, 1/3/2024, 1/4/2024 in turn” holds several dates. "
            "Accept 1 Apr 2024 or 1 Mar 2024 or 1 Feb 2024, or give the due date.",
        ),
    ],
)
def test_a_remark_says_what_was_made_of_the_words_and_what_to_do(
    text: str, document: str | None, message: str
) -> None:
    reading = read_date(text, document=_day(document) if document else None)
    assert [remark.message for remark in reading.remarks] == [message]


@pytest.mark.parametrize(
    ("text", "document", "iso"),
    [
        ("June", "2012-06-30", "2012-06-30"),
        ("June", "2012-07-01", "2013-06-30"),
        ("30 June", "2012-06-30", "2012-06-30"),
        ("30 June", "2012-07-01", "2013-06-30"),
        ("29 Feb", "1896-03-01", "1904-02-29"),
    ],
)
def test_the_day_of_the_document_itself_is_not_past(text: str, document: str, iso: str) -> None:
    assert read_date(text, document=_day(document)).due.on == _day(iso)


def test_two_dates_of_which_one_is_impossible_raise_both_remarks() -> None:
    reading = read_date("31/4/2016\n30/6/2016")
    assert [remark.rule for remark in reading.remarks] == ["date-twofold", "date-impossible"]
    assert reading.remarks[0].proposals == (_day("2016-06-30"), _day("2016-04-30"))


@pytest.mark.parametrize("text", ["", "  \n", "-", "–", "N/A", "n/a", "None", "not applicable"])
def test_no_date_needs_no_remark(text: str) -> None:
    reading = read_date(text)
    assert reading.due == Due(None, text.strip(), Precision.NONE)
    assert reading.remarks == ()


def test_a_relative_year_asks_for_the_plans_start() -> None:
    assert "start of the plan" in read_date("Year 2 Actions").remarks[0].message


def test_a_wrong_weekday_names_the_right_one() -> None:
    assert "is a Monday" in read_date("Tuesday 14 Sept 2015").remarks[0].message


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
