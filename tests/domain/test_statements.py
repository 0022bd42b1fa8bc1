"""Splitting statements into sentences."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from edi_tui.domain.statements import sentences

BETWEEN = re.compile(
    r"(?:\s|[•▪◦●‣⁃\uf0b7\uf0a7·*–—-]|o(?=\s)|\d{1,2}[.)]|[a-z]\)|\((?:[a-z]|[ivx]{2,4}|\d{1,2})\))*"
)
PIECES = (
    *("We will act", "the NHS", "Dr. Shah", "e.g. pay", "(see no. 4)", "in 2027", "4.5%", "J. Doe"),
    *(". ", "? ", "! ", "… ", ".\n", "; ", ": ", ":\n", ", ", " ", "\n", "\n\n", "\r\n", "\t"),
    *(
        "•",
        "• ",
        "\n- ",
        "\n* ",
        "\n1. ",
        "\n2) ",
        "\n(a) ",
        "\n(iv) ",
        " o ",
        " · ",
        "– ",
        "\u2028",
    ),
    *(
        "“",
        "”",
        "’s",
        '"',
        ".”",
        ")",
        "(",
        "a",
        "A",
        "1",
        "1.",
        "9)",
        "o",
        "x" * 70,
        "\xa0",
        "مرحبا",
    ),
)
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


def split(text: str) -> list[str]:
    return [sentence.words for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("• \n- \n", []),
        ("We act. We listen! Do you? Yes…", ["We act.", "We listen!", "Do you?", "Yes…"]),
        ("It rose by 4.5 points. Then it fell.", ["It rose by 4.5 points.", "Then it fell."]),
        ("Ask Dr. Shah or Mr. J. Doe. They know.", ["Ask Dr. Shah or Mr. J. Doe.", "They know."]),
        ("See e.g. BAME staff (i.e. ours). Act.", ["See e.g. BAME staff (i.e. ours).", "Act."]),
        (
            "Item no. 4 of the plan, approx. 12 posts.",
            ["Item no. 4 of the plan, approx. 12 posts."],
        ),
        ("The answer is no. We go on.", ["The answer is no.", "We go on."]),
        (
            "It is due on 5 Oct. 2027 or so. Not in Oct. We act.",
            ["It is due on 5 Oct. 2027 or so.", "Not in Oct.", "We act."],
        ),
        ("Rest, etc. We go on.", ["Rest, etc.", "We go on."]),
        ("Come to the piano. We sing.", ["Come to the piano.", "We sing."]),
        ("Why? 12 people asked.", ["Why?", "12 people asked."]),
        ("“Is it so?” asked the chair.", ["“Is it so?” asked the chair."]),
        ("She said: “We act.” Then she left.", ["She said: “We act.”", "Then she left."]),
        ('He said "stop." (It did.) Good.', ['He said "stop."', "(It did.)", "Good."]),
        ("Wait... Now act.", ["Wait...", "Now act."]),
        ("Published by the N.H.S. Confederation.", ["Published by the N.H.S. Confederation."]),
    ],
)
def test_prose_is_split_at_its_stops(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We will:\n• act\n• listen", ["We will:", "act", "listen"]),
        ("We will: • act • listen", ["We will:", "act", "listen"]),
        ("- Act\n* Listen\n– Learn\n· Mend\no End", ["Act", "Listen", "Learn", "Mend", "End"]),
        ("1. Act\n2) Listen\n(a) Learn\nb) Report", ["Act", "Listen", "Learn", "Report"]),
        ("1. Act now. 2. Listen well.", ["Act now.", "Listen well."]),
        ("\uf0b7\tAct\n\uf0a7\tListen", ["Act", "Listen"]),
        ("• Act\n  with others\n• Listen", ["Act with others", "Listen"]),
        ("We will: publish pay; train panels; and report.",
         ["We will:", "publish pay;", "train panels;", "and report."]),
        ("We will: (a) publish; (b) report", ["We will:", "publish;", "report"]),
        ("We will:\npublish pay;\ntrain panels", ["We will:", "publish pay;", "train panels"]),
        ("We meet at 10:30; come.", ["We meet at 10:30; come."]),
        ("We act; we listen.", ["We act; we listen."]),
        ("One thing: we act.", ["One thing: we act."]),
        ("One thing: we act. We rest; we go.", ["One thing: we act.", "We rest; we go."]),
        ("We will: act; -", ["We will:", "act;"]),
        ("2015 was the year.\n2026 is the next.", ["2015 was the year.", "2026 is the next."]),
        ("10 posts\n9. Act", ["10 posts", "Act"]),
    ],
)  # fmt: skip
def test_lists_are_split_into_their_items(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our promise\nWe will act.", ["Our promise", "We will act."]),
        ("Our promise\n\nwe will act.", ["Our promise", "we will act."]),
        ("We will act on\nwhat we hear.", ["We will act on what we hear."]),
        ("x" * 59 + "\nThe end", ["x" * 59, "The end"]),
        ("x" * 60 + "\nThe end", ["x" * 60 + " The end"]),
        ("X" * 60 + "\nThe end", ["X" * 60 + " The end"]),
        ("x" * 120 + "\r\nThe end", ["x" * 120 + " The end"]),
        ("x" * 121 + "\nThe end", ["x" * 121, "The end"]),
        ("x" * 70 + ":\nThe end", ["x" * 70 + ":", "The end"]),
        ("x" * 70 + ".\nThe end", ["x" * 70 + ".", "The end"]),
        ("x" * 70 + "\n\nThe end", ["x" * 70, "The end"]),
    ],
)
def test_lines_belong_together_where_a_sentence_was_wrapped(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_page_of_commitments_gives_a_sentence_for_each() -> None:
    page = (
        "Photo of the team\n\n"
        "Too many colleagues meet barriers that others never see. That has to end.\n \n\n"
        "We are committed to:\n\n"
        "  • Making room – at every table – for those who were left out, e.g. night staff.  \n"
        "  • Reading every policy again, by the end of 2027.\n"
        "  • Saying openly how far we are \n"
    )
    assert [(one.words, one.fragment) for one in sentences(page)] == [
        ("Photo of the team", False),
        ("Too many colleagues meet barriers that others never see.", False),
        ("That has to end.", False),
        ("We are committed to:", True),
        ("Making room – at every table – for those who were left out, e.g. night staff.", False),
        ("Reading every policy again, by the end of 2027.", False),
        ("Saying openly how far we are", False),
    ]


def test_an_article_keeps_its_quotations() -> None:
    article = (
        "THE chair of a trust (Wessex Vale) has said what it does for its staff.\n\n"
        "Dr. Ann Lee, its chair, said: “We opened a forum in 2024. It meets monthly.\n\n"
        "“It works.”\n\n"
        "She added: “Every panel is mixed.” This has included:\n\n"
        "  • Training for panels\n"
        "  • Better data, to see whether shortlisting is fair"
    )
    assert split(article) == [
        "THE chair of a trust (Wessex Vale) has said what it does for its staff.",
        "Dr. Ann Lee, its chair, said: “We opened a forum in 2024.",
        "It meets monthly.",
        "“It works.”",
        "She added: “Every panel is mixed.”",
        "This has included:",
        "Training for panels",
        "Better data, to see whether shortlisting is fair",
    ]


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("Promise", True),
        ("Our promise", True),
        ("Our promise –", True),
        ("We will act", False),
        ("We will do this:", True),
    ],
)
def test_what_says_nothing_by_itself_is_a_fragment(text: str, fragment: bool) -> None:
    (one,) = sentences(text)
    assert one.fragment is fragment


def test_places_count_from_one() -> None:
    assert [one.place for one in sentences("One is here. Two is here.\n• Three")] == [1, 2, 3]


@given(TEXTS)
@example("We will: •; x")
@example("a 1. 2. b")
def test_only_white_space_and_bullets_lie_outside_the_sentences(text: str) -> None:
    at = 0
    for sentence in sentences(text):
        assert at <= sentence.start < sentence.end
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()
        assert BETWEEN.fullmatch(text[at : sentence.start])
        at = sentence.end
    assert BETWEEN.fullmatch(text[at:])


@given(TEXTS)
def test_a_sentence_is_one_sentence(text: str) -> None:
    for sentence in sentences(text):
        (again,) = sentences(sentence.words)
        assert again.text == sentence.words
