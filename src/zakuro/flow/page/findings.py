"""Findings on the documents of books as one self-contained page, and as cards beside a text."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from html import escape

from zakuro.model.finding import Finding, Place

_STYLE = """
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{max-width:60rem;margin:auto;padding:1rem}
article{border-top:1px solid #8886;padding:.5rem 0}
h2{font-size:1rem;margin:0}
p{margin:.25rem 0}
q{display:block;border-inline-start:.25rem solid #8886;padding-inline-start:.5rem;margin:.25rem 0}
small{opacity:.8}
"""
_AROUND = 60
"""Characters of the text that are shown on either side of the words in question."""


def finding_card(finding: Finding) -> str:
    """A finding as a card beside the block in which its first words stand."""
    identity = escape(finding.id)
    verdict = escape(finding.verdict)
    others = "; ".join(" ".join(place.exact.split()) for place in finding.where[1:4])
    beside = f"<br><i>beside: {escape(others)}</i>" if others else ""
    return (
        f'<article class="card finding" id="{identity}" aria-label="check {identity}">'
        f'<p><span class="kind">{verdict}</span> {escape(finding.says)} '
        f"<i>({escape(finding.kind)}, {escape(finding.rule)})</i>{beside}</p></article>"
    )


def findings_page(title: str, findings: Sequence[Finding], texts: Mapping[str, str]) -> str:
    """The page: every finding with its words in their text; what does not agree comes first."""
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    told = "".join(_article(finding, texts) for finding in findings)
    count = f"{len(findings)} findings" if len(findings) != 1 else "1 finding"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)} · checked by zakuro</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{escape(title)}: {count}</h1>\n{told}"
        "<p>A finding says nothing of the parties, only of the words; no finding is no proof that"
        " all is well.</p>\n</main>\n</body>\n</html>"
    )


def _article(finding: Finding, texts: Mapping[str, str]) -> str:
    quotes = "".join(_quote(place, texts) for place in finding.where)
    return (
        f'<article id="{escape(finding.id)}"><h2>{escape(finding.verdict)}: '
        f"{escape(finding.kind)}</h2><p>{escape(finding.says)} "
        f"<small>{escape(finding.rule)}</small></p>{quotes}</article>\n"
    )


def _quote(place: Place, texts: Mapping[str, str]) -> str:
    text = texts.get(place.document, "")
    before = text[max(place.start - _AROUND, 0) : place.start]
    after = text[place.end : place.end + _AROUND]
    parts = (" ".join(part.split()) for part in (before, place.exact, after))
    one, words, other = map(escape, parts)
    return f"<q>{escape(place.document)} … {one} <mark>{words}</mark> {other} …</q>"
