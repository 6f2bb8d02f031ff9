"""What was read in many documents as one file: JSON Lines, CSV, Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from zakuro.flow.batch.writing import write_whole
from zakuro.model.errors import ZakuroError
from zakuro.publish.sheets import guarded

ENDINGS = (".jsonl", ".csv", ".parquet")
_COLUMNS = (
    "source", "document", "id", "kind", "givers", "receivers", "speaker", "act", "object", "amount",
    "value", "low", "high", "unit", "period", "start_date", "end_date", "strength", "confidence",
    "start", "end", "exact",
)  # fmt: skip
_AMOUNT = "value VARCHAR, low VARCHAR, high VARCHAR, unit VARCHAR, bound VARCHAR, exact VARCHAR"
_PERIOD = "edtf VARCHAR, start_date DATE, end_date DATE, exact VARCHAR"
_TYPES = {
    "source": "VARCHAR", "document": "VARCHAR", "id": "VARCHAR", "kind": "VARCHAR",
    "start": "BIGINT", "end": "BIGINT", "exact": "VARCHAR", "speaker": "VARCHAR",
    "givers": "VARCHAR[]", "receivers": "VARCHAR[]", "parties": "VARCHAR[]", "act": "VARCHAR",
    "object": "VARCHAR", "topics": "VARCHAR[]", "quantities": f"STRUCT({_AMOUNT})[]",
    "period": f"STRUCT({_PERIOD})", "strength": "VARCHAR", "rule": "VARCHAR",
    "confidence": "DECIMAL(3,2)",
}  # fmt: skip
_FIGURES = ", ".join(
    f"{name} := try_cast(x.{name} AS DECIMAL(38,9))" for name in ("value", "low", "high")
)


def write_table(output: Path, parts: Sequence[Path]) -> None:
    """Write the lines of all parts, in order, as the file that the ending of ``output`` names.

    Raises ZakuroError without the extra ``parquet`` where that is needed.
    """
    if output.suffix == ".parquet":
        _write_parquet(output, parts)
    elif output.suffix == ".csv":
        write_whole(output, _csv(parts))
    else:
        write_whole(output, (part.read_bytes() for part in parts))


def check_ending(output: Path) -> None:
    """Refuse, before anything is read, what cannot be written afterwards."""
    if output.suffix == ".parquet":
        _duckdb()


def _csv(parts: Sequence[Path]) -> Iterator[bytes]:
    yield b"\xef\xbb\xbf"  # the mark by which spreadsheets know UTF-8
    yield _row(_COLUMNS)
    for part in parts:
        with part.open("rb") as lines:
            for line in lines:
                yield _row([guarded(cell) for cell in _cells(msgspec.json.decode(line))])


def _row(cells: Sequence[str]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerow(cells)
    return written.getvalue().encode()


def _cells(line: dict[str, Any]) -> list[str | int | Decimal | None]:
    """The cells of a statement: of several amounts the first, and the words of all."""
    amounts = line.get("quantities", [])
    first: dict[str, str] = amounts[0] if amounts else {}
    period = line.get("period", {})
    flat: dict[str, Any] = dict(line)
    flat["givers"] = "; ".join(line.get("givers", ()))
    flat["receivers"] = "; ".join(line.get("receivers", ()))
    flat["amount"] = "; ".join(amount["exact"] for amount in amounts)
    flat["unit"] = first.get("unit")
    flat["period"] = period.get("edtf")
    flat["start_date"], flat["end_date"] = period.get("start_date"), period.get("end_date")
    flat.update({key: Decimal(first[key]) for key in ("value", "low", "high") if key in first})
    return [flat.get(column) for column in _COLUMNS]


def _write_parquet(output: Path, parts: Sequence[Path]) -> None:
    """Written by DuckDB from the parts: figures as decimals, what is too long for one as words."""
    made = parts[0].with_name("whole.parquet")
    files = [str(part).replace("'", "''") for part in parts if part.stat().st_size]
    if files:
        names = ", ".join(f"'{name}'" for name in files)
        columns = ", ".join(f"'{name}': '{kind}'" for name, kind in _TYPES.items())
        rows = f"read_json([{names}], columns = {{{columns}}}, format = 'newline_delimited')"
    else:
        empty = ", ".join(f'NULL::{kind} AS "{name}"' for name, kind in _TYPES.items())
        rows = f"(SELECT {empty} WHERE false)"
    kept = f"{_FIGURES}, unit := x.unit, bound := x.bound, exact := x.exact"
    amounts = f"list_transform(quantities, lambda x: struct_pack({kept}))"
    with _duckdb().connect() as connection:
        query = f"SELECT * REPLACE ({amounts} AS quantities) FROM {rows}"  # noqa: S608 (as above)
        connection.sql(query).write_parquet(str(made))
    write_whole(output, made.read_bytes())


def _duckdb() -> Any:
    try:
        import duckdb  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise ZakuroError(
            'Parquet needs the extra "parquet": pip install "zakuro[parquet]"; or write .jsonl'
        ) from error
    return duckdb
