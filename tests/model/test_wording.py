from zakuro.model.wording import Wording


def test_without_a_language_no_words_are_known() -> None:
    nothing = Wording()
    assert nothing.spaced
    assert not (nothing.joints or nothing.weekdays or nothing.months or nothing.anniversaries)
