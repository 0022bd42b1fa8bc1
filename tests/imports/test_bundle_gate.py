"""Bundles that somebody tampered with, or that could do harm, change nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from edi_tui.domain.bundle import CONTENT, MANIFEST, VERSION
from edi_tui.domain.errors import (
    EdiError,
    FileRefusedError,
    NewerSchemaError,
)
from edi_tui.imports.bundle_gate import MAX_MANIFEST, is_bundle
from edi_tui.imports.gate import kind_of
from tests.imports.bundles import again, brought, contents_of

Rewrite = Callable[[dict[str, bytes]], None]


def rewritten(bundle: Path, change: Rewrite) -> Path:
    """Return a bundle in which something is otherwise, with the hashes that go with it."""
    with ZipFile(bundle) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    path = bundle.with_name("evil.zip")
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def told(members: dict[str, bytes]) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(members[MANIFEST])
    return manifest


def sealed(members: dict[str, bytes], rows: list[dict[str, Any]]) -> None:
    """Put other rows into a bundle, and say of them what is true."""
    from hashlib import sha256

    members[CONTENT] = "".join(f"{json.dumps(row)}\n" for row in rows).encode()
    manifest = told(members)
    manifest["edi_tui_bundle"]["rows"] = len(rows)
    (resource,) = (one for one in manifest["resources"] if one["path"] == CONTENT)
    resource["hash"] = f"sha256:{sha256(members[CONTENT]).hexdigest()}"
    members[MANIFEST] = json.dumps(manifest).encode()


def rows_of(members: dict[str, bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in members[CONTENT].splitlines()]


def edited(change: Callable[[list[dict[str, Any]]], object]) -> Rewrite:
    def rewrite(members: dict[str, bytes]) -> None:
        rows = rows_of(members)
        change(rows)
        sealed(members, rows)

    return rewrite


def manifested(change: Callable[[dict[str, Any]], object]) -> Rewrite:
    def rewrite(members: dict[str, bytes]) -> None:
        manifest = told(members)
        change(manifest)
        members[MANIFEST] = json.dumps(manifest).encode()

    return rewrite


def first(rows: list[dict[str, Any]], table: str) -> dict[str, Any]:
    row: dict[str, Any] = next(row["row"] for row in rows if row["table"] == table)
    return row


def _changed_proof(members: dict[str, bytes]) -> None:
    (name,) = (name for name in members if name.startswith("evidence/"))
    members[name] = b"Something else"


EVIL: dict[str, Rewrite] = {
    "rows that are not those of the hash": lambda members: members.update(
        {CONTENT: members[CONTENT].replace(b"Publish", b"Destroy")}
    ),
    "evidence that is not that of its hash": _changed_proof,
    "a table that there is not": edited(
        lambda rows: rows.append({"table": "sqlite_master", "row": {"sql": "x"}})
    ),
    "a table made to break the statement": edited(
        lambda rows: rows.append({"table": 'x" VALUES (1); --', "row": {}})
    ),
    "a column that there is not": edited(lambda rows: first(rows, "member").update(boss="x")),
    "a column too few": edited(lambda rows: first(rows, "member").pop("role")),
    "a value of another sort": edited(lambda rows: first(rows, "member").update(id=1.5)),
    "a value that is a list": edited(lambda rows: first(rows, "member").update(role=["x"])),
    "a number too large": edited(lambda rows: first(rows, "member").update(id=2**70)),
    "half a character": edited(lambda rows: first(rows, "member").update(role="\ud800")),
    "a word that is none of the vocabulary": edited(
        lambda rows: first(rows, "member").update(seat="king")
    ),
    "a day that there is not": edited(
        lambda rows: first(rows, "objective").update(due_on="2026-02-31")
    ),
    "something that points at nothing": edited(
        lambda rows: first(rows, "objective").update(owner_id=99)
    ),
    "a frozen quarter that is no such thing": edited(
        lambda rows: first(rows, "snapshot").update(content="AAAA")
    ),
    "a row that is no row": edited(lambda rows: rows.append({"table": "member", "row": 7})),
    "no row at all": edited(lambda rows: rows.clear()),
    "a change log that ends elsewhere": edited(
        lambda rows: rows.remove(next(row for row in rows[::-1] if row["table"] == "change"))
    ),
    "a layout that never was": manifested(
        lambda said: said["edi_tui_bundle"].update(layout="0000")
    ),
    "a manifest that is none": lambda members: members.update({MANIFEST: b"[]"}),
    "a manifest of nothing but brackets": lambda members: members.update(
        {MANIFEST: b"[" * 100_000}
    ),
    "a resource without a hash": manifested(
        lambda said: said["resources"].append({"path": "README.txt", "hash": "md5:1"})
    ),
    "a resource that is not there": manifested(
        lambda said: said["resources"].append(
            {"path": "tables/none.csv", "hash": f"sha256:{'0' * 64}"}
        )
    ),
    "rows without a hash": manifested(lambda said: said["resources"].clear()),
}


@pytest.mark.parametrize("change", EVIL.values(), ids=EVIL.keys())
def test_a_bundle_that_was_tampered_with_changes_nothing(
    change: Rewrite, bundle: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere"
    with pytest.raises(FileRefusedError, match="damaged or was changed after it was written"):
        brought(rewritten(bundle, change), folder / "new.db")
    assert contents_of(folder) == {}


def test_an_altered_change_log_is_brought_back_and_told(bundle: Path, tmp_path: Path) -> None:
    evil = rewritten(bundle, edited(lambda rows: first(rows, "change").update(who="Nobody")))
    found = brought(evil, tmp_path / "new.db")
    assert found.remarks == (
        "The change log has been altered: entry 1 does not follow from the last.",
    )


@pytest.mark.parametrize(
    "said", [{"version": VERSION + 1}, {"layout": "9999"}], ids=["version", "layout"]
)
def test_a_bundle_of_a_newer_release_is_left_to_it(
    said: dict[str, object], bundle: Path, tmp_path: Path
) -> None:
    evil = rewritten(bundle, manifested(lambda told: told["edi_tui_bundle"].update(said)))
    with pytest.raises(NewerSchemaError, match="Install that release"):
        brought(evil, tmp_path / "new.db")


def member(name: str, **about: Any) -> Callable[[Path], None]:
    """Return what adds a member to a bundle, with something odd about it."""

    def add(path: Path) -> None:
        info = ZipInfo(name)
        for key, value in about.items():
            setattr(info, key, value)
        with ZipFile(path, "a") as archive:
            archive.writestr(info, b"x")

    return add


def _bomb(path: Path) -> None:
    with ZipFile(path, "a", ZIP_DEFLATED) as archive, archive.open("tables/x.csv", "w") as file:
        for _ in range(300):
            file.write(bytes(1024 * 1024))


def _locked(path: Path) -> None:
    data = path.read_bytes().replace(
        b"PK\x01\x02\x2d\x03\x2d\x00\x00", b"PK\x01\x02\x2d\x03\x2d\x00\x01"
    )
    path.write_bytes(data)


def _overlapping(path: Path) -> None:
    with ZipFile(path, "a") as archive:
        whole = archive.getinfo(CONTENT)
        for number in range(40):
            twin = ZipInfo(f"tables/twin{'x' * number}.csv")
            for name in ("header_offset", "CRC", "compress_size", "file_size", "compress_type"):
                setattr(twin, name, getattr(whole, name))
            archive.filelist.append(twin)
            archive.NameToInfo[twin.filename] = twin
        archive._didModify = True  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (member("../../evil.txt"), "which no bundle does"),
        (member("/etc/evil"), "which no bundle does"),
        (member("C:\\evil.txt"), "which no bundle does"),
        (member("evidence/../x"), "which no bundle does"),
        (member("evidence/" + "A" * 64), "which no bundle does"),
        (member("tables\\member.csv"), "which no bundle does"),
        (member("tables/"), "which no bundle does"),
        (member("tables/x.csv", external_attr=0o120777 << 16), "no ordinary file"),
        (member("tables/x.csv", external_attr=0o020666 << 16), "no ordinary file"),
        (member("tables/x.csv", compress_type=ZIP_BZIP2), "packed in an unusual way"),
        (_bomb, "unpacks to far more"),
        (_overlapping, "files that overlap"),
        (_locked, "protected with a password"),
    ],
)
def test_an_archive_that_could_do_harm_is_refused_before_it_is_read(
    spoil: Callable[[Path], None], said: str, bundle: Path, tmp_path: Path
) -> None:
    spoil(bundle)
    folder = tmp_path / "elsewhere"
    with pytest.raises(FileRefusedError, match=said):
        brought(bundle, folder / "new.db")
    assert contents_of(folder) == {}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(bundle: Path, tmp_path: Path) -> None:
    member(MANIFEST)(bundle)
    with pytest.raises(FileRefusedError, match="two files of the same name"):
        brought(bundle, tmp_path / "new.db")


def test_a_manifest_that_is_far_too_large_is_not_read(bundle: Path, tmp_path: Path) -> None:
    evil = rewritten(bundle, lambda members: members.update({MANIFEST: bytes(MAX_MANIFEST + 1)}))
    with pytest.raises(FileRefusedError):
        brought(evil, tmp_path / "new.db")


@pytest.mark.parametrize("kept", [0, 100, 0.5, 0.99], ids=str)
def test_a_bundle_that_was_cut_off_is_no_bundle(kept: float, bundle: Path) -> None:
    data = bundle.read_bytes()
    bundle.write_bytes(data[: int(kept if kept > 1 else kept * len(data))])
    assert not is_bundle(bundle)


@pytest.mark.parametrize("place", range(0, 100, 7))
def test_a_bundle_with_a_wrong_byte_comes_back_whole_or_not_at_all(
    place: int, bundle: Path, tmp_path: Path
) -> None:
    good = bundle.read_bytes()
    data = bytearray(good)
    data[len(data) * place // 100] ^= 0xFF
    bundle.write_bytes(data)
    target = tmp_path / "elsewhere" / "new.db"
    try:
        brought(bundle, target)
    except EdiError:
        assert contents_of(target.parent) == {}
    else:
        assert again(target, tmp_path) == good


def test_a_word_document_is_no_bundle_and_a_bundle_is_no_plan(bundle: Path) -> None:
    plan = Path(__file__).parents[2] / "sample_data" / "plans" / "wres-action-plan.docx"
    assert not is_bundle(plan)
    assert is_bundle(bundle)
    with pytest.raises(FileRefusedError, match="is a whole register, not a plan"):
        kind_of(bundle.read_bytes(), "archive.zip")
