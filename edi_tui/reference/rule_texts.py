"""The texts of the rules, read from the files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.rules.texts import RuleText, Said, Verdict


@cache
def rule_texts() -> Mapping[str, RuleText]:
    """Return the text of every rule by its id."""
    folder = files("edi_tui.reference.rules")
    told: dict[str, Any] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            told |= tomllib.loads(file.read_text(encoding="utf-8"))
    return {name: _text(name, rule) for name, rule in told.items()}


def _text(name: str, rule: Mapping[str, Any]) -> RuleText:
    says = {key: _said(sentence) for key, sentence in rule["says"].items()}
    return RuleText(id=name, says=says, **{key: rule[key] for key in rule if key != "says"})


def _said(sentence: Mapping[str, str]) -> Said:
    level, verdict = sentence.get("level"), sentence.get("verdict")
    return Said(
        message=sentence["message"],
        fix=sentence.get("fix", ""),
        level=FindingLevel(level) if level else None,
        verdict=Verdict(verdict) if verdict else None,
    )
