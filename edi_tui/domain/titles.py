"""The few words by which people know a record of any kind."""

from __future__ import annotations

from edi_tui.domain.fields import FieldKind
from edi_tui.domain.records import Draft, fields_of
from edi_tui.domain.values import write_value

_PARTS = 2
"""Fields that tell a record without a text of its own, such as what an update is about, and when.

No more, since the next may be a figure that is not shown.
"""


def title_of(draft: Draft) -> str:
    """Return the text that a record has to have, else its first fields that say something."""
    fields = fields_of(type(draft))
    texts = [one for one in fields if one.kind in (FieldKind.LINE, FieldKind.PROSE)]
    for field in texts:
        if field.required and (said := write_value(field, getattr(draft, field.name))):
            return said
    words = (write_value(field, getattr(draft, field.name)) for field in fields)
    return " · ".join(list(filter(None, words))[:_PARTS])
