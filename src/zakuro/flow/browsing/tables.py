"""The table of what waits for a party's word, and the rows that an account gives.

They are intervals of days [since, until), so that no account is read anew for a list.
"""

from __future__ import annotations

from collections.abc import Iterator

from zakuro.journal import Table, Value
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.assessment.waiting import Open, days, waits

Row = dict[str, Value]

WAITING = Table(
    name="waiting",
    columns={
        "party": "text",
        "number": "integer",
        "entry": "integer",
        "what": "text",
        "since": "text",
        "until": "text",
        "whom": "text",
        "parties": "text",
        "other": "text",
        "value": "text",
        "unit": "text",
        "said_on": "text",
    },
    key=("party", "number", "entry", "what", "since"),
    indexes=(("party", "until", "since"), ("number",)),
)
"""What waits: a row for each party that is asked, and one with no party for all together."""

LAST_DAY = "9999-12-31"


def waiting_rows(account: PledgeAccount) -> list[Row]:
    """Give the rows of what waits in an account, as intervals of days."""
    found: list[Row] = []
    open_: dict[Open, str] = {}
    for day in days(account):
        now = dict.fromkeys(waits(account, day))
        for each in [each for each in open_ if each not in now]:
            found += _rows_of(account, each, open_.pop(each), day.isoformat())
        open_ = {**dict.fromkeys(now, day.isoformat()), **open_}
    for each, since in open_.items():
        found += _rows_of(account, each, since, LAST_DAY)
    return found


def _rows_of(account: PledgeAccount, each: Open, since: str, until: str) -> Iterator[Row]:
    for party in ("", *each.parties):
        yield {
            "party": party,
            "number": int(account.subject.removeprefix("P-")),
            "entry": each.entry,
            "what": each.what,
            "since": since,
            "until": until,
            "whom": each.party,
            "parties": " ".join(each.parties),
            "other": each.other,
            "value": str(each.value),
            "unit": each.unit,
            "said_on": each.since.isoformat(),
        }
