from datetime import date
from decimal import Decimal

import pytest

from tests.flow.builder import SAID, file, said
from tests.flow.things.builder import chinese, kazakhs, railway
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.review import accept
from zakuro.flow.deciding.joint import Member
from zakuro.flow.deciding.texts import begin_text
from zakuro.flow.keeping.books import Books
from zakuro.flow.things import entering
from zakuro.flow.things.followed.proposals import Proposal, proposals, take_up
from zakuro.flow.things.said import Search
from zakuro.model.errors import RefusedError, ZakuroError


def one(books: Books, name: str = "D-2:s1") -> Proposal:
    return next(each for each in proposals(books) if each.name == name)


def test_nothing_entered_says_not_taken_up(told: Books) -> None:
    first, second = proposals(told)
    assert (first.name, first.kind, first.became, first.on) == (
        "D-2:s1",
        "proposal",
        "not taken up",
        SAID,
    )
    assert (first.speaker, first.speakers, first.to) == ("Xi Jinping (CHN)", ("CHN",), ("C5",))
    assert (second.kind, second.to, second.topics) == ("call", ("C5",), ())


def test_it_is_tabled_pledged_reported_and_answered(told: Books) -> None:
    text = begin_text(
        told, Member(party="KAZ", filed_by="anna"), "A Year.", title="A Year", language="en"
    ).subject
    take_up(told, "D-2:s1", "tabled", filed_by="anna", by=text)
    assert (one(told).became, one(told).steps[0].words) == ("tabled", "A Year")
    take_up(told, "D-2:s1", "answered", filed_by="anna", word=kazakhs())
    assert one(told).became == "tabled"
    take_up(told, "D-2:s1", "pledged", filed_by="anna", by="P-3")
    assert one(told).became == "pledged"
    word = Word(party="CHN", filed_by="anna")
    acts.report(told, "P-3", word, receiver="KAZ", value=Decimal(5), on=date(2025, 9, 1))
    found = one(told)
    assert found.became == "reported"
    assert [(step.way, step.made, step.party) for step in found.steps] == [
        ("tabled", text, ""),
        ("answered", "", "KAZ"),
        ("pledged", "P-3", ""),
        ("reported", f"E-{told.journal.size()}", "CHN"),
    ]
    answered, pledged, reported = found.steps[1:]
    assert (answered.place, answered.words) == ("D-2:s8", "respect speaks for a common market")
    assert (pledged.place, pledged.on) == ("D-1:s3", SAID)
    assert reported.on == date(2025, 9, 1)
    assert [each.name for each in proposals(told, became_is="reported")] == ["D-2:s1"]
    assert [each.name for each in proposals(told, Search(topic="trade"))] == ["D-2:s1"]


def test_it_is_reported_by_an_entry_or_in_words(told: Books) -> None:
    word = Word(party="CHN", filed_by="anna")
    made = acts.report(told, "P-3", word, receiver="KAZ", value=Decimal(5), on=date(2025, 9, 1))
    take_up(told, "D-2:s1", "reported", filed_by="anna", by=f"E-{made.number}")
    take_up(told, "D-2:s2", "reported", filed_by="anna", words="D-2:s5")
    assert [(each.became, each.steps[0].made) for each in proposals(told)] == [
        ("reported", f"E-{made.number}"),
        ("reported", ""),
    ]


def test_what_cannot_have_become_of_it(told: Books) -> None:
    file(told, [said("pledge", "old", "build", "railway")], published=date(2024, 1, 1))
    with told.writing() as writer:
        accept(writer, "D-3:s1", "anna")
    opening = told.account("P-1").opening.number
    for way, by, wrong in (
        ("pledged", "P-6", "was pledged on 2024-01-01, before D-2:s1"),
        ("pledged", "P-77", "There is no pledge P-77"),
        ("tabled", "X-7", "There is no text X-7"),
        ("reported", f"E-{opening}", "is a pledge, neither a report"),
        ("tabled", "P-1", "names the text on the table"),
        ("answered", None, "the word of a party"),
    ):
        with pytest.raises(ZakuroError, match=wrong):
            take_up(told, "D-2:s1", way, filed_by="anna", by=by)  # type: ignore[arg-type]
    with pytest.raises(RefusedError, match="only for proposals and calls"):
        take_up(told, "D-2:s3", "answered", filed_by="anna", word=kazakhs())
    with pytest.raises(ZakuroError, match="There is no statement"):
        take_up(told, "D-2:s99", "answered", filed_by="anna", word=kazakhs())


def test_it_is_taken_back_and_tied_to_a_thing(told: Books) -> None:
    made = take_up(told, "D-2:s1", "answered", filed_by="anna", word=chinese("D-2:s3"))
    acts.reverse(told, f"E-{made.number}", reason="no", filed_by="a", word=chinese("D-2:s3"))
    entering.tie(told, railway(told), "D-2:s1", filed_by="anna")
    assert (one(told).became, one(told).things) == ("not taken up", ("T-1",))
