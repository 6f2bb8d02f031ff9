"""What the reading commands print for people: tables of statements and mentions, explanations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from zakuro.model.statement import FOCUS, Mention, Reading, Statement, in_focus

if TYPE_CHECKING:
    from zakuro.read.document.block import Block
    from zakuro.read.weighing.weigher import Reason

_PAGE = re.compile(r"page=(\d+)&")


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _short(text: str, most: int = 72) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1] + "…"


def _amounts(statement: Statement) -> str:
    return "; ".join(" ".join(quantity.exact.split()) for quantity in statement.quantities)


class _Places:
    """Where people find a statement: its page in a PDF, else its line in the frozen text."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._ends = [found.start() for found in re.finditer("\n", text)]
        self._blocks = blocks

    def of(self, statement: Statement) -> str:
        """The page, or the line."""
        before = bisect_right(self._blocks, statement.start, key=lambda block: block.start)
        if before and (page := _PAGE.match(self._blocks[before - 1].locator)):
            return f"page {page[1]}"
        return f"line {bisect_left(self._ends, statement.start) + 1}"


def statement_tables(reading: Reading, blocks: Sequence[Block] = ()) -> str:
    """One table a kind, in the order in which kinds matter to who follows promises."""
    from zakuro.cli.tables import drawn  # noqa: PLC0415 (only where there is a table to draw)

    places = _Places(reading.text, blocks)
    parts = [
        f"{reading.source or 'text'}: {len(reading.statements)} statements, {reading.language}"
    ]
    order = ("pledge", "proposal", "call", "result", "position", "principle", "event", "context")
    for kind in order:
        rows = [
            (
                statement.id,
                _who(statement),
                ", ".join(statement.receivers),
                _short(statement.exact),
                _amounts(statement),
                statement.period.edtf if statement.period else "",
                statement.confidence or "",
                places.of(statement),
            )
            for statement in reading.statements
            if statement.kind == kind
        ]
        if rows:
            headings = ("", "who", "to whom", "what", "how much", "by when", "sure", "where")
            parts.append(drawn(f"{kind} ({len(rows)})", headings, rows))
    return "\n".join(parts)


def _who(statement: Statement) -> str:
    """Who gives or does it, for who speaks of a gift does not give it; else who says it."""
    if statement.givers:
        return ", ".join(statement.givers)
    if statement.kind == "pledge":
        return "nobody named"
    if statement.kind == "result":
        others = [code for code in statement.parties if code not in statement.receivers]
        return ", ".join(others) or "nobody named"
    return statement.speaker or ", ".join(statement.parties)


def mention_table(path: str, found: list[Mention]) -> str:
    """The mentions of a text as a table."""
    from zakuro.cli.tables import drawn  # noqa: PLC0415 (only where there is a table to draw)

    rows = [
        (
            mention.type,
            " ".join(mention.exact.split()),
            _value(mention),
            mention.unit or mention.code or "",
            mention.bound or "",
            mention.edtf or mention.duration or "",
            f"{mention.start}–{mention.end}",
        )
        for mention in found
    ]
    headings = ("type", "words", "value", "unit", "bound", "time", "where")
    return drawn(f"{path}: {len(rows)} mentions", headings, rows)


def _value(mention: Mention) -> str:
    if mention.low is not None or mention.high is not None:
        low, high = (
            f"{part:f}" if part is not None else "" for part in (mention.low, mention.high)
        )
        return f"{low}…{high}"
    return f"{mention.value:f}" if mention.value is not None else ""


def explanation(reading: Reading, statement: Statement, reasons: tuple[Reason, ...]) -> str:
    """How a statement came about: its words, its fields, its marks, what weighed."""
    lines = [
        f"{statement.id}  {statement.kind}  by rule {statement.rule}, "
        f"confidence {statement.confidence}",
        f"  words   {_short(statement.exact, 400)}",
        f"  where   line {_line(reading.text, statement.start)}, "
        f"characters {statement.start} to {statement.end}",
    ]
    fields = (
        ("givers", ", ".join(statement.givers)),
        ("receivers", ", ".join(statement.receivers) + _focus(reading, statement)),
        ("speaker", statement.speaker or ""),
        ("act", " ".join(filter(None, (statement.act, statement.object)))),
        ("how much", _amounts(statement)),
        (
            "period",
            f"{statement.period.edtf} ({statement.period.exact})" if statement.period else "",
        ),
        ("strength", statement.strength or ""),
    )
    lines += [f"  {name:<9} {value}" for name, value in fields if value]
    lines += [
        f"  mark    {mark.exact!r} is a mark of {mark.role}, characters {mark.start} to {mark.end}"
        for mark in statement.derivation
        if mark.role != FOCUS
    ] or ["  mark    none of its own: it inherits from the sentence that opens its list"]
    return "\n".join([*lines, *_weighed(reasons)])


def _focus(reading: Reading, statement: Statement) -> str:
    """On which words the receivers rest, where the statement does not name them."""
    mark = in_focus(statement)
    if mark is None:
        return ""
    return f", whom it does not name: from {mark.exact!r} in line {_line(reading.text, mark.start)}"


def _weighed(reasons: tuple[Reason, ...], most: int = 6) -> Iterator[str]:
    """The heaviest reasons for a statement and against it, as the second reader weighs them."""
    for title, side in (
        ("for", [reason for reason in reasons if reason.weight > 0]),
        ("against", [reason for reason in reasons if reason.weight < 0]),
    ):
        told = (f"{reason.what} ({reason.weight / 100:+.2f})" for reason in side[:most])
        yield f"  {title:<9} {', '.join(told) or 'nothing of weight'}"
