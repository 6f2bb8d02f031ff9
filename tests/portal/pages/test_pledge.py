from tests.portal.conftest import Get


def test_the_account_of_the_grant(get: Get) -> None:
    found = get("/en/pledges/P-4").words
    for words in (
        "CNY 1.5 billion", "600 million confirmed", "Kyrgyzstan", "nothing reported",
        "All of it is due by 31 December 2025", "Silence never confirms", "The sums check",
        "200 million arrived by the end of the year",
    ):  # fmt: skip
        assert words in found, words


def test_figures_are_those_of_the_books(get: Get) -> None:
    (line,) = get("/en/pledges/P-4.json").json["rows_of"]
    assert line["confirmed"] == "600000000"
    assert line["reported"] == "300000000"
    assert line["disputed"] == "50000000"
    assert line["left"] == "550000000"


def test_a_pledge_without_figures_shows_none(get: Get) -> None:
    found = get("/en/pledges/P-1").words
    assert "{" not in found
    assert "0 of 1" not in found
    assert "Nobody has reported" in found


def test_small_letters_name_it_too(get: Get) -> None:
    assert get("/en/pledges/p-4").status == 200
    assert get("/en/pledges/P-4.csv").text.count("\r\n") > 5
    assert get("/en/pledges/P-1.svg").status == 404


def test_the_outlook_stands_on_the_page_and_in_its_data(get: Get) -> None:
    found = get("/en/pledges/P-4").words
    assert "Outlook What became of others like it" in found
    assert "At this pace all has come between" in found
    assert "AidData" in found
    ahead = get("/en/pledges/P-4.json").json["outlook"]
    assert ahead["measures"][0]["pace"]["deliveries"] == 3
    assert ahead["why"] == "mostly silent"
    assert "見通し" in get("/ja/pledges/P-4").words
