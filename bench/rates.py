"""Make the bundled table of reference rates from the ECB's daily ones.

    python bench/rates.py ecb_euro_reference_rates.csv > src/zakuro/check/rates.csv

A row gives, for one year and one currency, its lowest, mean and highest rate per US dollar.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path


def main(path: str) -> None:
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    with Path(path).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["USD"] == "N/A":
                continue
            dollar = float(row["USD"])
            year = row["Date"][:4]
            found[year, "EUR"].append(1 / dollar)
            for currency, rate in row.items():
                if currency not in {"Date", "USD"} and rate not in {"", "N/A"}:
                    found[year, currency].append(float(rate) / dollar)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("year", "currency", "low", "mean", "high"))
    for (year, currency), rates in sorted(found.items()):
        figures = (min(rates), sum(rates) / len(rates), max(rates))
        writer.writerow((year, currency, *(f"{figure:.5g}" for figure in figures)))


if __name__ == "__main__":
    main(sys.argv[1])
