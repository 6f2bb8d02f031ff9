"""What acts and claims rest on: sources, who publishes and owns them, rates, series of figures."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from zakuro.model import vocabulary
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Record

Ownership = Literal[
    "government",
    "state agency",
    "opposition",
    "private",
    "international organisation",
    "unknown",
]
OF_A_STATE: tuple[Ownership, ...] = ("government", "state agency", "opposition")
"""What is always of, or against, some state."""

_OF = re.compile(r"(?P<kind>[a-z ]+?)(?: (?:of|in) (?P<state>[A-Z]{3}))?")


class Publisher(Record, frozen=True, kw_only=True):
    """The publisher of a source.

    ``ownership`` says whose voice it is: of the ``state`` (ISO 3166-1 alpha-3) whose government
    or agency it is or to which it stands in opposition; a private one may name where it sits.
    """

    name: str
    ownership: Ownership = "unknown"
    state: str | None = None

    @property
    def owner(self) -> str:
        """Whose it is, in words: state agency of CHN."""
        joint = "of" if self.ownership in OF_A_STATE else "in"
        return f"{self.ownership} {joint} {self.state}" if self.state else self.ownership

    def __str__(self) -> str:
        """Give the publisher as it stands beside its words: Xinhua (state agency of CHN)."""
        return f"{self.name} ({self.owner})"


def publisher(name: str, ownership: str = "unknown") -> Publisher:
    """Give a publisher by its name and its owner in words: "state agency of CHN", "private"."""
    found = _OF.fullmatch(ownership.strip())
    kinds = get_args(Ownership)
    if found is None or found["kind"] not in kinds:
        raise ZakuroError(
            f"{ownership!r} is no ownership: say {', '.join(kinds)}; with the state where it is "
            "one's: state agency of CHN."
        )
    if not name.strip():
        raise ZakuroError("A publisher needs its name: --publisher Xinhua.")
    state = found["state"]
    if state is None and found["kind"] in OF_A_STATE:
        raise ZakuroError(f"Say whose: {found['kind']} of CHN.")
    if state is not None and state not in vocabulary.territories():
        raise ZakuroError(f"{state} is no party: give an ISO 3166-1 alpha-3 code such as KAZ.")
    return Publisher(name=name.strip(), ownership=found["kind"], state=state)  # type: ignore[arg-type]


class Source(Record, frozen=True, kw_only=True):
    """The words that an attributed or retold act rests on: ``text[start:end]`` of ``document``.

    ``statement`` names the statement read there (``D-7:s12``); ``published`` the day on which the
    document says it came out, absent when it does not say.  ``retold`` is the address of the
    source whose digest by the keeper the document is; absent for published words themselves.
    """

    document: str
    start: int
    end: int
    exact: str
    statement: str | None = None
    published: date | None = None
    retold: str | None = None


class Rate(Record, frozen=True, kw_only=True):
    """One unit of ``unit`` in units of the measure, and who published that rate."""

    unit: str
    value: Decimal
    rate: Decimal
    source: str


class Point(Record, frozen=True, kw_only=True):
    """One figure of a series.

    ``indicator`` is what is counted (trade, exports, imports …), ``reporter`` who counts it and
    ``partner`` with whom (ISO 3166-1 alpha-3, or a group of the vocabulary); ``period`` a year, a
    month or an interval in EDTF; ``unit`` an ISO 4217 or UCUM code.  ``source`` says where it is
    published, ``counted`` how it is counted, in the words of who publishes it.
    """

    indicator: str
    reporter: str
    period: str
    value: Decimal
    unit: str
    partner: str = ""
    source: str = ""
    counted: str = ""


class FiledSeries(Record, frozen=True, kw_only=True):
    """Series kept with books: its name, the hash of the file as received, and its form.

    ``points`` is how many figures it has.  A later entry under the same name takes its place.
    """

    name: str
    sha256: str
    form: str
    points: int
    source: str | None = None
