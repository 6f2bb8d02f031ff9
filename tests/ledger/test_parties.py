import msgspec

from tests.ledger.builder import GROUPS, pledge
from zakuro.ledger.parties import debts, each_to_the_others, expand, label, named, spoken_by
from zakuro.model.statement import Statement

FIVE = ("KAZ", "KGZ", "TJK", "TKM", "UZB")


def test_groups_are_spelled_out_and_each_party_counted_once() -> None:
    assert expand(("CHN", "C5", "KAZ"), GROUPS) == ("CHN", *FIVE)
    assert expand(("M49:002",), GROUPS) == ("M49:002",)
    assert expand(("AU",), {"AU": ()}) == ("AU",)


def test_a_set_of_parties_has_one_name_however_it_is_given() -> None:
    assert label(("C5",), GROUPS) == "C5"
    assert label(tuple(reversed(FIVE)), GROUPS) == "C5"
    assert label(("UZB", "KAZ"), GROUPS) == "KAZ+UZB"
    assert label(("KAZ",), GROUPS) == "KAZ"


def test_one_debt_to_a_group() -> None:
    (debt,) = debts(pledge())
    assert (debt.giver, debt.receiver, debt.receivers) == ("CHN", "C5", FIVE)
    assert debt.to_group


def test_each_is_one_debt_to_each() -> None:
    found = debts(pledge(each=True))
    assert [debt.receiver for debt in found] == list(FIVE)
    assert not any(debt.to_group for debt in found)


def test_between_two_sides_there_are_two_debts_to_one_party_each() -> None:
    found = debts(pledge(givers=("CHN",), receivers=("KAZ",), reciprocal=True))
    assert [(debt.giver, debt.receiver, debt.to_group) for debt in found] == [
        ("CHN", "KAZ", False),
        ("KAZ", "CHN", False),
    ]


def test_a_pledge_keeps_the_groups_it_names_or_makes_up() -> None:
    assert named(("CHN", "C5"), GROUPS) == {"C5": FIVE}
    assert named(FIVE, GROUPS) == {"C5": FIVE}
    assert named(("KAZ", "UZB"), GROUPS) == {}
    assert named(("AU",), {"AU": ()}) == {}


def test_each_to_the_others_is_told_from_the_names_of_the_debts() -> None:
    assert each_to_the_others(("KAZ", "CHN"), ("CHN", "KAZ"), GROUPS)
    six = ("CHN", *FIVE)
    owed = [debt.receiver for debt in debts(pledge(givers=six, receivers=(), reciprocal=True))]
    assert owed[0] == "C5"
    assert each_to_the_others(six, owed, GROUPS)
    assert not each_to_the_others(("CHN",), ("C5",), GROUPS)
    assert not each_to_the_others(six, ("C5",), GROUPS)


def test_a_union_owes_and_speaks_for_itself() -> None:
    groups = {"EU": ("DEU", "FRA")}
    (debt,) = debts(msgspec.structs.replace(pledge(givers=("EU",)), groups=groups))
    assert (debt.giver, debt.givers) == ("EU", ("EU", "DEU", "FRA"))
    said = Statement(
        id="s1", document="0", kind="result", start=0, end=1, exact="x", speaker="Commission (EU)"
    )
    assert spoken_by(said) == ("EU",)


def test_among_several_a_union_that_acts_itself_is_one() -> None:
    groups = {**GROUPS, "EU": ("DEU", "FRA")}
    among = pledge(givers=("EU", "KAZ"), receivers=(), reciprocal=True)
    found = debts(msgspec.structs.replace(among, groups=groups))
    assert [(debt.giver, debt.receiver) for debt in found] == [("EU", "KAZ"), ("KAZ", "EU")]


def test_what_is_promised_together_is_one_debt_of_all_to_all() -> None:
    (debt,) = debts(pledge(givers=("CHN", "C5"), receivers=(), together=True))
    assert (debt.giver, debt.receiver) == ("CHN+C5", "CHN+C5")
    assert debt.givers == debt.receivers == ("CHN", *FIVE)
