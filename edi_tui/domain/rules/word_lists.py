"""The word lists by which rules tell what an objective says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import compress, count

_TOKEN = re.compile(r"[^\W_][a-zA-Z0-9\w'’-]*")
"""Plain letters are named first: to see that they are letters is then a third faster."""
_ANY_ENDING = "*"


class Telling(StrEnum):
    """What a word in one of the lists tells."""

    CONCRETE = "concrete"
    """A verb of a change that can be seen to have happened."""
    CHANGE = "change"
    """A verb of a result."""
    VAGUE = "vague"
    """A verb that nobody can check."""
    ATTEND = "attend"
    """A verb of being at something, as sponsors are."""
    POPULATION = "population"
    """A group of people, or where they work."""
    OUTPUT = "output"
    """What is held, run or handed out."""
    ATTENDANCE = "attendance"
    """Being there and having had it."""
    THROUGH = "through"
    """Having been through it: attendance of what is held, a result of anything else."""
    GATHERING = "gathering"
    """What people meet at."""
    SHARE = "share"
    """A part of a whole, in so many words or as what people say."""
    HOST = "host"
    """A verb of what sponsors hold beside being there."""
    SPONSOR = "sponsor"
    NETWORK = "network"
    SURVEY = "survey"
    TARGET = "target"


_VERBS = frozenset({Telling.CONCRETE, Telling.CHANGE, Telling.VAGUE, Telling.ATTEND, Telling.HOST})


_Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], Telling]]]
"""By the second word: all words after the first, the longest first, and what they tell."""
_Told = tuple[frozenset[Telling], _Phrases]
"""What a word tells by itself, and the phrases that may begin with it."""


# Compared by identity, so that what was found with one set of lists can be kept.
@dataclass(frozen=True, slots=True, eq=False)
class WordLists:
    """Words and what they tell, lower case."""

    words: Mapping[str, frozenset[Telling]] = field(default_factory=dict)
    beginnings: Mapping[str, frozenset[Telling]] = field(default_factory=dict)
    """Words of which only the beginning counts."""
    phrases: Mapping[str, _Phrases] = field(default_factory=dict)
    """By a first and a second word."""
    _known: _Known = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Begin to remember what each word tells."""
        object.__setattr__(self, "_known", _Known(self))

    def found(self, text: str) -> Mapping[Telling, str]:
        """Return the first words of each list that stand in a text, as it spells them."""
        return _found(text, self)

    def telling(self, tokens: Iterable[str]) -> Iterator[tuple[int, _Told]]:
        """Yield the place of each word that tells something, which most do not, and what."""
        known = list(map(self._known.__getitem__, tokens))
        return zip(compress(count(), known), filter(None, known), strict=True)


class _Known(dict[str, _Told | None]):
    """What words tell, looked up once each: every sentence is made of the same few thousand."""

    def __init__(self, lists: WordLists) -> None:
        super().__init__()
        self._lists = lists
        self._beginnings = tuple(lists.beginnings)

    def __missing__(self, token: str) -> _Told | None:
        word = _bare(token)
        tells, phrases = self._tells(word), self._lists.phrases.get(word, {})
        told = (tells, phrases) if tells or phrases else None
        if len(self) < _MOST:
            self[token] = told
        return told

    def _tells(self, word: str) -> frozenset[Telling]:
        """Return what a word tells, whole or by its beginning."""
        tells = self._lists.words.get(word, frozenset())
        if word.startswith(self._beginnings):
            for beginning, more in self._lists.beginnings.items():
                if word.startswith(beginning):
                    tells |= more
        return tells


_MOST = 65536
"""Words that are remembered; a register of any size has fewer."""


def word_lists(told: Mapping[str, Iterable[str]]) -> WordLists:
    """Make word lists of words by the name of their list.

    Args:
        told: Verbs in their first form, `*` for any ending of other words. What is listed under
            `not_verbs` only looks like a verb.
    """
    spelt = [
        (form.casefold(), telling)
        for telling in Telling
        for word in told[telling]
        for form in (_forms(word) if telling in _VERBS else [word])
        if telling not in _VERBS or form not in told["not_verbs"]
    ]
    whole = [(word, telling) for word, telling in spelt if " " not in word]
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], Telling]]]] = {}
    for phrase, telling in sorted(spelt, key=_longest):
        first, *rest = phrase.split()
        if rest:
            phrases.setdefault(first, {}).setdefault(rest[0], []).append((tuple(rest), telling))
    return WordLists(
        words=_gathered((word, tells) for word, tells in whole if word[-1] != _ANY_ENDING),
        beginnings=_gathered((word[:-1], tells) for word, tells in whole if word[-1] == "*"),
        phrases=phrases,
    )


def _gathered(pairs: Iterable[tuple[str, Telling]]) -> dict[str, frozenset[Telling]]:
    found: dict[str, set[Telling]] = {}
    for word, telling in pairs:
        found.setdefault(word, set()).add(telling)
    return {word: frozenset(tellings) for word, tellings in found.items()}


def _longest(spelt: tuple[str, Telling]) -> int:
    return -len(spelt[0].split())


def _forms(verb: str) -> Iterator[str]:
    """Yield the forms of a verb with what follows it: `raises awareness`."""
    first, *rest = verb.split()
    stem = first.removesuffix("e")
    if first == "be":
        firsts = [first, "is", "are", "remain"]
    elif stem != first:
        firsts = [first, f"{first}s", f"{stem}ed", f"{stem}ing"]
    else:
        last = first[-1]
        ends = ("", "s", "es", "ed", "ing", f"{last}ed", f"{last}ing")
        firsts = [f"{first}{end}" for end in ends]
    for form in firsts:
        yield " ".join([form, *rest])


# Titles and names of measures are looked at by many rules, and on each key by a form.
@lru_cache(maxsize=65536)
def _found(text: str, lists: WordLists) -> Mapping[Telling, str]:
    found: dict[Telling, str] = {}
    tokens = _TOKEN.findall(text)
    read = 0
    for place, (tells, phrases) in lists.telling(tokens):
        if place < read:
            continue
        length, telling_all = (phrases and _phrase(tokens, place, phrases)) or (1, tells)
        read = place + length
        for telling in telling_all:
            if telling not in found:
                found[telling] = " ".join(tokens[place:read])
    return found


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s").rstrip("'-")


def _phrase(
    tokens: Sequence[str], place: int, phrases: _Phrases
) -> tuple[int, Iterable[Telling]] | None:
    """Return how many words the phrase that begins at a place has, and what it tells."""
    following = _bare(tokens[place + 1]) if place + 1 < len(tokens) else ""
    for rest, telling in phrases.get(following, ()):
        end = place + 1 + len(rest)
        if tuple(map(_bare, tokens[place + 1 : end])) == rest:
            return end - place, (telling,)
    return None
