"""A paper as one accessible HTML page without scripts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from edi_tui.exports.chart import svg_of
from edi_tui.exports.manifest import MARK
from edi_tui.exports.paper import Paper, Table

if TYPE_CHECKING:
    from jinja2 import Template


def to_html(paper: Paper) -> bytes:
    """Return the paper as a page that stands by itself."""
    return template("paper.html.j2").render(paper=paper, mark=MARK).encode()


def _chart(table: Table) -> str:
    return svg_of(table, "Arial, Helvetica, sans-serif")


@cache
def template(name: str) -> Template:
    """Return a page's template, in which no text is ever markup."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("edi_tui.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["chart"] = _chart
    return environment.get_template(name)
