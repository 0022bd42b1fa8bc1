"""How digests are worded for an e-mail."""

from __future__ import annotations

from datetime import date

from edi_tui.domain.digest import Call, Digest, Reminder
from edi_tui.exports.digest_paper import digest_paper, file_name, left_out, to_text
from edi_tui.exports.to_markdown import to_markdown


def of(*reminders: Reminder, owner: str = "Chair", closed: int = 0, quiet: int = 0) -> Digest:
    return Digest(
        owner=owner,
        today=date(2026, 11, 21),
        until=date(2026, 12, 21),
        reminders=reminders,
        closed=closed,
        quiet=quiet,
    )


def test_a_digest_is_plain_text_that_can_be_pasted() -> None:
    text = to_text(
        digest_paper(of(Reminder(Call.DUE, "OBJ-001", "Raise\nthe share", "due 1 Dec 2026")))
    ).decode()
    assert text == (
        "Equality, diversity and inclusion: Chair\n"
        "========================================\n\n"
        "As at 21 Nov 2026, looking ahead to 21 Dec 2026\n\n"
        "Due by 21 Dec 2026\n------------------\n"
        "- OBJ-001: Raise the share (due 1 Dec 2026)\n\n"
        "Left out\n--------\n"
        "- Left out: nothing. Appraisals are confidential and in no digest.\n"
    )


def test_what_is_left_out_is_counted() -> None:
    assert left_out(of(closed=1, quiet=2)).startswith(
        "Left out: 2 that ask for nothing by then and 1 that is closed."
    )


def test_an_empty_digest_says_so() -> None:
    assert b"Nothing of yours asks for anything by then." in to_text(digest_paper(of()))


def test_markdown_reads_literally() -> None:
    hostile = Reminder(Call.OVERDUE, "OBJ-001", "<b>*x*</b> [a](b)", "late\x1b[31m")
    text = to_markdown(digest_paper(of(hostile, owner="`x`"))).decode()
    assert "\x1b" not in text
    assert r"\<b\>\*x\*\</b\>" in text


def test_file_names_are_safe_and_all_different() -> None:
    taken: set[str] = set()
    owners = ("Chair", "chair!", "../../etc/passwd", "", "محمد", "x" * 300)
    names = [file_name(of(owner=owner), "txt", taken) for owner in owners]
    assert names == [
        *("chair.txt", "chair-2.txt", "etc-passwd.txt", "nobody-named.txt", "nobody-named-2.txt"),
        f"{'x' * 60}.txt",
    ]
