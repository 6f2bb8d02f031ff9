"""The facts that the specification writes down of our own digests of summits."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from bench.quality_spec import PUBLISHED, SPEC, text_of
from zakuro.model.statement import Bound, Change, Kind
from zakuro.model.vocabulary import groups, territories

REGION = "M49:"
FILES = sorted(SPEC.glob("*.facts.jsonl"))
LEAST = 25


def facts(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def name(path: Path) -> str:
    return path.name.removesuffix(".facts.jsonl")


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_quote_stands_once_in_its_text(path: Path) -> None:
    for fact in facts(path):
        text = text_of(fact["document"])
        assert text.count(fact["quote"]) == 1, fact["quote"]
        for part in (*fact.get("quantities", ()), *([fact["period"]] if "period" in fact else ())):
            assert part["quote"] in text


@pytest.mark.parametrize("path", FILES, ids=name)
def test_all_languages_hold_the_same_facts(path: Path) -> None:
    told: dict[str, dict[str, dict[str, Any]]] = {}
    for fact in facts(path):
        bare = json.loads(json.dumps(fact), object_hook=_without_words)
        told.setdefault(fact["document"], {})[fact["fact"]] = bare
    first, *others = told.values()
    assert others
    assert all(other == first for other in others)
    assert len(first) >= LEAST


@pytest.mark.parametrize("path", FILES, ids=name)
def test_facts_use_the_words_of_the_model(path: Path) -> None:
    for fact in facts(path):
        assert fact["kind"] in get_args(Kind)
        for role in ("givers", "receivers", "parties"):
            codes = {code for code in fact.get(role, ()) if not code.startswith(REGION)}
            assert codes <= groups().keys() | territories().keys()
        for quantity in fact.get("quantities", ()):
            assert quantity["bound"] in get_args(Bound)
            assert quantity.get("change") in (None, *get_args(Change))


def test_every_digest_has_its_day() -> None:
    assert {name(path) for path in FILES} == PUBLISHED.keys()


def _without_words(value: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in value.items() if key not in ("quote", "document")}
