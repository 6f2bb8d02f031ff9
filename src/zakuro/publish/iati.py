"""Pledges as activities of the International Aid Transparency Initiative, version 2.03."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

from lxml import etree
from lxml.builder import E

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OTHER = "90"
"""What kind of organisation keeps the books: any other."""


class Organisation(NamedTuple):
    """A party: its reference, its kind (10 government, 40 multilateral), its name."""

    ref: str
    kind: str
    name: str


class Transaction(NamedTuple):
    """Money promised (2), disbursed by the giver's report (3), or come in by confirmation (1)."""

    ref: str
    kind: str
    on: date
    value: Decimal
    currency: str
    provider: Organisation | None
    receiver: Organisation | None


class Activity(NamedTuple):
    """A pledge; its words in their language, its days, parties, places, sectors, transactions.

    ``status``: 1 pipeline, 2 implementation, 4 closed, 5 cancelled, 6 suspended.  ``countries`` are
    ISO 3166-1 alpha-2 codes; ``regions`` codes of the UN's M49, where there are no countries.
    """

    name: str
    words: str
    language: str
    status: str
    start: date
    end: date | None
    ended: date | None
    givers: tuple[Organisation, ...]
    countries: tuple[str, ...]
    regions: tuple[str, ...]
    sectors: tuple[str, ...]
    transactions: tuple[Transaction, ...]
    updated: datetime


def as_iati(activities: Iterable[Activity], keeper: Organisation, generated: datetime) -> bytes:
    """Give activities as a file; ``keeper`` reports them as a secondary reporter."""
    root = E("iati-activities")
    root.set("version", "2.03")
    root.set("generated-datetime", _moment(generated))
    for activity in activities:
        root.append(_activity(activity, keeper))
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written


def _activity(activity: Activity, keeper: Organisation) -> etree._Element:
    made = E("iati-activity")
    made.set(_LANG, activity.language)
    made.set("last-updated-datetime", _moment(activity.updated))
    words = _clean(activity.words)
    made.append(E("iati-identifier", f"{keeper.ref}-{activity.name}"))
    reporting = E("reporting-org", ref=keeper.ref, type=_OTHER)
    reporting.set("secondary-reporter", "1")
    reporting.append(E("narrative", keeper.name))
    made.append(reporting)
    made.append(E("title", E("narrative", _short(words))))
    made.append(E("description", E("narrative", words), type="1"))
    for giver in activity.givers:
        made.append(_organisation("participating-org", giver, role="1"))
    made.append(E("activity-status", code=activity.status))
    for kind, day in (("1", activity.start), ("3", activity.end), ("4", activity.ended)):
        if day is not None:
            made.append(_day("activity-date", day, type=kind))
    for code, share in _shares(activity.countries):
        made.append(E("recipient-country", code=code, percentage=share))
    for code, share in _shares(() if activity.countries else activity.regions):
        made.append(E("recipient-region", code=code, vocabulary="2", percentage=share))
    for code, share in _shares(activity.sectors):
        vocabulary = "1" if len(code) > 3 else "2"
        made.append(E("sector", code=code, vocabulary=vocabulary, percentage=share))
    for transaction in activity.transactions:
        made.append(_transaction(transaction))
    return made


def _transaction(found: Transaction) -> etree._Element:
    made = E("transaction", ref=found.ref)
    made.append(E("transaction-type", code=found.kind))
    made.append(_day("transaction-date", found.on))
    value = E("value", f"{found.value:f}", currency=found.currency)
    value.set("value-date", found.on.isoformat())
    made.append(value)
    if found.provider is not None:
        made.append(_organisation("provider-org", found.provider))
    if found.receiver is not None:
        made.append(_organisation("receiver-org", found.receiver))
    return made


def _organisation(tag: str, organisation: Organisation, **more: str) -> etree._Element:
    made = E(tag, ref=organisation.ref, type=organisation.kind, **more)
    name = E("narrative", organisation.name)
    name.set(_LANG, "en")
    made.append(name)
    return made


def _day(tag: str, day: date, **more: str) -> etree._Element:
    made = E(tag, **more)
    made.set("iso-date", day.isoformat())
    return made


def _shares(codes: Sequence[str]) -> list[tuple[str, str]]:
    """Give each code its share in percent; the last one takes what rounding leaves."""
    if not codes:
        return []
    each = (Decimal(100) / len(codes)).quantize(Decimal("0.01"), ROUND_DOWN)
    shares = [each] * (len(codes) - 1) + [100 - each * (len(codes) - 1)]
    return [(code, f"{share.normalize():f}") for code, share in zip(codes, shares, strict=True)]


def _moment(time: datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def _clean(text: str) -> str:
    kept = "".join(sign for sign in text if sign >= " " or sign in "\t\n")
    return " ".join(kept.replace("\ufffe", "").replace("\uffff", "").split())


def _short(words: str, most: int = 100) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
