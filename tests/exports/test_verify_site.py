"""Tests that pages of the site are held against what was frozen and published."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.records import MemberDraft, OrganisationDraft
from edi_tui.exports import site_again
from edi_tui.exports.publish import public_file, publish
from edi_tui.exports.read_manifest import read_manifest
from edi_tui.exports.site import Published, site_files
from edi_tui.exports.verify import Verdict, Verified, verify_paper
from edi_tui.exports.verify_folder import verify_folder
from edi_tui.services import records
from edi_tui.services.closed_quarters import head_now
from edi_tui.services.closing import ClosingTerms, close_quarter, reissue_quarter
from edi_tui.services.publishing import keep
from edi_tui.services.register import Register, open_register
from edi_tui.services.small_numbers import known_decisions
from tests.conftest import NOW
from tests.services.closing import Q1, Q2, Q3, edited, on

ALL_THE_SAME = ClosingTerms(despite="No time")


@pytest.fixture
def site(twice_closed: Register, tmp_path: Path) -> Path:
    """The folder of a site of two quarters."""
    publish(twice_closed, tmp_path / "site")
    return tmp_path / "site"


def verdicts(register: Register, site: Path) -> dict[str, Verified]:
    """Return what is found of each page by its path."""
    return {
        path.relative_to(site).as_posix(): verify_paper(register, path)
        for path in sorted(site.rglob("*.html"))
    }


def assert_all(register: Register, site: Path, verdict: Verdict) -> Verified:
    found = verdicts(register, site)
    assert {name: one.verdict for name, one in found.items()} == dict.fromkeys(found, verdict)
    return found["index.html"]


def test_every_page_says_what_it_was_made_from(twice_closed: Register, site: Path) -> None:
    for name in ("index.html", "objectives/OBJ-001.html", "quarters/2026-27-Q1.html"):
        manifest = read_manifest((site / name).read_bytes())
        assert manifest is not None
        assert (manifest.paper, manifest.part, manifest.audience) == ("site", name, "public")
        assert manifest.head == str(head_now(twice_closed))
        assert manifest.quarter == str(Q1 if "Q1" in name else Q2)
        assert manifest.columns


def test_every_page_is_what_was_published(twice_closed: Register, site: Path) -> None:
    found = assert_all(twice_closed, site, Verdict.MATCHES)
    assert found.said.startswith("is what was frozen of 2026/27 Q2, closed on 21 Nov 2026 by")


def test_what_is_said_after_a_site_was_made_does_not_change_it(
    twice_closed: Register, site: Path
) -> None:
    edited(twice_closed, "OBJ-001", published=False)
    edited(twice_closed, "OBJ-003", published=True, summary="We lead together.")
    records.add(twice_closed, MemberDraft(name="Bullying Gap", role="Director"))
    before = records.get(twice_closed, "ORG-001")
    assert isinstance(before.draft, OrganisationDraft)
    edited(twice_closed, "ORG-001", suppress_below=Decimal(40))
    assert_all(twice_closed, site, Verdict.MATCHES)
    publish(twice_closed, site)
    assert not (site / "objectives" / "OBJ-001.html").exists()
    assert_all(twice_closed, site, Verdict.MATCHES)


def test_a_later_quarter_is_said_once_it_is_published(
    twice_closed: Register, site: Path, tmp_path: Path
) -> None:
    later = on(twice_closed, NOW + timedelta(days=60))
    close_quarter(later, Q3, ALL_THE_SAME)
    assert_all(later, site, Verdict.MATCHES)
    publish(later, tmp_path / "new")
    found = assert_all(later, site, Verdict.REISSUED)
    assert found.said.endswith(", to the last byte, but 2026/27 Q3 was published since.")
    assert_all(later, tmp_path / "new", Verdict.MATCHES)


def test_a_quarter_of_the_site_that_was_issued_again_is_said(
    twice_closed: Register, site: Path, tmp_path: Path
) -> None:
    edited(twice_closed, "OBJ-001", title="Raise it at last")
    reissue_quarter(twice_closed, Q1, ALL_THE_SAME, because="One was missing")
    found = assert_all(twice_closed, site, Verdict.REISSUED)
    assert "but 2026/27 Q1 was re-issued" in found.said
    publish(twice_closed, tmp_path / "new")
    assert_all(twice_closed, tmp_path / "new", Verdict.MATCHES)


def test_a_changed_page_is_found(twice_closed: Register, site: Path) -> None:
    page = site / "objectives" / "OBJ-001.html"
    page.write_bytes(page.read_bytes().replace(b"More of us", b"All of us"))
    found = verdicts(twice_closed, site)
    assert found.pop("objectives/OBJ-001.html").verdict is Verdict.CHANGED
    assert {one.verdict for one in found.values()} == {Verdict.MATCHES}


@pytest.mark.parametrize(
    ("said", "other", "verdict"),
    [
        ("&#34;part&#34;:&#34;index.html", "&#34;part&#34;:&#34;other.html", Verdict.CHANGED),
        ("jinja2 ", "jinja2 0.", Verdict.MATCHES),
        ("&#34;suppressed&#34;:", "&#34;suppressed&#34;:9", Verdict.CHANGED),
        ("&#34;head&#34;:&#34;", "&#34;head&#34;:&#34;9", Verdict.OTHER_REGISTER),
        ("&#34;format&#34;:&#34;html", "&#34;format&#34;:&#34;pdf", Verdict.CHANGED),
    ],
)
def test_what_a_page_says_of_its_making_is_held_against_the_register_too(
    twice_closed: Register, site: Path, said: str, other: str, verdict: Verdict
) -> None:
    page = site / "index.html"
    text = page.read_text(encoding="utf-8")
    assert said in text
    page.write_text(text.replace(said, other, 1), encoding="utf-8")
    assert verify_paper(twice_closed, page).verdict is verdict


def test_a_page_of_another_release_is_not_called_changed(
    twice_closed: Register, site: Path
) -> None:
    page = site / "index.html"
    text = page.read_text(encoding="utf-8").replace("edi-tui 0.", "edi-tui 9.")
    page.write_text(text.replace("<main ", "<main  "), encoding="utf-8")
    assert verify_paper(twice_closed, page).verdict is Verdict.OTHER_RELEASE
    page.write_text(text.replace("More of us", "All of us"), encoding="utf-8")
    assert verify_paper(twice_closed, page).verdict is Verdict.CANNOT_TELL


def test_a_site_that_was_never_kept_was_never_published(
    twice_closed: Register, tmp_path: Path
) -> None:
    twin = Path(shutil.copy(twice_closed.path, tmp_path / "twin.db"))
    publish(open_register(twin, who="tester", now=lambda: NOW), tmp_path / "site")
    assert not known_decisions(twice_closed)
    assert_all(twice_closed, tmp_path / "site", Verdict.NOT_PUBLISHED)


def test_a_register_that_was_set_back_does_not_know_the_page(
    twice_closed: Register, tmp_path: Path
) -> None:
    earlier = Path(shutil.copy(twice_closed.path, tmp_path / "earlier.db"))
    edited(twice_closed, "OBJ-003", title="Lead together")
    publish(twice_closed, tmp_path / "site")
    register = open_register(earlier, who="tester", now=lambda: NOW)
    found = assert_all(register, tmp_path / "site", Verdict.OTHER_REGISTER)
    assert "which this register does not have" in found.said


def test_a_site_of_a_register_opened_for_reading_alone_can_be_verified(
    twice_closed: Register, site: Path
) -> None:
    assert_all(replace(twice_closed, read_only=True), site, Verdict.MATCHES)


def test_a_folder_is_verified_page_by_page(twice_closed: Register, site: Path) -> None:
    found = verify_folder(twice_closed, site)
    assert found.verdict is Verdict.MATCHES
    assert list(found.said) == ["8 of 8 pages are what was published."]


def test_a_folder_says_which_pages_are_others_missing_or_in_the_place_of_another(
    twice_closed: Register, site: Path
) -> None:
    page, other = (site / "objectives" / f"OBJ-00{number}.html" for number in (1, 2))
    other.write_bytes(page.read_bytes())
    (site / "method.html").unlink()
    (site / "more.html").write_text("<!DOCTYPE html>", encoding="utf-8")
    index = site / "networks.html"
    index.write_bytes(index.read_bytes().replace(b"Staff networks", b"Networks"))
    found = verify_folder(twice_closed, site)
    assert found.verdict is Verdict.CHANGED
    assert next(found.said) == "5 of 9 pages are what was published."
    wrong = {name: one for name, one in found.pages.items() if one.verdict is not Verdict.MATCHES}
    assert wrong.pop("more.html").verdict is Verdict.NO_PAPER
    assert wrong.pop("networks.html").said.startswith("has been changed since it was written")
    assert {name: one.said for name, one in wrong.items()} == {
        "method.html": "is not there, though it was published.",
        "objectives/OBJ-002.html": "is the page objectives/OBJ-001.html, put in the place of "
        "another.",
    }


def test_a_folder_with_pages_of_two_publications_is_none_that_was_published(
    twice_closed: Register, site: Path
) -> None:
    old = (site / "method.html").read_bytes()
    edited(twice_closed, "OBJ-003", title="Lead together")
    publish(twice_closed, site)
    (site / "method.html").write_bytes(old)
    found = verify_folder(twice_closed, site)
    assert found.verdict is Verdict.CHANGED
    assert found.pages["method.html"].said.startswith("was not made together with the first page")


def test_a_folder_that_was_published_anew_says_so_once(
    twice_closed: Register, site: Path, tmp_path: Path
) -> None:
    later = on(twice_closed, NOW + timedelta(days=60))
    close_quarter(later, Q3, ALL_THE_SAME)
    publish(later, tmp_path / "new")
    found = verify_folder(later, site)
    assert found.verdict is Verdict.REISSUED
    told = list(found.said)
    assert told[0] == "8 of 8 pages are what was published."
    assert told[1].startswith("8 pages no longer the newest: history.html is what was frozen of")
    assert len(told) == 2


def test_a_site_is_made_anew_once_for_all_its_pages(
    twice_closed: Register, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def counted(quarters: Sequence[Published], head: str, maker: str) -> dict[str, bytes]:
        made.append(head)
        return site_files(quarters, head, maker)

    monkeypatch.setattr(site_again, "site_files", counted)
    verify_folder(twice_closed, site)
    assert made == [str(head_now(twice_closed))]
    verify_folder(twice_closed, site)
    assert len(made) == 2  # nothing of it is held afterwards


def test_a_folder_without_a_page_is_refused(twice_closed: Register, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with pytest.raises(FileRefusedError, match="holds no page"):
        verify_folder(twice_closed, tmp_path / "none")


def test_a_quarter_that_the_site_never_showed_may_be_issued_again(
    full: Register, tmp_path: Path
) -> None:
    close_quarter(full, Q1, ALL_THE_SAME)
    edited(full, "OBJ-001", published=True, summary="More of us will lead, and be heard.")
    later = on(full, NOW + timedelta(minutes=1))
    close_quarter(later, Q2, ALL_THE_SAME)
    publish(later, tmp_path / "site")
    _, report = public_file(later, Q1, "md")
    keep(later, [report])
    reissue_quarter(on(full, NOW + timedelta(minutes=2)), Q1, ALL_THE_SAME, because="It was wrong")
    assert_all(later, tmp_path / "site", Verdict.MATCHES)


def test_a_folder_that_is_called_a_page_is_none(twice_closed: Register, site: Path) -> None:
    (site / "old.html").mkdir()
    assert verify_folder(twice_closed, site).verdict is Verdict.MATCHES
