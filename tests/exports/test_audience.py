"""The committee reads names, the board roles, whatever the format."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edi_tui.domain.records import UpdateDraft
from edi_tui.domain.words import Audience
from edi_tui.exports.errors import ExportError
from edi_tui.exports.export import FORMATS, status_bytes
from edi_tui.exports.status_paper import status_paper
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.records import add
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import Q2
from tests.exports.read_back import everything_in


def test_the_committee_reads_who_it_is(report: StatusReport) -> None:
    said = str(status_paper(report))
    assert "Chief People Officer (Bo Person)" in said
    assert status_paper(report).audience is Audience.COMMITTEE


def test_the_board_reads_roles_also_where_a_name_was_written(full: Register) -> None:
    told = UpdateDraft(subject="OBJ-001", on=Q2.end, narrative="bo  PERSON told Ada Person.")
    add(full, told)
    close_quarter(replace(full, who="Jo Keeper"), Q2, ClosingTerms(despite="No time"))
    paper = status_paper(status_report(full, Q2), Audience.BOARD)
    assert "Chief People Officer told Chair." in str(paper)
    assert "For the board, not for publication" in paper.subtitles
    assert "Jo Keeper" not in str(paper)


@pytest.mark.parametrize("layout", FORMATS)
def test_no_format_says_more_than_another(report: StatusReport, layout: str) -> None:
    board = everything_in(status_bytes(report, layout, Audience.BOARD))
    assert "Person" not in board
    assert "Bo Person" in everything_in(status_bytes(report, layout))


@pytest.mark.parametrize("layout", FORMATS)
def test_the_public_never_reads_a_status_report(report: StatusReport, layout: str) -> None:
    with pytest.raises(ExportError, match="public report alone"):
        status_bytes(report, layout, Audience.PUBLIC)
