from datetime import date
from decimal import Decimal

from tests.flow.builder import SAID, amount, file, said
from zakuro.flow.acting.review import accept
from zakuro.flow.importing.records import Delivered, Record, State, import_records
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import pledges
from zakuro.flow.looking.shown import show
from zakuro.model.source import Publisher

ON = date(2026, 6, 30)
ROAD = Record(
    key="A-1",
    words="A road\nto the north",
    givers=("CHN",),
    receivers=("KAZ",),
    value=Decimal(6_000_000),
    unit="USD",
    said_on=date(2020, 1, 1),
    end=date(2024, 12, 31),
    delivered=(Delivered(date(2022, 3, 1), Decimal(2_000_000)),),
)
SCHOOL = ROAD._replace(key="A-2", words="A school", value=None, unit="", delivered=(), end=None)


def entered(books: Books, *records: Record) -> tuple[int, int, int]:
    made = import_records(books, records, source="https://x.test/list", filed_by="anna")
    assert (made.left, made.refused) == ((), ())
    return made.pledges, made.reports, made.known


def test_records_become_attributed_pledges_and_reports_with_words(books: Books) -> None:
    assert entered(books, ROAD, SCHOOL) == (2, 1, 0)
    road = show(books, "P-1", ON)
    assert road.pledge.said_on == date(2020, 1, 1)
    assert road.pledge.exact == (
        "[A-1] A road to the north; CHN → KAZ; 6000000 USD; due by 2024-12-31"
    )
    (line,) = road.lines
    assert (line.unit, line.pledged) == ("USD", Decimal(6_000_000))
    assert line.in_transit == 2_000_000
    report = road.entries[-1]
    assert (report.kind, report.author.party, report.author.basis) == (
        "report",
        "CHN",
        "attributed",
    )
    assert [(each.name, each.due) for each in pledges(books, ON)] == [
        ("P-1", date(2025, 1, 1)),
        ("P-2", None),
    ]


def test_nothing_is_entered_twice_and_what_is_new_is_added(books: Books) -> None:
    entered(books, ROAD)
    assert entered(books, ROAD) == (0, 0, 2)
    more = ROAD._replace(delivered=(*ROAD.delivered, Delivered(ON, Decimal(1_000_000))))
    assert entered(books, more, SCHOOL) == (1, 1, 2)
    assert show(books, "P-1", ON).lines[0].in_transit == 3_000_000


def test_what_is_open_already_waits_for_a_person(books: Books) -> None:
    file(
        books,
        [said("pledge", "6 million dollars for a road", "provide", None,
              amount(6_000_000, "USD"), receivers=("KAZ",))],
    )  # fmt: skip
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
    same = ROAD._replace(said_on=SAID, end=None, delivered=(Delivered(ON, Decimal(5)),))
    made = import_records(books, [same], source="list.csv", filed_by="anna")
    assert made.pledges + len(made.left) == 1
    assert made.reports == made.pledges


def test_a_delivery_that_the_books_do_not_take_is_told(books: Books) -> None:
    early = ROAD._replace(delivered=(Delivered(date(2019, 1, 1), Decimal(5)),))
    made = import_records(books, [early], source="list.csv", filed_by="anna")
    assert (made.pledges, made.reports) == (1, 0)
    (refused,) = made.refused
    assert "[A-1] delivered on 2019-01-01" in refused


def test_what_names_no_receiver_is_promised_to_everyone(books: Books) -> None:
    assert entered(books, ROAD._replace(receivers=())) == (1, 1, 0)
    assert next(pledges(books, ON)).receivers == "M49:001"


def test_what_became_of_a_record_counts_from_the_day_on_which_it_was_said(books: Books) -> None:
    said = date(2021, 12, 31)
    gone = ROAD._replace(delivered=(), state=State("withdrawn", "Cancelled", said))
    rests = SCHOOL._replace(state=State("suspended", "Suspended", said))
    made = import_records(books, [gone, rests], source="list.csv", filed_by="anna")
    assert (made.pledges, made.withdrawn, made.suspended, made.refused) == (2, 1, 1, ())
    before = [each.standing for each in pledges(books, date(2021, 12, 30))]
    assert not {"withdrawn", "suspended"} & set(before)
    assert [each.standing for each in pledges(books, said)] == [
        "withdrawn", "suspended by giver",
    ]  # fmt: skip
    (back,) = [e for e in show(books, "P-1", ON).entries if e.kind == "pledge-withdrawal"]
    assert (back.author.party, back.author.filed_by, back.author.basis) == (
        "CHN",
        "anna",
        "attributed",
    )
    assert back.body["source"]["exact"] == "[A-1] Cancelled"
    assert [e.author.party for e in show(books, "P-2", ON).entries if e.body.get("for_now")] == [
        "CHN"
    ]
    assert "agreement" not in [e.kind for e in show(books, "P-2", ON).entries]
    rests = SCHOOL._replace(state=State("suspended", "Suspended", date(2022, 6, 30)))
    again = import_records(books, [gone, rests], source="list.csv", filed_by="anna")
    assert (again.withdrawn, again.suspended, again.known) == (0, 0, 4)


