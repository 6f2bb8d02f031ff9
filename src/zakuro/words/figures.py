"""Numbers, amounts, days and names as people write them in a language; patterns by CLDR."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Literal

from babel import dates, numbers

from zakuro.model import vocabulary
from zakuro.model.source import OF_A_STATE, Publisher
from zakuro.words.catalogue import SOURCE, has, locale, message, messages

COMPACT = 1_000_000
"""From here on an amount is said in millions, where that loses nothing."""

_CURRENCY = 3
_DECEMBER = 12


def number(language: str, value: Decimal | int) -> str:
    """Give a number, its thousands set apart, without empty decimals."""
    shown = Decimal(value)
    shown = shown.normalize() if shown else Decimal(0)
    return str(numbers.format_decimal(shown, "#,##0.######", locale=locale(language)))


def short(language: str, value: Decimal) -> str:
    """Give a number in millions or billions where that says the same with two decimals or less."""
    if abs(value) < COMPACT:
        return number(language, value)
    power = Decimal(10) ** value.adjusted()
    if value % (power / 1000):
        return number(language, value)
    where = locale(language)
    # Chinese and Japanese have one form (1.5億), which CLDR files under the short ones.
    form: Literal["long", "short"] = "long" if "long" in where.compact_decimal_formats else "short"
    return str(
        numbers.format_compact_decimal(value, format_type=form, locale=where, fraction_digits=3)
    )


def percent(language: str, share: Decimal) -> str:
    """Give a share (0.52) in whole percent, rounded down so that only all of it is 100 %."""
    return str(numbers.format_percent(int(share * 100) / Decimal(100), locale=locale(language)))


def is_act(unit: str) -> bool:
    """Tell whether a unit only says that an act was promised, and counts nothing."""
    return unit.startswith("{") and unit.strip("{}") in (*vocabulary.acts(), "pledge")


def amount(language: str, value: Decimal, unit: str, *, bound: str = "exact") -> str:
    """Give an amount with its unit: a currency by its code, counted things by their names."""
    figure = short(language, value)
    unit, _, per = unit.partition("/")
    if len(unit) == _CURRENCY and unit.isupper():
        shown = f"{unit} {figure}"
    elif unit == "%":
        shown = f"{figure} %"
    elif unit.startswith("{"):
        shown = _counted(language, figure, value, unit.strip("{}"))
    else:
        shown = f"{figure} {unit.strip('[]')}"
    if per and has(f"per.{per}"):
        shown = message(language, f"per.{per}").text.format(amount=shown)
    if bound != "exact" and has(f"bound.{bound}"):
        shown = message(language, f"bound.{bound}").text.format(amount=shown)
    return shown


def last_day(end: date) -> date:
    """Give the last day of a half-open term, which is what people call the day it is due."""
    return end - timedelta(days=1)


def _counted(language: str, figure: str, value: Decimal, code: str) -> str:
    """Give a number of things: in the form that the number asks for, where the catalogue has it."""
    name = f"unit.{code}"
    if has(name):
        return message(language, name, value).text.format(n=figure)
    label = vocabulary.count_label(code, language)
    return message(language, "unit.any").text.format(n=figure, label=label)


def publisher(language: str, whose: Publisher) -> str:
    """Give a publisher with its owner in words: Xinhua (state agency of China)."""
    kind = whose.ownership.replace(" ", "_")
    state = party(language, whose.state) if whose.state else ""
    name = f"ownership.{kind}_in" if state and whose.ownership not in OF_A_STATE else ""
    said = message(language, name if has(name) else f"ownership.{kind}").text
    return f"{whose.name} ({said.format(state=state)})"


def day(language: str, value: date, form: str = "long") -> str:
    """Give a day in words."""
    return str(dates.format_date(value, form, locale=locale(language)))


def span(language: str, start: date, end: date) -> str:
    """Give the days from a first to a last one in words; whole years and months by their names."""
    begins, ends = start.day == 1, (end + timedelta(days=1)).day == 1
    form = "yMMMd"
    if begins and ends:
        form = "y" if start.month == 1 and end.month == _DECEMBER else "yMMMM"
    return str(dates.format_interval(start, end, form, locale=locale(language)))


def moment(language: str, value: datetime) -> str:
    """Give a moment with its zone, UTC."""
    return f"{dates.format_datetime(value, 'd MMM y, HH:mm', locale=locale(language))} UTC"


@cache
def party(language: str, code: str) -> str:
    """Give the name of a party, by the catalogue or CLDR; a group without one keeps its code."""
    own = f"party_names.{code}"
    found = messages(language).get(own) or messages(SOURCE).get(own)
    if isinstance(found, str):
        return found
    known = locale(language).territories
    name = known.get(vocabulary.territories().get(code, code.removeprefix("M49:")))
    return str(name) if name else code


def language_name(language: str, code: str) -> str:
    """Give the name of a language in another."""
    return str(locale(language).languages.get(code, code))


def own_name(language: str) -> str:
    """Give a language's name in itself, as its speakers begin it."""
    name = language_name(language, language)
    return name[:1].upper() + name[1:]


def month(language: str, value: date) -> str:
    """Give a month with its year, short."""
    return str(dates.format_skeleton("yMMM", value, locale=locale(language)))
