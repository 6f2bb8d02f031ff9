"""Currencies that a text leaves to be understood: home's own dollars, and of what a bare sum is."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.numbers import get_currency_symbol, get_territory_currencies

from zakuro.languages.load import Pack
from zakuro.model.vocabulary import giving_acts, receiving_acts
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.lexis.span_index import Layer
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.quantities.amounts import Amount

_LEAST = 1_000_000
"""A smaller sum says of what it is."""
_NEAR = 16
"""How far before a bare sum the word of giving, or who gives or gets it, may begin to be behind."""
_WORDS = 3
"""So many words may stand between: drew all of its 120 million."""
_GIVING = frozenset({"commit", "announce", "approve", "receive"})


def understand(text: str, found: list[Raw], hits: Layer[Hit], pack: Pack, home: str | None) -> None:
    """Gives money its currency where the text only has a sign, or a sum after others.

    A bare sign is that of ``home`` where it gives, writes its own money so and does not write that
    otherwise.  A bare sum that is given, or stands behind a party, is of the currency of the
    sum before it.
    """
    _as_home_writes(text, found, hits, pack, home)
    if not pack.section("money").get("bare_sums", False):
        return
    last: str | None = None
    for mention in found:
        if mention.type == "money" and mention.unit:
            last = mention.unit.split("/")[0]
        elif last and isinstance(mention, Amount) and _is_bare_sum(text, mention, hits):
            mention.type, mention.unit = "money", last
            number = mention.number
            mention.inner = [Raw("number", number.start, number.end, number.value, None, "exact")]


def _is_bare_sum(text: str, amount: Amount, hits: Layer[Hit]) -> bool:
    """Whether a number in millions is given, or stands behind who gives or gets it."""
    if amount.type != "number" or amount.number.scale < _LEAST:
        return False
    for hit in reversed(hits.between(max(0, amount.start - _NEAR), amount.start)):
        between = text[hit.end : amount.start]
        if len(between.split()) > _WORDS or any(sign in between for sign in ",.;:()"):
            return False
        act = hit.senses.get("act")
        gives = act is not None and act.value in giving_acts() | receiving_acts()
        if gives or not _GIVING.isdisjoint(hit.senses):
            return True
        if "party" in hit.senses:
            return not between.strip()
    return False


def _as_home_writes(
    text: str, found: list[Raw], hits: Layer[Hit], pack: Pack, home: str | None
) -> None:
    own = _own_sign(home, pack) if home else None
    if own is None:
        return
    sign, theirs, ours = own
    money = [m for m in found if m.type == "money" and m.unit]
    if any((m.unit or "").split("/")[0] == ours for m in money):
        return  # it writes its own otherwise
    bare = re.compile(rf"(?<![\w.]){re.escape(sign)}")
    for mention in money:
        unit = mention.unit or ""
        written = unit.split("/")[0] == theirs and bare.search(text, mention.start, mention.end)
        if written and _gives(home or "", mention, text, hits):
            mention.unit = ours + unit[len(theirs) :]


def _gives(home: str, mention: Raw, text: str, hits: Layer[Hit]) -> bool:
    """Whether the line before a sum names home first, or nobody but "we" or the government."""
    begin = text.rfind("\n", 0, mention.start) + 1
    for hit in hits.between(begin, mention.start):
        if "party" in hit.senses or "adjective" in hit.senses:
            sense = hit.senses.get("party") or hit.senses["adjective"]
            return sense.value == home
        if "self" in hit.senses or "organ" in hit.senses:
            return True
    return False


@cache
def _own_sign(home: str, pack: Pack) -> tuple[str, str, str] | None:
    """The sign that a state writes its money with, whose it is elsewhere, and its currency."""
    territory = next(iter(get_global("territory_aliases").get(home, ())), "")
    tender = get_territory_currencies(territory) if territory else []
    if not tender:
        return None
    try:
        locale = Locale(pack.locales[0].split("_")[0], territory=territory)
    except UnknownLocaleError:
        return None
    sign = get_currency_symbol(tender[0], locale)
    theirs = pack.section("money").get("symbols", {}).get(sign)
    return (sign, theirs, tender[0]) if theirs and theirs != tender[0] else None
