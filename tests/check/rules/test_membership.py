from tests.check.checked import told, verdicts


def test_six_of_five_has_two_readings_where_another_is_named_before() -> None:
    text = "The partnership of China and the six Central Asian countries grows."
    (found,) = told(text, "Z101")
    assert found.verdict == "ambiguous"
    assert "1 + 5 = 6" in found.says
    assert "its 5 members" in found.says


def test_six_of_five_alone_is_a_conflict() -> None:
    assert verdicts("Japan will train judges in the six Central Asian countries.", "Z101") == [
        "conflict"
    ]


def test_other_lines_that_give_the_right_number_are_named() -> None:
    (found,) = told(
        "The five Central Asian countries agreed.\n\n"
        "Japan will train the six Central Asian countries.",
        "Z101",
    )
    assert [place.exact for place in found.where[1:]] == ["five Central Asian countries"]


def test_a_part_of_a_group_is_no_denial() -> None:
    assert verdicts("Three Central Asian countries signed.", "Z101", "Z102") == []
    assert verdicts("Japan will help the five Central Asian countries.", "Z101") == []


def test_a_union_whose_members_change_is_no_conflict() -> None:
    assert "conflict" not in verdicts("The 28 EU countries signed in 2015.", "Z101")


def test_a_group_and_another_are_the_number_given() -> None:
    text = "China and the five Central Asian countries met, and the six countries signed a treaty."
    (found,) = told(text, "Z102")
    assert (found.verdict, found.where[0].exact) == ("consistent", "six countries")


def test_a_bare_number_that_nothing_adds_up_to_is_passed_over() -> None:
    assert verdicts("China and the five Central Asian countries met, and nine countries sent.",
                    "Z101", "Z102") == []  # fmt: skip


def test_a_number_a_word_away_from_a_group() -> None:
    assert verdicts("All 11 member states of the G7 agreed.", "Z103") == ["cannot tell"]
    assert verdicts("All 7 member states of the G7 agreed.", "Z103") == []
    assert verdicts("All 190 member states and the G7 agreed.", "Z103") == []


def test_members_beside_a_group() -> None:
    assert verdicts("All nine members of the G7 agreed.", "Z103") == ["cannot tell"]
    assert verdicts("All seven members of the G7 agreed.", "Z103") == []


def test_more_leaders_than_a_group_has_members() -> None:
    assert verdicts("The nine leaders of the G7 endorsed the statement.", "Z103") == ["cannot tell"]
    assert verdicts("The seven leaders of the G7 endorsed the statement.", "Z103") == []
    text = "G7 елдерінің {} басшысы мәлімдемені қолдады."
    assert verdicts(text.format(9), "Z103", language="kk") == ["cannot tell"]
