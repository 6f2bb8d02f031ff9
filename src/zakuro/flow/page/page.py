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
) -> str:
    """The page of a reading.

    ``blocks`` are those of the document that was read; when they are not given, they are told
    from the text, which for plain text gives the same.  ``original`` is the file, where it is a
    PDF: each card then shows its words on the page as it is printed.  ``findings`` of checks stand
    beside the words that they rest on.
    """
    if blocks is None:
        blocks = blocks_of(reading.text)
    title = _title(reading, blocks)
    style, script = _part("page.css") + _filters(), _part("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}';"
        " img-src data:; base-uri 'none'; form-action 'none'"
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)} · zakuro</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{_head(reading)}{_filter(reading.statements)}<main>\n"
        f"{''.join(_rows(reading, blocks, original, findings))}</main>\n{_foot(reading)}"
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _rows(
    reading: Reading,
    blocks: Sequence[Block],
    original: bytes | None,
    findings: Sequence[Finding],
) -> Iterator[str]:
    """One row for each block: its text, and the cards of what begins in it and was found there."""
    if not any(block.kind == "heading" and block.level == 1 for block in blocks):
        yield f'<h1 class="unseen">{escape(_name(reading.source) or "A reading")}</h1>\n'
    parts = _parts(reading, blocks)
    cards = defaultdict(list)
    places = _places(reading, blocks)
    printed = _printed(reading, blocks, places, original) if original is not None else {}
    for statement, place in zip(reading.statements, places, strict=True):
        cards[place].append(card(statement, printed.get(statement.id)))
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
            beside = '<p class="nothing">Nothing was found here.</p>'
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


def _parts(reading: Reading, blocks: Sequence[Block]) -> list[str]:
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
            written.append(_piece(text, statements, piece))
    if index < len(blocks):
        parts[index] = "".join(written)
    return parts


def _piece(text: str, statements: tuple[Statement, ...], piece: Piece) -> str:
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
        f' aria-label="{escape(statements[at].kind)} {escape(statements[at].id)}">'
        f"{escape(statements[at].id.removeprefix('s'))}</a>"
        for at in piece.end
    )
    return f"{anchors}{words}{numbers}"


def _title(reading: Reading, blocks: Sequence[Block]) -> str:
    first = next((block for block in blocks if block.kind == "heading"), None)
    if first is None:
        return _name(reading.source) or "A reading"
    return " ".join(reading.text[first.start : first.end].split())


def _head(reading: Reading) -> str:
    told = {
        "source": _name(reading.source),
        "published": reading.published.isoformat() if reading.published else None,
        "language": reading.language,
        "statements": str(len(reading.statements)),
    }
    facts = "".join(
        f"<div><dt>{name}</dt><dd>{escape(value)}</dd></div>"
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


def _filter(statements: Sequence[Statement]) -> str:
    counts = Counter(statement.kind for statement in statements)
    boxes = "".join(
        f'<label class="k-{kind}"><input type="checkbox" id="show-{kind}" value="{kind}"'
        f" checked>{kind} <span>{counts[kind]}</span></label>"
        for kind in KINDS
        if counts[kind]
    )
    if not boxes:
        return '<p class="none">No statement was read in this text.</p>\n'
    return (
        f'<form class="filter" aria-label="Kinds of statements to show">{boxes}'
        '<span class="keys" hidden><kbd>j</kbd> next, <kbd>k</kbd> previous</span>'
        '<output class="unseen" aria-live="polite"></output></form>\n'
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


def _foot(reading: Reading) -> str:
    return (
        '<footer class="foot"><p>Every statement rests on the words highlighted in the text;'
        " a card opens to its record and to the marks that made it.</p>"
        f"<p>SHA-256 of the text: <code>{escape(reading.document)}</code></p></footer>\n"
    )


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
