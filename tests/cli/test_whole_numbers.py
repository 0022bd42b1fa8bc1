"""Whole numbers among the options are refused in words."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("digest", "--days", "soon"), "'--days': “soon” is no whole number from 1 to 366."),
        (("digest", "--days", "0"), "'--days': “0” is no whole number from 1 to 366."),
        (("history", "--limit", "soon"), "'--limit': “soon” is no whole number from 1 to "),
        (("undo", "last"), "“last” is no whole number from 1 to "),
        (("serve", "--port", "1.5"), "'--port': “1.5” is no whole number from 0 to 65,535."),
        (("desk", "accept", "all"), "“all” is no whole number from 1 upwards."),
        (("desk", "accept", "1", "--choice", "0"), "“0” is no whole number from 1 upwards."),
    ],
)
def test_what_is_no_number_that_fits_is_refused_in_words(
    cli: Cli, args: tuple[str, ...], said: str
) -> None:
    result = cli(*args)
    assert (result.exit_code, said in result.stderr) == (2, True), result.stderr
