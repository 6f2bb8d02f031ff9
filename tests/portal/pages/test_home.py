from collections import Counter

from tests.portal.conftest import Get
from zakuro.portal.pages.home import standings


def test_the_first_page_says_how_far_things_have_come(get: Get) -> None:
    found = get("/en/").words
    data = get("/en/index.json").json
    assert f"{data['total']} promises" in found
    assert sum(line["total"] for line in data["standings"]) == data["total"]


def test_the_fruit_is_the_table(get: Get) -> None:
    data = get("/en/index.json").json
    picture = get("/en/index.svg").text
    assert picture.count('role="listitem"') == data["total"]
    rows = get("/en/index.csv").text.strip().split("\r\n")
    assert len(rows) == len(data["standings"]) + 1


def test_before_anything_was_said_there_is_nothing(get: Get) -> None:
    before = get("/en/index.json?as-of=2025-07-01").json
    now = get("/en/index.json").json
    assert before["seen_in_all"] < now["seen_in_all"]


def test_lines_come_in_the_order_of_the_looks() -> None:
    counts = Counter({("late", "disputed"): 1, ("kept", "confirmed"): 2, ("new", "confirmed"): 1})
    assert [(line["standing"], line["total"]) for line in standings(counts)] == [
        ("kept", 2),
        ("late", 1),
        ("new", 1),
    ]


def test_what_waits_stands_with_the_words_it_is_about(get: Get) -> None:
    data = get("/en/index.json").json
    found = get("/en/").words
    assert data["waiting"]
    for each in data["waiting"]:
        assert get(f"/en/pledges/{each['pledge']}.json").json["said"]["words"].strip() in found
