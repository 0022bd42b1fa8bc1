"""The files of frameworks, and the crosswalk between them."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from edi_tui.domain.records import FrameworkItemDraft
from edi_tui.domain.text import folded
from edi_tui.domain.validation import validate
from edi_tui.imports.framework_codes import read_codes
from edi_tui.reference.crosswalk import crosswalk
from edi_tui.reference.frameworks import FRAMEWORKS, frameworks

ITEMS = {item.code: item for item in frameworks()}
DEADLINES = {
    "HIA1.1": "March 2024",
    "HIA1.2": "March 2025",
    "HIA1.3": "March 2024",
    "HIA2.1": "Plan June 2024; progress June 2025",
    "HIA2.2": "October 2024",
    "HIA3.1": "March 2024",
    "HIA3.2": "Sex and race 2024; disability 2025; other characteristics 2026",
    "HIA3.3": "March 2024",
    "HIA4.1": "October 2023",
    "HIA4.2": "April 2025",
    "HIA5.1": "March 2024",
    "HIA5.2": "March 2024",
    "HIA5.3": "March 2024",
    "HIA5.4": "March 2024",
    "HIA6.1": "March 2024",
    "HIA6.2": "March 2024",
    "HIA6.3": "March or June 2024",
    "HIA6.4": "March 2024",
    "HIA6.5": "March 2024",
    "HIA6.6": "March 2024",
    "MEG": "2028",
    "GPG": "30 March each year, for 31 March of the year before",
}
UNCONFIRMED = {
    *("HIA4.1", "HIA4.2", "HIA5.2", "HIA5.3", "HIA5.4"),
    *("HIA6.2", "HIA6.3", "HIA6.4", "HIA6.5", "HIA6.6"),
    *("EDS1", "EDS2", "MEG", "RDR1", "RDR2", "RDR3"),
}
METRICS = "1a 2a 2b 2c 2d 2e 2f 3a 4a 4b 4c 5a 5b 5c 6a 6b 6c"
DISABILITY = "1 2 3 4a 4b 5 6 7 8 9a 9b 10"


def codes_like(pattern: str) -> list[str]:
    return [code for code in ITEMS if re.fullmatch(pattern, code)]


def test_every_file_is_read() -> None:
    folder = files("edi_tui.reference") / "frameworks"
    names = {path.name.removesuffix(".toml") for path in folder.iterdir()}
    assert names == set(FRAMEWORKS)


@pytest.mark.parametrize(
    ("pattern", "codes"),
    [
        (r"HIA\d", [f"HIA{number}" for number in range(1, 7)]),
        (r"HIA\d\.\d", [code for code in DEADLINES if code.startswith("HIA")]),
        (r"HIA\d[a-z]", [f"HIA{metric}" for metric in METRICS.split()]),
        (r"WRES.*", [f"WRES{number}" for number in range(1, 10)]),
        (r"WDES.*", [f"WDES{metric}" for metric in DISABILITY.split()]),
        (r"EDS.*", ["EDS1", "EDS2", "EDS3", "EDS3A", "EDS3B", "EDS3C"]),
        (r"PSED.*", ["PSED1", "PSED2", "PSED3"]),
        (r"LCF.*", [f"LCF{number}" for number in range(1, 7)]),
        (r"MEG|GPG", ["GPG", "MEG"]),
        (r"RDR.*", ["RDR1", "RDR2", "RDR3"]),
    ],
)
def test_each_framework_is_complete_and_in_order(pattern: str, codes: list[str]) -> None:
    assert codes_like(pattern) == codes


def test_there_are_twenty_sub_actions_and_no_item_beside_those_named() -> None:
    assert len(codes_like(r"HIA\d\.\d")) == 20
    assert len(frameworks()) == 6 + 20 + 17 + 9 + 12 + 6 + 3 + 6 + 2 + 3


def test_every_code_is_unique_however_it_is_written() -> None:
    codes = [folded(item.code) for item in frameworks()]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("item", frameworks(), ids=lambda item: item.code)
def test_every_item_can_be_stored_and_says_where_it_is_from(item: FrameworkItemDraft) -> None:
    validate(item)
    assert item.source
    assert item.title == item.title.strip()


def test_exactly_what_was_not_seen_in_a_source_is_unconfirmed() -> None:
    assert {code for code, item in ITEMS.items() if item.checked_on is None} == UNCONFIRMED
    assert {str(item.checked_on) for item in ITEMS.values()} == {"None", "2026-11-21"}


def test_the_deadlines_are_those_of_the_plan() -> None:
    assert {code: item.deadline for code, item in ITEMS.items() if item.deadline} == DEADLINES


@pytest.mark.parametrize(
    ("code", "begun"),
    [("HIA1", "2023-06-08"), ("WRES1", "2015-04-01"), ("LCF1", "2024-04-01"), ("WDES1", "None")],
)
def test_an_item_begins_with_its_framework_where_that_day_is_known(code: str, begun: str) -> None:
    assert str(ITEMS[code].valid_from) == begun


@pytest.mark.parametrize("code", [code for code in ITEMS if code[:3] not in ("MEG", "GPG", "RDR")])
def test_a_plan_that_writes_a_code_is_understood(code: str) -> None:
    assert read_codes(f"see {code}, please") == [code]


def test_the_crosswalk_joins_what_asks_for_the_same_thing() -> None:
    same = {(pair.one, pair.other) for pair in crosswalk().same}
    assert same == {
        ("HIA1", "EDS3A"),
        ("HIA1", "LCF3"),
        ("HIA3a", "GPG"),
        ("HIA2a", "WRES2"),
        ("HIA2a", "WDES2"),
    }


def test_the_crosswalk_keeps_apart_what_only_looks_alike() -> None:
    same = {frozenset((pair.one, pair.other)) for pair in crosswalk().same}
    apart = {frozenset((pair.one, pair.other)) for pair in crosswalk().apart}
    assert {frozenset(("HIA2d", other)) for other in ("WRES9", "MEG", "WRES1")} <= apart
    assert not same & apart


def test_every_pair_of_the_crosswalk_says_why_and_names_items_that_there_are() -> None:
    walk = crosswalk()
    for pair in (*walk.same, *walk.apart):
        assert {pair.one, pair.other} <= ITEMS.keys()
        assert pair.note.endswith(".")
