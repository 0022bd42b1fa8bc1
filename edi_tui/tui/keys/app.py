"""The keys that work everywhere."""

from __future__ import annotations

from edi_tui.tui.keys.entry import Menu, key
from edi_tui.tui.keys.places import PLACES

_GO = [
    key(
        place.key,
        f"go('{place.name}')",
        place.title,
        f"Go to {place.title}",
        menu=Menu.GO,
        name=f"go-{place.name}",
    )
    for place in PLACES
]

_MENUS = [
    key(
        menu.key,
        f"menu('{menu.name}')",
        f"{menu.title} menu",
        f"Open the menu {menu.title}",
        name=f"menu-{menu.name.lower()}",
    )
    for menu in Menu
]

# Over a form too, which asks first where something was typed.
QUIT = key(
    "ctrl+q",
    "quit",
    "Quit",
    "Leave the program",
    footer=True,
    menu=Menu.REGISTER,
    priority=True,
)

APP = [
    *_GO,
    key(
        "ctrl+p",
        "command_palette",
        "Find",
        "Find any command or record by name",
        footer=True,
        menu=Menu.GO,
        name="find",
    ),
    key("f1", "help", "Help", "Read the guide", footer=True, menu=Menu.HELP),
    key("question_mark", "keys", "Keys", "Say what the keys do here", menu=Menu.HELP),
    key(
        "f9",
        "theme",
        "Theme",
        "Choose the colours: light, dark or those of the terminal",
        menu=Menu.VIEW,
    ),
    key("f10", "menu", "Menu", "Open the menus", footer=True),
    *_MENUS,
    QUIT,
]
