from typing import get_args

from zakuro.model.acts import KINDS, act_of, body_of, kind_of
from zakuro.model.entry import Author, Draft
from zakuro.model.statement import Phase
from zakuro.model.things import HOLDS, THINGS, Condition, ItemSort, Sort, Thing


def test_every_kind_on_things_is_a_kind_of_entry() -> None:
    assert THINGS.items() <= KINDS.items()


def test_what_holds_items_is_a_sort_and_every_sort_of_item_is_held() -> None:
    assert HOLDS.keys() <= set(get_args(Sort))
    assert {sort for sorts in HOLDS.values() for sort in sorts} == set(get_args(ItemSort))


def test_the_phases_of_a_result_are_states_of_a_thing() -> None:
    assert set(get_args(Phase)) < set(get_args(Condition))


def test_a_thing_goes_into_an_entry_and_out_again() -> None:
    thing = Thing(sort="charter", names={"en": "Spirit"}, parties=("CHN",))
    body = body_of(thing)
    assert body == {"sort": "charter", "names": {"en": "Spirit"}, "parties": ["CHN"]}
    draft = Draft(kind=kind_of(thing), subject="T-1", author=Author(filed_by="anna"), body=body)
    assert act_of(draft) == thing
