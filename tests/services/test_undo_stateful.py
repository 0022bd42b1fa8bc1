"""Whatever two people do in whatever order, undo and redo keep what a plain model keeps."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from sqlite3 import Row, connect
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from edi_tui.domain.errors import ConflictError, EdiError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import ActionDraft
from edi_tui.services import records
from edi_tui.services.bin import binned, restore
from edi_tui.services.lists import history_of, rows_of
from edi_tui.services.register import Register, open_register
from edi_tui.services.search import search
from edi_tui.services.undo import next_redo, next_undo, redo, undo
from edi_tui.store.chain import FIRST, chained
from tests.conftest import NOW

PEOPLE = ("Ada", "Sam")
people = st.sampled_from(PEOPLE)
texts = st.sampled_from(("Brief the panels", "Publish the figures", "Train", "Ask [/x] why"))
leads = st.sampled_from(("", "HR", "Comms"))
drafts = st.builds(ActionDraft, text=texts, lead=leads)


@dataclass(frozen=True)
class State:
    """A record as the model has it."""

    draft: ActionDraft
    gone: bool = False


@dataclass
class Done:
    """A step of the model: what each record was before, and is after."""

    who: str
    at: int
    before: dict[str, State | None]
    after: dict[str, State]
    undone: int = 0
    """When it was undone; 0 where it stands."""


@dataclass
class Model:
    """Records in a plain dict, and the steps that made them so."""

    now: dict[str, State] = field(default_factory=dict)
    steps: list[Done] = field(default_factory=list)
    clock: int = 0

    def tick(self) -> int:
        self.clock += 1
        return self.clock

    def do(self, who: str, after: dict[str, State]) -> None:
        before = {ref: self.now.get(ref) for ref in after}
        self.steps.append(Done(who, self.tick(), before, after))
        self.now |= after

    def last_done(self, who: str) -> Done | None:
        return next((one for one in self.steps[::-1] if one.who == who and not one.undone), None)

    def last_undone(self, who: str) -> Done | None:
        newest = max((one.at for one in self.steps if one.who == who), default=0)
        found = [one for one in self.steps if one.who == who and one.undone > newest]
        return max(found, key=lambda one: one.undone, default=None)

    def free(self, step: Done, since: int, left: dict[str, State]) -> bool:
        """Tell whether nobody changed the records of a step since, and they are as it left them."""
        touched = any(
            one.at > since and not one.undone and one.after.keys() & left.keys()
            for one in self.steps
            if one is not step
        )
        return not touched and all(self.now[ref] == state for ref, state in left.items())

    @staticmethod
    def left_by_undo(step: Done) -> dict[str, State]:
        return {
            ref: state or State(step.after[ref].draft, gone=True)
            for ref, state in step.before.items()
        }


class Undoing(RuleBasedStateMachine):
    """The services against the model."""

    template: ClassVar[Path]
    """An empty register."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.template.parent))
        shutil.copy(self.template, self.folder / "register.db")
        opened = open_register(self.folder / "register.db", who="Ada", now=lambda: NOW)
        self.registers = {who: replace(opened, who=who) for who in PEOPLE}
        self.register = opened
        self.model = Model()

    def teardown(self) -> None:
        """See that every entry is still chained to the one before it."""
        with closing(connect(self.register.path)) as connection:
            connection.row_factory = Row
            rows = connection.execute("SELECT * FROM change ORDER BY seq").fetchall()
        previous = FIRST
        for entry, row in zip(history_of(self.register)[::-1], rows, strict=True):
            names = ("seq", "at", "who", "group_id", "summary", "verb", "ref")
            told = {name: row[name] for name in names}
            told |= {"before": entry.before or None, "after": entry.after or None}
            told |= {"undoes": row["undoes"]} if row["undoes"] else {}
            assert row["hash"] == chained(previous, told)
            previous = row["hash"]
        shutil.rmtree(self.folder)

    def standing(self) -> list[str]:
        return [ref for ref, state in self.model.now.items() if not state.gone]

    def chosen(self, data: st.DataObject, refs: list[str]) -> str:
        return data.draw(st.sampled_from(refs))

    def version(self, ref: str) -> int:
        return records.get(self.register, ref).version

    @rule(who=people, draft=drafts)
    def add(self, who: str, draft: ActionDraft) -> None:
        ref = records.add(self.registers[who], draft).ref
        self.model.do(who, {ref: State(draft)})

    @precondition(lambda self: self.standing())
    @rule(who=people, draft=drafts, data=st.data())
    def edit(self, who: str, draft: ActionDraft, data: st.DataObject) -> None:
        ref = self.chosen(data, self.standing())
        if records.edit(self.registers[who], ref, draft, version=self.version(ref)).changed:
            self.model.do(who, {ref: State(draft)})

    @precondition(lambda self: self.standing())
    @rule(who=people, lead=leads, data=st.data())
    def edit_marked(self, who: str, lead: str, data: st.DataObject) -> None:
        marked = data.draw(st.lists(st.sampled_from(self.standing()), min_size=1, unique=True))
        after = {ref: State(replace(self.model.now[ref].draft, lead=lead)) for ref in marked}
        with self.registers[who].writing(f"lead of {len(marked)}") as changes:
            changed = [
                ref
                for ref, state in after.items()
                if changes.edit(ref, state.draft, version=self.version(ref))
            ]
        if changed:
            self.model.do(who, {ref: after[ref] for ref in changed})

    @precondition(lambda self: self.standing())
    @rule(who=people, data=st.data())
    def withdraw(self, who: str, data: st.DataObject) -> None:
        ref = self.chosen(data, self.standing())
        records.withdraw(self.registers[who], ref, "left", version=self.version(ref))
        self.model.do(who, {ref: replace(self.model.now[ref], gone=True)})

    @precondition(lambda self: len(self.standing()) < len(self.model.now))
    @rule(who=people, data=st.data())
    def bring_back(self, who: str, data: st.DataObject) -> None:
        ref = self.chosen(data, [ref for ref, state in self.model.now.items() if state.gone])
        restore(self.registers[who], ref)
        self.model.do(who, {ref: replace(self.model.now[ref], gone=False)})

    @rule(who=people)
    def undo(self, who: str) -> None:
        step = self.model.last_done(who)
        if step is None:
            assert next_undo(self.registers[who]) is None
        elif self.tried(undo, who, free=self.model.free(step, step.at, step.after)):
            self.model.now |= self.model.left_by_undo(step)
            step.undone = self.model.tick()

    @rule(who=people)
    def redo(self, who: str) -> None:
        step = self.model.last_undone(who)
        if step is None:
            assert next_redo(self.registers[who]) is None
            with suppress(EdiError):
                redo(self.registers[who])
            return
        left = self.model.left_by_undo(step)
        if self.tried(redo, who, free=self.model.free(step, step.undone, left)):
            self.model.now |= step.after
            step.undone = 0

    def tried(self, verb: Callable[[Register], object], who: str, *, free: bool) -> bool:
        """Undo or redo, which is refused where somebody changed a record since."""
        if free:
            verb(self.registers[who])
            return True
        with pytest.raises(ConflictError):
            verb(self.registers[who])
        return False

    @rule(lead=leads)
    def filter(self, lead: str) -> None:
        numbers = search(self.register, Kind.ACTION, f'lead:"{lead}"').numbers
        found = {Kind.ACTION.ref(number) for number in numbers}
        drafts = {ref: self.model.now[ref].draft for ref in self.standing()}
        assert found == {ref for ref, draft in drafts.items() if draft.lead == lead}

    @invariant()
    def the_lists_are_those_of_the_model(self) -> None:
        shown = {
            row.ref: (getattr(row, "text", ""), getattr(row, "lead", ""))
            for row in rows_of(self.register, Kind.ACTION)
        }
        kept = {ref: self.model.now[ref].draft for ref in self.standing()}
        assert shown == {ref: (draft.text, draft.lead) for ref, draft in kept.items()}
        gone = {ref for ref, state in self.model.now.items() if state.gone}
        assert {row.ref for row in binned(self.register, [Kind.ACTION])} == gone


def test_undo_and_redo_keep_what_a_plain_model_keeps(register: Register) -> None:
    Undoing.template = register.path
    run_state_machine_as_test(
        Undoing,
        settings=settings(
            max_examples=10,
            stateful_step_count=20,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
