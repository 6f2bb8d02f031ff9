from __future__ import annotations

from zakuro.read.parties.entity import Entity
from zakuro.read.statements.sides import Sides, parties_of


def test_codes_stand_once_in_order_of_appearance() -> None:
    named = [Entity(0, 4, ("KEN", "UGA"), "party"), Entity(8, 12, ("KEN",), "party")]
    assert parties_of(named) == ("KEN", "UGA")
    assert (Sides().givers, Sides().receivers) == ((), ())
