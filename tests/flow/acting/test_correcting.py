from datetime import date
from decimal import Decimal

import msgspec
import pytest

from tests.flow.builder import file, reading, said
from zakuro.flow.acting.correcting import corrected, days, parties, settings, with_json, words_of
from zakuro.flow.acting.review import correct
from zakuro.flow.acting.take_in import statement, take_in
from zakuro.flow.keeping.books import Books
from zakuro.ledger.parties import EVERYONE
from zakuro.model.errors import RefusedError, ZakuroError
from zakuro.model.statement import Quantity, Statement

WORDS = "grants of 1.5 billion yuan, including 400 million yuan for Kazakhstan, this year"


def in_text(value: int, exact: str) -> Quantity:
    start = WORDS.index(exact)
    end = start + len(exact)
    return Quantity(start=start, end=end, exact=exact, unit="CNY", bound="exact",
                    value=Decimal(value))  # fmt: skip


@pytest.fixture
def filed(books: Books) -> Books:
    quantities = (in_text(1_500_000_000, "1.5 billion yuan"), in_text(4, "400 million yuan"))
    file(books, [said("pledge", WORDS, "provide", "grant", *quantities),
                 said("pledge", "a centre or two", "open", "centre")])  # fmt: skip
    return books


def change(books: Books, *pairs: str, name: str = "D-1:s1") -> Statement:
    return corrected(books, name, statement(books, name), settings(pairs))


def test_fields_are_set_by_name(filed: Books) -> None:
    found = change(filed, "receivers=KAZ, UZB", "givers=JPN", "act=support", "topics=trade;energy",
                   "object=none", "strength=intends")  # fmt: skip
    assert (found.receivers, found.givers) == (("KAZ", "UZB"), ("JPN",))
    assert (found.act, found.object, found.topics) == ("support", None, ("trade", "energy"))
    assert found.strength == "intends"


def test_an_amount_keeps_its_words(filed: Books) -> None:
    (whole,) = change(filed, "value=1_500_000_000").quantities
    assert (whole.exact, whole.start, whole.unit) == ("1.5 billion yuan", 10, "CNY")
    (about,) = change(filed, "value=1500000000", "bound=about").quantities
    assert about.bound == "about"
    assert change(filed, "value=none").quantities == ()


def test_or_its_words_are_found_in_the_text(filed: Books) -> None:
    (part,) = change(filed, "value=400000000", "words=400 million yuan").quantities
    assert (part.start, part.exact, part.unit) == (WORDS.index("400"), "400 million yuan", "CNY")
    new = change(filed, "value=2", "unit={centre}", "words=a centre or two", name="D-1:s2")
    assert words_of(filed, "D-1:s2")[new.quantities[0].start : new.quantities[0].end] == (
        "a centre or two"
    )
    with filed.writing() as writer:
        assert correct(writer, "D-1:s2", new, "anna").pledge == "P-1"


@pytest.mark.parametrize(
    ("pairs", "why"),
    [
        (("value=7",), "Which words .* state this amount"),
        (("value=7", "words=seven"), "does not stand in D-1:s1 nor in its document"),
        (("value=7", "words="), "does not stand"),
        (("value=many",), "is no number"),
        (("period=2025",), "Which words say"),
        (("period=2025", "period-words=next year"), "does not stand"),
        (("receivers=Kasachstan",), "is no party"),
        (("act=fly",), "is no act"),
        (("strength=maybe",), "is no strength"),
        (("bound=some", "value=1500000000"), "is no bound"),
        (("colour=red",), "sets nothing"),
        (("receivers",), "sets nothing"),
    ],
)
def test_what_cannot_be_set_says_why(filed: Books, pairs: tuple[str, ...], why: str) -> None:
    with pytest.raises(ZakuroError, match=why):
        change(filed, *pairs)


