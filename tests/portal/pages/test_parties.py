import re

from tests.portal.conftest import Get


def test_the_members_come_in_the_charter_s_order(get: Get) -> None:
    data = get("/en/parties/index.json").json["parties"]
    assert [each["code"] for each in data][:6] == ["CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB"]
    assert {each["code"]: each["owes"] for each in data}["CHN"] > 0


def test_all_parties_are_shown_alike(get: Get) -> None:
    outlines = [
        re.findall(r"<h2[^>]*>([^<]*)</h2>", get(f"/en/parties/{code}").text)
        for code in ("CHN", "KAZ", "TKM", "JPN")
    ]
    assert all(outline == outlines[0] for outline in outlines)


def test_groups_and_strangers(get: Get) -> None:
    assert "Kazakhstan , Kyrgyzstan" in get("/en/parties/C5").words
    assert get("/en/parties/XYZ").status == 404
    assert get("/en/parties/kaz").status == 200
    assert get("/en/parties/KAZ.csv").text.startswith("\ufeffside,")


def test_every_number_is_that_of_its_list(get: Get) -> None:
    data = get("/en/parties/index.json").json
    for side in (*data["parties"], *data["groups"]):
        for column, role in (("owes", "giver"), ("owed", "receiver")):
            given = get(f"/en/pledges/?{role}={side['code']}").text
            total = re.search(r'data-total="(\d+)"', given)
            assert total is not None
            assert int(total[1]) == side[column], side
