"""Objectives that are nothing but the sponsorship of a network."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.measurable import is_activity
from edi_tui.domain.rules.objective_rule import objective_rule
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.rules.word_lists import Telling, WordLists
from edi_tui.domain.rules.wording import attended, wording, wording_of

_CLAUSE = re.compile(
    r"[,;:.!?()\n&–—]|\b(?:and|plus|or|while|will|must|shall|should|to|so that)\b"
    r"|\b(?:by|through)(?= \w+ing\b)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,;:.!?()\n&–—]|\b(?:and|plus)\b", re.IGNORECASE)
_OBJECT_ENDS = re.compile(
    r"\b(?:of|for|in|with|from|on|across|among|into|within|at(?! least)|about|against|via"
    r"|by|through|who|which|that"
    r"|(?<!\Aact )(?<!\Aacting )(?<!\Aserve )(?<!\Aserving )(?<!\Acontinue )(?<!\A)as)\b",
    re.IGNORECASE,
)
_ADVERBS = re.compile(r"\A(?:(?:\w+ly|also|then|help|we|i)\s+)*", re.IGNORECASE)
_SAYS_NOTHING = frozenset({Telling.VAGUE, Telling.ATTEND, Telling.HOST, Telling.SPONSOR})
_PEOPLE = frozenset({"champions", "allies"})
"""Those whom an objective trains or recruits; to do so is no sponsoring of its own."""
_CHANGES = (Telling.CHANGE, Telling.CONCRETE)


@objective_rule("H1")
def sponsorship_only(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask of an objective to sponsor what the sponsorship achieves, and a measure of it.

    What it achieves stands in the objective's definition of done or in a sponsorship that serves
    it. Attendance, meetings and events measure the sponsorship, not what comes of it.
    """
    words = view.known.words
    sponsors = "" if wording_of(row, view).outcome else _sponsors(row.title, words)
    if not sponsors:
        return
    terms = view.terms_of.get(row.ref, ())
    achieves = any(
        _achieves(text, words) for text in (row.done, *(each.achieves for each in terms))
    )
    measures = view.measures_of.get(row.ref, ())
    counts = any(not is_activity(measure, view) for measure in measures)
    if not achieves and not counts:
        yield Remark("only", sponsors)
    elif not achieves:
        yield Remark("achieves-nothing", sponsors, field="done")
    elif not counts:
        yield Remark("attendance-only" if measures else "not-measured", sponsors)


def _sponsors(title: str, words: WordLists) -> str:
    """Return the words that make it a sponsorship; empty where it is none or says more."""
    clauses = [clause for part in _CLAUSE.split(title) if (clause := _bare(part))]
    if any(_states_change(clause, words) for clause in clauses):
        return ""
    network = Telling.NETWORK in words.found(title)
    found = (_sponsoring(clause, words, network=network) for clause in clauses)
    return next(filter(None, found), "")


def _bare(clause: str) -> str:
    """Return a clause that begins with its verb, where it has one."""
    return _ADVERBS.sub("", clause.strip())


def _states_change(clause: str, words: WordLists) -> bool:
    """Tell whether a clause begins with the verb of a change that is not the sponsoring itself."""
    verb, rest = _head(clause, words)
    tells = words.found(verb)
    if not any(telling in tells for telling in _CHANGES) or _SAYS_NOTHING & tells.keys():
        return False
    thing = words.found(_object(rest))
    sponsors = Telling.SPONSOR in thing and thing[Telling.SPONSOR].casefold() not in _PEOPLE
    return bool(_object(rest)) and not sponsors and Telling.GATHERING not in thing


def _sponsoring(clause: str, words: WordLists, *, network: bool) -> str:
    """Return the words by which a clause is about sponsoring, or about being at a network's."""
    core = words.found(_object(clause))
    if Telling.SPONSOR in core:
        return core[Telling.SPONSOR]
    attends = core.get(Telling.ATTEND, "")
    thing = words.found(_object(clause.partition(attends)[2])) if attends else {}
    at_network = clause == attends or {Telling.NETWORK, Telling.GATHERING} & thing.keys()
    return attends if network and at_network else ""


def _head(clause: str, words: WordLists) -> tuple[str, str]:
    """Return the first word of a clause, or its first phrase that tells something, and the rest."""
    first, _, rest = clause.partition(" ")
    phrase = next((each for each in _phrases(words.found(clause)) if clause.startswith(each)), "")
    return (phrase, clause[len(phrase) :].strip()) if phrase else (first, rest)


def _phrases(tells: Mapping[Telling, str]) -> Iterator[str]:
    return (each for each in tells.values() if " " in each)


def _object(rest: str) -> str:
    """Return the words before the first preposition."""
    return _OBJECT_ENDS.split(rest, maxsplit=1)[0].strip()


def _achieves(text: str, words: WordLists) -> bool:
    """Tell whether any part of a text says more than who was where."""
    return any(_is_result(part, words) for part in _PARTS.split(text) if part.strip())


def _is_result(part: str, words: WordLists) -> bool:
    tells = words.found(part)
    met = attended(tells) or Telling.ATTEND in tells or Telling.GATHERING in tells
    verb = words.found(tells.get(Telling.CONCRETE, "")).keys()
    concrete = bool(verb) and not verb & {*_SAYS_NOTHING, Telling.THROUGH}
    told = concrete or Telling.CHANGE in tells or Telling.SHARE in tells
    return not met or told or wording(part, words).outcome


RULES: tuple[Rule[Any], ...] = (sponsorship_only,)
