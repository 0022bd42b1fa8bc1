"""Where things lie, who is at work and what day it is, in order of precedence."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from edi_tui.domain.errors import EdiError, RegisterError

if TYPE_CHECKING:
    import typer

    from edi_tui.services.register import Register

_NAME = "edi-tui"
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Options:
    """What was said before the command."""

    db: str = ""
    no_input: bool = False
    quiet: bool = False


def options_of(context: typer.Context) -> Options:
    """Return what was said before the command."""
    return context.find_object(Options) or Options()


def register_path(options: Options) -> Path:
    """Return where the register is: `--db`, else EDI_TUI_DB, else settings, else the default.

    Raises:
        RegisterError: An address is given in place of a file.
    """
    named = options.db or os.environ.get("EDI_TUI_DB", "") or _settings_db()
    if "://" in named:
        raise RegisterError(
            "This release keeps registers in SQLite files; name a file in place of the address "
            f"that begins {named.split('://')[0]}://."
        )
    return Path(named).expanduser() if named else _default_register()


def settings_file() -> Path:
    """Return where the settings are read from."""
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False) / "settings.toml"


def state_folder() -> Path:
    """Return where the program keeps what it remembers between runs."""
    from platformdirs import user_state_path

    return user_state_path(_NAME, appauthor=False)


def _default_register() -> Path:
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False) / "register.db"


def _settings_db() -> str:
    named = _settings().get("db", "")
    if not isinstance(named, str):
        raise EdiError(
            f"The settings in {settings_file()} have a “db” that is no path; write it in quotes."
        )
    return named


def keys() -> dict[str, object]:
    """Return the person's own keys, as they stand under `[keys]` in the settings."""
    named = _settings().get("keys", {})
    if not isinstance(named, dict):
        raise EdiError(
            f"The settings in {settings_file()} have “keys” that are no table; write [keys] on a "
            'line of its own, and below it lines such as edit = "f5".'
        )
    return named


def _settings() -> dict[str, object]:
    """Return what stands in the settings; nothing where there are none."""
    import tomllib

    path = settings_file()
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise EdiError(f"The settings in {path} cannot be read: {error}.") from error


def user() -> str:
    """Return who is at work, as the change log names them."""
    import getpass

    try:
        return os.environ.get("EDI_TUI_USER", "") or getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return "unknown"


def clock() -> Callable[[], datetime]:
    """Return the clock, which stands at noon of EDI_TUI_TODAY where that is set.

    Noon is that of the time zone here, so that it is this day wherever one is.
    """
    from edi_tui.services.register import utc_now

    text = os.environ.get("EDI_TUI_TODAY", "")
    if not text:
        return utc_now
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise EdiError(
            f"EDI_TUI_TODAY is “{text}”, which is no date; write it as 2026-11-21 or unset it."
        ) from error
    if day.year not in _YEARS:
        raise EdiError(
            f"EDI_TUI_TODAY is “{text}”, but dates are read from {_YEARS[0]} to {_YEARS[-1]} only."
        )
    noon = datetime.combine(day, time(12)).astimezone()
    return lambda: noon


def opened(options: Options) -> Register:
    """Open the register that was named.

    Raises:
        RegisterError: It cannot be used.
    """
    from edi_tui.services.register import open_register

    return open_register(register_path(options), who=user(), now=clock())
