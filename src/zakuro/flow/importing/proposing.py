"""A map of a table's columns, proposed from its headings, and written as a person looks it over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from zakuro.flow.importing.records import Standing
from zakuro.flow.importing.table import COLUMNS, Map

_GUESSES = {
    "key": ("id", "key", "project_id", "iati-identifier", "number"),
    "words": ("title", "words", "commitment", "pledge", "text", "description"),
    "giver": ("giver", "donor", "provider", "funder", "country"),
    "receivers": ("receivers", "receiver", "recipient", "recipient_iso3", "beneficiary"),
    "amount": ("amount", "value", "pledged"),
    "unit": ("unit", "currency"),
    "said_on": ("said_on", "date", "year", "announced"),
    "end": ("end", "due", "deadline", "end_planned"),
    "topics": ("topics", "topic", "sector"),
    "delivered_on": ("delivered_on", "end_actual"),
    "delivered": ("delivered", "disbursed"),
    "state": ("state", "status"),
    "state_on": ("state_on", "status_date"),
}
_STATES: dict[str, Standing] = {
    "cancelled": "withdrawn",
    "canceled": "withdrawn",
    "withdrawn": "withdrawn",
    "suspended": "suspended",
}


def proposed(headings: Iterable[str]) -> dict[str, str]:
    """Give which heading likely stands over what, as far as the headings tell it."""
    known = {heading.strip().casefold(): heading for heading in headings}
    return {
        name: next(known[guess] for guess in guesses if guess in known)
        for name, guesses in _GUESSES.items()
        if any(guess in known for guess in guesses)
    }


def proposed_state(word: str) -> Standing | None:
    """Give what a word of a column of states likely means, if it changes a pledge."""
    return _STATES.get(word.strip().casefold())


def as_toml(chosen: Map) -> str:
    """Give a map as a file; what it leaves open stands there to be filled in."""
    lines = ["[columns]"]
    for name in COLUMNS:
        column = chosen.columns.get(name)
        open_too = f'# {name} = ""' if name not in chosen.fixed else ""
        lines += [f"{name} = {_string(column)}"] if column else [open_too] if open_too else []
    lines += ["", "[fixed]", *(_pairs(chosen.fixed) or ['# giver = "CHN"'])]
    lines += ["", "[states]", *(_pairs(chosen.states) or ['# Cancelled = "withdrawn"'])]
    if kept := chosen.publisher:
        whose = {"name": kept.name, "ownership": kept.ownership}
        lines += ["", "[publisher]", *_pairs(whose)]
    else:
        lines += ["", "# Who keeps the table, if it is not the giver itself: what it tells is then "
                  "evidence.", "# [publisher]", '# name = "AidData"',
                  '# ownership = "private in USA"']  # fmt: skip
    return "\n".join([*lines, ""])


def _pairs(values: Mapping[str, str]) -> list[str]:
    return [f"{_string(name)} = {_string(value)}" for name, value in values.items()]


def _string(text: str) -> str:
    """Give text as a string of TOML, whose signs are escaped as in JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
