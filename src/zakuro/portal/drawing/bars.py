"""Bars: how much of a promise is confirmed, reported, disputed."""

from __future__ import annotations

from decimal import Decimal
from html import escape

WIDTH, HEIGHT = 400, 12


def bar(
    label: str,
    whole: Decimal,
    confirmed: Decimal,
    reported: Decimal,
    disputed: Decimal,
    css: str = "bar",
) -> str:
    """Draw a bar of ``whole``: what is confirmed, only reported and disputed; ``label`` says it.

    What is more than the whole fills the bar and no more: the figures beside it say how much.
    """
    total = max(whole, confirmed + reported + disputed)
    drawn, place = [f'<rect width="{WIDTH}" height="{HEIGHT}" class="b-rest"/>'], Decimal(0)
    parts = (("b-confirmed", confirmed), ("b-reported", reported), ("b-disputed", disputed))
    for name, value in parts:
        if value <= 0 or total <= 0:
            continue
        width = max(value * WIDTH / total, Decimal(2))
        at = min(place, WIDTH - width)
        drawn.append(f'<rect x="{at:.1f}" width="{width:.1f}" height="{HEIGHT}" class="{name}"/>')
        place = at + width + (1 if width > 4 else 0)
    return (
        f'<svg class="{css}" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" role="img"'
        f' aria-label="{escape(label)}">{"".join(drawn)}</svg>'
    )
