"""Moments as members see them: in a member's own zone, the chair's, and UTC."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.core import get_global

from zakuro.model import vocabulary
from zakuro.model.acts import Charter
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Record

_ZONED = re.compile(r"(?P<local>[^\[\]]+?)(?:\[(?P<zone>[A-Za-z0-9_+/\-]+)\])?")


class LocalTime(Record, frozen=True, kw_only=True):
    """A moment in a zone: the local time, whose zone it is, and the zone's name."""

    whose: str
    zone: str
    time: datetime


def parse_instant(given: str) -> datetime:
    """Give the moment written as 2026-12-10T12:00+05:00, …Z or …[Asia/Almaty].

    ZakuroError without a zone, and for a local time that a zone has not or has twice.
    """
    found = _ZONED.fullmatch(given.strip())
    try:
        moment = datetime.fromisoformat(found["local"]) if found else None
    except ValueError:
        moment = None
    if found is None or moment is None or "T" not in given:
        raise ZakuroError(f"{given!r} is no moment: write it as 2026-12-10T12:00+05:00.")
    if found["zone"]:
        return _in_zone(moment, found["zone"], given).astimezone(UTC)
    if moment.tzinfo is None:
        raise ZakuroError(
            f"{given!r} has no zone: write {given}+05:00, {given}Z or {given}[Asia/Almaty]."
        )
    return moment.astimezone(UTC)


def _in_zone(moment: datetime, name: str, given: str) -> datetime:
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ZakuroError(f"{name!r} is no time zone such as Asia/Almaty.") from None
    local = moment.replace(tzinfo=None)
    offsets = {local.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta(0) for fold in (0, 1)}
    if moment.tzinfo is not None:
        offsets &= {moment.utcoffset() or timedelta(0)}
    fitting = [
        utc
        for utc in (local.replace(tzinfo=UTC) - offset for offset in offsets)
        if utc.astimezone(zone).replace(tzinfo=None) == local
    ]
    if len(fitting) != 1:
        raise ZakuroError(
            f"{given!r} is no one moment in {name}, where clocks change or the offset is another: "
            "write it with its offset, or in UTC."
        )
    return fitting[0]


def in_all_zones(charter: Charter, moment: datetime, parties: Sequence[str]) -> str:
    """Write a moment as every party's clock shows it, and in UTC."""
    found: dict[str, list[str]] = {}
    for party in parties:
        zone = zone_of(charter, party, moment)
        if zone is not None:
            local = moment.astimezone(ZoneInfo(zone)).isoformat(" ")
            found.setdefault(local, []).append(party)
    local_ = [f"{local} ({', '.join(whose)})" for local, whose in found.items()]
    return ", ".join([*local_, moment.astimezone(UTC).isoformat(" ").replace("+00:00", "Z")])


def zone_of(charter: Charter, party: str, moment: datetime) -> str | None:
    """Give the zone of a party: the charter's, or its territory's where all clocks agree then."""
    if party in charter.procedure.zones:
        return charter.procedure.zones[party]
    zones = _zones().get(vocabulary.territories().get(party, ""), [])
    offsets = {moment.astimezone(ZoneInfo(zone)).utcoffset() for zone in zones}
    return zones[0] if len(offsets) == 1 else None


@cache
def _zones() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for zone, territory in get_global("zone_territories").items():
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
        found.setdefault(territory, []).append(zone)
    return found


def local_times(
    charter: Charter, moment: datetime, *, party: str | None, chair: str | None
) -> tuple[LocalTime, ...]:
    """Give a moment in the member's zone, the chair's and UTC; a zone that is unknown is left."""
    found: list[LocalTime] = []
    for whose, code in ((party, party), (None if chair == party else f"chair {chair}", chair)):
        zone = zone_of(charter, code, moment) if code else None
        if whose and zone:
            found.append(LocalTime(whose=whose, zone=zone, time=moment.astimezone(ZoneInfo(zone))))
    found.append(LocalTime(whose="UTC", zone="UTC", time=moment.astimezone(UTC)))
    return tuple(found)
