"""The charter file: who keeps the books together, and by what tolerances."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import get_args

import msgspec

from zakuro.decide.rules import problems
from zakuro.journal import read_public_key
from zakuro.ledger.assessment.codes import Standing
from zakuro.model import vocabulary
from zakuro.model.acts import SEALABLE, Charter, Tolerances
from zakuro.model.decisions import Office, Procedure
from zakuro.model.entry import Trust
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Record


def example_charter() -> str:
    """Give the charter file that ships as an example: China and five Central Asian states."""
    return (files("zakuro") / "examples" / "china-central-asia.toml").read_text("utf-8")


def read_charter(path: Path) -> Charter:
    """Read a charter file (TOML); ZakuroError says what in it cannot be used."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ZakuroError(f"Cannot read the charter {path}: {error}") from None
    return parse_charter(text, str(path))


def parse_charter(text: str, place: str) -> Charter:
    """Give the charter written in TOML; ``place`` says in errors where it stands."""
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise ZakuroError(f"{place} is no TOML: {error}") from None
    known = set(Charter.__struct_fields__)
    unknown = [name for name in table if name not in known]
    for name, record in _PARTS.items():
        part = table
        for step in name.split("."):
            part = part.get(step, {}) if isinstance(part, dict) else {}
        if isinstance(part, dict):
            unknown += [f"{name}.{n}" for n in part if n not in record.__struct_fields__]
    if unknown:
        raise ZakuroError(
            f"{place}: {', '.join(unknown)} is not known in a charter; it may have "
            f"{', '.join(sorted(known))}."
        )
    try:
        charter = msgspec.convert(table, Charter)
    except msgspec.ValidationError as error:
        raise ZakuroError(f"{place}: {error}") from None
    _check(charter, place)
    return charter


USER_ASSIGNED = re.compile(r"AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z]")
"""The codes that ISO 3166-1 leaves to its users: for parties that only the charter names."""

_PARTS: dict[str, type[Record]] = {
    "tolerances": Tolerances,
    "trust": Trust,
    "procedure": Procedure,
    "procedure.chair": Office,
}
"""The tables of a charter file, and the record of each."""


def _check(charter: Charter, place: str) -> None:
    groups = vocabulary.groups() | charter.groups
    codes = [
        *charter.members,
        *(code for members in charter.groups.values() for code in members),
        *charter.mandates,
        *charter.names,
        *charter.keys,
    ]
    own = {code for code in charter.names if USER_ASSIGNED.fullmatch(code)}
    known = vocabulary.territories().keys() | groups.keys() | own
    strange = [code for code in codes if code not in known]
    if strange:
        raise ZakuroError(
            f"{place}: {', '.join(strange)} is no party: give ISO 3166-1 alpha-3 codes such as "
            "KAZ, or a group that the charter lists."
        )
    closed = [kind for kind in charter.for_members if kind not in SEALABLE]
    if closed:
        raise ZakuroError(
            f"{place}: {', '.join(closed)} cannot be for members only; {', '.join(SEALABLE)} can."
        )
    wrong = [name for name in charter.score if name not in get_args(Standing)]
    if wrong:
        raise ZakuroError(
            f"{place}: {', '.join(wrong)} is no standing: {', '.join(get_args(Standing))}."
        )
    for public in charter.keys.values():
        read_public_key(public)
    if len(set(charter.keys.values())) < len(charter.keys):
        raise ZakuroError(f"{place}: two members have one key: one key is one party's.")
    asked = (charter.trust.vouchers, charter.trust.charter_signatures)
    if charter.trust.waiting_days < 1 or any(count is not None and count < 1 for count in asked):
        raise ZakuroError(f"{place}: the numbers under [trust] are whole numbers from 1 on.")
    blamed = [
        code for code in ("suspended", "ended by agreement") if (charter.score.get(code) or 0) < 0
    ]
    if blamed:
        raise ZakuroError(
            f"{place}: {', '.join(blamed)} cannot score below 0: what giver and receiver agree on "
            "is no failure."
        )
    limits = charter.tolerances
    if not (0 < limits.behind <= 1 and 0 < limits.about <= 1 and limits.lapsed_after > 0):
        raise ZakuroError(
            f"{place}: the tolerances behind and about are shares above 0 and up to 1, and "
            "lapsed_after is a number of days."
        )
    for problem in problems(charter):
        raise ZakuroError(f"{place}: {problem}")
