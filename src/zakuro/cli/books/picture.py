"""Pledges as pictures for the terminal: one bar for each amount."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from zakuro.flow.looking.lists import Amount, Listed
from zakuro.ledger.account import ZERO
from zakuro.ledger.arithmetic import plain
from zakuro.ledger.assessment.codes import in_words
from zakuro.model.vocabulary import parties_label, unit_label

WIDTH = 32
CONFIRMED, REPORTED, DISPUTED, OPEN, OVER = "█", "▓", "▒", "·", "+"

LEGEND = (
    f"{CONFIRMED} confirmed   {REPORTED} reported only   {DISPUTED} disputed   "
    f"{OPEN} neither   {OVER} more than promised"
)


def bar(amount: Amount, width: int = WIDTH) -> str:
    """Give the bar of an amount: confirmed, reported only, disputed, and what is still open.

    Every part that is not nothing takes at least one place; what is over and above shows as ``+``.
    """
    if amount.due <= 0:
        return OPEN * width
    parts = [
        (CONFIRMED, amount.confirmed),
        (REPORTED, amount.in_transit),
        (DISPUTED, amount.disputed),
    ]
    # Places are shared out along the running sum, so that what is full fills the bar.
    drawn, so_far = "", ZERO
    for sign, value in parts:
        if value > 0:
            so_far += value
            end = int(so_far * width / amount.due)
            drawn += sign * max(1, end - len(drawn))
    if len(drawn) >= width and amount.obligation > 0:  # so small a rest would vanish
        drawn = drawn[: width - 1]
    over = OVER if amount.obligation < 0 or amount.receivable < 0 else ""
    return drawn[:width].ljust(width, OPEN) + over


def fit(text: str, width: int) -> str:
    """Give text cut or filled to so many columns of a terminal, wide letters counted as two."""
    found, used = "", 0
    for letter in text:
        columns = 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if used + columns > width:
            return found[:-1] + "…" + " " * (width - used)
        found, used = found + letter, used + columns
    return found + " " * (width - used)


def picture(pledges: Iterable[Listed]) -> str:
    """Give the picture of where some pledges stand."""
    lines = []
    for listed in pledges:
        for place, amount in enumerate(listed.amounts):
            name = listed.name if place == 0 else ""
            where = in_words(listed.standing, listed.word, listed.searched) if place == 0 else ""
            unit = unit_label(amount.unit, one=amount.due == 1)
            figure = (
                f"{plain(max(amount.reported, amount.confirmed))} of {plain(amount.due)} {unit}"
            )
            lines.append(f"{name:<5} {bar(amount):<{WIDTH + 1}} {fit(figure, 34)} {where}".rstrip())
            if place == 0:
                who = f"{parties_label(listed.givers)} → {parties_label(listed.receivers)}: "
                lines.append(f"      {fit(who + ' '.join(listed.words.split()), 86).rstrip()}")
    return "\n".join([*lines, "", LEGEND])
