"""Reading of status words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.statuses import read_status
from edi_tui.domain.words import Status


@pytest.mark.parametrize("spell", [str.lower, str.upper, str.title])
@pytest.mark.parametrize("status", Status)
def test_the_words_of_the_register_read_back_without_remark(
    status: Status, spell: Callable[[str], str]
) -> None:
    for text in (status.value, status.label):
        reading = read_status(spell(text))
        assert (reading.status, reading.rule, reading.message) == (status, "", "")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Completed", Status.COMPLETE),
        ("Delivered", Status.COMPLETE),
        ("Done", Status.COMPLETE),
        ("100%", Status.COMPLETE),
        ("100% complete", Status.COMPLETE),
        ("Completed June 2024", Status.COMPLETE),
        ("Completed 14/9/2015", Status.COMPLETE),
        ("Complete (B)", Status.COMPLETE),
        ("On Track to deliver", Status.ON_TRACK),
        ("Green - on track", Status.ON_TRACK),
        ("Green\nOn track", Status.ON_TRACK),
        ("🟢 On track", Status.ON_TRACK),
        ("Some issues - narrative disclosure", Status.AT_RISK),
        ("Amber (at risk)", Status.AT_RISK),
        ("Not on track to deliver", Status.OFF_TRACK),
        ("  not   STARTED ", Status.NOT_STARTED),
        ("RAG status: Not started", Status.NOT_STARTED),
        ("Paused", Status.ON_HOLD),
        ("on hold / paused", Status.ON_HOLD),
        ("deferred", Status.ON_HOLD),
        ("held over", Status.CARRIED_OVER),
        ("Carried forward", Status.CARRIED_OVER),
        ("rolled over", Status.CARRIED_OVER),
        ("superseded", Status.SUPERSEDED),
        ("retired", Status.SUPERSEDED),
        ("Cancelled", Status.WITHDRAWN),
        ("Closed, not met", Status.CLOSED_NOT_MET),
    ],
)
def test_plain_words_are_read_without_remark(text: str, status: Status) -> None:
    reading = read_status(text)
    assert (reading.status, reading.rule, reading.message) == (status, "", "")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Blue", Status.COMPLETE),
        ("B", Status.COMPLETE),
        ("Closed", Status.COMPLETE),
        ("Complete - approved by the board", Status.COMPLETE),
        ("Green", Status.ON_TRACK),
        ("G", Status.ON_TRACK),
        ("[G]", Status.ON_TRACK),
        ("🟢", Status.ON_TRACK),
        ("RAG: green", Status.ON_TRACK),
        ("Good progress", Status.ON_TRACK),
        ("In progress", Status.ON_TRACK),
        ("Status: in progress", Status.ON_TRACK),
        ("Amber", Status.AT_RISK),
        ("[A]", Status.AT_RISK),
        ("Yellow", Status.AT_RISK),
        ("Amber: recruitment is late", Status.AT_RISK),
        ("Some progress", Status.AT_RISK),
        ("Limited progress", Status.AT_RISK),
        ("work in progress", Status.AT_RISK),
        ("slippage", Status.AT_RISK),
        ("Delayed", Status.AT_RISK),
        ("Red", Status.OFF_TRACK),
        ("R", Status.OFF_TRACK),
        ("No progress or poor progress", Status.OFF_TRACK),
        ("Overdue", Status.OFF_TRACK),
        ("Missed", Status.OFF_TRACK),
        ("Grey", Status.NOT_STARTED),
        ("White", Status.NOT_STARTED),
        ("Not yet due", Status.NOT_STARTED),
        ("Item not due yet", Status.NOT_STARTED),
        ("Due later", Status.NOT_STARTED),
        ("Planned", Status.NOT_STARTED),
        ("Development pending", Status.ON_HOLD),
        ("New date", Status.CARRIED_OVER),
    ],
)
def test_colours_and_loose_words_are_assumed_and_said_so(text: str, status: Status) -> None:
    reading = read_status(text)
    assert (reading.status, reading.rule) == (status, "status-assumed")
    assert status.label.lower() in reading.message


@pytest.mark.parametrize(
    "text",
    ["", "  \n", "-", "–", "...", "N/A", "n/a", "TBC", "Verbal update to be provided", "Review"],
)
def test_silence_stays_no_update(text: str) -> None:
    reading = read_status(text)
    assert (reading.status, reading.rule) == (Status.NO_UPDATE, "status-blank")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Completed although delivery programme on hold", ("“complete”", "“on hold”")),
        ("A/G", ("“at risk”", "“on track”")),
        ("Amber → Green", ("“at risk”", "“on track”")),
        ("On track but some issues", ("“on track”", "“at risk”")),
        ("Green - no progress", ("“on track”", "“off track”")),
    ],
)
def test_two_readings_are_both_named(text: str, names: tuple[str, str]) -> None:
    reading = read_status(text)
    assert (reading.status, reading.rule) == (Status.NO_UPDATE, "status-conflict")
    assert all(name in reading.message for name in names)


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Undeveloped", "mature"),
        ("Developing", "mature"),
        ("Achieving", "mature"),
        ("Excelling", "mature"),
        ("Purple", "mature"),
        ("None", "assurance"),
        ("Limited", "assurance"),
        ("Partial", "assurance"),
        ("Reasonable", "assurance"),
        ("Substantial", "assurance"),
        ("Good", "assurance"),
        ("Improving", "which way"),
        ("Regressing", "which way"),
        ("Improvement", "which way"),
        ("no change", "which way"),
        ("↑", "which way"),
        ("Open", "open"),
        ("O", "open"),
        ("Proposed for Closure", "only what is proposed"),
        ("Delegated to Committees", "who took"),
        ("Referral", "who took"),
    ],
)
def test_words_of_other_scales_are_never_delivery(text: str, sort: str) -> None:
    reading = read_status(text)
    assert (reading.status, reading.rule) == (Status.NO_UPDATE, "status-conflict")
    assert sort in reading.message
    assert f"“{text}”" in reading.message


@pytest.mark.parametrize(
    "text",
    [
        *("Not complete", "Nearly complete", "Complete - not all sites", "Green if funded", "50%"),
        *(
            "wibble",
            "X",
            "🎉",
            "Met",
            "Not yet on track",
            "Complete - to be reviewed",
            "Open - on track",
        ),
    ],
)
def test_unknown_and_hedged_words_are_quoted_for_a_person(text: str) -> None:
    reading = read_status(text)
    assert (reading.status, reading.rule) == (Status.NO_UPDATE, "status-conflict")
    assert text in reading.message


_OPEN = "It stands as no update until you choose a status."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Green",
            "“Green” was read as on track, the usual meaning of the colour. Please check.",
        ),
        ("Slippage", "“Slippage” was read as at risk, its usual meaning. Please check."),
        (
            "Complete - approved by the board",
            "“Complete - approved by the board” was read as complete, from “complete”; "
            "the rest was taken as a comment. Please check.",
        ),
        ("A/G", f"“A/G” can be read as “at risk” and “on track”. {_OPEN}"),
        ("wibble", f"“wibble” is not a known status. {_OPEN}"),
        ("Good", f"“Good” is a level of assurance, not how delivery stands. {_OPEN}"),
        ("TBC", "“TBC” says nothing yet, so it stands as no update. Add the status."),
        (" \n", "No status was given, so it stands as no update. Add the status."),
    ],
)
def test_a_remark_says_what_was_made_of_the_words_and_what_to_do(text: str, message: str) -> None:
    assert read_status(text).message == message


def test_the_plans_own_key_goes_first() -> None:
    legend = {"Green": Status.COMPLETE, "Purple": Status.EMBEDDED}
    assert read_status("[GREEN]", legend) == read_status("complete")
    assert read_status("purple", legend).status is Status.EMBEDDED
    assert read_status("Green - signed off", legend).status is Status.COMPLETE
    assert read_status("Amber", legend).rule == "status-assumed"


@given(st.text())
def test_nothing_raises_and_every_remark_has_its_sentence(text: str) -> None:
    reading = read_status(text)
    assert bool(reading.rule) == bool(reading.message)
    if reading.rule in {"status-conflict", "status-blank"}:
        assert reading.status is Status.NO_UPDATE


@given(st.text(alphabet="acdehimnoqsvxz 0123456789,.", min_size=2))
def test_a_text_without_any_word_for_it_is_never_on_track(text: str) -> None:
    assert read_status(text).status is not Status.ON_TRACK
