"""Tables for queries, computed from the entries: thrown away and built again at will.

Flow declares them; the journal keeps their rows in the same transaction as the entries.  Every
column is filled (an open end of an interval is ``9999-12-31``, an absent text is empty), texts
compare by code point on both engines, and decimals are texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

import msgspec

from zakuro.journal.engines.engine import Engine
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Record

Value = str | int
ColumnType = Literal["text", "integer"]
Operator = Literal["=", "!=", "<", "<=", ">", ">=", "in"]
Condition = tuple[str, Operator, "Value | Sequence[Value] | Among"]
"""A column, how it compares, and with what: ``("until", ">", day)``.

For ``in`` that is a sequence, or the values of a column of another projection (:class:`Among`).
"""
ProjectionRow = dict[str, Value]

_IDENTIFIER: Final = re.compile(r"[a-z][a-z0-9_]{0,40}")
_OPERATORS: Final = frozenset({"=", "!=", "<", "<=", ">", ">="})
_PAGE: Final = 2000


class Table(Record, frozen=True, kw_only=True):
    """A projection: the columns with their types, the key, and further indexes."""

    name: str
    columns: dict[str, ColumnType]
    key: tuple[str, ...]
    indexes: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        for name in (self.name, *self.columns):
            if not _IDENTIFIER.fullmatch(name):
                raise ZakuroError(f"{name!r} cannot name a table or column: use a-z, 0-9 and _.")
        if self.name == "definitions":
            raise ZakuroError("The table 'definitions' is the journal's own: name it otherwise.")
        if not self.key:
            raise ZakuroError(f"The table {self.name} needs a key.")
        self.check(name for columns in (self.key, *self.indexes) for name in columns)

    def check(self, names: Iterable[str]) -> None:
        """Refuse names that are no columns of this table."""
        for name in names:
            if name not in self.columns:
                raise ZakuroError(f"The table {self.name} has no column {name!r}.")


class Among(NamedTuple):
    """The values of a column in the rows of a projection that meet every condition."""

    table: Table
    column: str
    where: tuple[Condition, ...]


class Projections:
    """Runs the queries and changes on projections; used through Journal and Transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def are_built(self, tables: Iterable[Table]) -> bool:
        """Tell whether each table stands as declared; if not, it has to be built again."""
        known: dict[str, str] = dict(
            self._engine.run(
                f"SELECT name, definition FROM {self._engine.projection('definitions')}"  # noqa: S608
            )
        )
        return all(known.get(table.name) == _definition(table) for table in tables)

    def build(self, tables: Iterable[Table]) -> None:
        """Make the tables anew and empty, dropping those of the same names."""
        engine = self._engine
        definitions = engine.projection("definitions")
        types = {"text": engine.text_type, "integer": engine.integer_type}
        for table in tables:
            name = engine.projection(table.name)
            columns = [
                f'"{column}" {types[type_]} NOT NULL' for column, type_ in table.columns.items()
            ]
            columns.append(f"PRIMARY KEY ({_list(table.key)})")
            engine.run(f"DROP TABLE IF EXISTS {name}")
            engine.run(f"CREATE TABLE {name} ({', '.join(columns)})")
            for place, index in enumerate(table.indexes, start=1):
                engine.run(f'CREATE INDEX "{table.name}_{place}" ON {name} ({_list(index)})')
            engine.run(
                f"INSERT INTO {definitions} (name, definition) VALUES (?, ?) "  # noqa: S608
                "ON CONFLICT (name) DO UPDATE SET definition = excluded.definition",
                (table.name, _definition(table)),
            )

    def upsert(self, table: Table, rows: Iterable[Mapping[str, Value]]) -> None:
        """Write rows, each in place of one with the same key."""
        columns = tuple(table.columns)
        rest = [column for column in columns if column not in table.key]
        change = (
            "DO UPDATE SET " + ", ".join(f'"{column}" = excluded."{column}"' for column in rest)
            if rest
            else "DO NOTHING"
        )
        statement = (
            f"INSERT INTO {self._engine.projection(table.name)} ({_list(columns)}) "  # noqa: S608
            f"VALUES ({', '.join('?' * len(columns))}) ON CONFLICT ({_list(table.key)}) {change}"
        )
        self._engine.run_many(statement, [_row_values(table, row) for row in rows])

    def delete(self, table: Table, where: Sequence[Condition]) -> None:
        """Delete the rows that meet every condition (all rows, if there is none)."""
        clause, values = self._where(table, where)
        self._engine.run(
            f"DELETE FROM {self._engine.projection(table.name)}{clause}",  # noqa: S608
            values,
        )

    def count(self, table: Table, where: Sequence[Condition]) -> int:
        """Count the rows that meet every condition."""
        clause, values = self._where(table, where)
        name = self._engine.projection(table.name)
        return int(self._engine.run(f"SELECT count(*) FROM {name}{clause}", values)[0][0])  # noqa: S608

    def rows(
        self,
        table: Table,
        where: Sequence[Condition],
        *,
        order: Sequence[str],
        descending: bool,
        after: Sequence[Value] | None,
        limit: int | None,
    ) -> Iterator[ProjectionRow]:
        """Give rows in order, fetched by pages; see ``Journal.rows``."""
        table.check(order)
        order = (*order, *(column for column in table.key if column not in order))
        if after is not None and len(after) != len(order):
            raise ZakuroError(f"To go on in {table.name}, give the values of {', '.join(order)}.")
        columns = tuple(table.columns)
        places = [columns.index(column) for column in order]
        direction = " DESC" if descending else ""
        ordered = ", ".join(f'"{column}"{direction}' for column in order)
        beyond = f"({_list(order)}) {'<' if descending else '>'} ({', '.join('?' * len(order))})"
        clause, values = self._where(table, where)
        left = limit
        while left is None or left > 0:
            count = _PAGE if left is None else min(left, _PAGE)
            seek = "" if after is None else f"{' AND' if clause else ' WHERE'} {beyond}"
            page = self._engine.run(
                f"SELECT {_list(columns)} FROM {self._engine.projection(table.name)}"  # noqa: S608
                f"{clause}{seek} ORDER BY {ordered} LIMIT ?",
                (*values, *(after or ()), count),
            )
            for row in page:
                yield dict(zip(columns, row, strict=True))
            if len(page) < count:
                return
            after = [page[-1][place] for place in places]
            left = None if left is None else left - len(page)

    def _where(self, table: Table, where: Sequence[Condition]) -> tuple[str, list[Value]]:
        table.check(column for column, _, _ in where)
        parts = []
        values: list[Value] = []
        for column, operator, value in where:
            if operator == "in" and isinstance(value, Among):
                value.table.check((value.column,))
                clause, inner = self._where(value.table, value.where)
                name = self._engine.projection(value.table.name)
                mine = f'{self._engine.projection(table.name)}."{column}"'
                # Asked row by row: of many rows that fit, a page needs the first alone.
                meets = f'{name}."{value.column}" = {mine}'
                clause = f"{clause} AND {meets}" if clause else f" WHERE {meets}"
                parts.append(f"EXISTS (SELECT 1 FROM {name}{clause})")  # noqa: S608
                values.extend(inner)
            elif operator == "in":
                if isinstance(value, str | int | Among):
                    raise ZakuroError(f"'in' needs a list of values for {table.name}.{column}.")
                listed = list(value)
                # An empty list is met by nothing; not every engine takes "IN ()".
                marks = ", ".join("?" * len(listed))
                parts.append(f'"{column}" IN ({marks})' if listed else "1 = 0")
                values.extend(listed)
            elif operator in _OPERATORS and isinstance(value, str | int):
                parts.append(f'"{column}" {operator} ?')
                values.append(value)
            else:
                raise ZakuroError(f"{table.name}.{column} {operator} {value!r} is no condition.")
        return (f" WHERE {' AND '.join(parts)}" if parts else ""), values


def _definition(table: Table) -> str:
    return msgspec.json.encode(table, order="deterministic").decode()


def _list(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _row_values(table: Table, row: Mapping[str, Value]) -> list[Value]:
    if row.keys() != table.columns.keys():
        raise ZakuroError(
            f"A row of {table.name} must fill {', '.join(table.columns)}; "
            f"this one has {', '.join(row)}."
        )
    for column, type_ in table.columns.items():
        value = row[column]
        if type(value) is not (str if type_ == "text" else int):
            raise ZakuroError(f"{table.name}.{column} holds {type_}, not {value!r}.")
        if type_ == "text" and "\0" in str(value):
            # PostgreSQL has no such text: what one engine refuses, both do.
            raise ZakuroError(f"{table.name}.{column} cannot hold a NUL character: {value!r}.")
    return [row[column] for column in table.columns]
