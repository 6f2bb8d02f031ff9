from datetime import date

from zakuro.flow.browsing import overview
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import pledges

ON = date(2025, 7, 1)


def test_every_count_is_the_length_of_its_list(opened: Books) -> None:
    counts = overview.tally(opened, ON)
    assert counts
    for (standing, word), n in counts.items():
        listed = [
            each
            for each in pledges(opened, ON, limit=None)
            if (each.standing, each.word) == (standing, word)
        ]
        assert len(listed) == n


def test_parties_topics_and_occasions_are_counted(opened: Books) -> None:
    found = {side.code: side for side in overview.parties(opened)}
    assert [side.code for side in overview.parties(opened)][:6] == list(opened.charter.members)
    assert found["CHN"].owes == len(list(pledges(opened, ON, giver="CHN", limit=None)))
    assert found["KAZ"].owed == len(list(pledges(opened, ON, receiver="KAZ", limit=None)))
    assert overview.topics(opened)["training"] == 1
    for topic, n in overview.topics(opened).items():
        assert n == len(list(pledges(opened, ON, topic=topic, limit=None)))
    for occasion, n in overview.occasions(opened).items():
        assert n == len(list(pledges(opened, ON, occasion=occasion, limit=None)))


def test_groups_that_pledges_name_stand_as_such(opened: Books) -> None:
    owed = len(list(pledges(opened, ON, receiver="C5", limit=None)))
    assert overview.groups(opened) == [overview.Side("C5", 0, owed, False, True)]


def test_what_is_due_next_comes_in_order(opened: Books) -> None:
    ends = [due.end for due in overview.due_next(opened, ON)]
    assert ends
    assert ends == sorted(ends)
    assert all(end > ON for end in ends)
    assert overview.due_next(opened, date(2100, 1, 1)) == []
