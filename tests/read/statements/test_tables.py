from datetime import date

import zakuro
from zakuro.model.statement import Statement

DAY = date(2025, 6, 17)


def read(text: str) -> list[Statement]:
    return list(zakuro.read(text, language="en", published=DAY).statements)


def test_a_header_says_who_gives_and_who_receives() -> None:
    rows = read(
        "Donor | Recipient | Amount\nJapan | Kenya | USD 5 million\nIndia | Nepal | USD 3 million"
    )
    assert [(s.kind, s.givers, s.receivers) for s in rows] == [
        ("pledge", ("JPN",), ("KEN",)),
        ("pledge", ("IND",), ("NPL",)),
    ]


def test_a_caption_gives_its_rows_kind_giver_receiver_and_time() -> None:
    rows = read(
        "Japan will provide Kenya with the following over the next three years:\n\n"
        "Purpose | Amount\nPorts | USD 5 million\nSchools | USD 3 million"
    )
    assert [(s.givers, s.receivers, s.period and s.period.edtf) for s in rows] == [
        (("JPN",), ("KEN",), "2025-06-17/2028-06-17")
    ] * 2
    assert [s.exact for s in rows] == ["Ports | USD 5 million", "Schools | USD 3 million"]


def test_a_row_without_figure_or_act_pledges_nothing() -> None:
    assert not read("Donor | Amount\nJapan | not announced\nIndia | none")


def test_the_number_of_a_row_is_no_part_of_it() -> None:
    rows = read("No. | Donor | Amount\n1 | Japan | USD 5 million\n2 | India | USD 3 million")
    assert [s.exact for s in rows] == ["Japan | USD 5 million", "India | USD 3 million"]


def test_a_table_that_promises_nothing_is_no_list_of_pledges() -> None:
    assert not [s for s in read("Page | Title\n5 | Foreword\n9 | Trade") if s.kind == "pledge"]


def test_a_header_knows_better_than_the_heading_above_it() -> None:
    rows = read(
        "# Results of the meeting\n\nDonor | Commitment\nJapan | 20 schools\nIndia | 3 ports"
    )
    assert [(s.kind, s.givers) for s in rows] == [("pledge", ("JPN",)), ("pledge", ("IND",))]


def test_a_row_of_a_promise_and_of_what_came_of_it_is_two_statements() -> None:
    rows = read(
        "Donor | Commitment | Results | Sector\n"
        "Japan | 20 schools in Kenya | 12 schools opened | education\n"
        "India | 3 ports in Nepal | not begun | transport"
    )
    assert [(s.kind, s.exact, s.givers) for s in rows] == [
        ("pledge", "Japan | 20 schools in Kenya", ("JPN",)),
        ("result", "12 schools opened", ("JPN",)),
        ("pledge", "India | 3 ports in Nepal", ("IND",)),
    ]


def test_what_has_not_been_done_yet_is_no_result_of_a_table() -> None:
    table = "举措 | 进展\n派遣2000名医疗队员 | 已派出1340名\n援建药品仓库 | 尚未动工"
    rows = zakuro.read(table, language="zh", published=DAY).statements
    assert [(s.kind, s.exact) for s in rows] == [
        ("pledge", "派遣2000名医疗队员"),
        ("result", "已派出1340名"),
        ("pledge", "援建药品仓库"),
    ]
