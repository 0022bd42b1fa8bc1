"""What a file says in words."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from edi_tui.exports import file_words
from edi_tui.exports.file_words import words_in


@pytest.fixture
def paper() -> bytes:
    """Make a Word document of two paragraphs."""
    document, target = docx.Document(), BytesIO()
    for words in ("Said  once,", "and again."):
        document.add_paragraph(words)
    document.save(target)
    return target.getvalue()


def test_the_words_of_a_document_are_read_with_single_spaces(paper: bytes) -> None:
    assert words_in(paper, "docx") == "Said once, and again."


def test_a_file_that_unpacks_to_more_than_any_paper_is_not_read(
    paper: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_words, "_LARGEST", len(paper))
    assert words_in(paper, "docx") is None