def test_a_range_and_a_period(filed: Books) -> None:
    found = change(filed, "value=1500000000", "low=1", "high=2", "period=2025",
                   "period-words=this year")  # fmt: skip
    (both,) = found.quantities
    assert (both.value, both.low, both.high) == (None, Decimal(1), Decimal(2))
    assert found.period is not None
    assert (found.period.exact, found.period.end_date) == ("this year", date(2026, 1, 1))
    assert corrected(filed, "D-1:s1", found, {"period": "2026"}).period is not None
    assert corrected(filed, "D-1:s1", found, {"period": "none"}).period is None


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("2025-12", date(2025, 12, 1), date(2026, 1, 1)),
        ("2025-06-17/2027", date(2025, 6, 17), date(2028, 1, 1)),
        ("../2027-06-16", None, date(2027, 6, 17)),
        ("2025-06-17/..", date(2025, 6, 17), None),
    ],
)
def test_times_as_half_open_days(edtf: str, start: date | None, end: date | None) -> None:
    assert days(edtf) == (start, end)


@pytest.mark.parametrize("edtf", ["", "soon", "2025-13", "9999", "2027/2025", "../.."])
def test_what_is_no_time(edtf: str) -> None:
    with pytest.raises(ZakuroError, match="is no time"):
        days(edtf)


def test_everyone_has_a_word(books: Books) -> None:
    assert parties(books, "world") == (EVERYONE,)
    assert parties(books, "C5,M49:002") == ("C5", "M49:002")


def test_a_json_correction_rests_on_words_too(filed: Books) -> None:
    found = statement(filed, "D-1:s1")
    invented = '{"quantities": [{"value": "9", "unit": "CNY", "bound": "exact", "start": 0, '
    invented += '"end": 1, "exact": "x"}]}'
    with filed.writing() as writer, pytest.raises(RefusedError, match="do not stand at 0-1"):
        correct(writer, "D-1:s1", with_json(found, invented), "anna")
    with pytest.raises(ZakuroError, match="exact cannot be corrected"):
        with_json(found, '{"exact": "other"}')
    with pytest.raises(ZakuroError, match="does not fit"):
        with_json(found, '{"givers": "JPN"}')
    with pytest.raises(ZakuroError, match="no JSON object"):
        with_json(found, "givers")


def test_words_that_stand_twice_are_those_of_the_statement(books: Books) -> None:
    made = reading([said("pledge", "ten for all", "provide", "grant"),
                    said("pledge", "ten for one", "provide", "grant")])  # fmt: skip
    take_in(books, made, made.text.encode(), reader="by hand 1", filed_by="anna")
    (second,) = change(books, "value=10", "unit=USD", "words=ten", name="D-1:s2").quantities
    assert made.text[second.start : second.end] == "ten"
    assert second.start > made.text.index("ten for one") - 1
    short = msgspec.structs.replace(statement(books, "D-1:s1"), end=3)
    with pytest.raises(ZakuroError, match="more than once"):
        corrected(books, "D-1:s1", short, settings(("value=10", "unit=USD", "words=for")))


def test_none_empties_a_list(filed: Books) -> None:
    assert change(filed, "topics=energy").topics == ("energy",)
    assert change(filed, "topics=none").topics == ()


def test_an_amount_is_the_one_given_or_stays(filed: Books) -> None:
    (new,) = change(
        filed, "value=2", "unit={centre}", "words=a centre or two", name="D-1:s2"
    ).quantities
    assert (new.value, new.low, new.high) == (Decimal(2), None, None)
    with filed.writing() as writer:
        correct(writer, "D-1:s2", change(filed, "value=2", "unit={centre}",
                "words=a centre or two", name="D-1:s2"), "anna")  # fmt: skip
    said_now = corrected(filed, "D-1:s2", msgspec.structs.replace(
        statement(filed, "D-1:s2"), quantities=(new,)), settings(("unit={room}",)))  # fmt: skip
    assert [(q.value, q.unit) for q in said_now.quantities] == [(Decimal(2), "{room}")]
