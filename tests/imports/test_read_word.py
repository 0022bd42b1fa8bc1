"""Tests of the reader of Word tables."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.text import plain_paragraphs
from edi_tui.imports.read_word import read_word
from tests.imports.make_files import (
    W_STRICT,
    docx,
    docx_of,
    paragraph,
    text_run,
    with_declared_size,
    with_part,
    without_part,
    word_cell,
    word_row,
    word_table,
)

DOCUMENT = "word/document.xml"


def tables_of(data: bytes) -> list[list[list[str]]]:
    tables, notices = read_word(data, "plan.docx")
    assert notices == ()
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


def cell_text(content: str) -> str:
    """Return what is read of a cell with this content."""
    return tables_of(docx(word_table(word_row(word_cell(content)))))[0][0][0]


def test_tables_keep_their_order_and_their_rows_a_number() -> None:
    body = (
        paragraph("Introduction")
        + word_table(word_row("Action", "Due"), word_row("Adopt", "31/4/2016"))
        + paragraph("Then")
        + word_table(word_row("Network"))
    )
    tables, _ = read_word(docx(body), "plan.docx")
    assert [table.where for table in tables] == ["table 1", "table 2"]
    assert all(table.paged for table in tables)
    assert [row.number for row in tables[0].rows] == [1, 2]
    assert [cell.text for cell in tables[0].rows[1].cells] == ["Adopt", "31/4/2016"]


def test_a_document_without_tables_has_none() -> None:
    assert tables_of(docx(paragraph("Only words"))) == []


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (paragraph("one") + paragraph("") + paragraph("two"), "one\ntwo"),
        (f"<w:p>{text_run('one ')}{text_run('two')}</w:p>", "one two"),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a b\nc"),
        ('<w:p><w:pPr><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr></w:p>', ""),
        ("<w:p><w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>exec</w:t></w:r></w:p>", "non-exec"),
        (paragraph("one", listed=True) + paragraph("two", listed=True), "- one\n- two"),
        (paragraph("", listed=True) + paragraph("two"), "two"),
        (
            f'<w:p><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>{text_run("one")}</w:p>',
            "one",
        ),
        (
            f"<w:p><w:del><w:r><w:delText>old</w:delText>{text_run('')}</w:r></w:del>"
            f"<w:ins>{text_run('new')}</w:ins></w:p>",
            "new",
        ),
        (
            f"<w:p><w:moveFrom>{text_run('gone')}</w:moveFrom>"
            f"<w:moveTo>{text_run('here')}</w:moveTo></w:p>",
            "here",
        ),
        (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr><w:pPrChange><w:pPr><w:numPr/></w:pPr>"
            f"</w:pPrChange></w:pPr>{text_run('kept')}</w:p>",
            "kept",
        ),
        (
            f"<w:p><w:hyperlink>{text_run('link')}</w:hyperlink>"
            f"<w:smartTag>{text_run('tag')}</w:smartTag></w:p>",
            "linktag",
        ),
        (f"<w:sdt><w:sdtContent>{paragraph('field')}</w:sdtContent></w:sdt>", "field"),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            f"{paragraph('Choose an item.')}</w:sdtContent></w:sdt>{paragraph('words')}",
            "words",
        ),
        (
            f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph('box')}"
            f"</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{paragraph('box')}"
            f"</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>{text_run('after')}</w:p>",
            "box\nafter",
        ),
        (f"<w:p>{text_run('a')}<w:r><w:footnoteReference/></w:r></w:p>", "a"),
        ("<w:p><w:r><w:instrText>DATE</w:instrText></w:r></w:p>", ""),
        ('<w:p><w:r><w:sym w:font="Wingdings" w:char="00E9"/></w:r></w:p>', "é"),
        ('<w:p><w:r><w:sym w:char="no"/></w:r></w:p>', ""),
        (word_table(word_row("in", "ner")) + paragraph("outer"), "in\nner\nouter"),
        (paragraph("<p>a</p> <p>b</p>"), "a\nb"),
        (paragraph("R&D\u00a0 team"), "R&D team"),
    ],
)
def test_a_cell_is_read_as_its_words(content: str, text: str) -> None:
    assert cell_text(content) == text


def test_merged_cells_have_their_text_once_at_their_start() -> None:
    wide = word_cell(paragraph("Wide"), '<w:gridSpan w:val="2"/>')
    tall = word_cell(paragraph("Tall"), '<w:vMerge w:val="restart"/>')
    below = word_cell(paragraph("Tall"), "<w:vMerge/>")
    said = word_cell(paragraph(""), '<w:vMerge w:val="continue"/>')
    table = word_table(word_row(wide, tall), word_row("a", "b", below), word_row("c", "d", said))
    assert tables_of(docx(table)) == [[["Wide", "", "Tall"], ["a", "b", ""], ["c", "d", ""]]]


def test_columns_skipped_at_the_start_are_blank() -> None:
    row = word_row("late", properties='<w:gridBefore w:val="2"/>')
    assert tables_of(docx(word_table(row))) == [[["", "", "late"]]]


def test_merges_of_a_table_within_a_cell_do_not_touch_the_cell() -> None:
    inner = word_table(word_row(word_cell(paragraph("in"), '<w:gridSpan w:val="3"/><w:vMerge/>')))
    assert tables_of(docx(word_table(word_row(word_cell(inner + paragraph("")), "next")))) == [
        [["in", "next"]]
    ]


def test_a_row_that_was_deleted_while_tracked_is_left_out() -> None:
    deleted = word_row("old", properties="<w:del/>")
    tables, _ = read_word(docx(word_table(word_row("a"), deleted, word_row("b"))), "plan.docx")
    assert [(row.number, row.cells[0].text) for row in tables[0].rows] == [(1, "a"), (2, "b")]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    wrapped = word_row(
        "<w:sdt><w:sdtContent>" + word_cell(paragraph("a")) + "</w:sdtContent></w:sdt>"
    )
    table = word_table(f"<w:sdt><w:sdtContent>{wrapped}</w:sdtContent></w:sdt>", word_row("b"))
    assert tables_of(docx(table)) == [[["a"], ["b"]]]


def test_a_table_in_a_text_box_does_not_count() -> None:
    box = f"<w:p><w:r><w:txbxContent>{word_table(word_row('box'))}</w:txbxContent></w:r></w:p>"
    assert tables_of(docx(box + word_table(word_row("body")))) == [[["body"]]]


def test_strict_documents_and_those_of_word_on_the_web_are_read() -> None:
    table = word_table(word_row("a"))
    assert tables_of(docx(table, namespace=W_STRICT)) == [[["a"]]]
    assert tables_of(docx(table, part="word/document2.xml")) == [[["a"]]]


PLAIN = docx_of([["Action", "Due"]] * 40)


@pytest.mark.parametrize(
    "data",
    [
        with_part(PLAIN, DOCUMENT, lambda xml: xml[:-40]),
        with_part(PLAIN, DOCUMENT, lambda _: b""),
        with_part(PLAIN, DOCUMENT, lambda xml: xml.replace(b"UTF-8", b"UTF-9")),
        with_part(PLAIN, DOCUMENT, lambda xml: xml.replace(b"Due", b"&due;")),
        with_part(
            PLAIN,
            DOCUMENT,
            lambda xml: xml.replace(
                b"<w:document", b"<!--" + b" " * 5_000 + b"--><!DOCTYPE a><w:document"
            ),
        ),
        with_declared_size(PLAIN, DOCUMENT, 100),
        without_part(PLAIN, DOCUMENT),
        docx("<w:p>" * 2_000 + "</w:p>" * 2_000),
    ],
    ids=["cut", "blank", "encoding", "entity", "doctype", "size", "missing", "deep"],
)
def test_a_damaged_document_is_refused(data: bytes) -> None:
    with pytest.raises(FileRefusedError, match=r"^plan\.docx is damaged .*save it again"):
        read_word(data, "plan.docx")


def test_a_table_wider_than_any_plan_is_refused() -> None:
    wide = word_cell(paragraph("a"), '<w:gridSpan w:val="99999999999999999999"/>')
    with pytest.raises(FileRefusedError, match=r"^plan\.docx spans more than .* cells: delete"):
        read_word(docx(word_table(word_row(wide, wide))), "plan.docx")


def test_a_span_that_is_no_number_counts_as_one() -> None:
    odd = word_cell(paragraph("a"), '<w:gridSpan w:val="two"/>')
    assert tables_of(docx(word_table(word_row(odd, "b")))) == [[["a", "b"]]]


XML_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])).map(
    lambda text: text.replace("\ufffe", "").replace("\uffff", "")
)


@settings(deadline=None)
@given(st.lists(st.lists(XML_TEXT, min_size=1, max_size=5), min_size=1, max_size=5))
def test_what_a_document_says_is_read(rows: list[list[str]]) -> None:
    assert tables_of(docx_of(rows)) == [[[plain_paragraphs(text) for text in row] for row in rows]]
