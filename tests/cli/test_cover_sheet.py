"""The command for the fields of the cover sheet."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Cli


def test_the_usual_fields_are_changed_and_kept_and_taken_back(filled: Cli, tmp_path: Path) -> None:
    usual, own = filled.done("cover-sheet"), tmp_path / "ours.toml"
    filled.done("cover-sheet", "-o", str(own))
    assert own.read_text(encoding="utf-8") == usual
    assert filled("cover-sheet", "-o", str(own)).exit_code == 1
    assert filled("cover-sheet", "-o", str(filled.path), "--force").exit_code == 1
    own.write_text(usual.replace('"Lead director"', '"Responsible officer"'), encoding="utf-8-sig")
    kept = filled("cover-sheet", str(own))
    assert (kept.exit_code, kept.stdout) == (0, "")
    assert "the cover sheet has your own fields. Next: edi-tui export cover" in kept.stderr
    assert "| Responsible officer | To be filled in |" in filled.done("export", "cover")
    assert filled.done("cover-sheet") == own.read_text(encoding="utf-8-sig")
    filled.done("undo")
    assert "Lead director" in filled.done("export", "cover")
    filled.done("redo")
    assert "the usual fields" in filled("cover-sheet", "--usual").stderr
    assert "Lead director" in filled.done("export", "cover")
    assert filled.done("cover-sheet") == usual


def test_a_file_that_cannot_be_is_refused_in_one_sentence(filled: Cli, tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    refused = filled("cover-sheet", str(file))
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "is no file with the fields of a cover sheet" in refused.stderr
    for content, said in (
        (b"\xff\xfe", "is no text in UTF-8"),
        (b"", "ours.toml: The cover sheet needs fields"),
        (b"# " + b"x" * 30_000 + b'\n[[field]]\nlabel = "A"', "ours.toml: Cover sheet has"),
        (b"label: Author", "The fields of the cover sheet are no TOML"),
        (b'[[field]]\nlabel = "A"\nfill = "moon"', "cannot be filled with “moon”"),
        ("[[field]]\nlabel = “A”".encode(), "Write straight quotation marks"),
        (b"[[field]]\nlabel = A", 'Words stand between quotation marks: label = "Author"'),
        (b"x = " + b"1" * 5_000, "hold what no cover sheet needs"),
    ):
        file.write_bytes(content)
        assert said in filled("cover-sheet", str(file)).stderr
    assert filled("cover-sheet", str(file), "--usual").exit_code == 2
    for beside in (("-o", str(tmp_path / "out.toml")), ("--force",)):
        refused = filled("cover-sheet", str(file), *beside)
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert "What is kept is not written" in refused.stderr
    assert not (tmp_path / "out.toml").exists()
    assert "Lead director" in filled.done("export", "cover")
