"""How the program of a browser window reads and draws."""

from __future__ import annotations

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class WindowDriver(WebDriver):
    """A driver that ends the program when the server has gone, however it went."""

    def run_input_thread(self) -> None:
        """Read keys until there is nobody left who sends any."""
        super().run_input_thread()
        self._app.post_message(ExitApp())
