"""What is said of a date that was read with a doubt, and what to do about it."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.dates import read_date
from edi_tui.domain.due import Due
from edi_tui.domain.words import Precision

_LIKE = "Write it like 31 March 2027."
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
    reading = read_date(text, document=date.fromisoformat(document) if document else None)
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
    assert read_date(text, document=date.fromisoformat(document)).due.on == date.fromisoformat(iso)


def test_two_dates_of_which_one_is_impossible_raise_both_remarks() -> None:
    reading = read_date("31/4/2016\n30/6/2016")
    assert [remark.rule for remark in reading.remarks] == ["date-twofold", "date-impossible"]
    assert reading.remarks[0].proposals == (
        date.fromisoformat("2016-06-30"),
        date.fromisoformat("2016-04-30"),
    )


@pytest.mark.parametrize("text", ["", "  \n", "-", "–", "N/A", "n/a", "None", "not applicable"])
def test_no_date_needs_no_remark(text: str) -> None:
    reading = read_date(text)
    assert reading.due == Due(None, text.strip(), Precision.NONE)
    assert reading.remarks == ()


def test_a_relative_year_asks_for_the_plans_start() -> None:
    assert "start of the plan" in read_date("Year 2 Actions").remarks[0].message


def test_a_wrong_weekday_names_the_right_one() -> None:
    assert "is a Monday" in read_date("Tuesday 14 Sept 2015").remarks[0].message
