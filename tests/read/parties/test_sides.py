"""Sides: one letter of a name, and the word for a side."""

import zakuro


def givers(text: str) -> tuple[str, ...]:
    return zakuro.read(text, language="zh").statements[-1].givers


def test_the_name_that_stands_before_tells_whose_side_it_is() -> None:
    assert givers("塞拉利昂总统比奥说，塞方将扩建弗里敦港。") == ("SLE",)
    assert givers("塞尔维亚总统武契奇说，塞方将扩建口岸。") == ("SRB",)


def test_the_one_of_its_own_holds_where_it_was_named_or_no_other_was() -> None:
    assert givers("塞方将扩建港口。") == ("SRB",)
    assert givers("塞尔维亚同塞拉利昂会谈后表示，塞方将扩建港口。") == ("SRB",)


def test_a_letter_before_the_word_for_a_country_is_a_name_too() -> None:
    assert givers("宏都拉斯總統說，宏國將擴建港口。") == ("HND",)
    assert not zakuro.read("他说，该国将扩建港口。", language="zh").statements


def test_a_side_joins_with_others() -> None:
    assert givers("巴西和秘鲁会谈后，秘方和巴方同意开放口岸。") == ("PER", "BRA")


def test_a_letter_in_a_row_is_the_name_that_stands_before() -> None:
    text = "巴西副总统同印度商工部长会谈。双方将扩大巴印经贸合作，新设两个工作组。"
    found = zakuro.read(text, language="zh").statements
    assert not any("PAK" in (*s.givers, *s.parties) for s in found)


def receivers(text: str) -> tuple[str, ...]:
    return zakuro.read(text, language="zh").statements[-1].receivers


def test_a_letter_behind_a_preposition_is_the_name_that_stands_before() -> None:
    told = "巴西总统访问格林纳达。"
    assert receivers(told + "巴西将对格公民免除签证。") == ("GRD",)
    assert receivers(told + "巴西将派15名教师赴格任教。") == ("GRD",)
    assert receivers(told + "巴西将派15名教师前往格林纳达任教。") == ("GRD",)


def test_a_letter_of_another_word_stands_for_nobody() -> None:
    found = zakuro.read("意大利总理访问巴西。巴西同意提供500万美元。", language="zh").statements
    assert "ITA" not in found[-1].givers + found[-1].receivers


def test_a_letter_before_an_office_owns_it() -> None:
    assert givers("巴西同塞尔维亚签署协定。塞议会将批准该协定。") == ("SRB",)
