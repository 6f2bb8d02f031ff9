"""A Word document becomes text: one line per block, with the numbers of its lists."""

from __future__ import annotations

from typing import Any

from lxml import etree

from zakuro.model.errors import ZakuroError
from zakuro.read.document.docx.body import Body
from zakuro.read.document.docx.numbering import Numbering, W
from zakuro.read.document.docx.styles import Styles
from zakuro.read.document.extracted import Extracted
from zakuro.read.document.front_matter import day_in
from zakuro.read.document.package import Package
from zakuro.read.document.plain.writer import Writer

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
DOCUMENT = "word/document.xml"


def docx(package: Package) -> Extracted:
    """The text and the blocks of a Word document, and what it says of itself.

    Raises ZakuroError where one of its parts is damaged.
    """
    root = _part(package, DOCUMENT)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise ZakuroError(
            f"{package.name}: a Word document without a body that can be read; open it in an office"
            " program and save it anew as DOCX"
        )
    styles = Styles(_part(package, "word/styles.xml"))
    styles.note_titles(body)
    writer = Writer()
    writing = Body(writer, styles, Numbering(_part(package, "word/numbering.xml")))
    writing.write(body, "/w:document/w:body")
    for sort in ("footnote", "endnote"):
        notes = _part(package, f"word/{sort}s.xml")
        if notes is not None:
            writing.write_notes(notes, sort)
    text, blocks = writer.finish()
    said = _part(package, "docProps/core.xml")
    return Extracted(
        text=text,
        blocks=blocks,
        extractor=f"lxml {'.'.join(map(str, etree.LXML_VERSION[:3]))}",
        title=_property(said, f"{_DC}title"),
        author=_property(said, f"{_DC}creator"),
        publisher=_property(said, f"{_DC}publisher"),
        published=day_in(_property(said, f"{_TERMS}issued") or ""),
        created=day_in(_property(said, f"{_TERMS}created") or ""),
    )


def _part(package: Package, name: str) -> Any | None:
    """One part of the package, as a tree; None where there is none."""
    if name not in package:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(package.read(name), parser)
    except etree.XMLSyntaxError as error:
        raise ZakuroError(
            f"{package.name}: its part {name} is damaged ({error.msg}); open it in an office"
            " program and save it anew as DOCX"
        ) from error


def _property(said: Any | None, name: str) -> str | None:
    found = said.find(name) if said is not None else None
    return (found.text or "").strip() or None if found is not None else None
