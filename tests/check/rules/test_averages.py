from tests.check.checked import verdicts


def test_shares_make_a_hundred() -> None:
    text = "Of this 40 percent go to roads, 35 percent to schools and 25 percent to clinics."
    assert verdicts(text, "Z504") == ["consistent"]
    assert verdicts(text.replace("25", "35"), "Z504") == ["cannot tell"]
    assert verdicts(text.replace("25", "75"), "Z504") == []
    assert verdicts(text.replace("40 percent", "over 40 percent"), "Z504") == []


def test_a_mean_that_no_whole_numbers_have() -> None:
    text = "On average the 14 ministries named 3.26 projects each."
    assert verdicts(text, "Z505") == ["cannot tell"]
    assert verdicts(text.replace("3.26", "3.29"), "Z505") == []
    assert verdicts(text.replace("14", "140"), "Z505") == []
    assert verdicts(text.replace("3.26", "3.3"), "Z505") == []


def test_what_each_gets() -> None:
    text = "A grant of 36 million dollars was shared by 600 families, 60,000 dollars each."
    assert verdicts(text, "Z506") == ["consistent"]
    assert verdicts(text.replace("60,000", "6,000"), "Z506") == ["cannot tell"]
    assert verdicts(text.replace("60,000", "60"), "Z506") == []
