"""A bundle that cannot be put in its place at the last moment leaves nothing behind."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from edi_tui.domain.records import EvidenceDraft, ObjectiveDraft
from edi_tui.exports.bundle import write_bundle
from edi_tui.imports import bundle as bundles
from edi_tui.services import records
from edi_tui.services.evidence import attach, check, left_over
from edi_tui.services.register import Register
from tests.imports.bundles import again, brought, contents_of, refused


def meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Let something happen when a bundle has been read and is not in its place yet."""
    place = bundles._put
    monkeypatch.setattr(bundles, "_put", lambda *given: (happens(), place(*given)))


def test_what_was_entered_while_a_bundle_was_read_is_kept(
    bundle: Path, begun: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, lambda: records.add(begun, ObjectiveDraft(title="Meanwhile")))
    refused(bundle, begun.path)
    assert records.get(begun, "OBJ-001").draft == ObjectiveDraft(title="Meanwhile")
    assert list(contents_of(begun.path.parent)) == [str(begun.path)]


def test_evidence_that_somebody_attached_meanwhile_stays(
    full: Register, bundle: Path, begun: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = EvidenceDraft(title="The same")
    meanwhile(monkeypatch, lambda: attach(begun, said, tmp_path / "minutes.txt"))
    refused(bundle, begun.path)
    assert [one.state for one in check(begun)] == ["ok"]


def test_a_file_that_was_made_while_a_bundle_was_read_is_kept(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "elsewhere" / "new.db"
    meanwhile(monkeypatch, lambda: target.write_text("mine"))
    refused(bundle, target)
    assert target.read_text() == "mine"
    assert [path.name for path in target.parent.glob(".edi-tui-*")] == []


def test_whoever_interrupts_it_finds_nothing_of_it(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    target = tmp_path / "elsewhere" / "new.db"
    meanwhile(monkeypatch, interrupt)
    with pytest.raises(KeyboardInterrupt):
        brought(bundle, target)
    assert contents_of(target.parent) == {}


def test_evidence_that_the_disk_has_no_room_for_leaves_nothing(
    full: Register, bundle: Path, tmp_path: Path
) -> None:
    """The second file is one too many for this disk."""
    large = tmp_path / "large.bin"
    large.write_bytes(os.urandom(3_000_000))
    attach(full, EvidenceDraft(title="Large"), large)
    write_bundle(full, tmp_path / "large.zip")
    target = tmp_path / "elsewhere" / "new.db"
    code = (
        "import resource, signal\n"
        "from pathlib import Path\n"
        "from tests.imports.bundles import brought\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))\n"
        f"brought(Path({str(tmp_path / 'large.zip')!r}), Path({str(target)!r}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "could not be copied" in done.stderr
    assert contents_of(target.parent) == {}


def test_a_register_is_there_whole_or_not_at_all(bundle: Path, tmp_path: Path) -> None:
    """Somebody pulls the plug just before it is moved to its place."""
    target = tmp_path / "elsewhere" / "new.db"
    code = (
        "import os\n"
        "from pathlib import Path\n"
        "from tests.imports.bundles import brought\n"
        "os.link = os.replace = lambda *_: os._exit(9) if str(_[1]).endswith('.db') else move(*_)\n"
        f"brought(Path({str(bundle)!r}), Path({str(target)!r}))\n"
    ).replace("import os\n", "import os\nmove = os.replace\n", 1)
    assert subprocess.run([sys.executable, "-c", code]).returncode == 9
    assert not target.exists()


@pytest.mark.parametrize(
    ("stopped", "begins"),
    [("bundles._put = stop", ""), ("os.replace = stop", "copying-")],
)
def test_what_a_program_that_was_killed_leaves_is_named_and_taken_up_again(
    bundle: Path, begun: Register, stopped: str, begins: str
) -> None:
    code = (
        "import os\n"
        "from pathlib import Path\n"
        "from edi_tui.imports import bundle as bundles\n"
        "from tests.imports.bundles import brought\n"
        "stop = lambda *_: os._exit(9)\n"
        f"{stopped}\n"
        f"brought(Path({str(bundle)!r}), Path({str(begun.path)!r}))\n"
    )
    assert left_over(begun) == []
    assert subprocess.run([sys.executable, "-c", code]).returncode == 9
    (left,) = left_over(begun)
    assert left.name.startswith(begins)
    found = brought(bundle, begun.path)
    assert (found.changed, found.files) == (True, 1 if begins else 0)
    assert [one.state for one in check(begun)] == ["ok"]
    assert left_over(begun) == ([left] if begins else [])


def test_a_disk_without_second_names_takes_a_register_too(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    target = tmp_path / "elsewhere" / "new.db"
    assert brought(bundle, target).changed
    assert again(target, tmp_path) == bundle.read_bytes()
