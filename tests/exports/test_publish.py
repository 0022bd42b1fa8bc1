"""The site for all staff and the public."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from edi_tui.domain.errors import EdiError, NotFoundError, ReadOnlyError
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import UpdateDraft
from edi_tui.domain.suppression.suppressed import Suppressed
from edi_tui.domain.words import Audience, Status
from edi_tui.exports.errors import ExportError
from edi_tui.exports.order import STATUS, Order, make
from edi_tui.exports.publish import publish, published_quarters
from edi_tui.exports.verify import Verdict, verify_paper
from edi_tui.services import records
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.register import Register
from edi_tui.store import publications
from edi_tui.store.publications import published
from tests.conftest import NOW
from tests.exports.hostile import TEXTS
from tests.exports.read_back import Page
from tests.services.closing import Q1, Q2, Q3, edited, on

ALL_THE_SAME = ClosingTerms(despite="No time")
SUMMARY = "More of us will lead."


@pytest.fixture
def told(full: Register) -> Register:
    """A register with two published objectives and two closed quarters, in the next year."""
    for ref in ("OBJ-001", "OBJ-003"):
        edited(full, ref, published=True, summary=SUMMARY)
    close_quarter(full, Q2, ALL_THE_SAME)
    said = UpdateDraft(subject="OBJ-001", on=date(2026, 11, 20), status=Status.OFF_TRACK)
    records.add(full, said)
    edited(full, "OBJ-002", published=True, summary="Ada Person asked for it.")
    later = on(full, NOW + timedelta(days=60))
    close_quarter(later, Q3, ALL_THE_SAME)
    return later


def public_paper(register: Register, quarter: Quarter, target: Path) -> None:
    """Write the paper of a quarter for the public."""
    order = Order(what=STATUS, format="md", quarter=quarter, audience=Audience.PUBLIC)
    make(register, order).put(target, False)


def pages(folder: Path) -> dict[str, Page]:
    """Return the pages of a site by their paths."""
    return {
        path.relative_to(folder).as_posix(): Page(path.read_bytes())
        for path in sorted(folder.rglob("*.html"))
    }


def links(page: Page) -> list[str]:
    return [str(found["href"]) for name, found in page.tags if name == "a"]


def test_there_is_a_page_for_everything(told: Register, tmp_path: Path) -> None:
    reports = publish(told, tmp_path / "site")
    assert [one.quarter for one in reports] == [Q3, Q2]
    assert list(pages(tmp_path / "site")) == [
        "history.html",
        "index.html",
        "method.html",
        "networks.html",
        "objectives/OBJ-001.html",
        "objectives/OBJ-002.html",
        "objectives/OBJ-003.html",
        "quarters/2026-27-Q2.html",
        "quarters/2026-27-Q3.html",
    ]


def test_every_link_leads_to_a_page_of_the_site(told: Register, tmp_path: Path) -> None:
    publish(told, tmp_path / "site")
    linked: set[Path] = set()
    for name, page in pages(tmp_path / "site").items():
        place = tmp_path / "site" / name
        for link in links(page):
            assert (urlsplit(link).scheme, urlsplit(link).netloc) == ("", "")
            target = place if link.startswith("#") else (place.parent / link).resolve()
            assert target.is_file(), link
            linked.add(target)
    assert linked == {path.resolve() for path in (tmp_path / "site").rglob("*.html")}


def test_every_page_is_one_that_everybody_can_read(told: Register, tmp_path: Path) -> None:
    publish(told, tmp_path / "site")
    for page in pages(tmp_path / "site").values():
        tags = [name for name, _ in page.tags]
        assert not set(tags) & {"script", "link", "img", "iframe", "object", "form"}
        assert ("html", {"lang": "en-GB"}) in page.tags
        assert page.count("h1") == page.count("main") == page.count("nav") == 1
        assert next(name for name in tags if re.fullmatch("h[1-6]", name)) == "h1"
        assert page.count("caption") == page.count("table")
        assert all("scope" in found for name, found in page.tags if name == "th")
        assert not [name for _, found in page.tags for name in found if name.startswith("on")]


def test_the_policy_of_each_page_knows_its_one_stylesheet(told: Register, tmp_path: Path) -> None:
    publish(told, tmp_path / "site")
    for path in (tmp_path / "site").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        (style,) = re.findall("<style>(.*?)</style>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"default-src 'none'; style-src 'sha256-{digest}'" in text
        assert len(style) < 4096


def test_quarters_are_compared_in_what_was_published_in_both(
    told: Register, tmp_path: Path
) -> None:
    publish(told, tmp_path / "site")
    page = pages(tmp_path / "site")["quarters/2026-27-Q3.html"]
    assert "1 objective moved from on track to off track." in page.paragraphs
    assert "1 objective is published for the first time." in page.paragraphs
    rows = [row for table in page.tables for row in table if row[:2] == ["OBJ-001", "Status"]]
    assert rows == [["OBJ-001", "Status", "G On track", "R Off track"]]


def test_names_in_published_text_are_roles(told: Register, tmp_path: Path) -> None:
    publish(told, tmp_path / "site")
    page = pages(tmp_path / "site")["objectives/OBJ-002.html"]
    assert "Chair asked for it." in page.paragraphs


def test_the_same_register_gives_the_same_site(told: Register, tmp_path: Path) -> None:
    publish(told, tmp_path / "one")
    publish(told, tmp_path / "other")
    one, other = (
        {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "one", tmp_path / "other")
    )
    assert one == other


def test_an_objective_that_is_taken_back_is_in_no_quarter(told: Register, tmp_path: Path) -> None:
    publish(told, tmp_path / "site")
    edited(told, "OBJ-001", published=False)
    publish(told, tmp_path / "site")
    for path in (tmp_path / "site").rglob("*"):
        assert "OBJ-001" not in str(path)
        assert path.is_dir() or b"OBJ-001" not in path.read_bytes()


def test_hostile_text_is_text(full: Register, tmp_path: Path) -> None:
    edited(full, "OBJ-001", title="\n".join(TEXTS), published=True, summary="<b>" * 1000)
    edited(full, "OBJ-002", title="\n".join(TEXTS), published=True, summary="א" * 20_000)
    close_quarter(full, Q2, ALL_THE_SAME)
    publish(full, tmp_path / "site", acknowledged=["OBJ-001", "OBJ-002"])
    made = pages(tmp_path / "site")
    assert {name for name, _ in made["objectives/OBJ-001.html"].tags} <= {
        *("html", "head", "meta", "title", "style", "body", "a", "header", "p", "nav", "ul", "li"),
        *("span", "main", "h1", "h2", "section", "div", "table", "caption", "thead", "tbody"),
        *("tr", "th", "td", "footer"),
    }
    assert "<b>" * 1000 in made["objectives/OBJ-001.html"].paragraphs
    assert "א" * 20_000 in made["objectives/OBJ-002.html"].paragraphs
    assert {"objectives/OBJ-001.html", "objectives/OBJ-002.html"} <= set(links(made["index.html"]))


def test_personal_details_are_not_published_unseen(told: Register, tmp_path: Path) -> None:
    again = replace(told, now=lambda: NOW + timedelta(days=150))
    edited(again, "OBJ-001", summary="Write to jo@wvh.nhs.uk.")
    close_quarter(again, Q3.next, ALL_THE_SAME)
    with pytest.raises(EdiError, match="OBJ-001, Public summary: an e-mail address"):
        publish(again, tmp_path / "site")
    assert not (tmp_path / "site").exists()
    publish(again, tmp_path / "site", acknowledged=["OBJ-001"])


def test_without_a_closed_quarter_nothing_is_published(full: Register, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="No quarter is closed yet"):
        publish(full, tmp_path / "site")


def test_a_register_with_nothing_in_it_gives_a_site(register: Register, tmp_path: Path) -> None:
    for quarter in (Q1, Q2):
        close_quarter(register, quarter, ALL_THE_SAME)
    assert [one.quarter for one in publish(register, tmp_path / "site")] == [Q2]
    assert "No objective is published yet." in pages(tmp_path / "site")["index.html"].paragraphs


def kept(register: Register) -> int:
    """Return of how many snapshots it is kept that they were published."""
    with register.reading() as session:
        return len(published(session))


def test_nothing_is_kept_of_what_could_not_be_written(told: Register, tmp_path: Path) -> None:
    for target in (tmp_path / "no" / "site", told.path.parent):
        with pytest.raises(EdiError):
            publish(told, target)
    for paper in (tmp_path / "no" / "paper.md", told.path):
        with pytest.raises(EdiError):
            public_paper(told, Q2, paper)
    assert kept(told) == 0
    publish(told, tmp_path / "site")
    assert kept(told) == 2


def test_what_was_kept_and_never_given_does_no_harm(
    told: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = published_quarters(told)

    def rename(source: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", rename)
        with pytest.raises(ExportError, match="may not write there"):
            publish(told, tmp_path / "site")
    assert (kept(told), (tmp_path / "site").exists()) == (2, False)
    assert publish(told, tmp_path / "site") == first


def test_it_is_kept_before_it_is_given(told: Register, tmp_path: Path) -> None:
    locked = replace(told, read_only=True)
    with pytest.raises(ReadOnlyError):
        publish(locked, tmp_path / "site")
    with pytest.raises(ReadOnlyError):
        public_paper(locked, Q2, tmp_path / "paper.md")
    assert list(tmp_path.glob("site*")) + list(tmp_path.glob("paper*")) == []
    assert list(tmp_path.glob(".edi-tui*")) == []


def test_what_was_published_is_unpacked_once(
    told: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(told, tmp_path / "site")
    unpacked: list[bytes] = []
    unpack = publications._read

    def counted(content: bytes) -> list[Suppressed]:
        unpacked.append(content)
        return unpack(content)

    monkeypatch.setattr(publications, "_read", counted)
    assert len(published_quarters(told)) == 2
    assert len(unpacked) == 2


def test_the_paper_and_the_site_say_the_same_of_what_was_taken_back(
    told: Register, tmp_path: Path
) -> None:
    public_paper(told, Q3, tmp_path / "first.md")
    edited(told, "OBJ-001", published=False)
    reports = publish(told, tmp_path / "site")
    public_paper(told, Q3, tmp_path / "paper.md")
    paper = (tmp_path / "paper.md").read_text(encoding="utf-8")
    assert "OBJ-001" not in paper
    method = pages(tmp_path / "site")["method.html"].paragraphs
    left_out = next(text for text in method if "not published, because" in text)
    assert left_out in paper
    assert reports[0].unpublished == 1
    for name in ("first.md", "paper.md"):
        assert verify_paper(told, tmp_path / name).verdict is Verdict.MATCHES
