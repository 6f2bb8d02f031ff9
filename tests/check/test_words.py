from zakuro.check.words import any_of


def test_whole_words_and_beginnings_of_words() -> None:
    pattern = any_of(("остальн-", "или"), spaced=True)
    assert [m[0] for m in pattern.finditer("Остальные 24 или милиция")] == ["Остальные", "или"]


def test_words_of_kana_stand_between_other_letters() -> None:
    pattern = any_of(("と", "及び"), spaced=False)
    assert [m[0] for m in pattern.finditer("貿易と投資及び教育のこと")] == ["と", "及び"]


def test_no_words_are_found_nowhere() -> None:
    assert any_of((), spaced=True).search("anything") is None
