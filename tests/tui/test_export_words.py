"""The names that files are given, and the commands that write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.tui.export_words import FileFormat, export_command, file_name, refs_in
from edi_tui.tui.file_wish import file_at, place_at

DOCX = {"format": FileFormat.DOCX.label}
Q2 = {"quarter": "Q2 2026/27"}
BOARD = {"audience": "Board"}


@pytest.mark.parametrize(
    ("what", "words", "name", "line"),
    [
        ("status", Q2, "status-2026-Q2", "export status --quarter 2026/27 Q2 -o F"),
        (
            "status",
            Q2 | BOARD,
            "status-2026-Q2-board",
            "export status --quarter 2026/27 Q2 --for board -o F",
        ),
        ("cover", {"quarter": "soon"}, "cover", "export cover --quarter soon -o F"),
        (
            "diff",
            Q2 | {"later": "Now"},
            "changes-2026-Q2-to-now",
            "quarter diff 2026/27 Q2 now -o F",
        ),
        (
            "diff",
            Q2 | {"later": "2026/27 Q3"},
            "changes-2026-Q2-to-2026-Q3",
            "quarter diff 2026/27 Q2 2026/27 Q3 -o F",
        ),
        ("calendar", {"member": ""}, "calendar", "calendar -o F"),
        ("calendar", {"member": "MEM-1"}, "calendar-MEM-1", "calendar --owner MEM-1 -o F"),
        (
            "appraisal",
            Q2 | {"member": "the Chair"},
            "appraisal-2026-Q2",
            "export appraisal --quarter 2026/27 Q2 --member the Chair -o F",
        ),
        (
            Kind.HEARD_SCORE,
            {"wanted": " x "},
            "heard-scores",
            "export heard_scores --filter x -o F",
        ),
        ("bundle", {}, "edi-tui", "bundle F"),
    ],
)
def test_a_file_is_named_for_what_is_in_it(
    what: str, words: dict[str, str], name: str, line: str
) -> None:
    assert file_name(what, words | DOCX) == f"{name}.docx"
    assert " ".join(export_command(what, words | DOCX, Path("F"), force=False)) == line
    assert export_command(what, words | DOCX, Path("F"), force=True)[-1] == "--force"


def test_references_stand_with_blanks_commas_or_semicolons_between() -> None:
    assert refs_in("OBJ-1, MEM-2;NET-3 ") == ["OBJ-1", "MEM-2", "NET-3"]


def test_the_ending_follows_the_format_and_the_home_is_known() -> None:
    assert file_at(FileFormat.PDF, "~/a.b") == Path.home() / "a.b.pdf"
    assert file_at(FileFormat.PDF, " 'a.pdf' ") == Path("a.pdf")
    for nothing in ("", "/"):
        with pytest.raises(ValueError, match="Say where"):
            place_at(nothing)
    with pytest.raises(ValueError, match="not a place"):
        place_at("~nobody-of-that-name/a")
