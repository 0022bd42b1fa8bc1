"""Names are told by roles, however they are typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from unicodedata import combining, normalize

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from edi_tui.domain.publishing.people import is_office, people_in
from edi_tui.domain.records import MemberDraft, NetworkDraft, UpdateDraft
from edi_tui.domain.records import ObjectiveDraft as Objective
from edi_tui.domain.words import Audience
from edi_tui.exports.status_paper import status_paper
from edi_tui.services import records
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.names import without_names
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.conftest import copy_of, holding
from tests.services.closing import Q2, edited

DAY = date(2026, 11, 1)


def told(register: Register, text: str) -> str:
    """Return what a text in an update says without names."""
    records.add(register, UpdateDraft(subject="OBJ-001", on=DAY, narrative=text))
    report = without_names(status_report(register))
    return report.now.updates[0].narrative


@pytest.fixture
def board(register: Register) -> Register:
    """A register with seat holders whose names are typed in many ways, and an objective."""
    seats = (
        ("Dr Priya Shah OBE", "Chair"),
        ("Siobhán O’Neill-Kerr", "Chief Nurse"),
        ("IŞIL Kaya", "Finance Director"),
        ("Ada", "Medical Director"),
        ("Mensah, Kofi", "Secretary"),
        ("Mary Ann McDonald, PhD", "Senior Director"),
        ("שרה כהן", "Director of Estates"),
    )
    return holding(
        register,
        *(MemberDraft(name=name, role=role) for name, role in seats),
        NetworkDraft(name="Race network", chair="Lee Jones and Sam Ng"),
        Objective(title="Raise it"),
    )


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Dr Priya Shah OBE leads", "Chair leads"),
        ("Priya Shah leads", "Chair leads"),
        ("priya  SHAH’s plan", "Chair’s plan"),
        ("Priya\nShah leads", "Chair leads"),
        ("Shah, Priya leads", "Chair leads"),
        ("Dr Shah and Ms. Shah lead", "Chair and Chair lead"),
        ("P. Shah and P.Shah lead", "Chair and Chair lead"),
        ("Priya A. Shah leads", "Chair leads"),
        ("Pri\u00adya Shah\u200b leads", "Chair leads"),
        ("Siobhan O'Neill\u2011Kerr", "Chief Nurse"),
        ("Siobha\u0301n O\u2018Neill-Kerr", "Chief Nurse"),
        ("Işıl Kaya and isil kaya", "Finance Director and Finance Director"),
        ("Kofi Mensah and Mr Mensah", "Secretary and Secretary"),
        ("Mary McDonald, Mary Ann McDonald", "Senior Director, Senior Director"),
        ("שרה כהן", "Director of Estates"),
        ("Mary Ann McDonald PhD", "Senior Director"),
        ("Lee Jones leads", "the chair of the Race network leads"),
        ("Ask Sam Ng", "Ask the chair of the Race network"),
        # Whoever these are, they are nobody that the register knows.
        ("Ada Shah, Priyanka Shah; Priya Shahs", "Ada Shah, Priyanka Shah; Priya Shahs"),
        ("a shah of jones", "a shah of jones"),
    ],
)
def test_a_name_is_a_role_however_it_is_typed(board: Register, text: str, without: str) -> None:
    assert told(board, text) == without


@pytest.mark.parametrize(
    ("text", "without"),
    [
        (
            "P Shah leads, as P K Shah, PK Shah and P. K. Shah",
            "Chair leads, as Chair, Chair and Chair",
        ),
        ("Ask Mr P Shah, Dr P.K. Shah", "Ask Chair, Chair"),
        ("Shah Priya, SHAH, Priya and Shah, P. lead", "Chair, Chair and Chair lead"),
        ("Priya K Shah, Priya K.L. Shah, Priya Kumari Shah", "Chair, Chair, Chair"),
        ("It is Shah's and Shah\u2019s plan", "It is Chair's and Chair\u2019s plan"),
        ("_Priya Shah_ and priya.shah", "_Chair_ and Chair"),
        ("S ONeill Kerr, Siobhan Kerr, Ms O Neill", "Chief Nurse, Chief Nurse, Chief Nurse"),
        # Whoever these are, they are nobody that the register knows.
        ("K. Shah and A Shah, with Ada Shah's plan", "K. Shah and A Shah, with Ada Shah's plan"),
    ],
)
def test_initials_and_turned_names_are_roles_too(board: Register, text: str, without: str) -> None:
    assert told(board, text) == without


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Ask Dr Shah, Priya for it", "Ask Chair for it"),
        ("Ask Dr. Shah, Priya K. for it", "Ask Chair for it"),
        ("Ask Prof. Dr Shah Priya for it", "Ask Chair for it"),
        ("Ask Ms Shah, P. K. for it", "Ask Chair for it"),
        ("Ask Ms Shah, P for it", "Ask Chair for it"),
        ("Ask Shah, Dr P for it", "Ask Chair for it"),
        ("Ask Shah, Dr Priya for it", "Ask Chair for it"),
        # The first name is somebody's, and yet not this person's.
        ("Ask Dr Shah, Ada and Bea", "Ask Chair, Ada and Bea"),
    ],
)
def test_a_turned_name_with_a_title_before_it_is_a_role(
    board: Register, text: str, without: str
) -> None:
    assert told(board, text) == without


def test_so_it_is_with_small_words_before_the_family_name(register: Register) -> None:
    records.add(register, MemberDraft(name="Jean van der Berg", role="Chair"))
    records.add(register, Objective(title="Raise it"))
    said = told(register, "Mr van der Berg, Jean; Mr. Van Der Berg, J. and Mr Berg, Jean")
    assert said == "Chair; Chair and Chair"


@pytest.mark.parametrize(
    "text",
    [
        "Hans Mueller",
        "Hans Müller",
        "H. Müller",
        "Dr Müller, Hans",
        "Mu\u0308ller's",
        "HANS MÜLLER",
        "Hans Muller",
    ],
)
@pytest.mark.parametrize("kept", ["Hans Mueller", "Hans Müller", "HANS MUELLER"])
def test_a_letter_spelt_out_in_the_register_is_found_as_one(
    register: Register, kept: str, text: str
) -> None:
    records.add(register, MemberDraft(name=kept, role="Chair"))
    records.add(register, Objective(title="Raise it"))
    assert told(register, f"Ask {text} for it").startswith("Ask Chair")


@pytest.mark.parametrize(
    ("kept", "text"),
    [
        ("Åse Aagaard", "Åse Ågaard"),
        ("Jørgen Soerensen", "J. Sørensen"),
        ("Joerg Haas", "Jörg Haas"),
        ("Ida Baeck", "Ida Bäck"),
        ("Ida Bæck", "Ida Baeck"),
    ],
)
def test_so_is_each_of_the_letters_that_are_spelt_out(
    register: Register, kept: str, text: str
) -> None:
    records.add(register, MemberDraft(name=kept, role="Chair"))
    records.add(register, Objective(title="Raise it"))
    assert told(register, f"Ask {text} for it") == "Ask Chair for it"


def test_a_name_that_may_be_typed_in_very_many_ways_is_found(register: Register) -> None:
    records.add(register, MemberDraft(name=f"Ida {'Aeue' * 20}", role="Chair"))
    records.add(register, Objective(title="Raise it"))
    assert told(register, f"Ask I. {'Äü' * 20} for it") == "Ask Chair for it"


@pytest.fixture
def ordinary(register: Register) -> Register:
    """A register with seat holders whose family names are words too, and an objective."""
    names = ("Anna Young", "Ian Price", "Mo Black", "Anthony Head", "Bea Ward", "June May")
    for number, name in enumerate(names):
        records.add(register, MemberDraft(name=name, role=f"Role {number}"))
    records.add(register, Objective(title="Raise it"))
    return register


@pytest.mark.parametrize(
    "text",
    [
        "A Young person joined. Young people and Black colleagues asked.",
        "A Head of Nursing and the Head's team; on Ward A. In May we may.",
        "I price it. The price is low, a ward is young.",
        "Black, a ward, and Ward, A",
    ],
)
def test_a_word_that_is_a_family_name_too_stays(ordinary: Register, text: str) -> None:
    assert told(ordinary, text) == text


def test_yet_they_are_roles_where_it_is_they(ordinary: Register) -> None:
    said = told(ordinary, "Ask A Young, Mr Head, M Black, Bea Ward, Price, Ian and May June")
    assert said == "Ask Role 0, Role 3, Role 2, Role 4, Role 1 and Role 5"


_WORD = st.text("abcdefgijklmnoprstuvwyzáčéğïñøöüšžß", min_size=3, max_size=9).map(str.capitalize)
_WORD = _WORD.filter(lambda word: not is_office(word))
_FIRST = st.one_of(_WORD, st.tuples(_WORD, _WORD).map("-".join))
_FAMILY = st.one_of(
    _FIRST, _WORD.map("O’{}".format), _WORD.map("van der {}".format), _WORD.map("Mac{}".format)
)
_PLAIN = str.maketrans({"ø": "o", "’": "'", "\u0301": None})


def written(first: str, middle: str, family: str) -> list[str]:
    """Return how a person may be written."""
    initial, second = first[0], middle[0]
    before = [first, f"{first} {second}.", f"{first} {second}", f"{first} {middle}"]
    before += [
        f"{initial}.",
        f"{initial}. {second}.",
        f"{initial}.{second}.",
        f"{initial} {second}",
    ]
    before += [
        initial,
        initial + second,
        "Dr",
        "Ms",
        f"Mr {initial}",
        f"Prof. {initial}.",
        f"Dr {first}",
    ]
    behind = [f"{family}, {first}", f"{family} {first}", f"{family.upper()}, {first} {second}"]
    behind += [f"{family}, {initial}.", f"{family}’s", f"{family}'s"]
    return [*(f"{one} {family}" for one in before), *behind]


@settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(first=_FIRST, middle=_WORD, family=_FAMILY, in_full=st.booleans())
def test_no_spelling_of_a_name_is_left_in_a_public_text(
    nothing: StatusReport, first: str, middle: str, family: str, in_full: bool
) -> None:
    kept = f"{first} {middle} {family}" if in_full else f"{first} {family}"
    texts = [f"We ask {one} for it." for one in written(first, middle, family)]
    plain = [normalize("NFKD", text).translate(_PLAIN) for text in texts]
    texts += ["".join(sign for sign in text if not combining(sign)) for text in plain]
    organisation = replace(nothing.now.organisation, name="\n".join(texts))
    report = replace(nothing, now=replace(nothing.now, organisation=organisation))
    for line in without_names(report, {kept: "CHAIR"}).now.organisation.name.splitlines():
        assert line.startswith("We ask CHAIR"), line


@pytest.fixture(scope="module")
def nothing(empty_register: Path, tmp_path_factory: pytest.TempPathFactory) -> StatusReport:
    """The report of a register with nothing in it."""
    return status_report(copy_of(empty_register, tmp_path_factory.mktemp("nothing")))


def test_a_report_in_which_nobody_is_named_stays_as_it_is(board: Register) -> None:
    assert told(board, "Nobody did it.") == "Nobody did it."


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ada Person", ["Ada Person"]),
        ("ada person", ["ada person"]),
        ("Co-chairs: Ada Person and Bo Person (interim)", ["Ada Person", "Bo Person"]),
        ("Chair Ada Person, Vice-chair Bo Person", ["Ada Person", "Bo Person"]),
        ("Person, Ada", ["Person, Ada"]),
        ("Anthony Head", ["Anthony Head"]),
        ("Ada Person – Ward Manager", ["Ada Person"]),
        ("Ada Person - Director of Nursing", ["Ada Person"]),
        ("Chair: Ada Person, deputy Bo Person", ["Ada Person", "Bo Person"]),
        ("Network chair", []),
        ("Director of Nursing", []),
        ("to be confirmed", []),
        ("Ada", []),
        ("", []),
    ],
)
def test_people_are_told_from_offices(words: str, names: list[str]) -> None:
    found = list(people_in(words))
    assert [name for name in names if name not in found] == []
    assert bool(found) == bool(names)


def test_who_held_a_seat_or_chaired_a_network_once_is_still_a_role(register: Register) -> None:
    records.add(register, MemberDraft(name="Ada Person", role="Chair"))
    records.add(register, NetworkDraft(name="Race network", chair="Bo Person"))
    records.add(register, NetworkDraft(name="Faith network", chair="Cy Person"))
    records.add(register, Objective(title="Raise it"))
    edited(register, "MEM-001", name="Di Newcomer")
    edited(register, "NET-001", chair="Network chair")
    records.withdraw(register, "NET-002", "Over", version=1)
    assert told(register, "Ada Person, Bo Person, Cy Person, Di Newcomer") == (
        "Chair, the chair of the Race network, the chair of the Faith network, Chair"
    )


def test_so_they_are_in_the_board_s_paper_of_a_closed_quarter(register: Register) -> None:
    records.add(register, MemberDraft(name="Ada Person", role="Chair"))
    edited(register, "MEM-001", name="Di Newcomer")
    records.add(register, Objective(title="Ada Person’s aim, not Ed Later’s"))
    close_quarter(register, Q2, ClosingTerms(despite="No time"))
    paper = str(status_paper(status_report(register, Q2), Audience.BOARD))
    assert "Chair’s aim, not Ed Later’s" in paper
    edited(register, "MEM-001", name="Ed Later")
    assert str(status_paper(status_report(register, Q2), Audience.BOARD)) == paper


def test_a_role_with_a_name_in_it_gives_no_name_away(register: Register) -> None:
    records.add(register, MemberDraft(name="Ada Person", role="Chair (Ada Person)"))
    records.add(register, NetworkDraft(name="Bo Person’s network", chair="Bo Person"))
    records.add(register, Objective(title="Raise it"))
    said = told(register, "Ada Person and Bo Person")
    assert said == ("Chair (somebody) and the chair of the somebody’s network")
