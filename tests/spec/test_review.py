"""Sentences that a second reader of a language wrote without having seen its pack."""

import json
from datetime import date
from typing import Any

import pytest

import zakuro
from bench.quality_spec import SPEC
from tests.languages.test_packs import given, overlaps, wanted

FILES = sorted(SPEC.glob("review-*.jsonl"))
PUBLISHED = date(2025, 6, 17)


def sentences() -> list[Any]:
    return [
        pytest.param(path.stem.removeprefix("review-"), json.loads(line), id=f"{path.stem}-{row}")
        for path in FILES
        for row, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    ]


def test_there_are_sentences() -> None:
    assert FILES and sentences()


@pytest.mark.parametrize(("language", "case"), sentences())
def test_a_sentence_is_read_as_its_reader_expected(language: str, case: dict[str, Any]) -> None:
    statements = zakuro.read(case["text"], language=language, published=PUBLISHED).statements
    taken: set[str] = set()
    for expected in case["expect"]:
        start = case["text"].index(expected["exact"])
        end = start + len(expected["exact"])
        found = [
            statement
            for statement in statements
            if statement.kind == expected["kind"] and overlaps(statement, start, end)
        ]
        assert found, (expected, statements)
        taken.add(found[0].id)
        for field, value in expected.items():
            if field not in ("kind", "exact"):
                assert given(found[0], field) == wanted(field, value), (field, found[0])
    assert {s.id for s in statements if s.kind == "pledge"} <= taken, statements
