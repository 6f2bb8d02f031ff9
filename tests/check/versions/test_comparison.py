"""Versions of one digest in two languages are held against each other by what they say."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from tests.documents import SPEC
from zakuro.check.versions.comparison import Comparison, compare, differences
from zakuro.flow.reading import read
from zakuro.model.statement import Reading, Statement

DIGESTS = ("astana-2025", "beijing-2024", "samarkand-2025", "tianjin-2025", "xian-2023")


def promises(text: str, language: str = "en") -> list[Statement]:
    return [said for said in read(text, language).statements if said.kind == "pledge"]


def compared(one: str, other: str) -> Comparison:
    return compare(promises(one), promises(other))


def facts(reading: Reading, name: str) -> dict[str, str]:
    """Which fact each promise tells, by the digest's list of facts."""
    told = {}
    lines = (
        (SPEC / f"{name.split('.', maxsplit=1)[0]}.facts.jsonl")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    for fact in map(json.loads, lines):
        if fact["document"] == name and fact["kind"] == "pledge":
            start = reading.text.find(fact["quote"])
            for said in reading.statements:
                if said.kind == "pledge" and said.start < start + len(fact["quote"]) and (
                    start < said.end
                ):  # fmt: skip
                    told[said.id] = str(fact["fact"])
    return told


def test_promises_of_two_languages_meet_their_own() -> None:
    right = wrong = both = 0
    for digest in DIGESTS:
        read_in: dict[str, tuple[list[Statement], dict[str, str]]] = {}
        for file in sorted(SPEC.glob(f"{digest}.??.txt")):
            reading = read(file.read_bytes(), source=file.name)
            pledges = [said for said in reading.statements if said.kind == "pledge"]
            if known := facts(reading, file.name):
                read_in[file.name] = pledges, known
        for one, other in combinations(sorted(read_in), 2):
            (first, told), (second, known) = read_in[one], read_in[other]
            both += len(set(told.values()) & set(known.values()))
            for pair in compare(first, second).both:
                names = told.get(pair.one.id), known.get(pair.other.id)
                if None not in names:
                    right += names[0] == names[1]
                    wrong += names[0] != names[1]
    assert both > 300
    assert right >= 0.95 * both
    assert wrong <= 0.02 * both


ONE = "China will provide 10 million dollars to Kenya by 2030. Japan will build a road in Nepal."
OTHER = "China will provide 12 million dollars to Kenya by 2031. India will train 500 nurses."


def test_what_differs_in_figure_and_day_and_what_only_one_has() -> None:
    found = compared(ONE, OTHER)
    (pair,) = found.both
    assert [(each.field, each.one, each.other) for each in pair.differences] == [
        ("figure", "10 million dollars", "12 million dollars"),
        ("day", "../2030", "../2031"),
    ]
    assert [said.givers for said in found.only_one] == [("JPN",)]
    assert [said.givers for said in found.only_other] == [("IND",)]


def test_what_differs_in_party() -> None:
    (one,) = promises("China will provide 10 million dollars to Kenya by 2030.")
    (other,) = promises("Japan will provide 10 million dollars to Kenya by 2030.")
    assert [(each.field, each.one, each.other) for each in differences(one, other)] == [
        ("giver", "CHN", "JPN")
    ]


@pytest.mark.parametrize("text", [ONE, OTHER])
def test_a_document_has_what_it_has(text: str) -> None:
    found = compared(text, text)
    assert len(found.both) == len(promises(text))
    assert found.only_one == found.only_other == ()
    assert all(pair.differences == () for pair in found.both)


def test_nothing_has_nothing_in_common() -> None:
    assert compare([], promises(ONE)).both == ()
    assert len(compare([], promises(ONE)).only_other) == 2
