"""Every pack's own examples: what must be read from them, and what must stay silent."""

from __future__ import annotations

from typing import Any

import pytest

import zakuro
from zakuro.languages.load import codes, load
from zakuro.model.statement import Reading, Statement
from zakuro.model.vocabulary import expand


def cases(section: str) -> list[Any]:
    return [
        pytest.param(code, case, id=f"{code}-{number}")
        for code in codes()
        for number, case in enumerate(load(code).data.get(section, ()), start=1)
    ]


def reading(code: str, case: dict[str, Any]) -> Reading:
    return zakuro.read(case["text"], language=code, published=case.get("published"))


def overlaps(statement: Statement, start: int, end: int) -> bool:
    shared = min(statement.end, end) - max(statement.start, start)
    length = statement.end - statement.start
    return shared >= 0.6 * min(length, end - start) and length <= 2.5 * (end - start)


def given(statement: Statement, field: str) -> Any:
    value = getattr(statement, field)
    if field in ("givers", "receivers", "parties"):
        return set(expand(value))
    if field == "quantities":
        return [
            {
                key: str(part)
                for key in ("value", "low", "high", "unit", "bound", "change")
                if (part := getattr(quantity, key)) is not None
            }
            for quantity in value
        ]
    if field == "period":
        return value and value.edtf
    return value


def wanted(field: str, value: Any) -> Any:
    if field in ("givers", "receivers", "parties"):
        return set(expand(value))
    return tuple(value) if field in ("topics", "heading") else value


@pytest.mark.parametrize(("code", "case"), cases("example"))
def test_an_example_is_read_as_its_pack_says(code: str, case: dict[str, Any]) -> None:
    statements = reading(code, case).statements
    taken: set[str] = set()
    for expected in case["expect"]:
        start = case["text"].index(expected["exact"])
        end = start + len(expected["exact"])
        found = [
            statement
            for statement in statements
            if statement.kind == expected["kind"] and overlaps(statement, start, end)
        ]
        assert found, f"no {expected['kind']} on {expected['exact']!r}: {statements}"
        taken.add(found[0].id)
        for field, value in expected.items():
            if field not in ("kind", "exact"):
                assert given(found[0], field) == wanted(field, value), (field, found[0])
    pledges = {statement.id for statement in statements if statement.kind == "pledge"}
    assert pledges <= taken, "pledges that the example does not expect"


@pytest.mark.parametrize(("code", "case"), cases("silent"))
def test_a_silent_case_gives_no_pledge(code: str, case: dict[str, Any]) -> None:
    pledges = [s for s in reading(code, case).statements if s.kind == "pledge"]
    assert not pledges, case.get("why")


def test_every_statement_rests_on_its_exact_words() -> None:
    for code in codes():
        for section in ("example", "silent"):
            for case in load(code).data.get(section, ()):
                result = reading(code, case)
                for statement in result.statements:
                    assert result.text[statement.start : statement.end] == statement.exact
