"""Activities of IATI 2.0x as records: commitments promised, disbursements delivered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from lxml import etree

from zakuro.flow.importing.records import Delivered, Record, Standing, State
from zakuro.model import vocabulary
from zakuro.model.errors import ZakuroError

PROMISED = ("2", "11", "12", "13")
"""Kinds of transactions that promise: commitments and pledges, outgoing and incoming."""

DELIVERED = ("3", "4")
"""Kinds that the giver reports as delivered: disbursements and expenditures."""

_FUNDING = ("1", "3")

_STATUS: dict[str, tuple[Standing, str]] = {
    "5": ("withdrawn", "cancelled"),
    "6": ("suspended", "suspended"),
}
"""The states of activities that are no deliveries, with their names."""


def activities(path: Path) -> list[Record]:
    """Give the activities of a file; ZakuroError where it is none, or names the activity."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.parse(str(path), parser).getroot()
    except (etree.XMLSyntaxError, OSError) as error:
        raise ZakuroError(f"{path} cannot be read as XML: {error}.") from None
    if root.tag != "iati-activities":
        raise ZakuroError(f"{path} holds no IATI activities but <{root.tag}>.")
    if root.get("version", "1").startswith("1"):
        raise ZakuroError(f"{path} is of IATI {root.get('version', '1')}; 2.01 to 2.03 are known.")
    activities = enumerate(root.iter("iati-activity"), 1)
    return [record for number, activity in activities for record in _records(activity, number)]


def _records(activity: etree._Element, number: int) -> Iterator[Record]:
    key = (activity.findtext("iati-identifier") or "").strip()
    if not key:
        title = _narrative(activity, "title")
        which = f"Activity {number}" + (f" ({title})" if title else "")
        raise ZakuroError(
            f"{which} has no iati-identifier, by which it would be known again: give it one. "
            "Nothing was entered."
        )
    try:
        yield _record(activity, key)
    except (ValueError, InvalidOperation) as error:
        raise ZakuroError(f"The activity {key} cannot be read: {error}") from None


def _record(activity: etree._Element, key: str) -> Record:
    words = _narrative(activity, "title") or _narrative(activity, "description") or key
    promised = [one for one in activity.findall("transaction") if _kind(one) in PROMISED]
    units = {_currency(activity, one) for one in activity.findall("transaction")}
    unit = _currency(activity, promised[0]) if promised else (min(units) if len(units) == 1 else "")
    value = sum((_value(one) for one in promised if _currency(activity, one) == unit), Decimal(0))
    delivered = tuple(
        Delivered(_on(one), _value(one))
        for one in activity.findall("transaction")
        if _kind(one) in DELIVERED and _currency(activity, one) == unit and _value(one) > 0
    )
    days = {one.get("type"): one.get("iso-date", "") for one in activity.findall("activity-date")}
    said = min((_on(one) for one in promised), default=None)
    start = days.get("2") or days.get("1")
    end = days.get("3")
    return Record(
        key=key,
        words=words,
        givers=_givers(activity),
        receivers=_receivers(activity),
        value=value if promised and value > 0 else None,
        unit=unit if promised and value > 0 else "",
        said_on=said or (date.fromisoformat(start) if start else None),
        end=date.fromisoformat(end) if end else None,
        delivered=delivered if promised and value > 0 else (),
        state=_state(activity),
    )


def _state(activity: etree._Element) -> State | None:
    """Give that it is cancelled or suspended, as of the day on which its keeper last wrote it."""
    status = activity.find("activity-status")
    found = None if status is None else _STATUS.get(status.get("code", ""))
    if found is None:
        return None
    written = activity.get("last-updated-datetime", "")[:10]
    return State(*found, date.fromisoformat(written) if written else None)


def _narrative(activity: etree._Element, tag: str) -> str:
    return " ".join((activity.findtext(f"{tag}/narrative") or "").split())


def _kind(transaction: etree._Element) -> str:
    kind = transaction.find("transaction-type")
    return "" if kind is None else kind.get("code", "")


def _currency(activity: etree._Element, transaction: etree._Element) -> str:
    value = transaction.find("value")
    own = "" if value is None else value.get("currency", "")
    return own or activity.get("default-currency", "")


def _value(transaction: etree._Element) -> Decimal:
    return Decimal((transaction.findtext("value") or "0").replace(",", "").strip())


def _on(transaction: etree._Element) -> date:
    day = transaction.find("transaction-date")
    return date.fromisoformat("" if day is None else day.get("iso-date", "")[:10])


def _givers(activity: etree._Element) -> tuple[str, ...]:
    """Give who funds it: a government by its country, else the organisation's own country."""
    funders = [one for one in activity.findall("participating-org") if one.get("role") in _FUNDING]
    found = _states(funders) or _states(activity.findall("reporting-org"))
    if not found:
        raise ZakuroError(
            f"The activity {activity.findtext('iati-identifier')} names no funder whose country "
            "is told by its reference (GB-GOV-1): nothing was entered."
        )
    return tuple(found)


def _states(organisations: list[etree._Element]) -> dict[str, None]:
    """Give the states and groups that references tell: GB-GOV-1, and those written by zakuro."""
    by_alpha2 = {alpha2: code for code, alpha2 in vocabulary.territories().items()}
    found: dict[str, None] = {}
    for one in organisations:
        ref = one.get("ref", "")
        group = ref.removeprefix("ZAKURO-")
        known = vocabulary.groups() if group != ref else {}
        code = group if group in known else by_alpha2.get(ref.partition("-")[0])
        if code is not None:
            found[code] = None
    return found


def _receivers(activity: etree._Element) -> tuple[str, ...]:
    by_alpha2 = {alpha2: code for code, alpha2 in vocabulary.territories().items()}
    codes = [one.get("code", "") for one in activity.findall("recipient-country")]
    return tuple(dict.fromkeys(by_alpha2[code] for code in codes if code in by_alpha2))
