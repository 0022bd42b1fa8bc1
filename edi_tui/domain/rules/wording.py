"""What the words of an objective say by themselves, before any measure or date is kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from edi_tui.domain.prose_dates import dates_due
from edi_tui.domain.quantities import Quantity, Role, quantities, targets
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.view import View
from edi_tui.domain.rules.word_lists import Telling, WordLists
from edi_tui.domain.units import Unit

_REACH = 60
"""Characters after a percentage within which the words say of what it is."""


class Wording(NamedTuple):
    """The numbers, dates and telling words of a sentence."""

    numbers: tuple[Quantity, ...]
    targets: tuple[Quantity, ...]
    """Of the numbers, those to be reached: neither baselines nor milestones on the way."""
    activities: tuple[Quantity, ...]
    """Of the targets, those that count what is held or who was there."""
    due: tuple[str, ...]
    """The dates by which something is to be."""
    tells: Mapping[Telling, str]
    """The first telling words of each kind."""

    @property
    def baseline(self) -> Quantity | None:
        """The first number that something starts from."""
        return next((each for each in self.numbers if each.role is Role.BASELINE), None)

    @property
    def outcome(self) -> bool:
        """Whether a number is to be reached that is more than activity."""
        return len(self.targets) > len(self.activities)


def wording_of(row: ObjectiveRow, view: View) -> Wording:
    """Read what an objective's own words say."""
    return wording(row.title, view.known.words)


# Every rule on words looks at the same sentence, and a form judges it on each key.
@lru_cache(maxsize=32768)
def wording(text: str, words: WordLists) -> Wording:
    """Read what a sentence says.

    Args:
        text: The words of an objective.
        words: The lists of telling words.
    """
    numbers, tells = quantities(text), words.found(text)
    aims = tuple(targets(text, numbers))
    held = Telling.OUTPUT in tells or attended(tells)
    return Wording(
        numbers=numbers,
        targets=aims,
        activities=tuple(each for each in aims if held and _is_activity(each, text, words)),
        due=dates_due(text),
        tells=tells,
    )


def _is_activity(aim: Quantity, text: str, words: WordLists) -> bool:
    """Tell whether a number counts what is held, or the share of people who were there."""
    if aim.noun:
        return Telling.OUTPUT in words.found(aim.noun)
    after = text[aim.end : aim.end + _REACH]
    return aim.unit is Unit.PERCENT and attended(words.found(after))


def attended(tells: Mapping[Telling, str]) -> bool:
    """Tell whether words speak of being there, or of having been through what is held."""
    through = Telling.THROUGH in tells and Telling.OUTPUT in tells
    return through or Telling.ATTENDANCE in tells
