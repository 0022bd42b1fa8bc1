"""Reading of who leads."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.leads import read_leads


@pytest.mark.parametrize(
    "text",
    [
        "Corporate lead for E&D",
        "Workforce lead for training",
        "Engagement and Diversity Officer",
        "D&I Manager",
        "HRBP",
        "MW",
        "NED-WT",
        "OD Specialist (FM)",
        "Workforce Lead (MW/JB)",
        "Head of Equality, Diversity and Inclusion",
        "Director of Nursing, Quality & Safety",
        "Director of HR and OD",
        "Director of People and Culture",
        "NELCCG Core group",
        "Interim Chief People Officer",
        "24/7 lead",
        "Zoë O’Connor-Nuñez",
    ],
)
def test_one_post_stays_whole_without_remark(text: str) -> None:
    reading = read_leads(text)
    assert (reading.lead, reading.supporting) == (text, ())
    assert (reading.rule, reading.message) == ("", "")


@pytest.mark.parametrize(
    ("text", "lead", "supporting"),
    [
        ("MW/YO", "MW", ("YO",)),
        ("NED-WT/DoN", "NED-WT", ("DoN",)),
        ("MW and JB", "MW", ("JB",)),
        ("CEO & CPO", "CEO", ("CPO",)),
        ("CPO and/or COO", "CPO", ("COO",)),
        ("MW, JB and TB", "MW", ("JB", "TB")),
        ("MW, JB, and TB", "MW", ("JB", "TB")),
        ("CPO / Head of OD", "CPO", ("Head of OD",)),
        ("CPO; EDI Team", "CPO", ("EDI Team",)),
        ("CPO (MW), COO", "CPO (MW)", ("COO",)),
        ("EDI Team\nStaff-Side", "EDI Team", ("Staff-Side",)),
        ("• CPO\n• Heads of  services", "CPO", ("Heads of services",)),
        ("- CPO\n- COO", "CPO", ("COO",)),
        ("CPO and\nCOO", "CPO", ("COO",)),
        ("CPO with support from EDI Team", "CPO", ("EDI Team",)),
        ("Workforce Lead, supported by HRBP", "Workforce Lead", ("HRBP",)),
        ("HR Director, Head of OD and EDI Manager", "HR Director", ("Head of OD and EDI Manager",)),
        (
            "CPO, Head of Equality, Diversity and Inclusion",
            "CPO",
            ("Head of Equality, Diversity and Inclusion",),
        ),
        ("TBC / CPO", "CPO", ("TBC",)),
        ("MW\nand JB", "MW", ("JB",)),
        ("Amina Khan, Joe Bloggs", "Amina Khan", ("Joe Bloggs",)),
        (
            "Equality, Diversity and Inclusion Lead, Head of OD",
            "Equality, Diversity and Inclusion Lead",
            ("Head of OD",),
        ),
        (
            "Head of Equality, Diversity and Inclusion, Chief Nurse",
            "Head of Equality, Diversity and Inclusion",
            ("Chief Nurse",),
        ),
    ],
)
def test_the_first_named_leads_and_the_rest_support(
    text: str, lead: str, supporting: tuple[str, ...]
) -> None:
    reading = read_leads(text)
    assert (reading.lead, reading.supporting) == (lead, supporting)
    assert reading.rule == "lead-several"
    assert all(f"“{name}”" in reading.message for name in (lead, *supporting))


@pytest.mark.parametrize(
    "text",
    [
        "Head of HR and EDI Manager",
        "Director and Governing body lead for Equality and Diversity",
        "MW and Head of OD",
        "EDI Team and Staff-Side",
        "Amina Khan and Joe Bloggs",
    ],
)
def test_an_and_that_may_join_two_posts_is_asked_about(text: str) -> None:
    reading = read_leads(text)
    assert (reading.lead, reading.supporting) == (text, ())
    assert reading.rule == "lead-several"
    assert "one post or two" in reading.message


@pytest.mark.parametrize(
    "text", ["Heads of services", "All Directors", "Line managers", "HR Business Partners"]
)
def test_a_plural_is_no_single_owner(text: str) -> None:
    reading = read_leads(text)
    assert (reading.lead, reading.supporting) == (text, ())
    assert reading.rule == "lead-several"
    assert "more than one person" in reading.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "MW, JB and TB",
            "“MW” was taken as the lead, with “JB”, “TB” in support. Please check.",
        ),
        (
            "EDI Team and Staff-Side",
            "“EDI Team and Staff-Side” may be one post or two. If it is two, say which one leads.",
        ),
        (
            "All Directors",
            "“All Directors” is more than one person. Name the one who answers for it.",
        ),
        ("TBC", "“TBC” names nobody. Name one post or person who answers for it."),
        (" \n", "No lead is named. Name one post or person who answers for it."),
    ],
)
def test_a_remark_says_what_was_made_of_the_words_and_what_to_do(text: str, message: str) -> None:
    assert read_leads(text).message == message


@pytest.mark.parametrize("text", ["", " \n ", "-", "–", "N/A", "n/a", "TBC", "None", "?", "Vacant"])
def test_nobody_named_is_a_missing_lead(text: str) -> None:
    reading = read_leads(text)
    assert (reading.lead, reading.supporting, reading.rule) == ("", (), "lead-missing")
    assert text.strip() in reading.message


_PARTS = st.sampled_from(
    ["MW", "CEO", "Head of OD", "D&I Manager", "EDI Team", "(FM)", "Zoë", "24/7", "Directors"]
)
_JOINTS = st.sampled_from(["\n", ", ", " / ", "; ", " and ", " & ", " with support from ", "\n• "])
_SEPARATING = {"and", "with", "support", "from", "of", "the", "supported", "by", "or"}


def _content(text: str) -> list[str]:
    return sorted(word for word in re.findall(r"[^\W_]+", text) if word.lower() not in _SEPARATING)


@given(st.lists(st.tuples(_PARTS, _JOINTS), min_size=1))
def test_every_word_survives(parts: list[tuple[str, str]]) -> None:
    text = "".join(part + joint for part, joint in parts)
    reading = read_leads(text)
    assert _content(" ".join((reading.lead, *reading.supporting))) == _content(text)


@given(st.text())
def test_nothing_raises_and_nothing_is_lost(text: str) -> None:
    reading = read_leads(text)
    assert bool(reading.rule) == bool(reading.message)
    if reading.rule != "lead-missing":
        assert _content(" ".join((reading.lead, *reading.supporting))) == _content(text)
