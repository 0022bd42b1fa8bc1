"""What can go wrong in ways that a person can mend."""

from __future__ import annotations

from collections.abc import Mapping


class EdiError(Exception):
    """A refusal: what happened, where, and what to do about it.

    Attributes:
        title: A few words for a heading or the start of a line.
        exit_code: What a command that meets it ends with.
    """

    title = "Refused"
    exit_code = 1


class InvalidError(EdiError):
    """Something that was typed or imported breaks the rules of its fields."""

    title = "Please check"

    def __init__(self, problems: Mapping[str, str]) -> None:
        """Keep the problems, a sentence for each field name."""
        super().__init__(" ".join(problems.values()))
        self.problems = dict(problems)


class NotFoundError(EdiError):
    """The register has no such record."""

    title = "Not found"


class ConflictError(EdiError):
    """Somebody else changed the record first."""

    title = "Changed by someone else"


class WithdrawnError(EdiError):
    """The record has been withdrawn, so that nothing more is done to it."""

    title = "Withdrawn"


class FileRefusedError(EdiError):
    """A file that was handed in cannot be read safely or sensibly."""

    title = "File refused"


class OutputExistsError(EdiError):
    """A file that would be written is there already."""

    title = "Not overwritten"


class RegisterError(EdiError):
    """The register file cannot be used as it is."""

    title = "Register not opened"


class NoRegisterError(RegisterError):
    """There is no register where one was expected."""

    title = "No register yet"
    exit_code = 10


class LockedError(RegisterError):
    """Another program holds the register for longer than we wait."""

    title = "Register in use"
    exit_code = 11


class NewerSchemaError(RegisterError):
    """A newer release of this program made the register."""

    title = "Register is newer"
    exit_code = 12


class CorruptError(RegisterError):
    """The register's file is damaged, or is not a register at all."""

    title = "Register damaged"
    exit_code = 13


class ReadOnlyError(RegisterError):
    """The register can be read but not written."""

    title = "Read only"


class DiskFullError(RegisterError):
    """The disk took no more; nothing of the change was stored."""

    title = "Disk full"


class FilterError(EdiError, ValueError):
    """A filter names what a list has not, or cannot be read."""

    title = "Filter not understood"
    exit_code = 2
