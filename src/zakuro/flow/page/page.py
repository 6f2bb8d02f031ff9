"""A reading as one self-contained HTML page: the text, and beside it what was read in it.

The page asks for nothing from outside, and a policy in its head forbids it to.  It can be read
and filtered without a script; the script adds keys and the light on what belongs together.
"""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import PurePath
from typing import TYPE_CHECKING, get_args

from zakuro.flow.page.card import card, is_doubtful
from zakuro.flow.page.findings import finding_card
from zakuro.flow.page.highlight import Piece, pieces
from zakuro.model.finding import Finding
from zakuro.model.statement import Kind, Reading, Statement
from zakuro.read.document.document import Block
from zakuro.read.document.plain.layout import blocks_of
from zakuro.words import figures
from zakuro.words.catalogue import SOURCE, locale, message, say

if TYPE_CHECKING:
    from zakuro.read.document.pdf.pictures import Picture

KINDS: tuple[Kind, ...] = get_args(Kind)
_TAGS = {"heading": "h{}", "table-row": "p", "item": "p", "paragraph": "p"}
_DEEPEST = 6


def page(
    reading: Reading,
    blocks: Sequence[Block] | None = None,
    original: bytes | None = None,
    findings: Sequence[Finding] = (),
    language: str = SOURCE,
) -> str:
    """The page of a reading.

    ``blocks`` are those of the document that was read; when they are not given, they are told
    from the text, which for plain text gives the same.  ``original`` is the file, where it is a
    PDF: each card then shows its words on the page as it is printed.  ``findings`` of checks stand
    beside the words that they rest on.  ``language`` is that of what zakuro says on the page;
    raises ZakuroError if it is none that zakuro speaks.
    """
    if blocks is None:
        blocks = blocks_of(reading.text)
    locale(language)
    title = _title(reading, blocks, language)
    style, script = _part("page.css") + _filters(), _part("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}';"
        " img-src data:; base-uri 'none'; form-action 'none'"
    )
    return (
        '<!doctype html>\n<html lang="'
        f'{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)} · zakuro</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{_head(reading, language)}{_filter(reading.statements, language)}<main>\n"
        f"{''.join(_rows(reading, blocks, original, findings, language))}</main>\n"
        f"{_foot(reading, language)}"
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _rows(
    reading: Reading,
    blocks: Sequence[Block],
    original: bytes | None,
    findings: Sequence[Finding],
    language: str,
) -> Iterator[str]:
    """One row for each block: its text, and the cards of what begins in it and was found there."""
    if not any(block.kind == "heading" and block.level == 1 for block in blocks):
        yield f'<h1 class="unseen">{escape(_title(reading, blocks, language))}</h1>\n'
    parts = _parts(reading, blocks, language)
    cards = defaultdict(list)
    places = _places(reading, blocks)
    printed = _printed(reading, blocks, places, original) if original is not None else {}
    for statement, place in zip(reading.statements, places, strict=True):
        cards[place].append(card(statement, language, printed.get(statement.id)))
    starts = [block.start for block in blocks]
    for finding in findings:
        place = max(bisect_right(starts, finding.where[0].start) - 1, 0)
        cards[place].append(finding_card(finding))
    before = 0
    for index, block in enumerate(blocks):
        sign = reading.text[reading.text.rfind("\n", before, block.start) + 1 : block.start].strip()
        before = block.end
        beside = f'<div class="cards">{"".join(cards[index])}</div>' if cards[index] else ""
        if not beside and block.kind == "paragraph":
            beside = f'<p class="nothing">{_said(language, "reading.nothing")}</p>'
        tag = _TAGS.get(block.kind, "p").format(min(max(block.level, 1), _DEEPEST))
        mark = f'<span class="sign">{escape(sign)}</span> ' if sign and len(sign) < 8 else ""
        yield (
            f'<div class="row {block.kind}"><{tag} class="text depth-{min(block.level, 4)}"'
            f' lang="{escape(reading.language)}">{mark}{parts[index]}</{tag}>{beside}</div>\n'
        )


def _places(reading: Reading, blocks: Sequence[Block]) -> list[int]:
    """The block in which each statement begins, by its index."""
    places = []
    place = 0
    for statement in reading.statements:
        while place + 1 < len(blocks) and blocks[place + 1].start <= statement.start:
            place += 1
        places.append(place)
    return places


def _printed(
    reading: Reading, blocks: Sequence[Block], places: Sequence[int], original: bytes
) -> dict[str, Picture]:
    """The words of each statement as they stand on the page of a PDF."""
    from zakuro.read.document.pdf.pictures import Wanted, pictures  # noqa: PLC0415 (an extra)

    wanted = {
        statement.id: Wanted(blocks[place].locator, statement.exact)
        for statement, place in zip(reading.statements, places, strict=True)
    }
    return pictures(original, wanted)


def _parts(reading: Reading, blocks: Sequence[Block], language: str) -> list[str]:
    """The text of every block with its statements marked."""
    text, statements = reading.text, reading.statements
    borders = [border for block in blocks for border in (block.start, block.end)]
    parts = [""] * len(blocks)
    written: list[str] = []
    index = 0
    for piece in pieces(statements, borders, len(text)):
        while index < len(blocks) and blocks[index].end <= piece.start:
            parts[index] = "".join(written)
            written.clear()
            index += 1
        if index < len(blocks) and blocks[index].start <= piece.start:
            written.append(_piece(text, statements, piece, language))
    if index < len(blocks):
        parts[index] = "".join(written)
    return parts


def _piece(text: str, statements: tuple[Statement, ...], piece: Piece, language: str) -> str:
    words = escape(text[piece.start : piece.stop])
    if piece.marks:
        of = " ".join(escape(statements[index].id) for index in piece.marks)
        words = f'<span class="because" data-of="{of}">{words}</span>'
    if piece.figure:
        words = f'<b class="figure">{words}</b>'
    for index in reversed(piece.statements):
        statement = statements[index]
        words = (
            f'<mark class="k-{escape(statement.kind)}{" doubtful" * is_doubtful(statement)}"'
            f' data-of="{escape(statement.id)}">'
            f"{words}</mark>"
        )
    anchors = "".join(f'<span id="t-{escape(statements[at].id)}"></span>' for at in piece.begin)
    numbers = "".join(
        f'<a class="number k-{escape(statements[at].kind)}" href="#{escape(statements[at].id)}"'
        f' aria-label="{_said(language, f"kind.{statements[at].kind}")}'
        f' {escape(statements[at].id)}">'
        f"{escape(statements[at].id.removeprefix('s'))}</a>"
        for at in piece.end
    )
    return f"{anchors}{words}{numbers}"


def _title(reading: Reading, blocks: Sequence[Block], language: str) -> str:
    first = next((block for block in blocks if block.kind == "heading"), None)
    if first is None:
        return _name(reading.source) or say(language, "reading.untitled")
    return " ".join(reading.text[first.start : first.end].split())


def _head(reading: Reading, language: str) -> str:
    told = {
        "reading.source": _name(reading.source),
        "document.published": figures.day(language, reading.published) if reading.published else "",
        "document.language": figures.language_name(language, reading.language),
        "document.statements": str(len(reading.statements)),
    }
    facts = "".join(
        f"<div><dt>{_said(language, name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in told.items()
        if value
    )
    return (
        f'<header class="head"><p class="brand">{_part("pomegranate.svg")}zakuro</p>'
        f"<dl>{facts}</dl></header>\n"
    )


def _name(source: str | None) -> str | None:
    """A source as others may see it: an address, or the name of a file without its folders."""
    return source if source is None or "://" in source else PurePath(source).name


def _filter(statements: Sequence[Statement], language: str) -> str:
    counts = Counter(statement.kind for statement in statements)
    boxes = "".join(
        f'<label class="k-{kind}"><input type="checkbox" id="show-{kind}" value="{kind}"'
        f" checked>{_said(language, f'kind.{kind}')} <span>{counts[kind]}</span></label>"
        for kind in KINDS
        if counts[kind]
    )
    if not boxes:
        return f'<p class="none">{_said(language, "reading.none")}</p>\n'
    shown = escape(message(language, "reading.shown").text)
    return (
        f'<form class="filter" aria-label="{_said(language, "reading.kinds")}">{boxes}'
        f'<span class="keys" hidden><kbd>j</kbd> {_said(language, "review.next")},'
        f" <kbd>k</kbd> {_said(language, 'review.previous')}</span>"
        f'<output class="unseen" aria-live="polite" data-said="{shown}"></output></form>\n'
    )


def _filters() -> str:
    """What hides the kinds that are not ticked: works without a script."""
    return "".join(
        f"body:has(#show-{kind}:not(:checked)) .card.k-{kind},"
        f"body:has(#show-{kind}:not(:checked)) .number.k-{kind}{{display:none}}"
        f"body:has(#show-{kind}:not(:checked)) mark.k-{kind}"
        "{background:none;border-color:transparent}"
        for kind in KINDS
    )


def _foot(reading: Reading, language: str) -> str:
    return (
        f'<footer class="foot"><p>{_said(language, "reading.rests")}</p>'
        f"<p>{_said(language, 'reading.digest')} <code>"
        f"{escape(reading.document)}</code></p></footer>\n"
    )


def _said(language: str, name: str) -> str:
    return escape(say(language, name))


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
