"""What a page shows of one statement: its record, and why it was read."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from babel import Locale

from zakuro.model.statement import Quantity, Statement
from zakuro.model.vocabulary import count_label, groups, territories

if TYPE_CHECKING:
    from zakuro.read.document.pdf.pictures import Picture

_BOUNDS = {
    "exact": "",
    "at-least": "≥ ",
    "at-most": "≤ ",
    "about": "≈ ",
    "more-than": "> ",
    "less-than": "< ",
}
_CHANGES = {"increase": "▲ ", "decrease": "▼ ", "to": "→ "}
_SURE = Decimal("0.75")
_UNITS = {"%": " %", "[pp]": " percentage points"}


def card(statement: Statement, printed: Picture | None = None) -> str:
    """The card of a statement: in short, and opened in full, with its words as they are printed."""
    identity = escape(statement.id)
    doubtful = " doubtful" if is_doubtful(statement) else ""
    return (
        f'<article class="card k-{escape(statement.kind)}{doubtful}" id="{identity}"'
        f' aria-label="{escape(statement.kind)} {identity}">'
        f'<a class="back" href="#t-{identity}" title="to its words">{identity}</a>'
        f'<details name="card"><summary>{_gist(statement)}</summary>'
        f'<div class="full">{_strip(printed)}{_record(statement)}{_why(statement)}</div>'
        "</details></article>"
    )


def is_doubtful(statement: Statement) -> bool:
    """Whether a reader should look twice: a confidence of less than three in four."""
    return statement.confidence is not None and Decimal(statement.confidence) < _SURE


def quantity_words(quantity: Quantity) -> str:
    """A quantity as people write it: bound, value or range, unit."""
    if quantity.value is not None:
        value = _number(quantity.value)
    else:
        ends = (_number(end) if end is not None else "…" for end in (quantity.low, quantity.high))
        value = "–".join(ends)
    sign = _CHANGES.get(quantity.change or "", "") + _BOUNDS.get(quantity.bound, "")
    unit, _, per = quantity.unit.partition("/")
    rate = {"": "", "a": " a year", "mo": " a month", "d": " a day"}.get(per, f" per {per}")
    if unit.startswith("{"):
        return f"{sign}{value} {count_label(unit.strip('{}'))}{rate}"
    if len(unit) == len("USD") and unit.isupper():
        return f"{sign}{unit} {value}{rate}"
    return f"{sign}{value}{_UNITS.get(unit, f' {unit}')}{rate}"


@cache
def party_name(code: str) -> str:
    """The English name of a party; a group keeps its code."""
    names = Locale("en").territories
    found = names.get(territories().get(code, code.removeprefix("M49:")))
    return str(found) if found else code


def _number(value: Decimal) -> str:
    plain = f"{value:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _parties(codes: Iterable[str]) -> str:
    """The parties by name, a group with its members on demand."""
    shown = []
    for code in codes:
        members = ", ".join(map(party_name, groups().get(code, ())))
        name = escape(party_name(code))
        shown.append(f'<abbr title="{escape(members)}">{name}</abbr>' if members else name)
    return ", ".join(shown)


def _gist(statement: Statement) -> str:
    strength = f"<i>{escape(statement.strength)}</i>" if statement.strength else ""
    again = f"<i>repeats {escape(statement.repeats)}</i>" if statement.repeats else ""
    doubt = "<i>unsure</i>" if is_doubtful(statement) else ""
    told = " · ".join(filter(None, (strength, again, doubt)))
    lines = [f'<span class="kind">{escape(statement.kind)}</span> {told}']
    if statement.givers or statement.receivers:
        giver, receiver = _parties(statement.givers), _parties(statement.receivers)
        arrow = ' <span class="to" aria-label="to">→</span> '
        lines.append(f'<span class="who">{arrow.join(filter(None, (giver, receiver)))}</span>')
    elif statement.parties:
        lines.append(f'<span class="who">{_parties(statement.parties)}</span>')
    said = " ".join(filter(None, (statement.act, statement.object)))
    if said:
        lines.append(f'<span class="what">{escape(said)}</span>')
    if statement.quantities:
        figures = (
            f"<b>{'= ' if each.equivalent_of else ''}{escape(quantity_words(each))}</b>"
            for each in statement.quantities
        )
        lines.append(f'<span class="figures">{" ".join(figures)}</span>')
    if statement.period:
        lines.append(f'<span class="when">{escape(statement.period.edtf)}</span>')
    return "".join(f'<span class="line">{line}</span>' for line in lines)


def _record(statement: Statement) -> str:
    period = statement.period
    fields = {
        "words": escape(statement.exact),
        "speaker": escape(party_name(statement.speaker or "")),
        "reporter": escape(party_name(statement.reporter or "")),
        "givers": _parties(statement.givers),
        "receivers": _parties(statement.receivers),
        "parties": _parties(statement.parties),
        "about": escape(", ".join(name.name for name in statement.about)),
        "topics": escape(", ".join(statement.topics)),
        "quantities": "; ".join(
            f"{escape(quantity_words(each))} <q>{escape(each.exact)}</q>"
            + (f" for <q>{escape(each.equivalent_of)}</q>" if each.equivalent_of else "")
            + (" part of a whole" if each.part_of is not None else "")
            + (" reached, not given" if each.scope else "")
            for each in statement.quantities
        ),
        "period": f"{escape(period.edtf)} <q>{escape(period.exact)}</q>" if period else "",
        "proposal": str(statement.number) if statement.number is not None else "",
        "under": escape(" › ".join(statement.heading)),
        "phase": statement.phase or "",
        "counted by": escape(party_name(statement.counted_by or "")),
        "method": escape(statement.method or ""),
        "told by": escape(party_name(statement.told_by or "")),
        "confidence": statement.confidence or "",
        "letters": f"recognised in a picture, doubted: {statement.legibility}"
        if statement.legibility
        else "",
        "quoted": "in the speaker’s own words" if statement.quoted else "",
        "characters": f"{statement.start}–{statement.end}",
    }
    return _list(fields)


def _strip(printed: Picture | None) -> str:
    """A strip of the page with the words marked; a drawing, since its marks lie over a picture."""
    if printed is None:
        return ""
    width, height = f"{printed.width:.0f}", f"{printed.height:.0f}"
    data = base64.b64encode(printed.data).decode()
    marks = "".join(
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}"'
        f' height="{bottom - top:.1f}"/>'
        for left, top, right, bottom in printed.marks
    )
    words = f"The words on page {printed.page}"
    return (
        f'<figure class="printed"><svg viewBox="0 0 {width} {height}" role="img"'
        f' aria-label="{words}"><image width="{width}" height="{height}"'
        f' href="data:image/webp;base64,{data}"/>{marks}</svg>'
        f"<figcaption>{words}</figcaption></figure>"
    )


def _why(statement: Statement) -> str:
    if not statement.rule and not statement.derivation:
        return ""
    marks = "".join(
        f"<li><span>{escape(mark.role)}</span> <q>{escape(mark.exact)}</q></li>"
        for mark in statement.derivation
    )
    rule = f"<code>{escape(statement.rule)}</code>" if statement.rule else ""
    return f'<div class="why"><h4>Why</h4>{rule}<ul>{marks}</ul></div>'


def _list(fields: dict[str, str]) -> str:
    rows = (
        f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in fields.items() if value
    )
    return f"<dl>{''.join(rows)}</dl>"
