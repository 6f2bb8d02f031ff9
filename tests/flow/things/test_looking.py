from datetime import date
from decimal import Decimal

import pytest

from tests.flow.builder import SAID
from tests.flow.things.builder import DAY, charter, chinese, kazakhs, railway
from zakuro.flow.acting import acts, beside
from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping.books import Books
from zakuro.flow.things import entering
from zakuro.flow.things.looking import show, things
from zakuro.model.errors import ZakuroError


def test_the_list_stands_as_of_a_day(told: Books) -> None:
    name = railway(told)
    charter(told)
    entering.set_parent(told, name, "T-2", filed_by="anna")
    entering.tie(told, name, "P-2", filed_by="anna")
    entering.set_state(told, name, "begun", filed_by="anna", word=chinese())
    one, two = things(told, DAY)
    assert (one.name, one.sort, one.state, one.since) == ("T-1", "project", "begun", SAID)
    assert (one.parties, one.parent, one.pledges) == (("CHN", "KGZ", "UZB"), "T-2", 1)
    assert (two.state, two.since, two.statements) == ("", None, 1)
    assert [each.state for each in things(told, date(2025, 6, 16))] == ["", ""]
    assert [each.name for each in things(told, DAY, sort="charter")] == ["T-2"]
    assert [each.name for each in things(told, DAY, party="uzb")] == ["T-1"]
    assert [each.name for each in things(told, DAY, party="C5")] == ["T-1"]
    assert [each.name for each in things(told, DAY, party="KAZ")] == []
    assert [each.name for each in things(told, DAY, parent="T-2")] == ["T-1"]
    with pytest.raises(ZakuroError, match="is no party"):
        list(things(told, DAY, party="XXX"))
    entering.close(told, entering.open_thing(told, "centre", {"en": "c"}, filed_by="a").subject,
                   reason="no", filed_by="a")  # fmt: skip
    assert len(list(things(told, DAY))) == 2


def test_a_thing_shows_its_pledges_its_series_and_what_tells_otherwise(told: Books) -> None:
    name = railway(told)
    entering.tie(told, name, "P-3", filed_by="anna")
    entering.tie(told, name, "D-2:s6", filed_by="anna")
    entering.tie(told, name, "D-2:s5", filed_by="anna")
    word = Word(party="CHN", filed_by="anna")
    made = acts.report(told, "P-3", word, receiver="KAZ", value=Decimal(5), on=date(2025, 9, 1))
    kaz = Word(party="KAZ", filed_by="anna")
    acts.confirm(told, f"E-{made.number}", kaz, value=Decimal(3), on=date(2025, 9, 2))
    acts.dispute(told, f"E-{made.number}", kaz, value=Decimal(2), reason="two are missing")
    beside.add_evidence(
        told, "D-2:s6", ["https://example.org"], filed_by="anna", text="only 9", against=True
    )
    entering.set_state(told, name, "begun", filed_by="anna", word=chinese())
    entering.set_state(
        told, name, "begun", filed_by="anna", since=date(2024, 12, 27), word=kazakhs()
    )
    found = show(told, name, DAY)
    assert [each.name for each in found.pledges] == ["P-3"]
    assert [(one.by, one.value, one.said_by) for one in found.series] == [
        ("said", Decimal(13), "Xi Jinping (CHN)"),
        ("reported", Decimal(5), "CHN"),
        ("confirmed", Decimal(3), "KAZ"),
    ]
    assert {one.unit for one in found.series[1:]} == {"CNY"}
    assert [each.name for each in found.statements] == ["D-2:s5"]
    assert found.state is not None
    assert (found.state.since, found.state.party) == (SAID, "CHN")
    assert [(each.way, each.by) for each in found.against] == [
        ("dispute", "KAZ"),
        ("evidence", "anna"),
        ("day", "KAZ"),
        ("day", "CHN"),
    ]
    assert found.register is None


def test_a_programme_shows_what_was_pledged_under_each_field(told: Books) -> None:
    name = entering.open_thing(
        told, "programme", {"en": "Year"}, filed_by="a", start=date(2025, 1, 1),
        end=date(2027, 1, 1),
    ).subject  # fmt: skip
    for number, field in enumerate(("trade", "mining"), start=1):
        entering.add_item(told, name, "field", {"en": field}, filed_by="a", number=number)
    entering.tie(told, f"{name}:i1", "P-2", filed_by="a")
    found = show(told, name, DAY)
    assert [[one.name for one in item.pledges] for item in found.items] == [["P-2"], []]
    assert (found.start, found.end) == (date(2025, 1, 1), date(2027, 1, 1))


def test_a_series_of_summits_says_what_is_due_next(told: Books) -> None:
    name = entering.open_thing(told, "summit series", {"en": "Summits"}, filed_by="a").subject
    entering.add_item(
        told, name, "meeting", {"en": "Second"}, filed_by="a", number=2, on=SAID,
        place=entering.point_of("Astana@51.13,71.43"), words="D-2:s5",
    )  # fmt: skip
    entering.add_item(
        told, name, "meeting", {"en": "Third"}, filed_by="a", number=3, due=date(2027, 12, 31)
    )
    found = show(told, name, DAY)
    assert found.next_due == "T-1:i2"
    assert [(item.number, item.place, item.source) for item in found.items] == [
        (2, "Astana", "D-2:s5"),
        (3, "", ""),
    ]


def test_a_register_is_claimed_against_named(told: Books) -> None:
    name = entering.open_thing(
        told, "register", {"en": "Platforms"}, filed_by="a", unit="{platform}"
    ).subject
    entering.tie(told, name, "D-2:s6", filed_by="a")
    for each in ("trade", "education"):
        entering.add_item(told, name, "member", {"en": each}, filed_by="a", parties=("CHN",))
    register = show(told, name, DAY).register
    assert register is not None
    assert register.last is not None
    assert (register.last.value, register.named) == (Decimal(13), 2)


def test_a_charter_shows_where_a_party_invokes_it(told: Books) -> None:
    name = charter(told)
    entering.invoke(told, f"{name}:i1", kazakhs(), stance="for", act="a common market")
    found = show(told, name, DAY)
    (invoked,) = found.invoked
    assert (invoked.item, invoked.party, invoked.stance) == ("T-1:i1", "KAZ", "for")
    assert invoked.words == "respect speaks for a common market"
    assert found.items[0].invoked == 1
    assert [each.name for each in found.items[0].statements] == ["D-2:s7"]
