"""Corrections of what was read: field by field, resting on words that are in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

import msgspec

from zakuro.flow.acting.take_in import document
from zakuro.flow.keeping.books import Books
from zakuro.ledger.parties import EVERYONE
from zakuro.model import vocabulary
from zakuro.model.errors import RefusedError, ZakuroError
from zakuro.model.statement import Bound, Kind, Period, Phase, Quantity, Statement, Strength

WORLD = "world"
"""What is written for everyone, to whom a pledge is owed that names nobody."""

PARTIES = ("givers", "receivers", "parties")
CHOICES: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "strength": get_args(Strength),
    "phase": get_args(Phase),
}
AMOUNT = ("value", "unit", "low", "high", "bound", "words")
SETTINGS = (
    *PARTIES, "act", "object", "topics", *CHOICES, *AMOUNT, "period", "period-words", "speaker",
    "reporter", "repeats", "counted-by", "method",
)  # fmt: skip
"""What ``--set`` changes; ``words`` are those that state the amount."""

NONE = "none"


def settings(pairs: tuple[str, ...]) -> dict[str, str]:
    """Give what ``--set name=value`` says; ZakuroError for what cannot be set."""
    found = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or name not in SETTINGS:
            raise ZakuroError(
                f"{pair!r} sets nothing: write value=1500000000, receivers=C5, period=2025 …; what "
                f"can be set: {', '.join(SETTINGS)}."
            )
        found[name] = value.strip()
    return found


def corrected(books: Books, name: str, found: Statement, changes: Mapping[str, str]) -> Statement:
    """Give a statement with some fields set; its amounts and times keep or find their words.

    ZakuroError says what cannot be set so, and what could.
    """
    text = words_of(books, name)
    fields: dict[str, Any] = {}
    for field, value in changes.items():
        if field in PARTIES:
            fields[field] = parties(books, value)
        elif field in CHOICES:
            fields[field] = _one_of(field, value, CHOICES[field])
        elif field == "topics":
            fields[field] = tuple(_one_of(field, v, vocabulary.topics()) for v in _listed(value))
        elif field in ("act", "object"):
            known = vocabulary.acts() if field == "act" else vocabulary.objects()
            fields[field] = None if value == NONE else _one_of(field, value, known)
        elif field in ("speaker", "reporter", "repeats", "counted-by", "method"):
            fields[field.replace("-", "_")] = None if value == NONE else value
    if changes.keys() & set(AMOUNT):
        fields["quantities"] = _quantities(name, found, changes, text)
    if changes.keys() & {"period", "period-words"}:
        fields["period"] = _period(name, found, changes, text)
    return msgspec.structs.replace(found, **fields)


CORRECTED = (
    "kind", "speaker", "reporter", "givers", "receivers", "parties", "about", "act", "object",
    "topics", "quantities", "period", "strength", "repeats",
)  # fmt: skip
"""What of a statement a reviewer may correct; its words stay as they are."""


def with_json(original: Statement, changes: str) -> Statement:
    """Give a statement with the changes written in JSON; ZakuroError says what is wrong."""
    try:
        fields = msgspec.json.decode(changes, type=dict[str, object])
    except msgspec.MsgspecError as error:
        raise ZakuroError(f'The correction is no JSON object ({error}): {{"givers": …}}') from None
    strange = [name for name in fields if name not in CORRECTED]
    if strange:
        raise ZakuroError(
            f"{', '.join(strange)} cannot be corrected; what can: {', '.join(CORRECTED)}."
        )
    try:
        return msgspec.convert(msgspec.to_builtins(original) | fields, Statement)
    except msgspec.ValidationError as error:
        raise ZakuroError(f"The correction does not fit a statement: {error}") from None


def words_of(books: Books, name: str) -> str:
    """Give the frozen text of the document in which a statement stands."""
    filed = document(books, name.partition(":")[0])
    return books.journal.blob(filed.sha256).decode("utf-8")


def parties(books: Books, value: str) -> tuple[str, ...]:
    """Give the codes of parties written ``KAZ,UZB``, ``C5`` or ``world``; refuse what is none."""
    found = []
    for code in _listed(value):
        if code.lower() == WORLD:
            found.append(EVERYONE)
        elif code in vocabulary.territories() or code in books.groups or code.startswith("M49:"):
            found.append(code)
        else:
            raise ZakuroError(
                f"{code!r} is no party: give ISO 3166-1 alpha-3 codes such as KAZ, a group such as "
                f"{next(iter(books.groups))}, or {WORLD}."
            )
    return tuple(found)


def _listed(value: str) -> list[str]:
    if value == NONE:
        return []
    return [part for part in (part.strip() for part in re.split("[,;]", value)) if part]


def _one_of(field: str, value: str, known: Any) -> str:
    if value not in known:
        raise ZakuroError(f"{value!r} is no {field}; there are: {', '.join(sorted(known))}.")
    return value


def _number(field: str, value: str) -> Decimal:
    try:
        found = Decimal(value.replace("_", ""))
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise ZakuroError(f"{field}={value} is no number: write it as 1500000000 or 0.5.")
    return found


def _quantities(
    name: str, found: Statement, changes: Mapping[str, str], text: str
) -> tuple[Quantity, ...]:
    """Give the one amount that a correction states; the words stay, or are found in the text."""
    if changes.get("value") == NONE:
        return ()
    said = [q for q in found.quantities if q.equivalent_of is None and q.part_of is None]
    value = _number("value", changes["value"]) if "value" in changes else None
    meant = [q for q in said if q.value == value] if len(said) > 1 else said
    place: dict[str, Any] = {}
    if "words" in changes:
        start, end, exact = _found(name, found, changes["words"], text)
        place = {"start": start, "end": end, "exact": exact}
    if len(meant) == 1:
        base = msgspec.structs.asdict(meant[0])
    elif place and "value" in changes and ("unit" in changes or len({q.unit for q in said}) == 1):
        base = {"bound": "exact", "unit": said[0].unit if said else changes["unit"]}
    else:
        raise ZakuroError(
            f"Which words of {name} state this amount? Add --set words='…' as they stand there"
            + ("." if said else ", and --set unit=….")
        )
    fields = base | place
    if value is not None:
        fields |= {"value": value, "low": None, "high": None}
    for bound in ("low", "high"):
        if bound in changes:
            fields |= {bound: _number(bound, changes[bound]), "value": None}
    if "unit" in changes:
        fields["unit"] = changes["unit"]
    if "bound" in changes:
        fields["bound"] = _one_of("bound", changes["bound"], get_args(Bound))
    return (Quantity(**fields),)


def _period(name: str, found: Statement, changes: Mapping[str, str], text: str) -> Period | None:
    """Give the period that a correction states; its words stay, or are found in the text."""
    edtf = changes.get("period", found.period.edtf if found.period else NONE)
    if edtf == NONE:
        return None
    start_date, end_date = days(edtf)
    if "period-words" in changes:
        start, end, exact = _found(name, found, changes["period-words"], text)
    elif found.period is not None:
        start, end, exact = found.period.start, found.period.end, found.period.exact
    else:
        raise ZakuroError(
            f"Which words say that {name} is due {edtf}? Add --set period-words='…' as they stand "
            "in the document; what nobody said is set by its giver (`zakuro term`)."
        )
    return Period(
        edtf=edtf, start_date=start_date, end_date=end_date, start=start, end=end, exact=exact
    )


def _found(name: str, found: Statement, words: str, text: str) -> tuple[int, int, str]:
    """Give the place of words: in the statement, or, where only once, in the document."""
    within = [m.start() for m in re.finditer(re.escape(words), text[found.start : found.end])]
    if words and within:
        start = found.start + within[0]
        return start, start + len(words), words
    anywhere = [m.start() for m in re.finditer(re.escape(words), text)]
    if words and len(anywhere) == 1:
        return anywhere[0], anywhere[0] + len(words), words
    raise ZakuroError(
        f"{words!r} does not stand in {name}"
        + (", and more than once in its document" if anywhere else " nor in its document")
        + f": its words are “{' '.join(found.exact.split())}”."
    )


_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def days(edtf: str) -> tuple[date | None, date | None]:
    """Give the half-open days of ``2025``, ``2025-06``, ``2025-06-17``, ``2025/2027``, ``../2027``.

    ZakuroError for what is no such time.
    """
    first, slash, last = edtf.partition("/")
    start, end = _span(first, edtf), _span(last if slash else first, edtf)
    found = (start[0], end[1])
    if found == (None, None) or (found[0] and found[1] and found[0] >= found[1]):
        raise ZakuroError(f"{edtf!r} is no time: its end must lie after its start.")
    return found


def _span(part: str, edtf: str) -> tuple[date | None, date | None]:
    """Give first day and day after of one end of a period; nothing for an open one."""
    if part == "..":
        return None, None
    met = _DAY.fullmatch(part)
    groups = met.groups() if met else ("0", None, None)
    year, month, day = (int(group) if group else None for group in groups)
    try:
        start = date(year or 0, month or 1, day or 1)
        if day is not None:
            return start, start + timedelta(days=1)
        if month is not None:
            return start, (start.replace(day=28) + timedelta(days=4)).replace(day=1)
        return start, date(start.year + 1, 1, 1)
    except (ValueError, OverflowError):
        raise ZakuroError(
            f"{edtf!r} is no time: write 2025, 2025-06, 2025-06-17 or 2025-06-17/2027-06-16."
        ) from None


def rests_on_words(books: Books, name: str, original: Statement, changed: Statement) -> None:
    """Refuse a correction whose amounts, times or names do not stand in the text as they say."""
    before = {(place.start, place.end, words) for place, words in _places(original)}
    text: str | None = None
    for place, words in _places(changed):
        if (place.start, place.end, words) in before:
            continue
        text = text if text is not None else words_of(books, name)
        if text[place.start : place.end] != words or not words:
            raise RefusedError(
                f"The words {words!r} of the correction do not stand at {place.start}-{place.end} "
                f"of the document of {name}: `--set words='…'` finds their place."
            )


def _places(statement: Statement) -> Iterator[tuple[Any, str]]:
    for quantity in statement.quantities:
        yield quantity, quantity.exact
    if statement.period is not None:
        yield statement.period, statement.period.exact
    for thing in statement.about:
        yield thing, thing.name
