"""The page of languages is what the kept figures say."""

from __future__ import annotations

from bench.figures import Figure, kept
from bench.languages import PAGE, page
from zakuro.languages.load import codes


def test_the_page_is_made_from_the_kept_figures() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(kept())


def test_every_language_has_its_part_and_its_own_figures() -> None:
    figures = [
        Figure(name="news, Russian: per 1,000", value=9.6, cases=1037, constant=0.0),
        Figure(name="spec xian-2023 ja: facts found %", value=96.9, cases=32, constant=0.0),
    ]
    parts = page(figures).split("\n## ")[1:]
    assert len(parts) == len(codes())
    russian = next(part for part in parts if "`ru`" in part)
    assert "| 9.6 |" in russian
    assert "xian" not in russian
