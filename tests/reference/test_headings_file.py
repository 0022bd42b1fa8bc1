"""The file of known column headings."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from edi_tui.domain.headings import match_headings, score
from edi_tui.domain.text import folded
from edi_tui.reference.load import heading_aliases

_FIELDS = {
    "actions": "text outcome due lead progress status ref objective framework",
    "objectives": (
        "title level scope owner framework start due status progress measure baseline"
        " baseline_on target unit direction published summary"
    ),
    "members": "name role seat standing voting from_on to_on",
    "networks": (
        "name characteristic state chair meets published executive_sponsor non_executive_sponsor"
    ),
    "sponsorships": "network member kind appointed from_on to_on achieves",
    "frameworks": "code title framework source valid_from valid_to deadline checked_on",
}
_SUBJECTS = {
    **{"actions": "text", "objectives": "title", "members": "name", "networks": "name"},
    "sponsorships": "network",
    "frameworks": "code",
}
"""The field without which a row is no record of its kind."""

# Header rows of published plans, 2010 to 2025.
_PLANS = [
    "Action; Outcome; Due by; Progress review; RAG rating; Lead",
    "Commentary; No.; Actions; Accountable People / Team; Key Performance Indicators; Deadline",
    "Indicator; Objective; Analysis; WRES action; Lead; Date; Progress",
    "EDS; Equality Aim; WRES Metric; Action; Lead; Timescale; Update",
    "Action; Lead Responsible; Outcome; RAG Rating",
    "Objective; Action; Timeframe; Measure; Owner",
    "Action; Outcome; Responsibility; Timescale",
    "From Reporting Period; What do we plan to do?; Lead; Timescale; Success Measure",
    "Action Measure; Intended Outcome; Performance Indicator and Target; Timescale and Ownership",
    "Metric; Details of the action; Timescale to start seeing change",
    "Aligned Outcome; Action; Equality Objective; Who is responsible; Target Completion Date",
    "Ref; Source; Action; Lead; Due Date; Status; Proposed to Open/ Close",
    "NO; PAPER; ACTION; LEAD; TARGET DATE; NEW DATE; STATUS/COMMENT",
]


@pytest.mark.parametrize("kind", _FIELDS)
def test_every_field_has_headings_and_its_own_name_is_one(kind: str) -> None:
    fields = _FIELDS[kind].split()
    aliases = heading_aliases()[kind]
    assert set(aliases.fields.values()) == set(fields)
    assert {name for names in aliases.ask.values() for name in names} <= set(fields)


def test_there_are_no_other_kinds() -> None:
    assert set(heading_aliases()) == set(_FIELDS)


def test_no_heading_stands_twice_within_a_kind() -> None:
    kinds = tomllib.loads((files("edi_tui.reference") / "headings.toml").read_text("utf-8"))
    asked = kinds.pop("ask")
    for kind, fields in kinds.items():
        headings = [folded(each) for aliases in fields.values() for each in aliases]
        headings += [folded(heading) for heading in asked[kind]]
        assert [each for each, count in Counter(headings).items() if count > 1] == []
        assert all(headings)


@pytest.mark.parametrize("plan", _PLANS)
def test_a_published_plan_is_taken_for_actions(plan: str) -> None:
    headings = plan.split("; ")
    scores = {
        kind: score(headings, aliases)
        for kind, aliases in heading_aliases().items()
        if _SUBJECTS[kind] in match_headings(headings, aliases).columns.values()
    }
    assert scores["actions"] == max(scores.values())


@pytest.mark.parametrize(
    ("kind", "headings"),
    [
        (
            "objectives",
            "Objective; Level; Scope; Owner; High impact action; Start; Due; Measure; Unit;"
            " Direction; Baseline; Baseline date; Target; Status; Progress",
        ),
        ("members", "Name; Role; Seat; Standing; Voting; From; To"),
        ("networks", "Network; Characteristic; State; Chair; Meets"),
        ("sponsorships", "Network; Member; Kind; Appointed; From; To; Achieves"),
    ],
)
def test_the_registers_own_headings_name_their_kind(kind: str, headings: str) -> None:
    words = [heading.strip() for heading in headings.split(";")]
    match = match_headings(words, heading_aliases()[kind])
    assert len(match.columns) == len(words)
    scores = {each: score(words, aliases) for each, aliases in heading_aliases().items()}
    assert [each for each in scores if scores[each] == max(scores.values())] == [kind]


def test_the_plan_with_blank_ratings_matches_in_full() -> None:
    match = match_headings(_PLANS[0].split("; "), heading_aliases()["actions"])
    assert list(match.columns.values()) == ["text", "outcome", "due", "progress", "status", "lead"]


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("Commentary", ("progress", "outcome")),
        ("Timescale and Ownership", ("due", "lead")),
        ("Target", ("due", "outcome")),
        ("Target criteria", ("outcome",)),
        ("Metric", ("framework", "outcome")),
        ("Sponsor", ("lead",)),
        ("Date", ("due",)),
        ("New date", ("due",)),
        ("STATUS/COMMENT", ("status", "progress")),
    ],
)
def test_headings_of_many_meanings_are_asked_about(heading: str, fields: tuple[str, ...]) -> None:
    assert match_headings([heading], heading_aliases()["actions"]).ambiguous == {0: fields}


@pytest.mark.parametrize(
    "heading",
    [
        *("Measure", "Measure of Success", "Key Performance Indicators", "Baseline measure"),
        *("Review date", "Next steps", "Risk", "Orig. rating", "Evidence"),
    ],
)
def test_what_no_field_of_an_action_holds_is_unknown(heading: str) -> None:
    assert match_headings([heading], heading_aliases()["actions"]).unknown == (0,)
