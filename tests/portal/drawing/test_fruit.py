from lxml import etree

from zakuro.portal.drawing.fruit import Chamber, Seed, each_stands_for, fruit

SVG = "{http://www.w3.org/2000/svg}"


def _chambers(*counts: int) -> list[Chamber]:
    return [
        Chamber(
            f"Group <{place}>",
            tuple(Seed(f"/p/{place}-{n}", f"P & {n}", "kept", "confirmed") for n in range(count)),
        )
        for place, count in enumerate(counts)
    ]


def test_every_seed_is_a_link_with_a_name() -> None:
    drawn = etree.fromstring(fruit(_chambers(5, 3, 4), "12 pledges"))
    links = drawn.findall(f".//{SVG}a")
    assert len(links) == 12
    assert all(link.findtext(f"{SVG}title") for link in links)
    assert drawn.find(f"{SVG}title").text == "12 pledges"
    ids = [each.get("id") for each in drawn.iter() if each.get("id")]
    assert len(ids) == len(set(ids))


def test_the_same_books_give_the_same_picture() -> None:
    assert fruit(_chambers(5, 3), "x") == fruit(_chambers(5, 3), "x")


def test_no_style_is_written_into_it() -> None:
    drawn = fruit(_chambers(1), "x")
    assert "style" not in drawn
    assert "<script" not in drawn


def test_many_pledges_share_seeds() -> None:
    assert each_stands_for(240) == 1
    assert each_stands_for(241) == 2
    drawn = etree.fromstring(fruit(_chambers(200, 100), "x"))
    assert len(drawn.findall(f".//{SVG}a")) == 150


def test_one_theme_may_hold_most_of_it() -> None:
    for counts in ((9,), (9, 1), (40, 2, 1)):
        drawn = etree.fromstring(fruit(_chambers(*counts), "x"))
        assert len(drawn.findall(f".//{SVG}a")) == sum(counts)


def test_a_fruit_without_seeds() -> None:
    assert etree.fromstring(fruit([], "none")).tag == f"{SVG}svg"
    assert etree.fromstring(fruit(_chambers(0, 1), "one")).tag == f"{SVG}svg"


def test_a_name_without_room_on_the_rind_is_left_to_its_seeds() -> None:
    drawn = etree.fromstring(fruit(_chambers(200, 1, 1), "202 pledges"))
    assert [each.text for each in drawn.iter(f"{SVG}textPath")] == ["Group <0>"]
