"""The page that shows what each language reaches, made from the kept figures and the packs."""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale

from bench.figures import Figure
from zakuro.languages.load import codes, load

PAGE = Path(__file__).parent.parent / "docs" / "languages.md"
_PROOFS = {"example": "examples", "silent": "silent cases", "mention": "numbers and times"}


def page(figures: list[Figure]) -> str:
    """The page as Markdown: for each language its pack's own proof, then what is measured."""
    lines = [
        "# What each language reaches",
        "",
        "Made by `python -m bench.quality --update`; not to be edited. Each figure stands beside",
        "what the best constant answer would get, and the floor that it must not fall below.",
    ]
    for code in codes():
        name = Locale.parse("en").languages[code]
        lines += ["", f"## {name} (`{code}`)", "", _proof(code), ""]
        lines += ["| figure | value | constant | floor | cases |", "|---|---|---|---|---|"]
        names = (name, load(code).data["name"])
        lines += [_row(figure) for figure in figures if _about(figure.name, code, names)]
    return "\n".join(lines) + "\n"


def _proof(code: str) -> str:
    pack = load(code).data
    counts = [f"{len(pack.get(section, ()))} {words}" for section, words in _PROOFS.items()]
    return f"Its pack proves itself by {', '.join(counts)}."


def _about(figure: str, code: str, names: tuple[str, ...]) -> bool:
    return re.search(rf"\b({'|'.join(names)})\b|[ ,]{code}[:, ]", figure) is not None


def _row(figure: Figure) -> str:
    sign = "≥" if figure.better == "higher" else "≤"
    floor = "" if figure.floor is None else f"{sign} {figure.floor:g}"
    shown = figure.name.replace("|", "/")
    return f"| {shown} | {figure.value:.1f} | {figure.constant:.1f} | {floor} | {figure.cases:,} |"
