"""What the words of an objective say by themselves, before any measure or date is kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache

from edi_tui.domain.prose_dates import dates_due
from edi_tui.domain.quantities import Quantity, Role, quantities, targets
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.view import View
from edi_tui.domain.rules.word_lists import Telling, WordLists
from edi_tui.domain.units import Unit

_REACH = 60
"""Characters after a percentage within which the words say of what it is."""


class Wording:
    """The numbers, dates and telling words of a sentence, each read when it is first asked for.

    Rules go through a register one after the other, so that of all its sentences first the one is
    read and then the other: a third faster than everything of one sentence at once.
    """

    def __init__(self, text: str, words: WordLists) -> None:
        """Keep a sentence, and the lists of telling words."""
        self._text = text
        self._words = words

    @cached_property
    def tells(self) -> Mapping[Telling, str]:
        """The first telling words of each kind."""
        return self._words.found(self._text)

    @cached_property
    def due(self) -> tuple[str, ...]:
        """The dates by which something is to be."""
        return dates_due(self._text)

    @cached_property
    def numbers(self) -> tuple[Quantity, ...]:
        """All numbers, in order."""
        return quantities(self._text)

    @cached_property
    def targets(self) -> tuple[Quantity, ...]:
        """Of the numbers, those to be reached: neither baselines nor milestones on the way."""
        return tuple(targets(self._text, self.numbers))

    @cached_property
    def activities(self) -> tuple[Quantity, ...]:
        """Of the targets, those that count what is held or who was there."""
        if Telling.OUTPUT not in self.tells and not attended(self.tells):
            return ()
        text, words = self._text, self._words
        return tuple(each for each in self.targets if _is_activity(each, text, words))

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
    return Wording(text, words)


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
