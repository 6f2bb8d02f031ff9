"""The digests of the bundled record: one file for each source, with what the keeper did with it.

A digest is the keeper's own words about what one publisher told, with that publisher's address; its
*deeds* are acts of the books, each on the statement that holds certain words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal

import msgspec

from zakuro.flow.record.things import KeptThing, KeptUptake
from zakuro.model.errors import ZakuroError
from zakuro.model.source import Publisher, publisher
from zakuro.model.statement import Phase, Record

Doing = Literal[
    "open", "claim", "join", "refuse", "report", "confirm", "dispute", "acknowledge", "reply",
    "evidence", "against", "looked",
]  # fmt: skip


class Deed(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One act of the keeper on a digest.

    ``words`` stand in the statement that is meant; where the act rests on ``span``, it rests on
    these words alone, for a sentence that was not read as a statement, or as another's word.
    ``name`` is what later deeds call the pledge or entry made; ``of`` names the pledge, entry or
    statement that it is about.  ``set`` corrects what was read, as ``zakuro review --set`` does.
    The other fields are the options of the command of the same name.
    """

    do: Doing
    words: str = ""
    span: bool = False
    name: str = ""
    of: str = ""
    by: str | None = None
    to: str | None = None
    value: Decimal | None = None
    unit: str | None = None
    rate: Decimal | None = None
    rate_source: str | None = None
    giver: str | None = None
    on: date | None = None
    phase: Phase | None = None
    counted_by: str | None = None
    method: str | None = None
    text: str = ""
    reason: str = ""
    set: dict[str, str] = msgspec.field(default_factory=dict)
    part_of: str | None = None
    anew: bool = False
    each: bool = False
    together: bool = False
    add_up: bool = False
    before_pledge: bool = False
    again: bool = False
    where: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    depth: str = ""
    until: date | None = None
    pledges: tuple[str, ...] = ()


class Digest(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one publisher told, retold by the keeper, and what was done with it.

    ``text`` is the digest; in its place ``file`` names a text of the bundled examples, which is
    filed as it stands.  Without either nothing is filed, and the deeds rest on no words.
    ``things`` are opened, and ``became`` is entered of proposals, after the deeds.
    """

    title: str = ""
    publisher: str = ""
    ownership: str = "unknown"
    address: str = ""
    published: date | None = None
    language: str | None = None
    occasion: str | None = None
    text: str = ""
    file: str = ""
    deeds: tuple[Deed, ...] = ()
    things: tuple[KeptThing, ...] = ()
    became: tuple[KeptUptake, ...] = ()

    @property
    def whose(self) -> Publisher | None:
        """The publisher with its owner; None for the bundled text, which is nobody's but ours."""
        return publisher(self.publisher, self.ownership) if self.publisher else None


def parse_digest(text: str, where: str) -> Digest:
    """Give a digest from its TOML; ZakuroError says where it is wrong."""
    try:
        found: Digest = msgspec.convert(_text_of_numbers(tomllib.loads(text)), Digest, strict=False)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ZakuroError(f"{where} is no digest of the record: {error}") from None
    if found.text and "://" not in found.address:
        raise ZakuroError(f"{where} retells a source without its address.")
    return found


def _text_of_numbers(value: Any) -> Any:
    """Give TOML's numbers as text, so that no decimal passes through a binary fraction."""
    if isinstance(value, dict):
        return {key: _text_of_numbers(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_text_of_numbers(each) for each in value]
    return str(value) if isinstance(value, float) else value


def records() -> tuple[str, ...]:
    """Give the names of the bundled records, in the order in which they are kept."""
    return tuple(sorted(each.name for each in _folder().iterdir() if each.is_dir()))


def digests(record: str) -> Iterable[tuple[str, Digest]]:
    """Give the digests of a bundled record by the names of their files, in order."""
    found = sorted(_folder().joinpath(record).iterdir(), key=lambda each: each.name)
    for each in found:
        if each.name.endswith(".toml"):
            yield each.name, parse_digest(each.read_text("utf-8"), each.name)


def _folder() -> Traversable:
    return files("zakuro") / "examples" / "record"


def example(name: str) -> bytes:
    """Give a bundled text as it stands."""
    return (files("zakuro") / "examples" / name).read_bytes()
