"""Every paper of a closed quarter: what it says, and how it is written as a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from edi_tui.domain.quarters import Quarter
from edi_tui.exports.appraisal_sheet import sheet_bytes, sheet_paper
from edi_tui.exports.diff_paper import DIFF, diff_bytes, diff_paper
from edi_tui.exports.export import public_bytes, status_bytes
from edi_tui.exports.paper import Paper
from edi_tui.exports.public_paper import public_paper
from edi_tui.exports.shapes import SHAPES, shape_bytes, shape_paper
from edi_tui.exports.status_paper import status_paper
from edi_tui.services.member_appraisals import member_appraisals
from edi_tui.services.public_report import public_report
from edi_tui.services.quarter_diff import compare
from edi_tui.services.register import Register
from edi_tui.services.report import status_report

STATUS, PUBLIC = "status", "public"
MEMBER = "MEM-002"
"""Whose appraisal sheet it is."""


class Made(NamedTuple):
    """A paper and what writes it in a format."""

    paper: Paper
    write: Callable[[str], bytes]


def every_paper(register: Register, before: Quarter, quarter: Quarter) -> dict[str, Made]:
    """Return the papers of a closed quarter by name, and what changed since another."""
    report = status_report(register, quarter)
    public = public_report(register, quarter)
    found = compare(register, before, quarter)
    shapes = {
        name: Made(shape_paper(name, report), partial(shape_bytes, name, report)) for name in SHAPES
    }
    return {
        STATUS: Made(status_paper(report), partial(status_bytes, report)),
        PUBLIC: Made(public_paper(public), partial(public_bytes, public)),
        **shapes,
        DIFF: Made(diff_paper(found), partial(diff_bytes, found)),
    }


def sheet_of(register: Register, quarter: Quarter) -> Made:
    """Return the appraisal sheet of a member, which is no paper of the quarter."""
    found = member_appraisals(register, status_report(register, quarter), MEMBER)
    return Made(sheet_paper(found), partial(sheet_bytes, found))
