"""Series from files: a plain CSV, SDMX-CSV (1.0, 2.0), or JSON-stat (2.0)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import product
from typing import Any

from zakuro.model.errors import ZakuroError
from zakuro.model.source import Point
from zakuro.model.vocabulary import groups, territories

_PLAIN = ("indicator", "reporter", "partner", "period", "value", "unit", "source", "counted")
_NEEDED = ("indicator", "reporter", "period", "value", "unit")
_HOW = frozenset({"counted", "how counted", "how_counted", "method"})
_SDMX = {
    "indicator": ("INDICATOR", "FLOW", "TRADE_FLOW", "MEASURE", "VAR", "SUBJECT"),
    "reporter": ("REF_AREA", "REPORTER", "LOCATION"),
    "partner": ("COUNTERPART_AREA", "PARTNER", "VIS_AREA"),
    "period": ("TIME_PERIOD",),
    "value": ("OBS_VALUE",),
    "unit": ("UNIT_MEASURE", "UNIT", "CURRENCY"),
    "scale": ("UNIT_MULT", "POWERCODE"),
}
_DIMENSIONS = {
    "indicator": ("indicator", "flow", "measure", "metric", "contents", "contentscode"),
    "reporter": ("reporter", "ref_area", "geo", "area", "country"),
    "partner": ("partner", "counterpart_area", "counterpart"),
    "period": ("time", "time_period", "period", "year"),
    "unit": ("unit", "unit_measure", "currency"),
}
_SCALES = {"thousand": 3, "million": 6, "billion": 9}
_PERIOD = re.compile(r"\d{4}(?:-\d\d)?(?:/\d{4}(?:-\d\d)?)?")
_FLOWS = {"x": "exports", "m": "imports", "export": "exports", "import": "imports", "t": "trade"}


def points_of(content: bytes, name: str) -> tuple[tuple[Point, ...], str]:
    """The figures of a file, and its form: csv, sdmx-csv or json-stat.

    ZakuroError says which line of ``name`` cannot be read, and what it should be.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ZakuroError(f"{name} is not UTF-8 ({error}): save it as UTF-8.") from None
    if text.lstrip().startswith("{"):
        found, form = tuple(_json_stat(text, name)), "json-stat"
    else:
        rows = csv.DictReader(io.StringIO(text, newline=""))
        fields = [field.strip() for field in rows.fieldnames or ()]
        rows.fieldnames = fields
        sdmx = "OBS_VALUE" in fields and "TIME_PERIOD" in fields
        form = "sdmx-csv" if sdmx else "csv"
        try:
            found = tuple((_sdmx if sdmx else _csv)(rows, fields, name))
        except csv.Error as error:
            raise ZakuroError(f"{name}, line {rows.line_num}: {error}.") from None
    if not found:
        raise ZakuroError(f"{name} holds no figures: it needs a line for each, below its heads.")
    return found, form


def _csv(rows: csv.DictReader[str], fields: list[str], name: str) -> Iterator[Point]:
    known = {"counted" if f.casefold() in _HOW else f.casefold(): f for f in fields}
    if missing := [head for head in _NEEDED if head not in known]:
        raise ZakuroError(
            f"{name} has no column {', '.join(missing)}: the heads are {', '.join(_PLAIN)} "
            "(SDMX-CSV and JSON-stat are read too)."
        )
    for row in rows:
        given = {head: (row.get(known[head]) or "").strip() for head in _PLAIN if head in known}
        if any(given.values()):
            yield _point(given, f"{name}, line {rows.line_num}")


def _sdmx(rows: csv.DictReader[str], fields: list[str], name: str) -> Iterator[Point]:
    columns = {
        role: next((head for head in heads if head in fields), None)
        for role, heads in _SDMX.items()
    }
    if columns["reporter"] is None:
        raise ZakuroError(f"{name} has no column REF_AREA: it does not say who counts.")
    flow = next((f for f in ("DATAFLOW", "STRUCTURE_ID") if f in fields), None)
    for row in rows:
        given = {role: (row.get(head or "") or "").strip() for role, head in columns.items()}
        if not given["value"]:
            continue  # an observation that is missing is a line without a value
        given["source"] = row.get(flow or "") or name
        given["counted"] = (row.get("METHODOLOGY") or "").strip()
        yield _point(given, f"{name}, line {rows.line_num}")


