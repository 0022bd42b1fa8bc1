"""Objectives as organisations have published them, paraphrased, and what is weak in each."""

from __future__ import annotations

import pytest

from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.registry import RULES
from edi_tui.domain.rules.smart import smart
from edi_tui.domain.rules.texts import Verdict
from edi_tui.domain.words import Precision
from edi_tui.reference.rule_texts import rule_texts
from tests.domain.rules.rows import objective, view

PRESENT = (Verdict.MET, Verdict.WEAK)

PUBLISHED = [
    # A share by a date, under an indicator of the WRES: present but for achievability.
    (1, "Workforce to be 15% BME by end-March 2023/24", "S M a R T", "M2 words-none; S1 nobody"),
    # No number: the years say when something happened.
    (2, "Better results on WRES indicator 7 in 2023, kept up in 2024", "m t", "M1 nothing"),
    # The target is named, not stated.
    (3, "Deliver the targets we aspire to for bands 8 and up", "S m t", "M3 not-stated"),
    # A ratio cannot fall by a per cent of something else.
    (4, "1% reduction in the share disciplined (baseline 3.73 times)", "M t", "M3 unlike-baseline"),
    # Per cent, or percentage points?
    (5, "6% increase in BME staff who think that chances are equal", "S M t", "M6 unclear"),
    # No baseline; attendance at training is output.
    (6, "99% of staff to complete equality training", "S M t", "M2 words-none; M5 activity"),
    # Workshops are output.
    (7, "Hold 10 workshops on safe conversations by Oct 2023", "S M T", "M5 activity"),
    # Three outputs in one sentence.
    (8, "5 roadshows; 3 workshops; 4 community events", "M t", "M5 activity; S4 two-targets"),
    # Places on a course are output.
    (9, "3 places ring-fenced for BAME staff by Oct 2023", "S M T", "M5 activity"),
    # Outputs, with more than one date.
    (10, "3 agencies for board posts; a programme by Oct 2023, a plan by Sep 2023", "M T",
     "M5 activity; S4 two-dates"),
    # Baseline, milestone and target; a year of the plan is no due date.
    (11, "Band 8a+ BME staff from 24% to 26% in year 1 to 30%", "S M t", "M2 words; T1 span"),
    # Something to comply with, without a date.
    (12, "Every board member to have a SMART EDI objective at appraisal", "m t", "T1 none"),
    # Nothing but sponsorship.
    (13, "Implement executive sponsorship of every network", "S m t", "H1 only"),
    # Two dates in one sentence.
    (14, "Talent plan by Jun 2024, with progress to be shown by Jun 2025", "T", "S4 two-dates"),
    # Several years are how long, not until when; the plans of each year are its actions.
    (15, "Improve diversity: a four-year aim with SMART plans for each", "s m t",
     "T1 span; S2 vague"),
    # The survey is named, no number.
    (16, "Increase representation at all levels, as the staff survey shows", "S m t",
     "M1 source-only"),
    # Baselines without a target.
    (17, "Increase BAME staff in bands; baseline 8a 8.6%, 8c 7.1%, 8d 3.6%, 9 0%", "S M t",
     "M3 baseline-only"),
    # No number.
    (18, "Improve turnout at the forums of the networks, at what cost against budget", "s m t",
     "M1 nothing"),
    # It can be counted, and comes round every year.
    (19, "EDS goals 1 and 2 on three or more pathways: at least three pathways each year", "M t",
     "T1 recurring"),
    # Two verbs that nobody can check.
    (20, "Promote equality at work and improve representation", "s m t", "S2 vague"),
    # Leading is no change.
    (21, "The governing body actively leads on equality", "s m t", "S2 vague"),
    # The date of data is no due date.
    (22, "All staff trained: 100% as at 15 March 2014", "S M t", "T1 as-at"),
    # What is SMART is put off.
    (23, "A new template that makes actions SMART, still being developed", "s m t",
     "S2 vague; M5 named-activity"),
    # A target without a date.
    (24, "Reduce the gender pay gap to zero, with quarterly reports", "S M t",
     "T1 recurring; M2 words-none"),
    # What each role has to do: activity.
    (25, "Non-executives to have baseline training, executives to have objectives", "m t",
     "M5 named-activity"),
    # Activity.
    (26, "EDI objectives for everyone on the board; an associate programme", "m t",
     "M5 named-activity"),
    # A review every year is no due date.
    (27, "Eight objectives with numbered targets, looked at again every year", "t",
     "T1 recurring"),
    # Metrics are chosen, the target of each is not stated.
    (28, "Work on WDES metrics 2, 3, 4a, 4b and 8, each with a target", "m t", "M3 not-stated"),
    # Baseline, target and date, all in words only.
    (29, "Sickness to be 6.5% by end of 26/27, from 8.2%", "S M T", "M2 words; T1 words"),
    # A date for what nobody has counted.
    (30, "Reach equity in bands 8a to VSM by March 2025", "S m T", "M1 nothing"),
]  # fmt: skip
"""Number, words, letters that are present (upper case) or missing, and what rules remark."""


def published(title: str, *frameworks: str) -> ObjectiveRow:
    """Return an objective as it stands in a published plan: words alone."""
    return objective(
        title=title,
        owner="",
        owner_ref="",
        start_on=None,
        due_on=None,
        due_text="",
        due_precision=Precision.NONE,
        frameworks=frameworks,
    )


def verdicts(row: ObjectiveRow) -> dict[str, Verdict]:
    criteria = smart(row, view(row), RULES, rule_texts())
    return {criterion.letter: criterion.verdict for criterion in criteria}


@pytest.mark.parametrize(("number", "title", "letters", "remarks"), PUBLISHED)
def test_a_published_objective_is_judged_by_its_words(
    number: int, title: str, letters: str, remarks: str
) -> None:
    row = published(title, "WRES1") if number == 1 else published(title)
    found = verdicts(row)
    for letter in letters.split():
        assert (found[letter.upper()] in PRESENT) is letter.isupper(), letter
    said = {f"{rule.id} {remark.says}" for rule in RULES if rule.of is row.KIND
            for remark in rule.judge(row, view(row))}  # fmt: skip
    assert set(remarks.split("; ")) <= said


def test_achievability_is_never_present_in_words_alone() -> None:
    assert {verdicts(published(title))["A"] for _, title, *_ in PUBLISHED} == {Verdict.NOT_ASSESSED}


def test_every_kind_of_published_weakness_is_in_the_table() -> None:
    assert [number for number, *_ in PUBLISHED] == list(range(1, 31))
