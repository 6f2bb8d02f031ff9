"""A PDF with a text layer becomes text: one line per block, in the order of reading."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from zakuro.model.errors import ZakuroError
from zakuro.read.document.extracted import Extracted
from zakuro.read.document.front_matter import day_in
from zakuro.read.document.plain.writer import Writer

if TYPE_CHECKING:
    from zakuro.read.document.pdf.furniture import Page

_ADVICE = 'zakuro reads PDF with its extra "pdf": pip install "zakuro[pdf]"'
_DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_MADE_UP = re.compile(
    r"^(?:untitled|anonymous)$|^Microsoft Word - |\.(?:docx?|html?|indd|pdf|rtf|odt|txt)$", re.I
)
"""What a program wrote that had no title, or made one of the file's name."""
_MOST_PAGES = 20_000


def pdf(data: bytes, name: str) -> Extracted:
    """The text and the blocks of a PDF, and what it says of itself.

    Raises ZakuroError for one that is locked, damaged, or made of pictures of text, and where the
    extra ``pdf`` is not installed.
    """
    try:
        import pypdfium2  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise ZakuroError(f"{name}: this is a PDF; {_ADVICE}") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ZakuroError(
                f"{name}: a PDF locked with a password; save it without one"
            ) from error
        raise ZakuroError(
            f"{name}: a PDF that is damaged or cut off; fetch it anew, or open it in a viewer and"
            " print it into a new PDF"
        ) from error
    try:
        return _extracted(document, name, f"pypdfium2 {pypdfium2.PYPDFIUM_INFO}")
    finally:
        document.close()


def _extracted(document: Any, name: str, extractor: str) -> Extracted:
    from zakuro.read.document.pdf.furniture import (  # noqa: PLC0415 (they need the extra)
        mark_of,
        notes_apart,
        without_furniture,
    )
    from zakuro.read.document.pdf.lines import lines_of  # noqa: PLC0415
    from zakuro.read.document.pdf.paragraphs import (  # noqa: PLC0415
        edge,
        measured,
        paragraphs_of,
        write,
        write_notes,
    )

    if len(document) > _MOST_PAGES:
        raise ZakuroError(f"{name}: {len(document)} pages, at most {_MOST_PAGES}; give a part")
    pages, notes, recogniser = _pages(document, name)
    lines = [list(lines_of(segments)) for segments in without_furniture(pages)]
    edge(lines)
    measure = measured(lines)
    writer = Writer()
    feet, text, marks = [], [], set()
    for page, found in zip(pages, lines, strict=True):
        words, foot = notes_apart(found, measure.body, page.height)
        text += words
        feet += foot
    said = list(paragraphs_of(feet, measure))
    marks = {mark for note in said if (mark := mark_of(note.words))}
    write(paragraphs_of(text, measure), writer, measure, marks)
    write_notes(iter(said), writer)
    # Many producers embed fonts without a name, so that bold print is not always known.
    frozen, blocks = writer.finish(bare=True)
    info = document.get_metadata_dict()
    title, author = (_told(info.get(name, "")) for name in ("Title", "Author"))
    return Extracted(
        text=frozen,
        blocks=blocks,
        extractor=", ".join(filter(None, (extractor, recogniser))),
        title=title,
        author=author,
        created=_day(info.get("CreationDate", "")),
        notes=notes,
        doubts=tuple(writer.doubts),
    )


def _pages(document: Any, name: str) -> tuple[list[Page], tuple[str, ...], str | None]:
    """What stands on each page, notes on what was not read, and what recognised letters."""
    import pypdfium2  # noqa: PLC0415 (an extra)

    from zakuro.read.document.pdf.furniture import Page  # noqa: PLC0415
    from zakuro.read.document.pdf.segments import segments_of  # noqa: PLC0415

    pages: list[Page] = []
    pictures, broken = [], []
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            broken.append(number)
            continue
        try:
            found = Page(*segments_of(page, number))
            if not found.segments and next(page.get_objects(max_depth=3), None) is not None:
                pictures.append((number, len(pages)))
            pages.append(found)
        finally:
            page.close()
    notes = [f"{name}: damaged, so not read: page {_listed(broken)}"] if broken else []
    if not pictures:
        return pages, tuple(notes), None
    recogniser, found_notes = _recognise(document, pages, pictures, name)
    return pages, (*found_notes, *notes), recogniser


def _recognise(
    document: Any, pages: list[Page], pictures: list[tuple[int, int]], name: str
) -> tuple[str | None, list[str]]:
    """Read the pages that are pictures, (number, place in ``pages``); what did, and notes."""
    from zakuro.read.document.pdf import scans  # noqa: PLC0415 (an extra)

    numbers = [number for number, _ in pictures]
    only = not any(page.segments for page in pages)
    if wanting := scans.missing():
        if only:
            raise ZakuroError(
                f"{name}: a PDF without a text layer: its pages ({len(document)}) are pictures of"
                f" text, as a scanner makes them; {wanting}"
            )
        told = f"{name}: without a text layer, so not read: page {_listed(numbers)}; {wanting}"
        return None, [told]
    languages = scans.languages_of(document[numbers[0] - 1])
    empty = []
    for number, place in pictures:
        found = scans.recognised(document[number - 1], number, languages)
        if found:
            pages[place] = pages[place]._replace(segments=found)
        else:
            empty.append(number)
    if only and len(empty) == len(numbers):
        raise ZakuroError(
            f"{name}: a PDF without a text layer: in the pictures on its pages ({len(document)}) no"
            " letters were recognised; give a clearer copy, or the text itself"
        )
    scans.level([pages[place].segments for _, place in pictures])
    read = [number for number in numbers if number not in empty]
    notes = []
    if read:
        notes.append(
            f"{name}: letters recognised in pictures, so to be held against them:"
            f" page {_listed(read)}"
        )
    if empty:
        notes.append(f"{name}: pictures without letters that could be read: page {_listed(empty)}")
    return scans.recogniser(languages) if read else None, notes


def _listed(numbers: list[int], most: int = 20) -> str:
    shown = ", ".join(map(str, numbers[:most]))
    return f"{shown} and {len(numbers) - most} more" if len(numbers) > most else shown


def _told(words: str) -> str | None:
    """What somebody wrote of the document; nothing where a program did."""
    words = words.strip()
    return None if _MADE_UP.search(words) else words or None


def _day(words: str) -> date | None:
    found = _DAY.match(words)
    return day_in("-".join(found.groups())) if found else None
