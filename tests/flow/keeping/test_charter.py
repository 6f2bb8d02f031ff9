from decimal import Decimal
from pathlib import Path

import pytest

from zakuro.flow.keeping.charter import example_charter, parse_charter, read_charter
from zakuro.model.acts import Charter, Tolerances, body_of
from zakuro.model.errors import ZakuroError


def test_the_example_is_china_and_five_central_asian_states() -> None:
    charter = parse_charter(example_charter(), "example")
    assert charter.members == ("CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB")
    assert charter.groups == {"C5": ("KAZ", "KGZ", "TJK", "TKM", "UZB")}
    assert {"zh", "ru"} < set(charter.languages)
    assert charter.tolerances == Tolerances()


def test_everything_may_be_left_out() -> None:
    assert parse_charter("", "x") == Charter()


def test_tolerances_may_be_written_as_numbers() -> None:
    charter = parse_charter("[tolerances]\nbehind = 0.8\nlapsed_after = 100", "x")
    assert charter.tolerances == Tolerances(behind=Decimal("0.8"), lapsed_after=100)
    assert body_of(charter)["tolerances"] == {"behind": "0.8", "lapsed_after": 100}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("members = [", "is no TOML"),
        ("member = ['CHN']", "member is not known in a charter; it may have for_members, groups"),
        ("[tolerances]\nlate = 3", "tolerances.late is not known"),
        ("members = 'CHN'", "Expected `array`"),
        ("members = ['China']", "China is no party"),
        ("[groups]\nC5 = ['KAZ', 'XXX']", "XXX is no party"),
        ("members = ['XAR']", "XAR is no party"),
        ("[names]\nABCD = 'Arvenia'", "ABCD is no party"),
        ("[procedure]\nchairs = 1", "procedure.chairs is not known"),
        ("[procedure.chair]\nwho = 1", "procedure.chair.who is not known"),
        ("[procedure]\nquorum = '5/3'", "'5/3' is no share"),
        ("[score]\nfine = 1", "fine is no standing"),
        ("[score]\nkept = 2", "Invalid enum value 2"),
        ("[tolerances]\nbehind = 90", "shares above 0 and up to 1"),
    ],
)
def test_what_cannot_be_used_is_said(text: str, why: str) -> None:
    with pytest.raises(ZakuroError, match=rf"(?s)my\.toml.*{why}"):
        parse_charter(text, "my.toml")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ZakuroError, match="Cannot read the charter"):
        read_charter(tmp_path / "none.toml")
    (tmp_path / "c.toml").write_text('name = "Six"', "utf-8")
    assert read_charter(tmp_path / "c.toml").name == "Six"


def test_parties_that_only_the_charter_names() -> None:
    rules = parse_charter("members = ['XAR']\n[names]\nXAR = 'Arvenia'", "my.toml")
    assert (rules.members, rules.names) == (("XAR",), {"XAR": "Arvenia"})
