"""How far two reviewers agree: Krippendorff's alpha of what they decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction


def alpha(pairs: Iterable[tuple[str, str]]) -> Fraction | None:
    """Give Krippendorff's alpha for nominal values of units that two coders judged.

    1 is agreement in everything, 0 what chance gives; None where nothing can disagree: no unit, or
    one value everywhere.  With two coders and nothing missing it is 1 - (n - 1) times the units in
    which they differ, by the ordered pairs of different values among all n values.
    """
    units = list(pairs)
    counts = Counter(value for unit in units for value in unit)
    total = sum(counts.values())
    expected = total * total - sum(count * count for count in counts.values())
    if expected == 0:
        return None
    observed = sum(2 for one, other in units if one != other)
    return 1 - Fraction((total - 1) * observed, expected)
