"""Reading the text of a statement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.errors import FileRefusedError
from edi_tui.imports.read_statement import read_statement

WORDS = "We’ll act – “fully”."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_however_it_was_saved(encoding: str) -> None:
    assert read_statement(WORDS.encode(encoding), "pledge.txt") == WORDS


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04rest",
        b"%PDF-1.7",
        b"{\\rtf1",
        b"<!DOCTYPE html>",
        b"<HTML><p>",
        b"\xd0\xcf\x11\xe0old",
        b"a\x00b",
        b"\x81",
        b"\xff\xfe\x00",
    ],
)
def test_what_is_not_plain_text_is_refused(data: bytes) -> None:
    with pytest.raises(FileRefusedError, match=r"pledge\.txt is not plain text: copy the words"):
        read_statement(data, "pledge.txt")


def test_a_file_far_longer_than_a_statement_is_refused() -> None:
    assert len(read_statement(b"x" * 1_000_000, "pledge.txt")) == 1_000_000
    with pytest.raises(FileRefusedError, match="larger than 1 MB"):
        read_statement(b"x" * 1_000_001, "pledge.txt")


@given(st.binary(max_size=100))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = read_statement(data, "pledge.txt")
    except FileRefusedError:
        return
    assert "\x00" not in text
