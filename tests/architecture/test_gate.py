"""User text reaches a widget only through `tui/text.py`."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TUI = Path(__file__).resolve().parents[2] / "edi_tui" / "tui"
SHOWN = {"Static", "Label", "Button", "update", "Hit", "DiscoveryHit"}
"""Calls that parse a string among their arguments as markup."""
TITLES = {"border_title", "border_subtitle", "tooltip"}


def raw(node: ast.expr) -> bool:
    """Tell whether an expression is text that has not passed the gate.

    A constant is ours; a call is taken to be the gate or a renderable.
    """
    return isinstance(node, ast.JoinedStr | ast.BinOp | ast.Attribute | ast.Subscript)


def faults(path: Path) -> list[str]:
    """Return the lines of a module where text passes the gate by."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in SHOWN and any(map(raw, node.args[:2])):
                found.append(f"{path.name}:{node.lineno} {name}")
        elif isinstance(node, ast.Assign) and raw(node.value):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in TITLES:
                    found.append(f"{path.name}:{node.lineno} {target.attr}")
    return found


@pytest.mark.parametrize("path", sorted(TUI.rglob("*.py")), ids=lambda path: path.stem)
def test_no_widget_is_made_from_raw_text(path: Path) -> None:
    assert faults(path) == []


def test_the_check_finds_what_it_is_for(tmp_path: Path) -> None:
    module = tmp_path / "widget.py"
    module.write_text('Static(row.title)\nself.border_title = f"{row.ref}"\nStatic("ours")\n')
    assert sorted(faults(module)) == ["widget.py:1 Static", "widget.py:2 border_title"]
