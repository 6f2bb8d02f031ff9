from datetime import date

from zakuro.read.document.front_matter import day_in, front_matter


def test_title_and_day_are_taken_from_front_matter() -> None:
    text = "---\ntitle: A plain title\ndate: '2025-06-17'\ntags: [a, b]\n---\nText.\n"
    matter = front_matter(text)
    assert matter is not None
    assert (matter.title, matter.published) == ("A plain title", date(2025, 6, 17))
    assert text[matter.end :] == "Text.\n"


def test_the_time_of_publication_goes_before_the_date() -> None:
    matter = front_matter("---\ndate: 2025-06-18\npublished_time: 2025-06-17 09:00+09:00\n---\n")
    assert matter is not None
    assert matter.published == date(2025, 6, 17)


def test_quoted_titles_may_run_over_lines() -> None:
    double = '---\ntitle: "Leaders\\u2019 Statement\\\n  \\ on\\_Water"\n---\n'
    matter = front_matter(double)
    assert matter is not None
    assert matter.title == "Leaders’ Statement on\u00a0Water"
    single = front_matter("---\ntitle: 'The Leaders'' Statement\n  on Water'\n---\n")
    assert single is not None
    assert single.title == "The Leaders' Statement on Water"


def test_a_line_of_dashes_alone_is_no_front_matter() -> None:
    assert front_matter("---\nThe summit met.\n") is None
    assert front_matter("The summit met.\n---\n") is None


def test_only_days_that_exist_are_days() -> None:
    assert day_in("on 2024-02-29T10:00Z") == date(2024, 2, 29)
    assert day_in("2025-02-29") is None
    assert day_in("2025") is None
