"""The site for all staff and the public: pages of the same content model as the papers."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from importlib.resources import files

from markupsafe import Markup

from edi_tui.domain.columns import status_words
from edi_tui.domain.due import format_date
from edi_tui.exports.key_section import status_table
from edi_tui.exports.manifest import MARK, made_by, page_manifest
from edi_tui.exports.paper import Column, Paper, Section, Table, printable, shown
from edi_tui.exports.public_changes import changes_section
from edi_tui.exports.public_paper import (
    figures_table,
    hidden,
    hidden_notes,
    method_section,
    networks_section,
    objectives_table,
    summary_section,
    unpublished,
)
from edi_tui.exports.to_html import template
from edi_tui.exports.wording import number_of, on, quantity, said, sentence
from edi_tui.services.public_changes import PublicChanges
from edi_tui.services.public_content import PublicObjective, PublicReport

INDEX, NETWORKS, HISTORY, METHOD = "index.html", "networks.html", "history.html", "method.html"


@dataclass(frozen=True, slots=True)
class Published:
    """A closed quarter of the site, and what changed in it."""

    report: PublicReport
    changes: PublicChanges | None
    """Since the published quarter before it; None of the first."""


@dataclass(frozen=True, slots=True)
class _Page:
    path: str
    report: PublicReport
    """The newest quarter that it shows."""
    title: str
    lines: Sequence[str]
    sections: Sequence[Section]
    links: Mapping[str, str] = field(default_factory=dict)
    """Addresses by the cell that begins a row."""

    @property
    def root(self) -> str:
        """The way from the page to the folder of the site."""
        return "../" * self.path.count("/")

    @property
    def paper(self) -> Paper:
        """What it says, as papers say it."""
        return Paper(self.title, tuple(self.lines), tuple(self.sections), self.report.as_at)

    def manifest(self, head: str, maker: str) -> str:
        """Return the line that says what it was made from."""
        said = page_manifest(self.report, self.path, self.paper.headings, head)
        return replace(said, made_by=maker).line()


def site_files(quarters: Sequence[Published], head: str, maker: str = "") -> dict[str, bytes]:
    """Return the pages of the site by their paths.

    Args:
        quarters: The published quarters, the newest first; at least one.
        head: The newest entry of the change log, as papers print it.
        maker: The releases that made it; those of here without it.
    """
    newest = quarters[0].report
    site = {
        "name": f"Equality, diversity and inclusion at {newest.organisation}",
        "pages": (
            ("Objectives", INDEX),
            ("Staff networks", NETWORKS),
            ("Quarters", HISTORY),
            ("Method", METHOD),
        ),
        "footer": (
            f"{newest.organisation}. Progress as at {format_date(newest.as_at)}; last updated "
            f"{format_date(newest.closing.closed_on)}.",
        ),
    }
    own, (style, digest) = made_by("html"), _style()
    render = partial(
        template("site.html.j2").render, site=site, mark=MARK, style=style, style_hash=digest
    )
    return {
        page.path: render(page=page, manifest=page.manifest(head, maker or own)).encode()
        for page in map(_visible, _pages(quarters))
    }


@cache
def _style() -> tuple[Markup, str]:
    """Return the stylesheet and what the security policy knows it by.

    It stands in each page: not every browser lets a page from a file share load one.
    """
    folder = files("edi_tui.exports") / "templates"
    text = (folder / "paper.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), f"sha256-{digest}"


def _visible(page: _Page) -> _Page:
    """Return a page with every text made visible, as papers have them."""
    paper = printable(page.paper)
    return replace(page, title=paper.title, lines=paper.subtitles, sections=paper.sections)


def _pages(quarters: Sequence[Published]) -> Iterator[_Page]:
    newest = quarters[0].report
    yield _index(quarters)
    for row in newest.objectives:
        yield _objective(row, newest)
    yield _Page(NETWORKS, newest, "Staff networks", (), (networks_section(newest),))
    yield _history(quarters)
    for one in quarters:
        yield _quarter(one)
    yield _method(newest)


def _index(quarters: Sequence[Published]) -> _Page:
    report = quarters[0].report
    named = _names(report)
    table = Table(
        "What we have promised",
        (
            Column("Objective"),
            Column("What it means"),
            Column("Who answers for it"),
            Column("Due"),
            Column("Status", status=True),
        ),
        tuple(
            (named[row.ref], row.summary, row.owner, on(row.due_on), status_words(row.status))
            for row in report.objectives
        ),
        "No objective is published yet.",
    )
    return _Page(
        INDEX,
        report,
        "What we have promised, and how we are doing",
        (f"This is how things stood in {report.quarter}, as at {format_date(report.as_at)}.",),
        (
            Section("Objectives", (unpublished(report),), (table,)),
            *_changed(quarters[0]),
            Section("What the words mean", (), (status_table(),)),
        ),
        {shown(named[row.ref]): _path(row) for row in report.objectives},
    )


def _names(report: PublicReport) -> dict[str, str]:
    """Return what leads to each objective: its title, told apart where several have it."""
    titles = Counter(row.title for row in report.objectives)
    return {
        row.ref: row.title if titles[row.title] == 1 else f"{row.title} ({row.ref})"
        for row in report.objectives
    }


def _path(row: PublicObjective) -> str:
    return f"objectives/{row.ref}.html"


def _objective(row: PublicObjective, report: PublicReport) -> _Page:
    facts = (
        ("Status", status_words(row.status)),
        ("Who answers for it", row.owner),
        ("Due", on(row.due_on)),
        ("Last update", on(row.updated_on)),
        ("High impact actions that it serves", said(row.hia)),
        ("Reference", row.ref),
    )
    how = Table("How it stands", (Column("What"), Column("Answer")), facts, "")
    return _Page(
        _path(row),
        report,
        row.title,
        (row.summary,),
        (Section("How it stands", (), (how,)), *_measures(row), *_hidden(row, report)),
    )


def _hidden(row: PublicObjective, report: PublicReport) -> tuple[Section, ...]:
    """Return why numbers of an objective are hidden; nothing where none is."""
    figures = [one for measure in row.measures for one in measure.figures]
    if not any(one.number.hidden or one.out_of.hidden or one.figure.hidden for one in figures):
        return ()
    return (Section("Hidden numbers", hidden_notes(report)),)


def _measures(row: PublicObjective) -> Iterator[Section]:
    for measure in row.measures:
        target = f"The target is {quantity(measure.target, measure.unit)}."
        lines = (target,) if measure.target is not None else ()
        yield Section(
            measure.name, lines, (figures_table(measure, f"What was counted, {measure.ref}"),)
        )


def _history(quarters: Sequence[Published]) -> _Page:
    columns = (
        Column("Quarter"),
        Column("Progress as at"),
        Column("Objectives published", right=True),
        Column("Not published", right=True),
    )
    rows = tuple(
        (
            str(one.report.quarter),
            on(one.report.as_at),
            str(len(one.report.objectives)),
            str(one.report.unpublished),
        )
        for one in quarters
    )
    table = Table("Published quarters", columns, rows, "No quarter is published yet.")
    links = {str(one.report.quarter): _quarter_path(one.report) for one in quarters}
    told = (f"{sentence(number_of(len(quarters), 'quarter is', 'quarters are'))} published.",)
    section = Section("Quarter by quarter", (), (table,))
    return _Page(HISTORY, quarters[0].report, "Quarters", told, (section,), links)


def _quarter_path(report: PublicReport) -> str:
    quarter = report.quarter
    return f"quarters/{quarter.year}-{(quarter.year + 1) % 100:02d}-Q{quarter.number}.html"


def _quarter(one: Published) -> _Page:
    report = one.report
    return _Page(
        _quarter_path(report),
        report,
        f"How things stood in {report.quarter}",
        (f"Progress as at {format_date(report.as_at)}.",),
        (
            summary_section(report),
            *_changed(one),
            Section("Objectives", (), (objectives_table(report.objectives),)),
            networks_section(report),
        ),
    )


def _changed(one: Published) -> tuple[Section, ...]:
    return (changes_section(one.changes),) if one.changes else ()


def _method(report: PublicReport) -> _Page:
    section = method_section(report)
    left_out = Section(
        "What is not published",
        (
            unpublished(report),
            "What is no longer opted in is taken out of every quarter of this site.",
            hidden(report),
        ),
    )
    return _Page(METHOD, report, "How this was made", (), (section, left_out))
