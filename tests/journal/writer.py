"""A process that writes until it has written enough, or is killed.

Each transaction enters three entries and a row; what is acknowledged is printed at once.
"""

from __future__ import annotations

import sys

from tests.journal.helpers import NOON, draft
from zakuro.journal import Table, open_journal

GROUP = 3
STATE = Table(name="state", columns={"writer": "text", "size": "integer"}, key=("writer",))


def main(place: str, writer: str, transactions: int) -> None:
    with open_journal(place, wait=60) as journal:
        for _ in range(transactions):
            with journal.transaction() as tx:
                numbers = [tx.append(draft(writer), NOON).number for _ in range(GROUP)]
                tx.upsert(STATE, [{"writer": writer, "size": tx.size}])
            sys.stdout.write(f"{numbers[0]} {numbers[1]} {numbers[2]}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
