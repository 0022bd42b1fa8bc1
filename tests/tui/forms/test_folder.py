"""Folders are listed the way people look for a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from edi_tui.tui.forms.folder import copied_path, entries_of, is_whole_path, matching, typed_path


@pytest.mark.parametrize(
    ("text", "folder", "name"),
    [
        ("/home/ada/min", "/home/ada/", "min"),
        ("/home/ada/", "/home/ada/", ""),
        ("~/Docu", "~/", "Docu"),
        ("minutes.docx", "", "minutes.docx"),
        (' "/home/ada/my file" ', "/home/ada/", "my file"),
        ("", "", ""),
        ("/home/ada//tmp/x.md", "/tmp/", "x.md"),
        ("/home/ada//tmp//srv/x", "/srv/", "x"),
        ("/home/ada//", "/", ""),
        ("/home/ada/~/Docu", "~/", "Docu"),
        ("/home/ada/~$plan.docx", "/home/ada/", "~$plan.docx"),
        ("//tmp/x.md", "/tmp/", "x.md"),
    ],
)
def test_what_is_typed_is_a_folder_and_the_beginning_of_a_name(
    text: str, folder: str, name: str
) -> None:
    typed = typed_path(text)
    assert (typed.folder, typed.name) == (folder, name)


def test_a_path_that_is_copied_with_two_slashes_stays_one_path() -> None:
    assert copied_path('"/tmp//papers///x.md" ') == "/tmp/papers/x.md"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("/tmp/plan.docx", True),
        ('"/tmp/my plan.docx"\n', True),
        ("'/tmp/my plan.docx' ", True),
        ("~", True),
        ("~/plan.docx", True),
        ("C:\\Users\\ada\\plan.docx", True),
        ('"d:/plan.docx"', True),
        ("\\\\trust\\share\\plan.docx", True),
        ("plan.docx", False),
        ("~$plan.docx", False),
        ("papers/plan.docx", False),
        ("Plan: 2026/27", False),
        ("", False),
    ],
)
def test_a_whole_path_says_where_it_begins(text: str, whole: bool) -> None:
    assert is_whole_path(text) is whole


def test_folders_come_first_and_hidden_files_only_when_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    (folder / "Zeta").mkdir(parents=True)
    (folder / ".secret").write_text("x", encoding="utf-8")
    (folder / "minutes [draft].txt").write_text("four", encoding="utf-8")
    (folder / "Annex.txt").write_text("", encoding="utf-8")
    (folder / "gone").symlink_to(folder / "nowhere")
    entries = entries_of(folder)
    assert [one.name for one in matching(entries, "")] == [
        "Zeta",
        "Annex.txt",
        "gone",
        "minutes [draft].txt",
    ]
    assert [one.name for one in matching(entries, "DRAFT")] == ["minutes [draft].txt"]
    assert [one.name for one in matching(entries, ".se")] == [".secret"]
    assert {one.name: one.size for one in entries}["minutes [draft].txt"] == 4
