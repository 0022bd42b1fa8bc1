"""The keys of forms that do something else than save a record."""

from __future__ import annotations

import pytest
from textual.screen import ModalScreen

from edi_tui.tui.keys.forms import FIELDS, fields_with
from edi_tui.tui.modals.close_quarter import CloseForm, ReissueForm
from edi_tui.tui.modals.export import ExportForm
from edi_tui.tui.modals.publish import PublishForm


def test_only_the_word_for_saving_is_another() -> None:
    other = fields_with("Write")
    assert [(one.key, one.action, one.id) for one in other] == [
        (one.key, one.action, one.id) for one in FIELDS
    ]
    assert [one.description for one in other] == [
        "Write" if one.description == "Save" else one.description for one in FIELDS
    ]


@pytest.mark.parametrize(
    ("screen", "verb"),
    [
        (ExportForm, "Write"),
        (PublishForm, "Publish"),
        (CloseForm, "Close"),
        (ReissueForm, "Issue again"),
    ],
)
def test_the_bottom_line_says_what_is_done(screen: type[ModalScreen[object]], verb: str) -> None:
    (saving,) = (one for one in screen.BINDINGS if getattr(one, "action", "") == "save")
    assert getattr(saving, "description", "") == verb
