"""Tests that papers of other releases and in other templates are not taken for changed ones."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from edi_tui import __version__
from edi_tui.exports.archive import packed
from edi_tui.exports.export import status_bytes
from edi_tui.exports.verify import Verdict, verify_paper
from edi_tui.services.judged import rule_versions
from edi_tui.services.register import Register
from edi_tui.services.report import status_report
from tests.exports.conftest import Q2
from tests.exports.verifying import CARRYING, written


def test_a_paper_of_another_release_is_not_called_changed(closed: Register, tmp_path: Path) -> None:
    paper = written(closed, "md", tmp_path)
    text = paper.read_text(encoding="utf-8")
    paper.write_text(text.replace("edi-tui 0.", "edi-tui 9."), encoding="utf-8")
    assert verify_paper(closed, paper).verdict is Verdict.MATCHES
    paper.write_text(text.replace("edi-tui 0.", "edi-tui 9.").replace("# ", "#  ", 1), "utf-8")
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.OTHER_RELEASE
    own = f"edi-tui {__version__}"
    assert found.said.startswith(f"was made by {own.replace('0.', '9.', 1)}, and {own} makes the")
    assert "with the same words" in found.said


def test_a_pdf_of_another_release_is_not_said_to_have_the_same_words(
    closed: Register, tmp_path: Path
) -> None:
    paper = written(closed, "pdf", tmp_path)
    data = paper.read_bytes()
    paper.write_bytes(data.replace(b"edi-tui 0.", b"edi-tui 9.") + b"\n")
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.CANNOT_TELL
    assert "what such a file says is not read here" in found.said


def test_a_pdf_that_another_library_wrote_is_not_said_to_have_the_same_words(
    closed: Register, tmp_path: Path
) -> None:
    paper = written(closed, "pdf", tmp_path)
    data = paper.read_bytes()
    paper.write_bytes(data.replace(b", typst 0.", b", typst 9.") + b"\n")
    assert verify_paper(closed, paper).verdict is Verdict.CANNOT_TELL
    paper.write_bytes(data + b"\n")
    assert verify_paper(closed, paper).verdict is Verdict.CHANGED


def test_a_csv_of_a_release_with_other_columns_is_a_paper(closed: Register, tmp_path: Path) -> None:
    paper = written(closed, "csv", tmp_path)
    rows = [line.split(b",")[:7] for line in paper.read_bytes().splitlines()]
    paper.write_bytes(b"\r\n".join(map(b",".join, rows)))
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.NOT_RECOGNISED
    assert "another release may have made it" in found.said


def forged(paper: Path) -> bytes:
    """Return a paper with other words that says it was made by another release."""
    data = paper.read_bytes()
    if not data.startswith(b"PK"):
        return _forged(data)
    with zipfile.ZipFile(BytesIO(data)) as source:
        return packed((part, _forged(source.read(part))) for part in source.namelist())


def _forged(data: bytes) -> bytes:
    return data.replace(b"edi-tui 0.", b"edi-tui 9.").replace(b"bullying", b"pay")


@pytest.mark.parametrize("layout", [one for one in CARRYING if one != "pdf"])
def test_of_other_words_of_another_release_it_cannot_be_told_who_changed_them(
    closed: Register, tmp_path: Path, layout: str
) -> None:
    paper = written(closed, layout, tmp_path)
    paper.write_bytes(forged(paper))
    found = verify_paper(closed, paper)
    assert found.manifest is not None
    assert found.manifest.made_by.startswith("edi-tui 9.")
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.said.startswith("was made by edi-tui 9.")
    assert found.said.endswith(
        "makes the paper of 2026/27 Q2 with other words, so it cannot be told here whether it was "
        "changed since; verify it with the release that made it."
    )
    assert found.otherwise == ()


def test_other_words_do_not_hide_behind_another_library(closed: Register, tmp_path: Path) -> None:
    """No library decides what words a paper of this release has."""
    paper = written(closed, "html", tmp_path)
    data = paper.read_bytes().replace(b", jinja2 3.", b", jinja2 9.")
    paper.write_bytes(data.replace(b"bullying", b"pay"))
    assert verify_paper(closed, paper).verdict is Verdict.CHANGED
    paper.write_bytes(data.replace(b"</h1>", b"</h1> ", 1))
    found = verify_paper(closed, paper)
    assert (found.verdict, "with the same words" in found.said) == (Verdict.OTHER_RELEASE, True)


def test_rules_and_ways_that_are_others_since_the_closing_are_named(
    closed: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = written(closed, "md", tmp_path)
    paper.write_bytes(forged(paper))
    now = {**rule_versions(), "M1": 7, "coverage": 7, "Z9": 1}
    monkeypatch.setattr("edi_tui.exports.verify.rule_versions", lambda: now)
    found = verify_paper(closed, paper)
    assert found.otherwise == (
        "rule M1",
        "the way in which seats are held against what is asked of them",
    )
    assert (
        "with other words (other than when its quarter was closed: rule M1 and the way in which "
        "seats are held against what is asked of them), so it cannot be told here" in found.said
    )
    paper.write_bytes(paper.read_bytes().replace(b"edi-tui 9.", b"edi-tui 0."))
    found = verify_paper(closed, paper)
    assert (found.verdict, found.otherwise) == (Verdict.CHANGED, ())


def test_other_words_do_not_hide_behind_another_template(closed: Register, tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    template = status_bytes(status_report(closed, Q2), "docx")
    paper.write_bytes(status_bytes(status_report(closed, Q2), "docx", template=template))
    with zipfile.ZipFile(paper) as source:
        parts = [
            (name, source.read(name).replace(b"bullying", b"pay")) for name in source.namelist()
        ]
    paper.write_bytes(packed(parts))
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.CHANGED
    assert found.said.startswith("has been changed since it was written")


def test_words_under_another_prefix_are_words(closed: Register, tmp_path: Path) -> None:
    paper = written(closed, "docx", tmp_path)
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    more = b'<x:p xmlns:x="' + space + b'"><x:r><x:t>More</x:t></x:r></x:p></w:body>'
    with zipfile.ZipFile(paper) as source:
        parts = [
            (name, _forged(source.read(name)).replace(b"</w:body>", more))
            for name in source.namelist()
        ]
    paper.write_bytes(packed(parts))
    assert verify_paper(closed, paper).verdict is Verdict.CANNOT_TELL


def test_a_sort_of_paper_that_no_release_of_today_makes_cannot_be_told(
    closed: Register, tmp_path: Path
) -> None:
    paper = written(closed, "md", tmp_path)
    text = paper.read_text(encoding="utf-8").replace('"paper":"status"', '"paper":"poem"')
    paper.write_text(text, encoding="utf-8")
    assert verify_paper(closed, paper).verdict is Verdict.CHANGED
    paper.write_text(text.replace("edi-tui 0.", "edi-tui 9."), encoding="utf-8")
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.CANNOT_TELL
    assert f"edi-tui {__version__} makes no such paper of 2026/27 Q2, so" in found.said


def test_a_paper_in_a_template_is_made_again_with_it(closed: Register, tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    template = status_bytes(status_report(closed, Q2), "docx")
    paper.write_bytes(status_bytes(status_report(closed, Q2), "docx", template=template))
    assert verify_paper(closed, paper, template).verdict is Verdict.MATCHES
    without = verify_paper(closed, paper)
    assert without.verdict is Verdict.OTHER_TEMPLATE
    assert without.said.endswith("verify it with that very file as its template.")
    plain = written(closed, "docx", tmp_path)
    assert verify_paper(closed, plain, template).said.endswith("verify it without one.")


def test_the_same_parts_packed_otherwise_are_the_same_paper(
    closed: Register, tmp_path: Path
) -> None:
    paper = written(closed, "docx", tmp_path)
    anew = BytesIO()
    with zipfile.ZipFile(paper) as source, zipfile.ZipFile(anew, "w") as target:
        for part in source.infolist():
            target.writestr(zipfile.ZipInfo(part.filename, part.date_time), source.read(part))
    paper.write_bytes(anew.getvalue())
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.MATCHES
    assert found.said.endswith(", part for part.")