LABORATORY = Publisher(name="AidData", ownership="private", state="USA")
MINISTRY = Publisher(name="Ministry of Commerce", ownership="government", state="CHN")


def test_what_a_third_party_says_became_of_it_is_evidence_and_no_word_of_the_giver(
    books: Books,
) -> None:
    gone = SCHOOL._replace(state=State("withdrawn", "Cancelled", date(2021, 12, 31)))
    made = import_records(
        books, [ROAD, gone], source="list.csv", filed_by="anna", publisher=LABORATORY
    )
    assert (made.pledges, made.reports, made.withdrawn, made.evidence) == (2, 0, 0, 2)
    assert made.refused == ()
    road, school = show(books, "P-1", ON), show(books, "P-2", ON)
    assert [road.lines[0].in_transit, road.lines[0].obligation] == [0, 6_000_000]
    (count,) = road.counts
    assert (count.counted_by, count.independent) == ("AidData", True)
    found = road.entries[-1]
    assert (found.kind, found.author.party, found.body["value"], found.body["on"]) == (
        "evidence", None, "2000000", "2022-03-01",
    )  # fmt: skip
    assert school.state.standing != "withdrawn"
    said = school.entries[-1].body
    assert (said["text"], said["on"], "value" in said) == ("Cancelled", "2021-12-31", False)
    again = import_records(
        books, [ROAD, gone], source="list.csv", filed_by="anna", publisher=LABORATORY
    )
    assert (again.pledges, again.evidence, again.known) == (0, 0, 4)


def test_what_the_givers_own_ministry_tells_is_its_report(books: Books) -> None:
    made = import_records(books, [ROAD], source="list.csv", filed_by="anna", publisher=MINISTRY)
    assert (made.reports, made.evidence) == (1, 0)
    assert show(books, "P-1", ON).lines[0].in_transit == 2_000_000


def test_what_the_receivers_ministry_tells_is_no_report_and_no_independent_figure(
    books: Books,
) -> None:
    other = MINISTRY.__class__(name="Ministry of Finance", ownership="government", state="KAZ")
    made = import_records(books, [ROAD], source="list.csv", filed_by="anna", publisher=other)
    assert (made.pledges, made.reports, made.evidence) == (1, 0, 0)
    assert "not independent of P-1" in made.refused[0]


def test_of_several_givers_only_the_one_whose_table_it_is_speaks(books: Books) -> None:
    gone = ROAD._replace(
        givers=("JPN", "CHN"), delivered=(), state=State("withdrawn", "Cancelled", SAID)
    )
    made = import_records(books, [gone], source="list.csv", filed_by="anna", publisher=MINISTRY)
    assert (made.pledges, made.withdrawn) == (1, 1)
    back = [e for e in show(books, "P-1", ON).entries if e.kind == "pledge-withdrawal"]
    assert [e.author.party for e in back] == ["CHN"]


def test_what_names_nobody_rests_by_its_givers_word(books: Books) -> None:
    nobody = SCHOOL._replace(receivers=(), state=State("suspended", "Suspended", SAID))
    made = import_records(books, [nobody], source="list.csv", filed_by="anna")
    assert (made.pledges, made.suspended) == (1, 1)
    assert next(pledges(books, ON)).standing == "suspended by giver"


def test_a_state_that_the_books_do_not_take_is_told(books: Books) -> None:
    gone = SCHOOL._replace(state=State("withdrawn", "Cancelled", SAID))
    import_records(books, [gone], source="list.csv", filed_by="anna")
    more = gone._replace(state=State("withdrawn", "Called off", SAID))
    made = import_records(books, [more], source="list.csv", filed_by="anna")
    assert (made.pledges, made.withdrawn) == (0, 0)
    assert "[A-2] Called off: CHN has withdrawn P-1 already" in made.refused[0]


def test_the_amount_of_an_umbrella_is_told_and_not_counted(books: Books) -> None:
    made = import_records(
        books, [ROAD._replace(delivered=(), umbrella=True)], source="list.csv", filed_by="anna"
    )
    assert made.umbrellas == ("A-1",)
    shown = show(books, "P-1", ON)
    assert "umbrella of 6000000 USD" in shown.pledge.exact
    assert "USD" not in [line.unit for line in shown.lines]
