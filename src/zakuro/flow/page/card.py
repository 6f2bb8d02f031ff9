"""What a page shows of one statement: its record, and why it was read."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING

from zakuro.model.statement import Quantity, Statement
from zakuro.model.vocabulary import groups
from zakuro.words import figures
from zakuro.words.catalogue import SOURCE, has, say

if TYPE_CHECKING:
    from zakuro.read.document.pdf.pictures import Picture

_CHANGES = {"increase": "▲ ", "decrease": "▼ ", "to": "→ "}
_SURE = Decimal("0.75")


def card(statement: Statement, language: str = SOURCE, printed: Picture | None = None) -> str:
    """The card of a statement: in short, and opened in full, with its words as they are printed.

    ``language`` is that of what zakuro says on it.
    """
    identity = escape(statement.id)
    doubtful = " doubtful" if is_doubtful(statement) else ""
    return (
        f'<article class="card k-{escape(statement.kind)}{doubtful}" id="{identity}"'
        f' aria-label="{_said(language, f"kind.{statement.kind}")} {identity}">'
        f'<a class="back" href="#t-{identity}" title="{_said(language, "document.to_words")}">'
        f"{identity}</a>"
        f'<details name="card"><summary>{_gist(statement, language)}</summary>'
        f'<div class="full">{_strip(printed, language)}{_record(statement, language)}'
        f"{_why(statement, language)}</div>"
        "</details></article>"
    )


def is_doubtful(statement: Statement) -> bool:
    """Whether a reader should look twice: a confidence of less than three in four."""
    return statement.confidence is not None and Decimal(statement.confidence) < _SURE


def quantity_words(quantity: Quantity, language: str = SOURCE) -> str:
    """A quantity as people write it in a language: bound, value or range, unit."""
    if quantity.value is not None:
        value = figures.amount(language, quantity.value, quantity.unit, bound=quantity.bound)
    else:
        value = " – ".join(
            figures.amount(language, end, quantity.unit) if end is not None else "…"
            for end in (quantity.low, quantity.high)
        )
    return f"{_CHANGES.get(quantity.change or '', '')}{value}"


def _parties(codes: Iterable[str], language: str) -> str:
    """The parties by name, a group with its members on demand."""
    shown = []
    for code in codes:
        members = ", ".join(figures.party(language, each) for each in groups().get(code, ()))
        name = escape(figures.party(language, code))
        shown.append(f'<abbr title="{escape(members)}">{name}</abbr>' if members else name)
    return ", ".join(shown)


def _gist(statement: Statement, language: str) -> str:
    strength = (
        f"<i>{_said(language, f'strength.{statement.strength}')}</i>" if statement.strength else ""
    )
    repeated = {"id": statement.repeats}
    again = f"<i>{_said(language, 'reading.repeats', repeated)}</i>" if statement.repeats else ""
    doubt = f"<i>{_said(language, 'reading.unsure')}</i>" if is_doubtful(statement) else ""
    told = " · ".join(filter(None, (strength, again, doubt)))
    lines = [f'<span class="kind">{_said(language, f"kind.{statement.kind}")}</span> {told}']
    if statement.givers or statement.receivers:
        giver = _parties(statement.givers, language)
        receiver = _parties(statement.receivers, language)
        to = _said(language, "pledge.to")
        arrow = f' <span class="to" role="img" aria-label="{to}">→</span> '
        lines.append(f'<span class="who">{arrow.join(filter(None, (giver, receiver)))}</span>')
    elif statement.parties:
        lines.append(f'<span class="who">{_parties(statement.parties, language)}</span>')
    said = " ".join(filter(None, (statement.act, statement.object)))
    if said:
        lines.append(f'<span class="what" lang="{SOURCE}">{escape(said)}</span>')
    if statement.quantities:
        shown = (
            f"<b>{'= ' if each.equivalent_of else ''}{escape(quantity_words(each, language))}</b>"
            for each in statement.quantities
        )
        lines.append(f'<span class="figures">{" ".join(shown)}</span>')
    if statement.period:
        lines.append(f'<span class="when">{escape(statement.period.edtf)}</span>')
    return "".join(f'<span class="line">{line}</span>' for line in lines)


def _record(statement: Statement, language: str) -> str:
    period, unsure = statement.period, {"share": statement.legibility}
    place = {"start": statement.start, "end": statement.end}
    fields = {
        "reading.words": escape(statement.exact),
        "record.speaker": escape(figures.party(language, statement.speaker or "")),
        "reading.reporter": escape(figures.party(language, statement.reporter or "")),
        "record.giver": _parties(statement.givers, language),
        "record.receivers": _parties(statement.receivers, language),
        "record.parties": _parties(statement.parties, language),
        "reading.about": escape(", ".join(name.name for name in statement.about)),
        "record.topics": escape(", ".join(_topic(each, language) for each in statement.topics)),
        "record.amount": "; ".join(_amount(each, language) for each in statement.quantities),
        "record.period": f"{escape(period.edtf)} <q>{escape(period.exact)}</q>" if period else "",
        "reading.number": str(statement.number) if statement.number is not None else "",
        "reading.under": escape(" › ".join(statement.heading)),
        "reading.phase": escape(statement.phase or ""),
        "reading.counted_by": escape(figures.party(language, statement.counted_by or "")),
        "reading.method": escape(statement.method or ""),
        "reading.told_by": escape(figures.party(language, statement.told_by or "")),
        "reading.confidence": statement.confidence or "",
        "reading.letters": _said(language, "reading.doubted", unsure)
        if statement.legibility
        else "",
        "reading.quotation": _said(language, "reading.quoted") if statement.quoted else "",
        "document.original": _said(language, "pledge.characters", place),
    }
    rows = (
        f"<div><dt>{_said(language, name)}</dt><dd>{value}</dd></div>"
        for name, value in fields.items()
        if value
    )
    return f"<dl>{''.join(rows)}</dl>"


def _amount(quantity: Quantity, language: str) -> str:
    same = _said(language, "record.same")
    return (
        f"{escape(quantity_words(quantity, language))} <q>{escape(quantity.exact)}</q>"
        + (f" {same} <q>{escape(quantity.equivalent_of)}</q>" if quantity.equivalent_of else "")
        + (f" {_said(language, 'reading.part')}" if quantity.part_of is not None else "")
        + (f" {_said(language, 'reading.scope')}" if quantity.scope else "")
    )


def _topic(topic: str, language: str) -> str:
    name = f"topic.{topic.replace(' ', '_').replace('-', '_')}"
    return say(language, name) if has(name) else topic


def _said(language: str, name: str, values: Mapping[str, object] | None = None) -> str:
    return escape(say(language, name, values))


def _strip(printed: Picture | None, language: str) -> str:
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
    words = _said(language, "reading.printed", {"n": printed.page})
    return (
        f'<figure class="printed"><svg viewBox="0 0 {width} {height}" role="img"'
        f' aria-label="{words}"><image width="{width}" height="{height}"'
        f' href="data:image/webp;base64,{data}"/>{marks}</svg>'
        f"<figcaption>{words}</figcaption></figure>"
    )


def _why(statement: Statement, language: str) -> str:
    if not statement.rule and not statement.derivation:
        return ""
    marks = "".join(
        f"<li><span>{escape(mark.role)}</span> <q>{escape(mark.exact)}</q></li>"
        for mark in statement.derivation
    )
    rule = f"<code>{escape(statement.rule)}</code>" if statement.rule else ""
    return f'<div class="why"><h4>{_said(language, "record.why")}</h4>{rule}<ul>{marks}</ul></div>'
