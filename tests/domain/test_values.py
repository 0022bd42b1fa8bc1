"""Between typed words and the values of drafts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.due import Due
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.records import ActionDraft, EvidenceDraft, MemberDraft, NetworkDraft, fields_of
from edi_tui.domain.values import (
    draft_from_words,
    read_day,
    read_flag,
    read_number,
    read_value,
    read_word,
    write_value,
)
from edi_tui.domain.words import Precision, Seat, Standing, Status


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("28.6%", "28.6"),
        ("28.6 %", "28.6"),
        ("£40", "40"),
        ("-£1,250.50", "-1250.50"),
        ("£ -3", "-3"),
        ("1,250", "1250"),
        ("12 345 678", "12345678"),
        (".5", "0.5"),
        ("5.", "5"),
        ("+3", "3"),
        ("\u22122", "-2"),
        ("1e-05", "0.00001"),
        ("007", "7"),
        ("9" * 28, "9" * 28),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "14% 18%",
        "14 18",
        "14%\n18%",
        "1,5",
        "28,6%",
        "1,2,3",
        "1,2500",
        "1_000",
        "%",
        "£",
        "nan",
        "inf",
        "1e5000",
        "1e999999",
        "9" * 29,
        "about 5",
        "5 to 6",
    ],
)
def test_what_is_not_one_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a number; write digits, such as 28\.6\."):
        read_number(text)


def test_a_refused_number_is_quoted_in_short() -> None:
    with pytest.raises(ValueError, match="is not a number") as refusal:
        read_number("x" * 100)
    assert str(refusal.value) == (f"“{'x' * 59}…” is not a number; write digits, such as 28.6.")


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
    )
)
def test_a_written_number_reads_back(number: Decimal) -> None:
    assert read_number(f"{number:f}") == number
    assert read_number(f"{number:,f}") == number


@pytest.mark.parametrize("text", ["yes", "Y", " TRUE ", "1"])
def test_yes_is_read(text: str) -> None:
    assert read_flag(text) is True


@pytest.mark.parametrize("text", ["no", "N", "false", "0", "", "  "])
def test_no_is_read_and_nothing_is_no(text: str) -> None:
    assert read_flag(text) is False


@pytest.mark.parametrize("text", ["maybe", "2", "yes and no"])
def test_neither_yes_nor_no_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is neither yes nor no\.") as refusal:
        read_flag(text)
    assert f"“{text}”" in str(refusal.value)


@pytest.mark.parametrize(
    ("colour", "meant"),
    [
        ("Amber", "at_risk"),
        ("yellow", "at_risk"),
        ("red", "off_track"),
        ("GREEN", "on_track"),
        ("blue", "complete"),
        ("A", "at_risk"),
    ],
)
def test_a_colour_is_refused_with_the_status_that_it_stands_for(colour: str, meant: str) -> None:
    with pytest.raises(ValueError, match="not started, on track") as refusal:
        read_word(Status, colour)
    assert str(refusal.value).startswith(f"“{colour}” is {meant} in words; write one of: ")
    with pytest.raises(ValueError, match="is not one of"):
        read_word(Seat, colour)


@pytest.mark.parametrize(
    "text", ["non_executive", "Non-executive director", " NON EXECUTIVE ", "non-executive"]
)
def test_a_word_is_read_by_code_or_label(text: str) -> None:
    assert read_word(Seat, text) is Seat.NON_EXECUTIVE


def test_an_unknown_word_is_refused_with_the_choices() -> None:
    with pytest.raises(ValueError, match="is not one of") as refusal:
        read_word(Standing, "Sacked")
    assert str(refusal.value) == ("“Sacked” is not one of: substantive, interim, acting, vacant.")


@pytest.mark.parametrize(
    ("text", "document", "day"),
    [
        ("30 June 2027", None, date(2027, 6, 30)),
        ("end of Q4 2026/27", None, date(2027, 3, 31)),
        ("June 2027", None, date(2027, 6, 30)),
        ("30 June", date(2026, 11, 21), date(2027, 6, 30)),
        ("", None, None),
        (" \n", None, None),
    ],
)
def test_a_day_is_read_from_words(text: str, document: date | None, day: date | None) -> None:
    assert read_day(text, document) == day


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("31/4/2016", "“31/4/2016” does not exist: the month has 30 days."),
        ("30 June", "“30 June” has no year."),
        ("n/a", "“n/a” is not a date; write 31 March 2027."),
    ],
)
def test_what_is_no_day_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(ValueError, match="“") as refusal:
        read_day(text, None)
    assert str(refusal.value).startswith(said)


_DOCUMENT = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (Field("", FieldKind.LINE), " Chief\n People  Officer ", "Chief People Officer"),
        (Field("", FieldKind.PROSE), " One\r\n\r\nTwo ", "One\n\nTwo"),
        (Field("", FieldKind.NAMES), "OD; HR ;; ", ("OD", "HR")),
        (Field("", FieldKind.NAMES), "", ()),
        (Field("", FieldKind.DATE), "30 June", date(2027, 6, 30)),
        (Field("", FieldKind.DATE), "", None),
        (
            Field("", FieldKind.DUE),
            "30 June",
            Due(date(2027, 6, 30), "30 June", Precision.DAY),
        ),
        (Field("", FieldKind.DUE), "31/4/2016", Due(None, "31/4/2016")),
        (Field("", FieldKind.NUMBER), "28.6%", Decimal("28.6")),
        (Field("", FieldKind.FLAG), "yes", True),
        (Field("", FieldKind.CHOICE, words=Status), "At risk", Status.AT_RISK),
        (Field("", FieldKind.REFERENCE), "obj 4", "OBJ-004"),
        (Field("", FieldKind.REFERENCE), " Chief Nurse ", "Chief Nurse"),
        (Field("", FieldKind.REFERENCES), "obj 4; HIA1\n net-1;;", ("OBJ-004", "HIA1", "NET-001")),
        (Field("", FieldKind.REFERENCES), "", ()),
    ],
)
def test_each_kind_of_field_is_read_its_own_way(field: Field, text: str, value: object) -> None:
    read = read_value(field, text, document=_DOCUMENT)
    assert read == value
    assert type(read) is type(value)


def test_every_kind_of_field_can_be_read() -> None:
    for kind in FieldKind:
        field = Field("", kind, words=Status)
        read_value(field, "no update" if kind is FieldKind.CHOICE else "", document=None)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (FieldKind.DATE, None, ""),
        (FieldKind.DATE, date(2027, 6, 30), "30 Jun 2027"),
        (FieldKind.DUE, Due(date(2027, 6, 30), "30/6/27", Precision.DAY), "30 Jun 2027"),
        (FieldKind.DUE, Due(date(2027, 6, 30), "June 2027", Precision.MONTH), "June 2027"),
        (FieldKind.DUE, Due(None, "ongoing"), "ongoing"),
        (FieldKind.FLAG, True, "yes"),
        (FieldKind.FLAG, False, "no"),
        (FieldKind.CHOICE, Status.AT_RISK, "At risk"),
        (FieldKind.NUMBER, Decimal("1E+3"), "1000"),
        (FieldKind.NUMBER, Decimal("28.60"), "28.60"),
        (FieldKind.NAMES, ("OD", "HR"), "OD; HR"),
        (FieldKind.LINE, "text", "text"),
    ],
)
def test_a_value_is_written_as_people_would_type_it(
    kind: FieldKind, value: object, text: str
) -> None:
    assert write_value(Field("", kind), value) == text


def test_what_was_written_reads_back_as_the_same_draft() -> None:
    draft = MemberDraft(
        name="A Person",
        role="Chief Nurse",
        seat=Seat.EXECUTIVE,
        standing=Standing.ACTING,
        voting=False,
        from_on=date(2026, 4, 1),
    )
    words = {field.name: write_value(field, getattr(draft, field.name)) for field in _member()}
    assert draft_from_words(MemberDraft, words) == draft


def _member() -> tuple[Field, ...]:
    return fields_of(MemberDraft)


def test_typed_words_change_only_their_fields() -> None:
    base = NetworkDraft(name="Race Equality Network", meets="monthly")
    changed = draft_from_words(NetworkDraft, {"meets": " quarterly "}, base=base)
    assert changed == NetworkDraft(name="Race Equality Network", meets="quarterly")


def test_a_date_accepted_for_impossible_words_is_not_read_again() -> None:
    accepted = Due(date(2016, 4, 30), "31/4/2016", Precision.MONTH)
    base = ActionDraft(text="Publish", due=accepted)
    words = {"text": "Publish it", "due": "31/4/2016"}
    assert draft_from_words(ActionDraft, words, base=base).due == accepted
    assert draft_from_words(ActionDraft, words).due == Due(None, "31/4/2016")


def test_a_missing_year_counts_from_the_date_of_the_document() -> None:
    draft = draft_from_words(ActionDraft, {"due": "30 June"}, document=_DOCUMENT)
    assert draft.due.on == date(2027, 6, 30)


def test_every_field_that_could_not_be_read_has_its_sentence() -> None:
    words = {"name": "A Person", "from_on": "31/4/2016", "voting": "perhaps", "seat": "throne"}
    with pytest.raises(InvalidError) as refusal:
        draft_from_words(MemberDraft, words)
    problems = refusal.value.problems
    assert list(problems) == ["seat", "voting", "from_on"]
    assert problems["voting"] == "“perhaps” is neither yes nor no."
    assert problems["from_on"].startswith("“31/4/2016” does not exist")
    assert problems["seat"].startswith("“throne” is not one of: chair, chief executive,")


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("HIA1, WRES7", ("HIA1", "WRES7")),
        ("hia1;obj 4, NET-001", ("hia1", "OBJ-004", "NET-001")),
        ("Train the panels, wards and clinics", ("Train the panels, wards and clinics",)),
        ("HIA1,; ,", ("HIA1",)),
    ],
)
def test_references_stand_with_semicolons_or_commas_between(
    text: str, refs: tuple[str, ...]
) -> None:
    spec = next(one for one in fields_of(EvidenceDraft) if one.name == "supports")
    assert read_value(spec, text, document=None) == refs
