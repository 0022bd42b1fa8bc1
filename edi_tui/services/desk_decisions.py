"""Settling what waits on the Desk: each use case is one step of the change log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from edi_tui.domain.desk import DeskItem, Matter, Proposal
from edi_tui.domain.errors import EdiError
from edi_tui.domain.fields import LINE
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import DecisionDraft, Draft, LearnedDraft
from edi_tui.domain.text import shortened
from edi_tui.domain.words import Choice, LearnedSort
from edi_tui.services import records
from edi_tui.services.desk import desk_in, found_in
from edi_tui.services.desk_answers import Answers, meaning_of
from edi_tui.services.learned import LEFT_OUT, learn_in
from edi_tui.services.register import Register
from edi_tui.store.changes import Changes, load

_TWICE = "It was imported twice."


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a decision."""

    told: str
    """What was done, for people."""
    refs: tuple[str, ...] = ()
    """The records that were changed or made."""
    count: int = 1
    """How many things left the Desk."""


Settle = Callable[[Changes, DeskItem], Settled]


def accept(register: Register, numbers: Sequence[int], place: int = 0) -> Settled:
    """Accept what is proposed for one or several things on the Desk.

    Args:
        register: The register.
        numbers: The things.
        place: Which of the proposals, the first without it.

    Raises:
        NotFoundError: One of them has left the Desk.
        EdiError: There is no such proposal for one of them.
    """
    accepted = partial(_accept, register, place)
    return _settle(register, numbers, "accept", accepted)


def answer(register: Register, number: int, words: str) -> Settled:
    """Settle one thing with words that a person typed.

    Raises:
        InvalidError: The words do not fit the field.
        NotFoundError: It has left the Desk.
    """

    def take(changes: Changes, item: DeskItem) -> Settled:
        return _take(register, changes, item, Proposal(words), Choice.CORRECTED)

    return _settle(register, [number], "correct", take)


def keep(register: Register, numbers: Sequence[int]) -> Settled:
    """Leave the words as they stand: nothing is read from them, and nobody is asked again."""
    return _settle(register, numbers, "keep as text", _keep)


def reject(register: Register, numbers: Sequence[int]) -> Settled:
    """Leave the words out of the register; they stay with the rows of the import."""
    return _settle(register, numbers, "leave out", partial(_reject, register))


def add_row(register: Register, number: int, draft: Draft, beside: Sequence[Draft] = ()) -> Settled:
    """Store a row that was set aside, as a person corrected it.

    Args:
        register: The register.
        number: The row on the Desk.
        draft: What it says.
        beside: What else it says: progress, a measure or sponsors, which do not point to it yet.
    """

    def store(changes: Changes, item: DeskItem) -> Settled:
        ref = Answers(register, changes).add_row(draft, beside)
        _decide(changes, item, Choice.CORRECTED, ref)
        return Settled(f"{ref} added.", (ref,))

    return _settle(register, [number], "add a row set aside", store)


def _settle(register: Register, numbers: Sequence[int], verb: str, settle: Settle) -> Settled:
    with register.writing(f"desk: {verb}") as changes:
        items = found_in(desk_in(changes.session), numbers)
        changes.summary = f"desk: {verb} {_named(items)}"
        return _together([settle(changes, item) for item in items])


def _named(items: Sequence[DeskItem]) -> str:
    if len(items) == 1:
        return shortened(f"{items[0].matter.label.lower()} of {items[0].ref or 'an import'}", LINE)
    return f"{len(items):,} things"


def _together(done: Sequence[Settled]) -> Settled:
    if len(done) == 1:
        return done[0]
    refs = tuple(dict.fromkeys(ref for one in done for ref in one.refs))
    return Settled(f"{len(done):,} things settled.", refs, len(done))


def _accept(register: Register, place: int, changes: Changes, item: DeskItem) -> Settled:
    if not 0 <= place < len(item.proposals):
        offers = len(item.proposals)
        has = f"only {offers}" if offers else "nothing"
        raise EdiError(
            f"Number {item.number} has {has} to accept: give the right words, keep it as text or "
            "leave it out."
        )
    return _take(register, changes, item, item.proposals[place], Choice.ACCEPTED)


def _take(
    register: Register, changes: Changes, item: DeskItem, offer: Proposal, choice: Choice
) -> Settled:
    told = Answers(register, changes).take(item, offer)
    learned = _learn(changes, item, offer.words)
    _decide(changes, item, choice, offer.words)
    return Settled(" ".join(filter(None, (told, learned))), item.refs)


def _keep(changes: Changes, item: DeskItem) -> Settled:
    _decide(changes, item, Choice.KEPT)
    return Settled(f"{item.ref or item.finding.where} stays as it is.", ())


def _reject(register: Register, changes: Changes, item: DeskItem) -> Settled:
    if item.matter is Matter.HEADING:
        _learn(changes, item, LEFT_OUT)
    elif item.matter is Matter.TWICE:
        stored = load(changes.session, item.ref)
        changes.withdraw(item.ref, _TWICE, version=stored.version)
    else:
        Answers(register, changes).drop(item)
    _decide(changes, item, Choice.REJECTED)
    said = shortened(item.finding.value, 40)
    return Settled(f"“{said}” is left out." if said else "It is left out.", item.refs)


def _learn(changes: Changes, item: DeskItem, words: str) -> str:
    """Remember what an answer says about the next import, and tell of it."""
    draft = _lesson(item, words)
    return "Remembered for the next import." if draft and learn_in(changes, draft) else ""


def _lesson(item: DeskItem, words: str) -> LearnedDraft | None:
    said = item.finding.value
    if item.matter is Matter.HEADING:
        return LearnedDraft(
            sort=LearnedSort.HEADING, of=item.kind.plural, words=said, meaning=words
        )
    if item.matter is Matter.STATUS:
        return LearnedDraft(sort=LearnedSort.STATUS, words=said, meaning=meaning_of(words))
    if item.matter is Matter.NAME and words.startswith(f"{Kind.MEMBER.prefix}-"):
        return LearnedDraft(sort=LearnedSort.PERSON, words=said, meaning=words)
    return None


def _decide(changes: Changes, item: DeskItem, choice: Choice, chosen: str = "") -> None:
    """Keep who decided what: one entry for each finding that is settled."""
    for key, subject in _pairs(item):
        draft = DecisionDraft(
            finding=key,
            rule=item.finding.rule,
            subject=shortened(subject, LINE),
            column=shortened(item.finding.column, LINE),
            words=shortened(item.finding.value, LINE),
            choice=choice,
            chosen=shortened(chosen, LINE),
        )
        records.add_in(changes, draft)


def _pairs(item: DeskItem) -> Iterable[tuple[str, str]]:
    places = item.refs or (item.finding.where,)
    rest = [places[-1]] * (len(item.keys) - len(places))
    return zip(item.keys, [*places, *rest], strict=False)
