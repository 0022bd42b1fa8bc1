from __future__ import annotations

import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from edi_tui.cli import settings
from edi_tui.cli.settings import Options
from edi_tui.domain.errors import EdiError, RegisterError


def write_settings(text: str) -> None:
    path = settings.settings_file()
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_the_register_is_the_one_named_most_directly(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.register_path(Options()).parts[-2:] == ("edi-tui", "register.db")
    write_settings('db = "settings.db"')
    assert settings.register_path(Options()) == Path("settings.db")
    monkeypatch.setenv("EDI_TUI_DB", "environment.db")
    assert settings.register_path(Options()) == Path("environment.db")
    assert settings.register_path(Options(db="option.db")) == Path("option.db")


def test_a_tilde_stands_for_the_home_folder() -> None:
    assert settings.register_path(Options(db="~/r.db")) == Path.home() / "r.db"


@pytest.mark.parametrize("address", ["postgresql://host/edi", "postgres://u:secret@host/edi"])
def test_an_address_is_refused_without_repeating_its_password(address: str) -> None:
    with pytest.raises(RegisterError, match="SQLite files") as caught:
        settings.register_path(Options(db=address))
    assert "secret" not in str(caught.value)


def test_a_persons_own_keys_are_read() -> None:
    assert settings.keys() == {}
    write_settings('[keys]\nedit = "f5"\n')
    assert settings.keys() == {"edit": "f5"}


def test_keys_that_are_no_table_are_refused() -> None:
    write_settings('keys = "f5"')
    with pytest.raises(EdiError, match=r"settings\.toml have “keys” that are no table"):
        settings.keys()


@pytest.mark.parametrize("text", ["db = ", "db = 7", "\ufffe"])
def test_settings_that_cannot_be_read_are_named(text: str) -> None:
    write_settings(text)
    with pytest.raises(EdiError, match=r"settings\.toml"):
        settings.register_path(Options())


def test_the_clock_stands_still_where_a_day_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.clock()() == datetime(2026, 11, 21, 12, tzinfo=UTC)
    monkeypatch.delenv("EDI_TUI_TODAY")
    assert abs((settings.clock()() - datetime.now(UTC)).total_seconds()) < 60


def test_a_day_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDI_TUI_TODAY", "31/4/2016")
    with pytest.raises(EdiError, match="EDI_TUI_TODAY is “31/4/2016”"):
        settings.clock()


def test_the_log_names_the_user_or_the_account(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.user() == "tester"
    monkeypatch.delenv("EDI_TUI_USER")
    monkeypatch.setenv("LOGNAME", "amara")
    assert settings.user() == "amara"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be set there")
@pytest.mark.parametrize("zone", ["Europe/London", "Pacific/Auckland", "Pacific/Kiritimati"])
def test_the_day_given_is_today_wherever_one_is(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert settings.clock()().astimezone().date() == date(2026, 11, 21)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2100-01-01", "9999-12-31"])
def test_a_day_of_another_age_is_refused(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("EDI_TUI_TODAY", day)
    with pytest.raises(EdiError, match="EDI_TUI_TODAY"):
        settings.clock()
