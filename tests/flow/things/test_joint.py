import pytest

from tests.flow.builder import keyed
from tests.flow.things.builder import railway
from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping.books import Books, Who
from zakuro.flow.things.entering import open_thing, set_parent, set_state
from zakuro.flow.things.joint import became_of, enter, thing
from zakuro.model.entry import Author
from zakuro.model.errors import RefusedError, ZakuroError
from zakuro.model.things import Tie, Uptake


@pytest.mark.parametrize("name", ["T-2", "T-0", "railway", "P-1", "T-"])
def test_what_is_no_thing_is_said_so(told: Books, name: str) -> None:
    railway(told)
    with pytest.raises(ZakuroError, match=r"names no thing|There is no thing"):
        thing(told, name)


def test_a_refused_act_leaves_nothing(told: Books) -> None:
    name = railway(told)
    size = told.journal.size()
    with pytest.raises(RefusedError, match="cannot be tied"), told.writing() as writer:
        enter(writer, name, Tie(to="X-1"), Who(filed_by="anna"))
    assert told.journal.size() == size


def test_things_cannot_hold_each_other(told: Books) -> None:
    first, second = railway(told), open_thing(told, "centre", {"en": "C"}, filed_by="a").subject
    set_parent(told, second, first, filed_by="anna")
    with pytest.raises(RefusedError, match="neither can hold the other"):
        set_parent(told, first, second, filed_by="anna")
    with pytest.raises(ZakuroError, match="There is no thing T-9"):
        set_parent(told, first, "T-9", filed_by="anna")


def test_a_party_signs_what_it_says_of_a_thing(told: Books) -> None:
    name = railway(told)
    key = keyed(told, "KGZ", signed_only=True)
    word = Word(party="KGZ", filed_by="anna")
    with pytest.raises(RefusedError, match="wants its acts signed"):
        set_state(told, name, "begun", filed_by="anna", since=told.now().date(), word=word)
    entry = set_state(
        told, name, "begun", filed_by="anna", since=told.now().date(), word=word, key=key
    )
    assert entry.author == Author(filed_by="anna", party="KGZ", basis="signed")


def test_what_became_of_words(told: Books) -> None:
    with told.writing() as writer:
        enter(writer, "D-2:s1", Uptake(way="pledged", by="P-1"), Who(filed_by="anna"))
    assert [each.uptake.by for each in became_of(told, "D-2:s1")] == ["P-1"]
    assert became_of(told, "D-2:s2") == []
