"""Tables that others keep, read by a map of their columns."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import msgspec

from zakuro.flow.importing.records import Delivered, Record, Standing, State
from zakuro.model import vocabulary
from zakuro.model.errors import ZakuroError
from zakuro.model.source import Publisher, publisher
from zakuro.words import figures

BUNDLED = ("aiddata", "g7")
COLUMNS = ("key", "words", "giver", "receivers", "amount", "unit", "said_on", "end", "topics",
           "delivered_on", "delivered", "state", "state_on")  # fmt: skip
NEEDED = ("key", "words", "giver")
"""What a map must say where to find."""


class Keeper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose a table is: the name of its publisher, and its ownership in words."""

    name: str
    ownership: str


class Map(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A map: which column holds what, what stands where no column says it, what values mean.

    ``only`` names columns with the values of rows that are taken; ``deliver`` columns with the
    values of rows that are delivered in full on the day of ``delivered_on``; ``umbrella`` columns
    with the values of rows over others, whose amount is not counted.  ``states`` says which words
    of ``state`` mean that a pledge is withdrawn or suspended, as said on ``state_on``.  ``across``
    names columns that stand for a party each, as in tables of scores: each that is filled is a
    record of its own, with the party in the column ``giver`` and what is filled in in ``score``.
    ``publisher`` says whose the table is: its name, and its ownership ("private in USA").
    """

    columns: dict[str, str]
    fixed: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    only: dict[str, list[str]] = {}
    deliver: dict[str, list[str]] = {}
    umbrella: dict[str, list[str]] = {}
    states: dict[str, Standing] = {}
    across: dict[str, str] = {}
    publisher: Keeper | None = None

    def published_by(self) -> Publisher | None:
        """Give who published the table; None where the map does not say."""
        return publisher(self.publisher.name, self.publisher.ownership) if self.publisher else None


def read_map(given: str) -> Map:
    """Give a map from a file, or a bundled one by its name; ZakuroError for what is none."""
    if given in BUNDLED:
        text = files(__package__).joinpath(f"{given}.toml").read_text("utf-8")
    else:
        try:
            text = Path(given).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            bundled = ", ".join(BUNDLED)
            raise ZakuroError(
                f"Cannot read the map {given}: {error}; bundled: {bundled}."
            ) from None
    try:
        found = msgspec.convert(tomllib.loads(text), Map)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ZakuroError(f"The map {given} cannot be read: {error}.") from None
    unknown = sorted((found.columns.keys() | found.fixed.keys()) - set(COLUMNS))
    if unknown:
        raise ZakuroError(
            f"The map {given} names {', '.join(unknown)}; known: {', '.join(COLUMNS)}."
        )
    missing = [
        name for name in NEEDED
        if name not in found.columns and name not in found.fixed
    ]  # fmt: skip
    if missing:
        raise ZakuroError(f"The map {given} does not say where {', '.join(missing)} stands.")
    found.published_by()
    return found


def read_rows(path: Path) -> list[dict[str, str]]:
    """Give the rows of a CSV or XLSX by their headings; ZakuroError for what is none."""
    ending = path.suffix.lower()
    try:
        if ending == ".xlsx":
            return _workbook(path)
        if ending in (".csv", ".tsv"):
            text = path.read_bytes().decode("utf-8-sig")
            mark = "\t" if ending == ".tsv" else _mark(text)
            return [
                {str(k): v or "" for k, v in row.items() if k is not None}
                for row in csv.DictReader(io.StringIO(text), delimiter=mark)
            ]
    except OSError as error:
        raise ZakuroError(f"Cannot read {path}: {error.strerror or error}.") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise ZakuroError(f"{path} cannot be read: {error}. Save it as CSV in UTF-8.") from None
    raise ZakuroError(f"{path} is no table: give a .csv, .tsv or .xlsx.")


def _mark(text: str) -> str:
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


def _workbook(path: Path) -> list[dict[str, str]]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra
        from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 - an extra
    except ImportError:
        raise ZakuroError("An .xlsx needs the extra: pip install 'zakuro[xlsx]'.") from None
    try:
        with path.open("rb") as file:
            book = load_workbook(file, read_only=True, data_only=True)
            sheet = book.worksheets[0]
            rows = [[_as_text(value) for value in row] for row in sheet.iter_rows(values_only=True)]
            book.close()
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise ZakuroError(f"{path} cannot be read as a workbook: {error}.") from None
    return [dict(zip(rows[0], row, strict=False)) for row in rows[1:]] if rows else []


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    return value.date().isoformat() if isinstance(value, datetime) else str(value)


def records(rows: Iterable[Mapping[str, str]], chosen: Map) -> Iterator[Record]:
    """Give the records of a table's rows; ZakuroError names the row that cannot be read."""
    for number, whole in enumerate(rows, start=2):
        for row in _across(whole, chosen):
            missing = sorted(_asked(chosen) - row.keys())
            if missing:
                raise ZakuroError(f"The table has no column {', '.join(missing)}; change the map.")
            if not _taken(row, chosen) or _is_wordless(row, chosen):
                continue
            try:
                yield _record(row, chosen)
            except (ValueError, InvalidOperation, ZakuroError) as error:
                raise ZakuroError(f"Row {number} cannot be read: {error}") from None


def _across(row: Mapping[str, str], chosen: Map) -> Iterator[Mapping[str, str]]:
    """Give a row, or one for each party whose column in it is filled."""
    if not chosen.across:
        yield row
        return
    missing = sorted(chosen.across.keys() - row.keys())
    if missing:
        raise ZakuroError(f"The table has no column {', '.join(missing)}; change the map.")
    key = chosen.columns.get("key", "")
    for column, party in chosen.across.items():
        if score := row[column].strip():
            own = {key: f"{row.get(key, '')} {party}"} if key in row else {}
            yield {**row, **own, "giver": party, "score": score}


def _asked(chosen: Map) -> set[str]:
    """Give all columns that a map names."""
    conditions = (chosen.only, chosen.deliver, chosen.umbrella)
    return {*chosen.columns.values(), *(name for each in conditions for name in each)}


def left_out(rows: Iterable[Mapping[str, str]], chosen: Map) -> list[str]:
    """Give the keys of the rows that the map does not take."""
    column, fixed = chosen.columns.get("key", ""), chosen.fixed.get("key", "")
    return [
        row.get(column, fixed)
        for whole in rows
        for row in _across(whole, chosen)
        if not _taken(row, chosen)
    ]


def wordless(rows: Iterable[Mapping[str, str]], chosen: Map) -> list[str]:
    """Give the keys of the rows that hold no words: no pledge can rest on them."""
    return [
        _cell(row, chosen, "key")
        for whole in rows
        for row in _across(whole, chosen)
        if _taken(row, chosen) and _is_wordless(row, chosen)
    ]


def _is_wordless(row: Mapping[str, str], chosen: Map) -> bool:
    return bool(_cell(row, chosen, "key")) and not _cell(row, chosen, "words")


def _taken(row: Mapping[str, str], chosen: Map) -> bool:
    return not chosen.only or _is(row, chosen.only)


def _is(row: Mapping[str, str], asked: Mapping[str, list[str]]) -> bool:
    """Tell if every column that a map names has one of the values that it names."""
    return bool(asked) and all(row.get(name, "") in values for name, values in asked.items())


def _cell(row: Mapping[str, str], chosen: Map, name: str) -> str:
    """Give what a row says under a name of the map, or what is fixed for it."""
    column = chosen.columns.get(name)
    found = (row[column].strip() if column else "") or chosen.fixed.get(name, "")
    return chosen.values.get(name, {}).get(found, found)


def _record(row: Mapping[str, str], chosen: Map) -> Record:
    cell = partial(_cell, row, chosen)
    value = _number(cell("amount"))
    unit = cell("unit")
    given = value is not None and bool(unit)
    delivered_on, delivered = _day(cell("delivered_on")), _number(cell("delivered"))
    came = delivered
    if delivered is None and _is(row, chosen.deliver):
        came = value
    umbrella = _is(row, chosen.umbrella)
    counted = given and not umbrella
    made = (Delivered(delivered_on, came),) if delivered_on and came and counted else ()
    standing = chosen.states.get(cell("state"))
    state = State(standing, cell("state"), _day(cell("state_on"))) if standing else None
    if not cell("key"):
        raise ZakuroError("it has no key.")
    return Record(
        key=cell("key"),
        words=cell("words"),
        givers=_parties(cell("giver"), chosen.values.get("giver", {})),
        receivers=_parties(cell("receivers"), chosen.values.get("receivers", {})),
        value=value if given else None,
        unit=unit if given else "",
        said_on=_day(cell("said_on"), first=True),
        end=_day(cell("end")),
        topics=tuple(t.strip() for t in cell("topics").split(";") if t.strip()),
        delivered=made,
        state=state,
        umbrella=umbrella,
    )


def _number(text: str) -> Decimal | None:
    return Decimal(text.replace(",", "").replace("_", "").replace(" ", "")) if text else None


def _day(text: str, *, first: bool = False) -> date | None:
    """Give a day; of a year alone its last day, or its ``first``."""
    if not text:
        return None
    if len(text) == 4 and text.isdecimal():
        return date(int(text), 1, 1) if first else date(int(text), 12, 31)
    return date.fromisoformat(text[:10])


def _parties(text: str, means: Mapping[str, str]) -> tuple[str, ...]:
    """Give the codes of parties named by code or by English name, several set apart by ``;``."""
    names = [name.strip() for name in text.replace("|", ";").split(";")]
    meant = [means.get(name, name) for name in names]
    return tuple(dict.fromkeys(_party(name) for name in meant if name))


def _party(name: str) -> str:
    known = vocabulary.territories()
    if name in known or name in vocabulary.groups():
        return name
    found = _by_name().get(name.casefold())
    if found is None:
        raise ZakuroError(f"{name!r} is no party: give its ISO 3166-1 code in [values] of the map.")
    return found


@cache
def _by_name() -> dict[str, str]:
    codes = vocabulary.territories()
    by_name = {figures.party("en", code).casefold(): code for code in codes}
    return by_name | {alpha2.casefold(): code for code, alpha2 in codes.items()}
