"""Making text safe to keep and safe to show.

Two gates: `stored` on the way in, `visible` on the way out to a terminal.
Joiners and right-to-left marks stay in stored text, since names in Arabic, Urdu or
Indic scripts need them; only what could steer a terminal is made visible.
"""

from __future__ import annotations

import re
import unicodedata

# Possessive, so that a long run of spaces costs no more than its length.
_BREAK = re.compile(
    r"<\s*+(?:/p\s*+>\s*+<\s*+p[^<>]*+|br\s*+/?|/?p(?:\s[^<>]*+)?)\s*+>", re.IGNORECASE
)
_BULLET = re.compile(r"^[ \t]*[\u2022\u00b7\u25aa\u25e6\uf0b7\uf0a7][ \t]*", re.MULTILINE)
_SPACES = re.compile(r"[ \t\u00a0\u2007\u202f]+")
_LINES = re.compile(r"[ ]*\n[ ]*")
_BETWEEN = re.compile(r"[\W_]+")

_VISIBLE: dict[int, int] = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029), 0xFFFD),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
}


def stored(text: str) -> str:
    """Return the text as it is kept: NFC, one kind of line end, no NUL, no lone surrogates."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    text = text.encode(errors="surrogatepass").decode(errors="replace")
    return unicodedata.normalize("NFC", text)


def visible(text: str) -> str:
    """Return the text with everything that could steer a terminal made harmless and visible."""
    return text.translate(_VISIBLE)


def one_line(text: str) -> str:
    """Return visible text on one line, for a table cell or a title."""
    return " ".join(visible(text).split())


def plain_paragraphs(text: str) -> str:
    """Turn what word processors and web pages leave in a cell into plain paragraphs.

    `<p>` and `<br>` become line breaks, bullets of any kind become `- `, runs of spaces
    (non-breaking ones too) become one space, and empty lines go.
    """
    text = _BREAK.sub("\n", stored(text))
    text = _BULLET.sub("- ", text)
    text = _LINES.sub("\n", _SPACES.sub(" ", text))
    return re.sub(r"\n{2,}", "\n", text).strip()


def folded(text: str) -> str:
    """Return the text as it is compared: case, spacing and punctuation aside."""
    return _BETWEEN.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def sought(text: str) -> str:
    """Return the text as words are looked for in it: folded, accents aside too."""
    if text.isascii():
        return folded(text)
    apart = unicodedata.normalize("NFKD", text)
    return folded("".join(char for char in apart if not unicodedata.combining(char)))


def shortened(text: str, limit: int) -> str:
    """Return one line of at most `limit` characters, with an ellipsis where it was cut."""
    line = one_line(text)
    return line if len(line) <= limit else line[: max(limit - 1, 0)].rstrip() + "…"


def quoted(text: str) -> str:
    """Return what was written between quotation marks, on one line and short enough to read."""
    return f"“{shortened(text, 60)}”"
