"""The tables of the journal, and how books made by an earlier version are brought up to date."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Final

from zakuro.journal.engines.engine import Engine
from zakuro.model.errors import ZakuroError


def _scripts(dialect: str) -> tuple[str, ...]:
    """Read the migrations in order: the first makes version 1, each next one adds one."""
    folder = files(__package__) / "migrations"
    found = sorted(
        (file for file in folder.iterdir() if file.name.endswith(f".{dialect}.sql")),
        key=lambda file: file.name,
    )
    return tuple(file.read_text(encoding="utf-8") for file in found)


MIGRATIONS: Final = {dialect: _scripts(dialect) for dialect in ("sqlite", "postgresql")}
"""For each engine the scripts that lead from empty to this version's tables."""


def migrate(engine: Engine, version: int, scripts: Sequence[str]) -> None:
    """Run the scripts after ``version``, within the transaction that is open."""
    for number, script in enumerate(scripts[version:], start=version + 1):
        engine.run_script(script)
        engine.run("INSERT INTO schema_versions (version) VALUES (?)", (number,))


def schema_version(engine: Engine) -> int:
    """Give the version of the tables in the books."""
    return int(engine.run("SELECT coalesce(max(version), 0) FROM schema_versions")[0][0])


def check_version(engine: Engine, newest: int) -> None:
    """Refuse books made by a newer zakuro, or not yet brought up to date."""
    version = schema_version(engine)
    if version > newest:
        raise ZakuroError(
            f"The books in {engine.place} were made by a newer zakuro (tables of version "
            f"{version}; this one knows {newest}): install a newer zakuro. Nothing was changed."
        )
    if version < newest:
        raise ZakuroError(
            f"The books in {engine.place} were made by an older zakuro (tables of version "
            f"{version}; this one uses {newest}): make a backup, then run 'zakuro migrate'."
        )
