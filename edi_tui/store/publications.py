"""What the public was told of each snapshot: kept once, read, and never changed.

It stands beside the snapshot and not in it, since a quarter is closed before anybody decides to
publish it, and what is hidden depends on what was published until then. It cannot be worked out
again later either: the order in which quarters were published counts.
"""

from __future__ import annotations

import json
import zlib

import sqlalchemy as sa
from sqlmodel import Session

from edi_tui.domain.errors import CorruptError
from edi_tui.domain.publishing.kept import suppressed_in, suppressed_plain
from edi_tui.domain.suppression.suppressed import Suppressed
from edi_tui.store.changes import Changes
from edi_tui.store.mapping import core
from edi_tui.store.models import PublicationMade

_MADE = core(PublicationMade)


def published(session: Session) -> dict[int, list[Suppressed]]:
    """Return what was decided on for each snapshot that was published, in the order of making.

    Raises:
        CorruptError: What is kept has been damaged.
    """
    wanted = sa.select(_MADE.c.number, _MADE.c.content).order_by(_MADE.c.at, _MADE.c.number)
    return {row.number: _read(row.content) for row in session.execute(wanted)}


def remember(changes: Changes, number: int, made: list[Suppressed]) -> None:
    """Keep what the public is told of a snapshot."""
    content = json.dumps([suppressed_plain(one) for one in made], separators=(",", ":"))
    row = {"number": number, "at": changes.at, "who": changes.who}
    changes.session.execute(sa.insert(_MADE), row | {"content": zlib.compress(content.encode())})


def _read(content: bytes) -> list[Suppressed]:
    try:
        return [suppressed_in(one) for one in json.loads(zlib.decompress(content))]
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise CorruptError(
            "What was published before cannot be read any more, so nothing is published: numbers "
            "could give each other away. Go back to a backup from before."
        ) from error
