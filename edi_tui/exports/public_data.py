"""The status for all staff and the public as JSON and CSV, made of nothing but a public report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edi_tui.exports.manifest import Manifest
from edi_tui.exports.public_paper import plain_number
from edi_tui.exports.to_csv import to_csv
from edi_tui.exports.to_data import to_data
from edi_tui.services.public_content import Number, PublicFigure, PublicMeasure, PublicReport

PUBLIC_NAMES = (
    *("ref", "objective", "summary", "hia", "owner", "due_on", "status_code", "status_text"),
    *("updated_on", "measure", "unit", "target", "as_at", "group"),
    *("number", "out_of", "figure"),
)
"""The headings of the public paper."""


def public_data(report: PublicReport, manifest: Manifest) -> bytes:
    """Return everything that the public paper says, as JSON."""
    return to_data(
        {
            "schema": 1,
            "kind": "public_status_paper",
            "manifest": manifest.plain(),
            "audience": "public",
            "quarter": str(report.quarter),
            "as_at": report.as_at.isoformat(),
            "organisation": {"name": report.organisation, "ods": report.ods},
            "digest": report.closing.digest,
            "objectives": list(_objectives(report)),
            "not_published": report.unpublished,
            "networks": list(_networks(report)),
            "networks_not_published": report.unpublished_networks,
            "suppression": {"below": report.threshold, "hidden": report.hidden},
            "notes": list(report.notes),
        }
    )


def _objectives(report: PublicReport) -> Iterator[dict[str, Any]]:
    for row in report.objectives:
        yield {
            "ref": row.ref,
            "title": row.title,
            "summary": row.summary,
            "hia": row.hia,
            "owner": row.owner,
            "due_on": row.due_on and row.due_on.isoformat(),
            "status": row.status.value,
            "updated_on": row.updated_on and row.updated_on.isoformat(),
            "measures": list(map(_measure, row.measures)),
        }


def _measure(row: PublicMeasure) -> dict[str, Any]:
    return {
        "ref": row.ref,
        "name": row.name,
        "unit": row.unit,
        "target": plain_number(row.target),
        "figures": list(map(_figure, row.figures)),
    }


def _figure(row: PublicFigure) -> dict[str, Any]:
    return {
        "as_at": row.as_at.isoformat(),
        "group": row.group,
        "number": _number(row.number),
        "out_of": _number(row.out_of),
        "figure": _number(row.figure),
    }


def _number(shown: Number) -> int | float | str | None:
    return "hidden" if shown.hidden else plain_number(shown.value)


def _networks(report: PublicReport) -> Iterator[dict[str, Any]]:
    for row in report.networks:
        yield {
            "ref": row.ref,
            "name": row.name,
            "characteristic": row.characteristic,
            "executive_sponsor": row.executive,
            "non_executive_sponsor": row.non_executive,
            "asked_on": row.asked_on and row.asked_on.isoformat(),
            "score": _number(row.score),
        }


def public_csv(report: PublicReport) -> bytes:
    """Return a row for each figure of each published objective; one for those without any."""
    return to_csv(PUBLIC_NAMES, _rows(report))


def _rows(report: PublicReport) -> Iterator[dict[str, Any]]:
    for row in report.objectives:
        said = {
            "ref": row.ref,
            "objective": row.title,
            "summary": row.summary,
            "hia": row.hia,
            "owner": row.owner,
            "due_on": row.due_on and row.due_on.isoformat(),
            "status_code": row.status.value,
            "status_text": row.status.label,
            "updated_on": row.updated_on and row.updated_on.isoformat(),
        }
        figures = [(measure, figure) for measure in row.measures for figure in measure.figures]
        for measure, figure in figures:
            target = plain_number(measure.target)
            about = {"measure": measure.name, "unit": measure.unit, "target": target}
            yield said | about | _figure(figure)
        if not figures:
            yield dict.fromkeys(PUBLIC_NAMES) | said
