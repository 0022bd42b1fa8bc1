"""Words that are no one date are left for a person, the likeliest day first."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.dates import read_date
from edi_tui.domain.due import Due
from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.words import Precision


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
    assert remark.proposals == tuple(map(date.fromisoformat, proposals))
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
    reading = read_date(text, document=date.fromisoformat(document))
    assert reading.due.on is None
    assert reading.remarks[0].proposals == tuple(map(date.fromisoformat, proposals))
