"""What the styles of a Word document say of its paragraphs: headings, lists, bold print."""

from __future__ import annotations

from typing import Any, NamedTuple

from zakuro.read.document.docx.numbering import W, value

_DEEPEST = 20
"""A style rests on another at most so many times: beyond that, the chain is a ring."""


class Styled(NamedTuple):
    """Of a paragraph: the ``rank`` of a heading (0: none), its ``list`` and ``level`` there.

    ``contents`` tells that it is a line of the table of contents.
    """

    rank: int
    list: str
    level: int
    contents: bool


class Styles:
    """The styles of a document, each with those that it rests on."""

    def __init__(self, root: Any | None) -> None:
        self._styles = (
            {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}
            if root is not None
            else {}
        )
        # With a title above them, headings of the first rank stand below it.
        self._titled = False

    def note_titles(self, body: Any) -> None:
        """Look whether a paragraph of the body is the document's title."""
        self._titled = any(self._is_title(paragraph) for paragraph in body.iter(f"{W}p"))

    def of(self, paragraph: Any) -> Styled:
        """What a paragraph's own properties say, else its style, else what that rests on."""
        outline = name = level = ""
        for properties in self._properties(paragraph):
            outline = outline or value(properties, "outlineLvl")
            numbers = properties.find(f"{W}numPr")
            if numbers is not None:
                name = name or value(numbers, "numId")
                level = level or value(numbers, "ilvl")
        if self._is_title(paragraph):
            rank = 1
        else:
            rank = int(outline) + 1 + self._titled if outline.isdecimal() and outline < "9" else 0
        return Styled(
            min(rank, 9),
            "" if name == "0" else name,
            int(level) if level.isdecimal() and len(level) < 3 else 0,
            self._named(paragraph).startswith("toc "),
        )

    def is_bold(self, paragraph: Any) -> bool:
        """Whether every word of a paragraph is in bold print."""
        said = [run for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None]
        properties = (run.find(f"{W}rPr") for run in said)
        return bool(said) and all(
            of is not None
            and (bold := of.find(f"{W}b")) is not None
            and bold.get(f"{W}val", "1") not in ("0", "false")
            for of in properties
        )

    def _properties(self, paragraph: Any) -> list[Any]:
        own = paragraph.find(f"{W}pPr")
        found = [] if own is None else [own]
        style = self._style(paragraph)
        for _ in range(_DEEPEST):
            if style is None:
                break
            if (properties := style.find(f"{W}pPr")) is not None:
                found.append(properties)
            style = self._styles.get(value(style, "basedOn"))
        return found

    def _style(self, paragraph: Any) -> Any | None:
        own = paragraph.find(f"{W}pPr")
        return self._styles.get(value(own, "pStyle")) if own is not None else None

    def _named(self, paragraph: Any) -> str:
        style = self._style(paragraph)
        return value(style, "name").lower() if style is not None else ""

    def _is_title(self, paragraph: Any) -> bool:
        return self._named(paragraph) == "title"
