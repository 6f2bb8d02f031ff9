"""Two documents side by side as one self-contained page, which asks for nothing from outside."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from zakuro.check.versions.comparison import Comparison, Pair
from zakuro.flow.page.card import quantity_words
from zakuro.model.statement import Reading, Statement
from zakuro.words import figures
from zakuro.words.catalogue import SOURCE

_STYLE = """
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{max-width:75rem;margin:auto;padding:1rem}
table{width:100%;border-collapse:collapse}
td,th{width:50%;padding:.5rem;vertical-align:top;text-align:start;border-top:1px solid #8886}
th{position:sticky;top:0;background:Canvas}
small{display:block}
.differs td{border-inline-start:.25rem solid #b5453a}
mark{background:#f3d3a0;color:#222}
td:empty::after{content:"—";opacity:.6}
"""


def comparison_page(one: Reading, other: Reading, found: Comparison) -> str:
    """The page: promises that both hold side by side, then those that only one does."""
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    names = [escape(reading.source or "text") for reading in (one, other)]
    differing = sum(bool(pair.differences) for pair in found.both)
    rows = [_pair(pair, one, other) for pair in found.both]
    rows += [_row(_side(said, one), "") for said in found.only_one]
    rows += [_row("", _side(said, other)) for said in found.only_other]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{names[0]} and {names[1]} · zakuro</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{names[0]} and {names[1]}</h1>\n"
        f"<p>In both: {len(found.both)}, of which {differing} differ. Only in {names[0]}:"
        f" {len(found.only_one)}. Only in {names[1]}: {len(found.only_other)}.</p>\n"
        f'<table>\n<thead><tr><th scope="col">{names[0]}</th><th scope="col">{names[1]}</th></tr>'
        f"</thead>\n<tbody>\n{''.join(rows)}</tbody>\n</table>\n"
        "<p>Read by rules, without a look by people: a promise that one side seems not to make may"
        " only have been passed over.</p>\n</main>\n</body>\n</html>\n"
    )


def _pair(pair: Pair, one: Reading, other: Reading) -> str:
    fields = {difference.field for difference in pair.differences}
    return _row(_side(pair.one, one, fields), _side(pair.other, other, fields), bool(fields))


def _row(one: str, other: str, differs: bool = False) -> str:
    mark = ' class="differs"' if differs else ""
    return f"<tr{mark}><td>{one}</td><td>{other}</td></tr>\n"


def _side(said: Statement, reading: Reading, differing: set[str] | None = None) -> str:
    """One side's words, and below them what they say; what differs is marked."""
    told = {
        "giver": _named(said.givers),
        "receiver": _named(said.receivers),
        "figure": "; ".join(map(quantity_words, said.quantities)),
        "day": said.period.edtf if said.period else "",
        "strength": said.strength or "",
    }
    lines = [
        f"{name}: <mark>{escape(words) or 'not said'}</mark>"
        if name in (differing or ())
        else f"{name}: {escape(words)}"
        for name, words in told.items()
        if words or name in (differing or ())
    ]
    words = escape(" ".join(said.exact.split()))
    language = escape(reading.language)
    return f'<span lang="{language}">{words}</span><small>{"; ".join(lines)}</small>'


def _named(codes: tuple[str, ...]) -> str:
    return ", ".join(figures.party(SOURCE, code) for code in codes)
