from datetime import date
from decimal import Decimal

import pytest

from tests.flow.builder import SAID
from tests.flow.things.builder import RAILWAY, charter, chinese, kazakhs, railway
from zakuro.flow.acting.acts import Word, reverse
from zakuro.flow.acting.undo import undo_last
from zakuro.flow.keeping.books import Books
from zakuro.flow.things import entering
from zakuro.flow.things.joint import thing
from zakuro.model.errors import RefusedError, ZakuroError
from zakuro.model.things import Point


def test_names_are_given_with_their_language() -> None:
    assert entering.names_of(["en= A  name", "uz-Cyrl=Ном"]) == {"en": "A name", "uz-Cyrl": "Ном"}
    for wrong in ("A name", "en=", "english=A", "=A"):
        with pytest.raises(ZakuroError, match=r"is no name|no code of a language"):
            entering.names_of([wrong])


def test_points_may_have_degrees() -> None:
    assert entering.point_of("Jalal-Abad") == Point(name="Jalal-Abad")
    assert entering.point_of("Kashgar@39.47,75.99") == Point(
        name="Kashgar", north=Decimal("39.47"), east=Decimal("75.99")
    )
    with pytest.raises(ZakuroError, match="is no point"):
        entering.point_of("Kashgar@east")


def test_items_have_names() -> None:
    assert entering.item_of("T-1:i2") == ("T-1", 2)
    assert entering.item_of("T-1") == ("T-1", None)


def test_a_thing_is_opened_once_by_its_name(told: Books) -> None:
    assert railway(told) == "T-1"
    with pytest.raises(ZakuroError, match="T-1 is that project already"):
        entering.open_thing(told, "project", {"en": RAILWAY}, filed_by="anna")
    assert entering.open_thing(told, "corridor", {"en": RAILWAY}, filed_by="a").subject == "T-2"
    with pytest.raises(ZakuroError, match="is no party"):
        entering.open_thing(told, "centre", {"en": "x"}, filed_by="a", parties=("XXX",))


def test_it_is_renamed_placed_and_told_of(told: Books) -> None:
    name = railway(told)
    entering.rename(told, name, {"ru": "железная дорога"}, filed_by="anna", words="D-2:s5")
    entering.set_parties(told, name, ["CHN", "C5"], filed_by="anna")
    points = [Point(name="Kashgar"), Point(name="Andijan")]
    entering.set_place(told, name, points, filed_by="anna", route=True)
    entry = entering.set_state(told, name, "begun", filed_by="anna", word=chinese())
    kept = thing(told, name)
    assert kept.names["ru"] == "железная дорога"
    assert kept.former_names == (("ru", "дорога"),)
    assert kept.parties == ("CHN", "C5")
    assert kept.place is not None
    assert kept.place.route
    state = kept.state(SAID)
    assert state is not None
    assert (state.state.state, state.state.since) == ("begun", SAID)
    assert entry.author.basis == "attributed"


def test_a_state_needs_a_day_and_its_own_words(told: Books) -> None:
    name = railway(told)
    with pytest.raises(RefusedError, match="since when"):
        entering.set_state(told, name, "begun", filed_by="anna", word=chinese(None))
    with pytest.raises(RefusedError, match="the word of CHN, not of KAZ"):
        entering.set_state(told, name, "begun", filed_by="anna", word=kazakhs("D-2:s5"))
    with pytest.raises(RefusedError, match="rests on something"):
        entering.set_state(told, name, "begun", filed_by="anna", since=SAID)


def test_an_item_ties_the_words_that_name_it(told: Books) -> None:
    name = charter(told)
    kept = thing(told, name)
    assert [(tie.to, tie.item) for _, tie in kept.tied()] == [("D-2:s7", 1)]


def test_ties_are_made_and_taken_back(told: Books) -> None:
    name = railway(told)
    entering.tie(told, name, "P-2", filed_by="anna")
    entering.tie(told, name, "D-2:s6", filed_by="anna", value=Decimal(13), unit="{platform}")
    for wrong in ("P-77", "D-2:s77", "D-9:s1"):
        with pytest.raises(ZakuroError, match="There is no"):
            entering.tie(told, name, wrong, filed_by="anna")
    entering.untie(told, name, "P-2", reason="another", filed_by="anna")
    assert [tie.to for _, tie in thing(told, name).tied()] == ["D-2:s6"]
    with pytest.raises(RefusedError, match="is not tied to T-1"):
        entering.untie(told, name, "P-2", reason="another", filed_by="anna")


def test_a_principle_is_invoked_in_the_partys_own_words(told: Books) -> None:
    name = charter(told)
    value = f"{name}:i1"
    entry = entering.invoke(told, value, kazakhs(), stance="for", act="a common market")
    assert entry.author.party == "KAZ"
    for word, where, said in (
        (kazakhs(), name, "which principle"),
        (Word(party="KAZ", filed_by="anna"), value, "rests on its words"),
        (kazakhs("D-2:s5"), value, "the word of CHN, not of KAZ"),
        (kazakhs("D-2:0-9"), value, "Nothing says"),
    ):
        with pytest.raises(RefusedError, match=said):
            entering.invoke(told, where, word, stance="for", act="x")


def test_a_thing_opened_by_mistake_is_closed(told: Books) -> None:
    name = railway(told)
    entering.close(told, name, reason="twice", filed_by="anna")
    with pytest.raises(RefusedError, match="closed as opened by mistake"):
        entering.tie(told, name, "P-1", filed_by="anna")
    assert railway(told) == "T-2"


def test_what_was_entered_last_is_undone(told: Books) -> None:
    name = railway(told)
    entering.set_state(told, name, "begun", filed_by="anna", word=chinese())
    assert undo_last(told, "anna", reason="oh") == (
        f"E-{told.journal.size() - 1} (how far a thing has come, T-1)"
    )
    assert thing(told, name).told() == []
    assert undo_last(told, "anna", reason="oh").endswith("(thing opened, T-1)")
    assert thing(told, name).closed == told.journal.size()


def test_an_entry_on_a_thing_is_reversed_by_its_author(told: Books) -> None:
    name = railway(told)
    entry = entering.set_state(told, name, "begun", filed_by="anna", word=chinese())
    with pytest.raises(RefusedError, match="is the word of CHN"):
        reverse(told, f"E-{entry.number}", reason="no", filed_by="anna")
    reverse(told, f"E-{entry.number}", reason="no", filed_by="anna", word=chinese())
    assert thing(told, name).state(date(2026, 1, 1)) is None
