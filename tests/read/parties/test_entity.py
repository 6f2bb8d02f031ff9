"""An entity as it begins: nobody's part is told before the words around it are read."""

from zakuro.read.parties.entity import Entity, Named
from zakuro.read.parties.roles import NO_CASES


def test_an_entity_begins_without_a_part() -> None:
    entity = Entity(0, 2, ("CHN",), "party")
    assert (entity.role, entity.name, entity.names, entity.people) == ("", "", [], [])
    assert entity.cases == NO_CASES


def test_entities_share_no_lists() -> None:
    one, other = Entity(0, 2, ("CHN",), "party"), Entity(3, 5, ("KAZ",), "party")
    one.names.append(Named(0, 2, "CHN"))
    assert other.names == []
