"""The facts of the bundled example, as the specification writes them down."""

import json
from pathlib import Path
from typing import Any, get_args

from zakuro.model.statement import Bound, Change, Kind
from zakuro.model.vocabulary import groups, territories

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "src" / "zakuro" / "examples"


def facts() -> list[dict[str, Any]]:
    lines = (ROOT / "spec" / "astana-2025.facts.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_every_quote_stands_once_in_its_text() -> None:
    for fact in facts():
        text = (EXAMPLES / fact["document"]).read_text(encoding="utf-8")
        assert text.count(fact["quote"]) == 1, fact["quote"]
        for part in (*fact.get("quantities", ()), *([fact["period"]] if "period" in fact else ())):
            assert part["quote"] in text


def test_both_languages_hold_the_same_facts() -> None:
    told: dict[str, dict[str, dict[str, Any]]] = {}
    for fact in facts():
        bare = json.loads(json.dumps(fact), object_hook=_without_words)
        told.setdefault(fact["document"], {})[fact["fact"]] = bare
    japanese, english = told["astana-2025.ja.txt"], told["astana-2025.en.txt"]
    assert japanese == english
    assert len(english) >= 25


def test_facts_use_the_words_of_the_model() -> None:
    for fact in facts():
        assert fact["kind"] in get_args(Kind)
        for role in ("givers", "receivers", "parties"):
            assert set(fact.get(role, ())) <= groups().keys() | territories().keys()
        for quantity in fact.get("quantities", ()):
            assert quantity["bound"] in get_args(Bound)
            assert quantity.get("change") in (None, *get_args(Change))


def _without_words(value: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in value.items() if key not in ("quote", "document")}
