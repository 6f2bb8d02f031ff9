"""Correcting a statement field by field: what is left as it was stays as it was read."""

from __future__ import annotations

from collections.abc import Mapping

from zakuro.flow.acting.correcting import NONE
from zakuro.flow.acting.waiting import Choices
from zakuro.model.statement import Statement

FIELDS = (
    "kind", "givers", "receivers", "act", "object", "topics", "value", "unit", "words", "period",
    "period-words", "strength",
)  # fmt: skip
"""What can be set, as ``zakuro review --set`` names it."""


def as_written(found: Statement) -> dict[str, str]:
    """Give the fields of a statement as they are written in the form."""
    said = [q for q in found.quantities if q.equivalent_of is None and q.part_of is None]
    amount = said[0] if len(said) == 1 else None
    value = "" if amount is None or amount.value is None else f"{amount.value:f}"
    return {
        "kind": found.kind,
        "givers": ", ".join(found.givers),
        "receivers": ", ".join(found.receivers),
        "act": found.act or "",
        "object": found.object or "",
        "topics": ", ".join(found.topics),
        "value": value,
        "unit": amount.unit if amount else "",
        "words": amount.exact if amount else "",
        "period": found.period.edtf if found.period else "",
        "period-words": found.period.exact if found.period else "",
        "strength": found.strength or "",
    }


def changes(found: Statement, given: Mapping[str, str]) -> dict[str, str]:
    """Give what a form changes of a statement; a field that was emptied says ``none``."""
    before = as_written(found)
    after = {name: given.get(f"set-{name}", before[name]).strip() for name in FIELDS}
    return {name: text or NONE for name, text in after.items() if text != before[name]}


def choices(given: Mapping[str, str]) -> Choices:
    """Give what the reviewer says beside accepting: each, together, added up, a part."""
    return Choices(
        part_of=given.get("part_of", "").strip().upper() or None,
        each=bool(given.get("each")),
        add_up=bool(given.get("add_up")),
        together=bool(given.get("together")),
    )
