"""The fields in which a file is ordered, the name it is given, and the command that does the same.

What stands in them are words, as they are typed, by the name of each field.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.quarter_words import read_quarter
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.words import Audience, Word

NOW = "Now"
"""What a quarter is compared with where no later one is."""


class FileFormat(Word):
    """What a file can be written as, the likeliest first."""

    DOCX = "docx", "Word (.docx)"
    PDF = "pdf", "PDF (.pdf)"
    HTML = "html", "Web page (.html)"
    PPTX = "pptx", "PowerPoint (.pptx)"
    XLSX = "xlsx", "Excel (.xlsx)"
    ODS = "ods", "OpenDocument (.ods)"
    MD = "md", "Markdown (.md)"
    CSV = "csv", "CSV (.csv)"
    JSON = "json", "JSON (.json)"
    ICS = "ics", "Calendar (.ics)"
    ZIP = "zip", "Archive (.zip)"


FIELDS = (
    Field("What", FieldKind.CHOICE, "A paper, a list, or everything.", name="what"),
    Field("Quarter", FieldKind.LINE, "Such as 2026/27 Q2.", required=True, name="quarter"),
    Field(
        "Compared with",
        FieldKind.CHOICE,
        "A closed quarter after it, or how it is now.",
        name="later",
    ),
    Field(
        "As at",
        FieldKind.DATE,
        "The day that progress is read at; without it the quarter's end, or today where that is "
        "earlier. A closed quarter is read as it was closed.",
        name="as_at",
    ),
    Field(
        "For",
        FieldKind.CHOICE,
        "Who reads it: the committee reads names, the board roles, the public what was opted in.",
        words=Audience,
        name="audience",
    ),
    Field(
        "Publish anyway",
        FieldKind.LINE,
        "The references of records of which the public may read what would stop the paper, such as "
        "OBJ-001; none unless it is stopped.",
        name="acknowledged",
    ),
    Field(
        "Board member",
        FieldKind.REFERENCE,
        "Whose appraisal sheet it is; in a calendar, only what this member answers for.",
        to=(Kind.MEMBER,),
        name="member",
    ),
    Field("Filter", FieldKind.LINE, "Only what matches it, as in a list.", name="wanted"),
    Field("Format", FieldKind.CHOICE, "The ending of the file follows it.", name="format"),
    Field(
        "Word template",
        FieldKind.FILE,
        "Your own Word document, whose styles, page, header and footer the paper takes on.",
        name="template",
    ),
    Field(
        "File",
        FieldKind.LINE,
        "Where to write it; the ending follows the format.",
        True,
        name="path",
    ),
)


_STEMS = {"diff": "changes", "said": "you-said", "bundle": "edi-tui"}
"""What names of files begin with, where that is not the word of the command."""


def quarter_of(words: str) -> Quarter | None:
    """Return the quarter that is typed, as far as it can be read."""
    try:
        return read_quarter(words)
    except ValueError:
        return None


def format_of(words: Mapping[str, str]) -> FileFormat:
    """Return the format that is chosen."""
    return next(one for one in FileFormat if one.label == words["format"])


def audience_of(words: Mapping[str, str]) -> Audience:
    """Return the audience that is chosen; the committee where none is asked for."""
    said = words.get("audience")
    return next((one for one in Audience if one.label == said), Audience.COMMITTEE)


def applies(name: str, words: Mapping[str, str]) -> bool:
    """Tell whether a field that is asked for is, with what stands in the others."""
    if name == "template":
        return format_of(words) is FileFormat.DOCX
    public = audience_of(words) is Audience.PUBLIC
    return {"as_at": not public, "acknowledged": public}.get(name, True)


def file_name(what: str, words: Mapping[str, str]) -> str:
    """Return the name that is proposed for a file.

    Args:
        what: What is in it, as in an order.
        words: What stands in the fields that it asks for, and its format.
    """
    member = words.get("member", "")
    quarter = quarter_of(words.get("quarter", ""))
    audience = audience_of(words)
    parts = (
        _STEMS.get(what, _word(what).replace("_", "-")),
        member if read_ref(member) else "",
        _short(quarter) if quarter else "",
        _until(words["later"]) if "later" in words else "",
        "" if audience is Audience.COMMITTEE else audience.value,
    )
    return f"{'-'.join(filter(None, parts))}.{format_of(words).value}"


def _short(quarter: Quarter) -> str:
    return f"{quarter.year}-Q{quarter.number}"


def _until(words: str) -> str:
    later = quarter_of(words)
    return f"to-{_short(later) if later else NOW.lower()}"


def export_command(what: str, words: Mapping[str, str], path: Path, *, force: bool) -> list[str]:
    """Return the words of the command that does the same.

    Args:
        what: What is in the file, as in an order.
        words: What stands in the fields that it asks for.
        path: The file.
        force: Whether a file that is there is replaced.
    """
    quarter = quarter_of(words.get("quarter", ""))
    named = str(quarter) if quarter else words.get("quarter", "")
    forced = ["--force"] if force else []
    if what == "bundle":
        return ["bundle", str(path), *forced]
    if what == "diff":
        later = words["later"]
        after = "now" if later == NOW else later
        into = _said([("--template", words.get("template", ""))])
        return ["quarter", "diff", named, after, *into, "-o", str(path), *forced]
    begun = ["calendar"] if what == "calendar" else ["export", _word(what)]
    return [*begun, *_options(what, words, named), "-o", str(path), *forced]


def _word(what: str) -> str:
    return what.plural if isinstance(what, Kind) else what


def _options(what: str, words: Mapping[str, str], quarter: str) -> list[str]:
    audience = audience_of(words)
    options = [
        ("--quarter", quarter),
        ("--as-at", words.get("as_at", "")),
        ("--for", "" if audience is Audience.COMMITTEE else audience.value),
        ("--owner" if what == "calendar" else "--member", words.get("member", "")),
        ("--filter", words.get("wanted", "")),
        *(("--acknowledge", ref) for ref in refs_in(words.get("acknowledged", ""))),
        ("--template", words.get("template", "")),
    ]
    return _said(options)


def _said(options: Sequence[tuple[str, str]]) -> list[str]:
    """Return the options of which something is said."""
    said = ((option, text.strip()) for option, text in options)
    return [part for option, text in said if text for part in (option, text)]


def refs_in(words: str) -> list[str]:
    """Return the references that are typed with blanks, commas or semicolons between."""
    return words.replace(",", " ").replace(";", " ").split()
