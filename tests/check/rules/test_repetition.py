from tests.check.checked import told, verdicts

SAID = "Trade between China and Central Asia rose by 35 % over the past two years."


def test_the_same_words_with_another_figure() -> None:
    (found,) = told(f"{SAID}\n\n{SAID.replace('35', '53')}", "Z402")
    assert found.verdict == "conflict"
    assert "53 is not" in found.says or "35 is not" in found.says


def test_the_same_figure_is_told_once_more() -> None:
    assert verdicts(f"{SAID}\n\n{SAID}", "Z402") == []
    assert set(verdicts(f"{SAID}\n\n{SAID}", "Z401")) <= {"consistent"}


def test_other_parties_other_times_and_rounding_are_no_conflict() -> None:
    for other in (
        SAID.replace("Central Asia", "Japan").replace("35", "53"),
        SAID.replace("35", "34.8"),
        SAID.replace("35", "about 40"),
        SAID.replace("the past two years", "the past three years").replace("35", "53"),
    ):
        assert "conflict" not in verdicts(f"{SAID}\n\n{other}", "Z402")
