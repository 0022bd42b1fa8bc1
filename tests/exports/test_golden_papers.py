"""Papers of quarters that were closed long ago are still what they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from edi_tui.exports.shapes import SHAPES
from tests.exports.golden_papers import (
    COMMAND,
    KEPT,
    Paper,
    advice,
    changed,
    golden_register,
    is_out,
    kept_papers,
    papers,
)


def test_papers_of_closed_quarters_are_what_they_were(tmp_path: Path) -> None:
    register = golden_register(tmp_path)
    kept, made = kept_papers(), papers(register)
    register.engine.dispose()
    if others := changed(kept, made):
        pytest.fail(
            f"The words or bytes of {len(others)} papers of closed quarters have changed. If that "
            f"is meant: {advice(out=is_out())}\n" + "\n".join(others),
            pytrace=False,
        )
    assert made.keys() == kept.keys(), f"There are papers without a digest: {COMMAND}"


def test_every_sort_of_paper_is_among_them() -> None:
    sorts = {name.partition("/")[2].partition(".")[0] for name in kept_papers()}
    audiences = {f"status-for-{audience}" for audience in ("committee", "board", "public")}
    assert sorts == {*audiences, *SHAPES, "appraisal", "diff"}


def test_a_format_is_compared_only_where_the_same_library_writes_it() -> None:
    kept = {"a.md": Paper("1", "edi-tui"), "a.docx": Paper("1", "python-docx 1.2.0")}
    newer = {"a.md": Paper("1", "edi-tui"), "a.docx": Paper("2", "python-docx 1.3.0")}
    other = {"a.md": Paper("2", "edi-tui"), "a.docx": Paper("2", "python-docx 1.2.0")}
    assert changed(kept, kept) == changed(kept, newer) == []
    assert changed(kept, other) == ["a.md", "a.docx"]
    assert changed(kept, {"b.md": Paper("1", "edi-tui")}) == ["a.md", "a.docx"]


@pytest.mark.parametrize("out", [True, False])
def test_a_number_is_raised_once_its_release_is_out(tmp_path: Path, out: bool) -> None:
    log = tmp_path / "CHANGELOG.md"
    log.write_text("# Changelog\n\n## [Unreleased]\n\n" + "## [7.1.0] - 2027-01-01\n" * out)
    assert is_out("7.1.0", log) is out
    assert ("raise __version__ in edi_tui/__init__.py first" in advice(out=out)) is out
    assert advice(out=out).endswith(f"renew the digests: {COMMAND}")
    assert COMMAND in KEPT.read_text(encoding="utf-8")
