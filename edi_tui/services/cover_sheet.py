"""The fields of the cover sheet that an organisation has given itself."""

from __future__ import annotations

from dataclasses import replace

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import OrganisationDraft
from edi_tui.reference.cover_sheet import cover_fields_in
from edi_tui.services.records import Saved, edit, get
from edi_tui.services.register import Register


def keep_cover_sheet(register: Register, fields: str | None) -> Saved:
    """Keep the fields for all cover sheets to come.

    Args:
        register: The register.
        fields: TOML; None for the usual fields.

    Raises:
        InvalidError: It names none, or one that cannot be.
    """
    try:
        if fields is not None:
            cover_fields_in(fields)
    except ValueError as error:
        raise InvalidError({"cover_sheet": str(error)}) from error
    stored = get(register, Kind.ORGANISATION.ref(1))
    assert isinstance(stored.draft, OrganisationDraft)
    draft = replace(stored.draft, cover_sheet=fields or "")
    return edit(register, stored.ref, draft, version=stored.version)