def _json_stat(text: str, name: str) -> Iterator[Point]:
    try:
        data: dict[str, Any] = json.loads(text, parse_float=Decimal)
        ids, sizes = list(data["id"]), list(data["size"])
        indexes = [_categories(data["dimension"][each]) for each in ids]
        values = data["value"]
    except (KeyError, TypeError, ValueError) as error:
        raise ZakuroError(f"{name} is no JSON-stat 2.0 dataset: {error!r} is missing.") from None
    if sizes != [len(index) for index in indexes]:
        raise ZakuroError(f"{name}: the sizes of the dimensions are not those of their categories.")
    roles = {role: _dimension(ids, data.get("role", {}), role) for role in _DIMENSIONS}
    for place, chosen in enumerate(product(*indexes)):
        value = values.get(str(place)) if isinstance(values, dict) else values[place]
        if value is None:
            continue
        given = {role: chosen[at] if at is not None else "" for role, at in roles.items()} | {
            "value": str(value),
            "source": str(data.get("source") or name),
            "scale": "",
        }
        given["indicator"] = given["indicator"] or str(data.get("label") or "")
        metric = (
            data["dimension"][ids[roles["indicator"]]] if roles["indicator"] is not None else {}
        )
        unit = metric.get("category", {}).get("unit", {}).get(given["indicator"], {})
        given["unit"] = given["unit"] or str(unit.get("base") or unit.get("label") or "")
        given["scale"] = str(unit.get("multiplier") or "")
        yield _point(given, f"{name}, value {place}")


def _categories(dimension: Mapping[str, Any]) -> list[str]:
    """The codes of a dimension in order."""
    category = dimension["category"]
    index = category.get("index") or list(category["label"])
    return list(index) if isinstance(index, list) else sorted(index, key=index.__getitem__)


def _dimension(ids: list[str], roles: Mapping[str, list[str]], role: str) -> int | None:
    """The place of the dimension that tells something, by its name or its declared role."""
    for name in _DIMENSIONS[role]:
        for place, each in enumerate(ids):
            if each.casefold() == name:
                return place
    declared = {"period": "time", "reporter": "geo", "indicator": "metric"}.get(role, "")
    return next((place for place, each in enumerate(ids) if each in roles.get(declared, ())), None)


def _point(given: Mapping[str, str], where: str) -> Point:
    unit, scale = _unit(given["unit"], given.get("scale", ""), where)
    written = given["value"].replace("\u00a0", "").replace(" ", "")
    try:
        value = Decimal(written).scaleb(scale)
    except InvalidOperation:
        raise ZakuroError(
            f"{where}: {given['value']!r} is no number: write 94800000000, or 94.8 with the unit "
            "USD billion."
        ) from None
    if not value.is_finite():
        raise ZakuroError(f"{where}: {given['value']!r} is no figure.")
    if not _PERIOD.fullmatch(given["period"]):
        raise ZakuroError(
            f"{where}: {given['period']!r} is no period: write 2024, 2024-05 or 2025-01/2025-05."
        )
    indicator = given["indicator"].casefold()
    return Point(
        indicator=_FLOWS.get(indicator, indicator),
        reporter=_party(given["reporter"], where),
        partner=_party(given.get("partner", ""), where) if given.get("partner") else "",
        period=given["period"],
        value=value,
        unit=unit,
        source=given.get("source", ""),
        counted=given.get("counted", ""),
    )


def _unit(given: str, scale: str, where: str) -> tuple[str, int]:
    """The unit, and the power of ten it is told in: USD million is USD and 6."""
    words = given.split()
    powers = [_SCALES[word.casefold()] for word in words if word.casefold() in _SCALES]
    codes = [word for word in words if word.casefold() not in _SCALES]
    if len(codes) != 1 or len(powers) > 1:
        raise ZakuroError(f"{where}: {given!r} is no unit: write USD, or USD million.")
    if scale and not scale.lstrip("-").isdigit():
        raise ZakuroError(f"{where}: {scale!r} is no power of ten.")
    return codes[0], (powers[0] if powers else 0) + int(scale or 0)


def _party(given: str, where: str) -> str:
    """The code of a party: as given, or of its two letters."""
    code = given.strip().upper()
    if code in territories() or code in groups() or code in {"WLD", "W00", "W1"}:
        return code
    for three, two in territories().items():
        if code == two:
            return three
    raise ZakuroError(
        f"{where}: {given!r} is no party: write its ISO 3166-1 code (KAZ), or a group's (C5)."
    )
