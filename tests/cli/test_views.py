from __future__ import annotations

from tests.cli.conftest import Cli


def test_a_view_is_saved_used_listed_and_removed(filled: Cli) -> None:
    saved = filled("views", "save", "panels", "objectives", "panels", "not", "+overdue")
    assert (saved.exit_code, saved.stdout) == (0, "@panels\n")
    assert saved.stderr == "Saved. Next: edi-tui list objectives @panels\n"
    assert filled.json("list", "objectives", "@panels")["rows"][0]["ref"] == "OBJ-001"
    assert filled.json("views") == {
        "schema": 1,
        "kind": "views",
        "rows": [{"name": "panels", "kind": "objectives", "filter": "panels not +overdue"}],
    }
    assert "@panels  objectives  panels not +overdue" in filled.done("views")
    assert filled("views", "remove", "panels").stderr == "The view panels is removed.\n"
    assert filled("views").stderr == "0 views\n"


def test_a_view_may_choose_among_findings_and_exported_rows(filled: Cli) -> None:
    filled.done("views", "save", "panels", "objectives", "panels")
    findings = filled("check", "@panels", "--json")
    assert '"ref": "OBJ-001"' in findings.stdout
    assert "NET-001" not in findings.stdout
    listed = filled("export", "objectives", "--filter", "@panels")
    assert "OBJ-001" in listed.stdout
    assert "1 of 1 objective" in listed.stderr
    assert "OBJ-001" not in filled.done("export", "objectives", "--filter", "not @panels")


def test_a_filter_of_the_status_paper_is_refused_since_it_shows_everything(filled: Cli) -> None:
    result = filled("export", "status", "--filter", "panels")
    assert result.exit_code == 2
    assert "The status paper shows the whole register; filter a list." in result.stderr


def test_what_is_no_view_is_a_sentence_and_a_usage_error(filled: Cli) -> None:
    result = filled("list", "objectives", "@late")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "There is no view “@late”; there are none." in result.stderr
    assert filled("views", "remove", "late").exit_code == 1
    assert filled("views", "save", "late", "plans", "x").exit_code == 2


def test_a_filter_given_whole_closes_its_brackets(filled: Cli) -> None:
    for command in (("list", "objectives"), ("check",), ("views", "save", "late", "objectives")):
        refused = filled(*command, "(owner:chief")
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert "A bracket in “(owner:chief” is opened and never closed." in refused.stderr
    assert filled("list", "objectives", '"(" or owner:chief').exit_code == 0
