"""How well times are read: the cases of Recognizers-Text, Japanese news, parallel news.

The conventions of the cases differ from ours; they are brought together by one general projection,
never by the engine:

* Words at the edge of a span that say only that a time follows (in, on, the; に, の, で) or how a
  length is bounded (more than; 以上) are cut off on both sides before spans are compared.
* Cases that hold a time of day, alone or joined to a date, are left out; sets (every Monday) are
  no times of ours: such an entity is taken out of the case, and nothing may be found there.
* The files of one model list only what that model gives: lengths found beside dates are no fault
  there, nor dates beside lengths.
* Values are compared where both sides have one.  Ours are right when they are one of those the
  case allows.  A range "2014 to 2018" ends for the cases where its last unit begins, for us where
  it ends; a window begins for them on the day after the statement, for us on it, "after" a day
  on that day, for us on the next; centuries begin for them with the year 00; and how much of a
  span its beginning, middle or end is, is not compared.
* Errata, cases whose gold is wrong, stand in errata-recognizers.toml with the reason for each, and
  are left out; there may be no more than 3 % of them.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from bench.figures import Figure
from bench.recognizers import errata
from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions import mentions
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.times.calendar import DAY, add_months

LANGUAGES = {"English": "en", "Japanese": "ja", "Chinese": "zh"}
MODELS = (
    "DateExtractor",
    "DateParser",
    "DatePeriodExtractor",
    "DatePeriodParser",
    "DurationExtractor",
    "DurationParser",
    "DateTimeModel",
)
CLOCK = ("time", "timerange", "datetime", "datetimerange", "timezone", "datetimealt")
_LOOSE = {
    "en": (
        re.compile(
            r"(?:(?:in|on|at|the|a|an|of|for|during|over|throughout|this|my|sometime|w/c|"
            r"(?:more|less) than)\b|[\s,.(\"'])+",
            re.I,
        ),
        re.compile(r"(?:[\s,.)\"';:!?]|'s\b|\bin\b)+$", re.I),
    ),
    "ja": (
        re.compile(r"(?:[\s、。(「]|もう|まる|約)+"),
        re.compile(
            r"(?:[\s、。)」]|に|の|で|は|を|が|頃|ごろ|の間|間|中|のうち|のうちに|のこと|以上|以下|たらず|を上回る|を下回る)+$"
        ),
    ),
    "zh": (
        re.compile(r"(?:[\s、。，,(“]|在|约|大约|已经|已|还剩|包括)+"),
        re.compile(r"(?:[\s、。，,)”]|的|时候|期间|的时候|内|里|间|之间)+$"),
    ),
}
_ALL = ("date", "period", "duration")
_LISTED = {
    "DateExtractor": ("date", "period"),
    "DateParser": ("date", "period"),
    "DatePeriodExtractor": ("date", "period"),
    "DatePeriodParser": ("date", "period"),
    "DurationExtractor": ("duration",),
    "DurationParser": ("duration",),
}
_CALENDAR = {
    "en": re.compile(
        r"\b(?:1[5-9]|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|"
        r"october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
        r"|\d(?:st|nd|rd|th)? may\b|\bmay \d|\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b"
        r"|\b\d{1,4}[-/.]\d{1,2}\b",
        re.I,
    ),
    "ja": re.compile(
        r"\d{2,4}年|[〇一二三四五六七八九]{4}年|(?:明治|大正|昭和|平成|令和)|[\d一二三四五六七八九十]月|.曜"
        r"|\d{1,4}[-/.]\d{1,2}"
    ),
    "zh": re.compile(
        r"\d{2,4}\s?年|[〇零一二三四五六七八九]{2,4}年|[\d一二三四五六七八九十正]月|(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]"
        r"|\d{1,4}[-/.]\d{1,2}|\b(?:1[5-9]|20)\d\d\b|世纪|年代"
    ),
}


class Gold(NamedTuple):
    """One entity of a case: its span in the input, and the values that are allowed."""

    start: int
    end: int
    kind: str
    values: list[dict[str, str]]


class Case(NamedTuple):
    """One case of one file; ``place`` is its index there."""

    file: str
    place: int
    text: str
    said: date | None
    gold: list[Gold]


def cases(shared: Path, language: str, model: str) -> Iterator[Case]:
    """The cases of one model that hold no time of day and are no errata."""
    name = f"DateTime/{language}/{model}.json"
    path = shared / "data" / "recognizers-text" / name
    wrong = errata().get(name, {})
    for index, case in enumerate(json.loads(path.read_text(encoding="utf-8-sig"))):
        said = (case.get("Context") or {}).get("ReferenceDateTime")
        gold = [_gold(result) for result in case["Results"]]
        if index in wrong or any(entity.kind in CLOCK or not entity.kind for entity in gold):
            continue
        gold = [entity for entity in gold if entity.kind != "set"]
        day = date.fromisoformat(said[:10]) if said else None
        yield Case(name, index, case["Input"], day, gold)


def _gold(result: dict[str, Any]) -> Gold:
    kind = (result.get("TypeName") or result.get("Type") or "").removeprefix("datetimeV2.")
    start = result["Start"]
    end = result["End"] + 1 if "End" in result else start + result["Length"]
    if "Value" in result:
        value = result["Value"] or {}
        values = [
            {"timex": value.get("Timex", ""), "Mod": value.get("Mod", "")} | _parsed(resolution)
            for key in ("FutureResolution", "PastResolution")
            if (resolution := value.get(key))
        ]
    else:
        values = (result.get("Resolution") or {}).get("values") or []
    return Gold(start, end, kind, values)


def _parsed(resolution: dict[str, str]) -> dict[str, str]:
    names = {"date": "value", "duration": "value", "startDate": "start", "endDate": "end"}
    return {names.get(key, key): value for key, value in resolution.items()}


def trimmed(text: str, start: int, end: int, code: str) -> tuple[int, int]:
    """A span without the words at its edges that only say that a time follows."""
    leading, trailing = _LOOSE[code]
    head = leading.match(text, start, end)
    if head and head.end() < end:
        start = head.end()
    tail = trailing.search(text, start, end)
    if tail and tail.start() > start:
        end = tail.start()
    return start, end


def agrees(raw: Raw, entity: Gold, said: date | None) -> bool:
    """Whether a mention has one of the values that its case allows, where both have one."""
    allowed = [value for value in entity.values if _comparable(value)]
    if not allowed or said is None:
        return True
    if raw.type == "duration":
        return any(_same_length(raw.duration, value) for value in allowed)
    return any(_same_days(raw, value) for value in allowed)


def _comparable(value: dict[str, str]) -> bool:
    if re.search("start|mid|end|approx|ref_undef", value.get("Mod", "")):
        return False
    return value.get("value") != "not resolved" and any(
        value.get(key) for key in ("value", "start", "end")
    )


def _same_length(duration: str | None, value: dict[str, str]) -> bool:
    if not value.get("value", "").replace(".", "").isdigit():
        return True
    if duration is None:
        return False
    seconds = {"Y": 365 * 86400, "W": 7 * 86400, "D": 86400, "H": 3600, "S": 1}
    total = 0.0
    clock = False
    for number, letter in re.findall(r"([\d.]*)([PTYMWDHS])", duration):
        clock = clock or letter == "T"
        if number:
            size = (60 if clock else 30 * 86400) if letter == "M" else seconds[letter]
            total += float(number) * size
    gold = float(value["value"])
    return abs(total - gold) <= 0.01 * gold


def _same_days(raw: Raw, value: dict[str, str]) -> bool:
    if raw.edtf is None:
        return False
    single = _day(value.get("value"))
    if single is not None:
        return single in (raw.start_date, raw.end_date)
    start, end = _day(value.get("start")), _day(value.get("end"))
    if value.get("timex", "").endswith("P100Y)") and start is not None and raw.start_date:
        return raw.start_date == add_months(start, 12)
    return _is(raw.start_date, start, before=1) and _is_end(raw.end_date, end)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _is(ours: date | None, gold: date | None, before: int) -> bool:
    if gold is None:
        return True
    return ours is not None and -1 <= (gold - ours).days <= before


def _is_end(ours: date | None, gold: date | None) -> bool:
    """Whether our end is theirs, or that of the unit (day, month, year) that begins with theirs."""
    if gold is None or ours is None:
        return gold is None or ours is None
    ends = {gold, gold + DAY}
    if gold.day == 1:
        ends |= {add_months(gold, 1), add_months(gold, 3)}
    if gold.day == 1 and gold.month == 1:
        ends.add(add_months(gold, 12))
    return ours in ends


def times(folded: Folded, code: str, said: date | None) -> list[Raw]:
    """The times among the mentions of a text."""
    return [raw for raw in mentions.find(folded, load(code), said) if raw.type in _ALL]


def judge(case: Case, code: str) -> tuple[bool, list[str]]:
    """Whether exactly the entities of a case are found, and what differs."""
    folded = Folded(case.text, shapes=load(code).shapes)
    found = {
        trimmed(case.text, folded.start(raw.start), folded.end(raw.end), code): raw
        for raw in times(folded, code, case.said)
    }
    wanted = {trimmed(case.text, e.start, e.end, code): e for e in case.gold}
    faults = [f"missed {case.text[s:e]!r}" for s, e in wanted.keys() - found.keys()]
    faults += [
        f"extra {case.text[s:e]!r}"
        for s, e in found.keys() - wanted.keys()
        if found[s, e].type in _LISTED.get(Path(case.file).stem, _ALL)
    ]
    for span in wanted.keys() & found.keys():
        raw, entity = found[span], wanted[span]
        if not agrees(raw, entity, case.said):
            value = f"{raw.edtf or raw.duration}"
            faults.append(f"value {case.text[slice(*span)]!r} {value} of {entity.values}")
    return not faults, faults


def _recognizers(shared: Path, language: str) -> Iterator[Figure]:
    code = LANGUAGES[language]
    right = calendar = calendar_right = silent = calendar_silent = total = 0
    for model in MODELS:
        count = model_right = model_silent = 0
        for case in cases(shared, language, model):
            good, _ = judge(case, code)
            count += 1
            model_right += good
            model_silent += not case.gold
            if _CALENDAR[code].search(unicodedata.normalize("NFKC", case.text)):
                calendar += 1
                calendar_right += good
                calendar_silent += not case.gold
        yield Figure(
            name=f"times: recognizers {language} {model}",
            value=_percent(model_right, count),
            cases=count,
            constant=_percent(model_silent, count),
        )
        total, right, silent = total + count, right + model_right, silent + model_silent
    yield Figure(
        name=f"times: recognizers {language}, all",
        value=_percent(right, total),
        cases=total,
        constant=_percent(silent, total),
    )
    yield Figure(
        name=f"times: recognizers {language}, calendar cases",
        value=_percent(calendar_right, calendar),
        cases=calendar,
        constant=_percent(calendar_silent, calendar),
        floor=75.0,
    )


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


_GSD_EDGES = re.compile(r"(?:から|まで|までに|以降|以来|以前|前|後|の|に|頃|ごろ|[()、])+$")


def gsd(shared: Path) -> Iterator[tuple[str, set[tuple[int, int]], set[tuple[int, int]]]]:
    """Each sentence of the Japanese treebank with its dates by the gold and by us.

    The gold marks the dates themselves: each end of a range by itself, without the words that bind
    or bound it (から, まで, 以降), without edges (初頭, 末).  It marks lengths of days and more as
    dates too, and leaves relative words without a number (今日, 同年, 昨夏) unmarked.  So ours are
    cut at those words, and left out where no number or weekday stands in them.
    """
    path = shared / "data" / "ud-japanese-gsd-ne" / "sentences.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        text = sentence["text"]
        gold = {(e["start"], e["end"]) for e in sentence["entities"] if e["type"] == "DATE"}
        clock = [(e["start"], e["end"]) for e in sentence["entities"] if e["type"] == "TIME"]
        ours: set[tuple[int, int]] = set()
        for start, end in _spans(text):
            if not any(s < end and start < e for s, e in clock):
                ours.update(_gsd_parts(text, start, end))
        yield text, gold, ours


_PARTS = re.compile(
    r"から|より|~|〜|～|にかけて|まで|以降|以来|以前|以内|前後|[()（）、](?:[月火水木金土日](?:曜日?)?[)）])?"
    r"|初頭|初め|はじめ|前半|後半|中盤|半ば|上旬|末(?!期)|過去|今後|この|ここ|向こう|最近|中$"
)
_MARKED = re.compile(r"[0-9０-９〇一二三四五六七八九十百千数半]|曜")


def _gsd_parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    last = start
    for cut in [*_PARTS.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        if _MARKED.search(text, last, stop):
            yield last, stop
        last = cut.end() if cut else end


def _spans(text: str) -> list[tuple[int, int]]:
    folded = Folded(text)
    found = times(folded, "ja", date(2012, 1, 1))
    return [(folded.start(raw.start), folded.end(raw.end)) for raw in found]


def _gsd_figure(shared: Path) -> Figure:
    both = ours = gold = 0
    for _, wanted, found in gsd(shared):
        both += len(wanted & found)
        ours += len(found)
        gold += len(wanted)
    return Figure(
        name="times: ud-japanese-gsd-ne DATE spans, F1",
        value=_percent(2 * both, ours + gold),
        cases=gold,
        constant=0.0,
        floor=85.0,
    )


def _years(text: str, code: str) -> set[str]:
    """The years that a line names by themselves, whatever the day on which it was said."""
    return {
        year
        for raw in times(Folded(text, shapes=load(code).shapes), code, None)
        if raw.edtf
        for year in re.findall(r"\d{3}[\dX]", raw.edtf)
    }


def ntrex(shared: Path) -> Iterator[tuple[str, str, set[str], set[str]]]:
    """Lines with a year in one of the two languages, and the years of each."""
    path = shared / "data" / "ntrex-128" / "ntrex_nine_languages.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        english, japanese = _years(record["eng"], "en"), _years(record["jpn"], "ja")
        if english or japanese:
            yield record["eng"], record["jpn"], english, japanese


def _ntrex_figure(shared: Path) -> Figure:
    lines = list(ntrex(shared))
    same = sum(english == japanese for _, _, english, japanese in lines)
    return Figure(
        name="times: ntrex years, Japanese as English",
        value=_percent(same, len(lines)),
        cases=len(lines),
        constant=0.0,
        floor=92.0,
    )


def measure(shared: Path) -> list[Figure]:
    """All figures of times."""
    figures = [figure for language in LANGUAGES for figure in _recognizers(shared, language)]
    left_out = sum(
        len(faults)
        for name, faults in errata().items()
        if name.startswith(tuple(f"DateTime/{language}/" for language in LANGUAGES))
    )
    figures.append(_gsd_figure(shared))
    figures.append(_ntrex_figure(shared))
    total = sum(figure.cases for figure in figures if figure.name.endswith(", all")) + left_out
    figures.append(
        Figure(
            name="times: recognizers cases left out as errata",
            value=_percent(left_out, total),
            cases=total,
            constant=0.0,
            floor=3.0,
            better="lower",
        )
    )
    return figures
