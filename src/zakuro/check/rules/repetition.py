"""The same thing told twice: with the same figure, or with another."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from zakuro.check.figures import printed, rounding
from zakuro.check.paper import Paper
from zakuro.model.finding import Finding
from zakuro.model.statement import Quantity, Statement

_LEAST_LETTERS = 12


def told_again(paper: Paper) -> Iterator[Finding]:
    """Z401: a statement that repeats an earlier one, with its figure.

    Silent on repetitions without a figure.
    """
    by_id = {statement.id: statement for statement in paper.reading.statements}
    for again in paper.reading.statements:
        first = by_id.get(again.repeats or "")
        if first is None:
            continue
        for quantity in again.quantities:
            same = [
                q for q in first.quantities if (q.value, q.unit) == (quantity.value, quantity.unit)
            ]
            if same and quantity.value is not None:
                yield Finding(
                    kind="repetition",
                    verdict="consistent",
                    says=f"the same figure is given twice: {same[0].exact}, {quantity.exact}",
                    where=(paper.place(same[0]), paper.place(quantity)),
                    rule="Z401",
                )


def told_otherwise(paper: Paper) -> Iterator[Finding]:
    """Z402: the same words about the same parties and time, with another figure.

    Silent where the words differ, where one is a row of a table, where both name other times, and
    where rounding or a bound (about, at least) lets both be true.
    """
    seen: dict[tuple[object, ...], tuple[Statement, Quantity]] = {}
    for statement in paper.reading.statements:
        figures = [q for q in statement.quantities if not q.scope]
        if len(figures) != 1 or figures[0].value is None:
            continue
        words = _words(statement, figures[0])
        if len(words) < _LEAST_LETTERS or not _names_a_party(paper, statement):
            continue
        if paper.blocks[paper.block_at(statement.start)].kind == "table-row":
            continue
        edtf = statement.period.edtf if statement.period else None
        key = (words, statement.kind, statement.parties, statement.speaker, edtf)
        first, figure = seen.setdefault(key, (statement, figures[0]))
        if (
            first is not statement
            and figures[0].unit == figure.unit
            and _differ(figure, figures[0])
        ):
            yield Finding(
                kind="repetition",
                verdict="conflict",
                says=f"the same is told with another figure: {figure.exact}, {figures[0].exact}"
                f" ({printed(figure.value or Decimal(0))} is not {printed(figures[0].value)})",
                where=(paper.place(figures[0]), paper.place(figure)),
                rule="Z402",
            )


def _words(statement: Statement, figure: Quantity) -> str:
    """The letters of a statement without its figure."""
    start, end = figure.start - statement.start, figure.end - statement.start
    rest = statement.exact[: max(start, 0)] + statement.exact[max(end, 0) :]
    return "".join(letter for letter in rest.casefold() if letter.isalnum())


def _names_a_party(paper: Paper, statement: Statement) -> bool:
    return any(statement.start <= m.start < statement.end for m in paper.mentions("party"))


def _differ(one: Quantity, other: Quantity) -> bool:
    """Whether no figure can be meant by both."""
    if one.value is None or other.value is None or {one.bound, other.bound} != {"exact"}:
        return False
    return not rounding(one.value).meets(rounding(other.value))
