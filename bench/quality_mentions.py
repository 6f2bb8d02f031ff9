"""How well numbers and quantities are read.

* The cases of Recognizers-Text for numbers, percents, ordinals, ranges and currencies, brought
  together with ours as bench/recognizers.py says; a case is right when exactly its entities are
  found.  Dimensions are watched without a floor.
* AidData: the narratives in which the labelled amount is written, found as money of the labelled
  currency.  That it is written is told by a plain pattern, not by our reader.
* Japanese news (UD Japanese GSD): spans of MONEY, PERCENT and ORDINAL.  Words of a bound are left
  out of their spans, and a fraction is a PERCENT there.
* NTREX: the numbers of the Japanese line against those of the English one.  Percents, money and
  named years are compared as such; everything else that counts, measures or orders by its value.
  One and two are left out: languages say them with words that are no numbers (both, first, pair).
  What one line tells as a length of time the other may tell as a number.  Lines whose translation
  leaves out or changes a number are listed with what it does; there may be no more than 3 %.
* The seed report: every numeral is inside a mention, or numbers a heading.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from bench.figures import Figure
from bench.quality_times import gsd
from bench.recognizers import cases
from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.mentions import find
from zakuro.read.mentions.quantities.amounts import Amount

FLOORS: dict[str, dict[str, float | None]] = {
    "English": {"Number": 95, "Percent": 95, "Ordinal": 90, "NumberRange": 85, "Currency": 90},
    "Japanese": {"Number": 92, "Percent": 92, "Ordinal": 90, "NumberRange": 85, "Currency": 90},
    "Chinese": {"Number": 97, "Percent": 97, "Ordinal": 90, "NumberRange": 85, "Currency": 90},
}
WATCHED = "Dimension"


def measure(shared: Path) -> list[Figure]:
    """Every figure about numbers and quantities."""
    return [*_recognizers(shared), _aid(shared), *_news(shared), _parallel(shared), _seed(shared)]


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def _recognizers(shared: Path) -> Iterator[Figure]:
    for language, floors in FLOORS.items():
        for model in (*floors, WATCHED):
            judged = list(cases(shared, language, f"{model}Model"))
            yield Figure(
                name=f"Recognizers-Text, {language} {model}",
                value=_percent(sum(case.right for case in judged), len(judged)),
                cases=len(judged),
                constant=_percent(sum(not case.theirs for case in judged), len(judged)),
                floor=floors.get(model),
            )


_SCALES = {
    "thousand": 10**3, "k": 10**3, "million": 10**6, "mil": 10**6, "mln": 10**6, "mn": 10**6,
    "m": 10**6, "billion": 10**9, "bln": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12,
}  # fmt: skip
_WRITTEN = re.compile(
    rf"(\d[\d,]*(?:\.\d+)?)[ -]?({'|'.join(sorted(_SCALES, key=len, reverse=True))})?(?![a-z0-9])",
    re.I,
)


def _is_written(text: str, amount: Decimal) -> bool:
    """Whether an amount stands in a text in figures, with or without a scale."""
    for found in _WRITTEN.finditer(text):
        try:
            value = Decimal(found[1].replace(",", ""))
        except InvalidOperation:
            continue
        if value * _SCALES.get((found[2] or "").lower(), 1) == amount:
            return True
    return False


def narratives(shared: Path) -> Iterator[tuple[str, Decimal, str]]:
    """The narratives that hold their labelled amount, with it and its currency."""
    for name in (
        "aiddata-china-1.0/chinese_official_finance_1.0.csv",
        "aiddata-south-central-asia-1.0/financial_diplomacy_projects.csv",
    ):
        with (shared / "data" / name).open(encoding="utf-8", newline="") as file:
            for record in csv.DictReader(file):
                text = f"{record['title']}\n{record['description']}"
                currency = record["currency"].strip()
                if record["amount"] and len(currency) == 3:
                    amount = Decimal(record["amount"])
                    if _is_written(text, amount):
                        yield text, amount, currency


def _aid(shared: Path) -> Figure:
    pack = load("en")
    judged = []
    for text, amount, currency in narratives(shared):
        judged.append(
            any(
                raw.type == "money"
                and amount in (raw.value, raw.low, raw.high)
                and (raw.unit or "").split("/")[0] == currency
                for raw in find(Folded(text, shapes=pack.shapes), pack)
            )
        )
    return Figure(
        name="AidData, labelled amount and currency found",
        value=_percent(sum(judged), len(judged)),
        cases=len(judged),
        constant=0,
        floor=97,
    )


def _news_types(amount: Amount) -> str | None:
    if amount.type == "number" and amount.number.fraction:
        return "PERCENT"
    return {"money": "MONEY", "percent": "PERCENT", "ordinal": "ORDINAL"}.get(amount.type)


def _news_span(folded: Folded, amount: Amount) -> tuple[int, int]:
    start, end = (amount.start, amount.end) if amount.type == "ordinal" else amount.core
    return folded.start(start), folded.end(end)


def _news(shared: Path) -> Iterator[Figure]:
    pack = load("ja")
    path = shared / "data" / "ud-japanese-gsd-ne" / "sentences.jsonl"
    kinds = ("MONEY", "PERCENT", "ORDINAL")
    right, ours, theirs = (dict.fromkeys(kinds, 0) for _ in range(3))
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        folded = Folded(sentence["text"])
        found = {
            (kind, *_news_span(folded, raw))
            for raw in find(folded, pack)
            if isinstance(raw, Amount) and (kind := _news_types(raw))
        }
        gold = {
            (each["type"], each["start"], each["end"])
            for each in sentence["entities"]
            if each["type"] in kinds
        }
        for kind in kinds:
            right[kind] += sum(each[0] == kind for each in found & gold)
            ours[kind] += sum(each[0] == kind for each in found)
            theirs[kind] += sum(each[0] == kind for each in gold)
    for kind in kinds:
        yield Figure(
            name=f"UD Japanese GSD, {kind} spans F1",
            value=_percent(2 * right[kind], ours[kind] + theirs[kind]),
            cases=theirs[kind],
            constant=0,
        )
    both, dates, gold_dates = sum(right.values()), 0, 0
    for _, wanted, given in gsd(shared):
        both += len(wanted & given)
        dates += len(given)
        gold_dates += len(wanted)
    all_theirs = sum(theirs.values()) + gold_dates
    yield Figure(
        name="UD Japanese GSD, MONEY, PERCENT, DATE and ORDINAL spans together F1",
        value=_percent(2 * both, sum(ours.values()) + dates + all_theirs),
        cases=all_theirs,
        constant=0,
        floor=85,
    )


Said = set[tuple[str, Decimal]]


def told(text: str, language: str) -> tuple[Said, Said]:
    """What a line says by figures: percents, money by currency, years, other values above two.

    Beside it the numbers of lengths of time, which the other line may tell as bare numbers, and
    fractions, which it may tell as percents or as one in so many.
    """
    said: Said = set()
    lengths: Said = set()
    for raw in find(Folded(text, shapes=load(language).shapes), load(language), date(2018, 10, 1)):
        values = [value for value in (raw.value, raw.low, raw.high) if value is not None]
        if raw.type in ("date", "period"):
            years = [one.value for one in raw.inner if one.value is not None]
            years = [year for year in years if 1000 <= year <= 2100]
            if not years and raw.edtf and raw.edtf.endswith("X"):
                years = [Decimal(raw.edtf.replace("X", "0"))]
            said |= {("year", year) for year in years}
        elif raw.type == "money" and raw.unit:
            said |= {(raw.unit.split("/")[0], value) for value in values}
        elif raw.type == "percent" and raw.unit == "%":
            said |= {("%", value) for value in values}
        elif raw.type == "duration":
            lengths |= {("", one.value) for one in raw.inner if one.value is not None}
        else:
            said |= {("", value) for value in values if value > 2}
            parts = [value for value in values if 0 < value < 1]  # one in five, 20 %
            lengths |= {("", 1 / value) for value in parts} | {("%", 100 * v) for v in parts}
    return said, lengths


def _parallel(shared: Path) -> Figure:
    path = shared / "data" / "ntrex-128" / "ntrex_nine_languages.jsonl"
    judged = []
    for line in path.read_text(encoding="utf-8").splitlines():
        texts = json.loads(line)
        english, long_english = told(texts["eng"], "en")
        japanese, long_japanese = told(texts["jpn"], "ja")
        if (english or japanese) and texts["n"] not in TRANSLATED_OTHERWISE:
            judged.append(
                english - japanese <= long_japanese and japanese - english <= long_english
            )
    return Figure(
        name="NTREX, Japanese numbers, percents, money and years agree with English",
        value=_percent(sum(judged), len(judged)),
        cases=len(judged),
        constant=0,
        floor=92,
    )


TRANSLATED_OTHERWISE = {
    80: "the age is left out",
    83: "the currency is left out",
    84: "the age is left out",
    93: "the age is left out",
    227: "the words with the number are left in English",
    230: "the percentage is put as a word that is no number",
    1590: "the distance in miles is left out",
}

_NUMERAL = re.compile(r"[0-9０-９]+|第[一二三四五六七八九十]+")
_HEADING = re.compile(r"^\s*[0-9]+\s*[.．]", re.M)


def _seed(shared: Path) -> Figure:
    text = (shared / "seed" / "summit-astana-2025.ja.txt").read_text(encoding="utf-8")
    folded = Folded(text)
    spans = [
        (folded.start(raw.start), folded.end(raw.end))
        for raw in find(folded, load("ja"), date(2025, 6, 17))
    ]
    spans += [heading.span() for heading in _HEADING.finditer(text)]
    numerals = [found.span() for found in _NUMERAL.finditer(text)]
    held = [any(a <= start and end <= b for a, b in spans) for start, end in numerals]
    return Figure(
        name="Seed report, numerals accounted for",
        value=_percent(sum(held), len(held)),
        cases=len(held),
        constant=0,
        floor=100,
    )
