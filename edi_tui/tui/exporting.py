"""Writing the status paper of a quarter: choose it, its kind and its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from edi_tui.domain.errors import EdiError, OutputExistsError
from edi_tui.tui.modals.export import ExportForm, Order
from edi_tui.tui.screen import EdiScreen

if TYPE_CHECKING:
    from edi_tui.services.register import Register


async def write_paper(screen: EdiScreen) -> None:
    """Ask for a quarter and write its paper; a refusal shows the form again, as it was left."""
    today = await screen.stored(lambda register: register.today)
    if isinstance(today, EdiError):
        screen.edi.refuse(today)
        return
    form = ExportForm(today, screen.proposed_quarter(today))
    while (order := await screen.app.push_screen_wait(form)) is not None:
        result = await screen.stored(partial(_written, order))
        if not isinstance(result, EdiError):
            told = " ".join(filter(None, (f"Written to {order.path}.", result)))
            where = ("--quarter", str(order.quarter), "-o", str(order.path))
            screen.say(told, "export", "status", *where)
            return
        form = ExportForm(today, order.quarter, order.words, _refusal(result))


def _refusal(error: EdiError) -> str:
    """Return why a paper was not written, without the option that only the command has."""
    if isinstance(error, OutputExistsError):
        return "There is a file of that name already. Choose another."
    return str(error)


def _written(order: Order, register: Register) -> str:
    """Write a paper and return what is known but not in it."""
    from edi_tui.exports.export import deliver, status_bytes
    from edi_tui.services.report import status_report

    if register.lies_at(order.path):
        raise OutputExistsError(f"{order.path} is the register itself.")
    report = status_report(register, order.quarter)
    deliver(status_bytes(report, order.format.value), order.path, force=False)
    return report.later
