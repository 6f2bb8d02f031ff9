from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zakuro.journal import Among, Condition, Journal, Table
from zakuro.model.errors import ZakuroError

STANDING = Table(
    name="standing",
    columns={
        "pledge": "text",
        "since": "text",
        "until": "text",
        "giver": "text",
        "rank": "integer",
    },
    key=("pledge", "since"),
    indexes=(("giver", "rank"),),
)


def row(pledge: str, since: str = "2025", **changes: Any) -> dict[str, Any]:
    fields = {"pledge": pledge, "since": since, "until": "9999-12-31", "giver": "CHN", "rank": 0}
    return fields | changes


def fill(journal: Journal, rows: list[dict[str, Any]]) -> None:
    with journal.transaction() as tx:
        tx.build_tables([STANDING])
        tx.upsert(STANDING, rows)


def pledges(journal: Journal, *where: Condition, **options: Any) -> list[object]:
    return [found["pledge"] for found in journal.rows(STANDING, where, **options)]


def test_tables_are_made_filled_and_thrown_away(journal: Journal) -> None:
    assert not journal.tables_built([STANDING])
    fill(journal, [row("P-1"), row("P-2")])
    assert journal.tables_built([STANDING])
    assert journal.count(STANDING) == 2
    fill(journal, [row("P-3")])
    assert pledges(journal) == ["P-3"]


def test_a_table_declared_otherwise_has_to_be_built_again(journal: Journal) -> None:
    fill(journal, [row("P-1")])
    other = Table(name="standing", columns={"pledge": "text"}, key=("pledge",))
    assert not journal.tables_built([other])
    with journal.transaction() as tx:
        tx.build_tables([other])
    assert journal.tables_built([other])
    assert not journal.tables_built([STANDING])
    assert journal.count(other) == 0


def test_rows_are_written_over_by_key_and_deleted(journal: Journal) -> None:
    fill(journal, [row("P-1", rank=1), row("P-1", "2026", rank=2), row("P-2", rank=3)])
    with journal.transaction() as tx:
        tx.upsert(STANDING, [row("P-1", rank=9)])
        tx.delete(STANDING, [("pledge", "=", "P-2")])
        assert journal.count(STANDING) == 2
    assert list(journal.rows(STANDING)) == [row("P-1", rank=9), row("P-1", "2026", rank=2)]
    with journal.transaction() as tx:
        tx.delete(STANDING)
    assert journal.count(STANDING) == 0


def test_a_failed_transaction_changes_no_rows(journal: Journal) -> None:
    fill(journal, [row("P-1")])
    with pytest.raises(ArithmeticError), journal.transaction() as tx:
        tx.delete(STANDING)
        tx.build_tables([STANDING])
        raise ArithmeticError
    assert pledges(journal) == ["P-1"]


def test_lists_are_cut_at_an_as_of_date(journal: Journal) -> None:
    fill(
        journal,
        [
            row("P-1", "2025-01-01", until="2026-01-01", giver="CHN"),
            row("P-1", "2026-01-01", giver="CHN"),
            row("P-2", "2025-06-17", giver="KAZ"),
        ],
    )
    day = "2025-12-31"
    as_of: list[Condition] = [("since", "<=", day), ("until", ">", day)]
    assert [(r["pledge"], r["since"]) for r in journal.rows(STANDING, as_of)] == [
        ("P-1", "2025-01-01"),
        ("P-2", "2025-06-17"),
    ]
    assert pledges(journal, *as_of, ("giver", "in", ["KAZ", "UZB"])) == ["P-2"]
    assert pledges(journal, *as_of, ("giver", "in", [])) == []
    assert pledges(journal, *as_of, ("giver", "!=", "KAZ")) == ["P-1"]


TEXTS = st.text(
    st.sampled_from(["a", "B", "Ä", "я", "日", "\uffee", "\U0001f600", " "]), max_size=3
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(TEXTS, st.integers(0, 3)), unique_by=lambda pair: pair[0], max_size=20),
    size=st.integers(1, 6),
    descending=st.booleans(),
)
def test_pages_give_every_row_once_and_in_order(
    journal: Journal, rows: list[tuple[str, int]], size: int, descending: bool
) -> None:
    fill(journal, [row(pledge, rank=rank) for pledge, rank in rows])
    seen: list[Any] = []
    after = None
    while page := list(
        journal.rows(STANDING, order=["rank"], descending=descending, after=after, limit=size)
    ):
        assert len(page) <= size
        seen += page
        after = [page[-1][column] for column in ("rank", "pledge", "since")]
    wanted = sorted(((rank, pledge) for pledge, rank in rows), reverse=descending)
    assert [(found["rank"], found["pledge"]) for found in seen] == wanted


def test_long_lists_stream(journal: Journal) -> None:
    fill(journal, [row(f"P-{place:05}", rank=place % 3) for place in range(4500)])
    assert pledges(journal) == [f"P-{place:05}" for place in range(4500)]
    assert len(pledges(journal, order=["rank"], limit=4100)) == 4100
    assert pledges(journal, ("rank", "=", 1), limit=2, descending=True) == ["P-04498", "P-04495"]


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ({"name": "Standing"}, "cannot name"),
        ({"name": 'a"; DROP TABLE entries; --'}, "cannot name"),
        ({"name": "definitions"}, "journal's own"),
        ({"columns": {"select *": "text"}}, "cannot name"),
        ({"key": ()}, "needs a key"),
        ({"key": ("other",)}, "no column 'other'"),
        ({"indexes": (("pledge", "other"),)}, "no column 'other'"),
    ],
)
def test_a_wrong_declaration_is_refused(bad: dict[str, Any], words: str) -> None:
    good = {"name": "a", "columns": {"pledge": "text"}, "key": ("pledge",)}
    with pytest.raises(ZakuroError, match=words):
        Table(**(good | bad))


def test_wrong_rows_and_conditions_are_refused(journal: Journal) -> None:
    fill(journal, [row("P-1")])
    for wrong, words in [
        ({"pledge": "P-2"}, "must fill"),
        (row("P-2") | {"more": "x"}, "must fill"),
        (row("P-2", rank="3"), "holds integer"),
        (row("P-2", giver=None), "holds text"),
        (row("P-2", rank=True), "holds integer"),
        (row("P-2", giver="C\x00HN"), "NUL"),
    ]:
        with pytest.raises(ZakuroError, match=words), journal.transaction() as tx:
            tx.upsert(STANDING, [wrong])
    conditions: list[Any] = [
        (("nobody", "=", "x"), "no column"),
        (("giver", "LIKE", "x"), "no condition"),
        (("giver", "in", "CHN"), "list of values"),
        (("giver", "=", ["CHN"]), "no condition"),
    ]
    for condition, words in conditions:
        with pytest.raises(ZakuroError, match=words):
            journal.count(STANDING, [condition])
    with pytest.raises(ZakuroError, match="give the values of rank, pledge, since"):
        list(journal.rows(STANDING, order=["rank"], after=[1]))
    assert pledges(journal) == ["P-1"]


def test_a_column_is_held_against_another_projection(journal: Journal) -> None:
    fill(journal, [row("P-1"), row("P-2", giver="USA"), row("P-3")])
    named = Table(name="named", columns={"code": "text", "pledge": "text"}, key=("code", "pledge"))
    with journal.transaction() as tx:
        tx.build_tables([named])
        tx.upsert(named, [{"code": "KAZ", "pledge": "P-2"}, {"code": "KAZ", "pledge": "P-3"}])
    among: Condition = ("pledge", "in", Among(named, "pledge", (("code", "=", "KAZ"),)))
    assert pledges(journal, among) == ["P-2", "P-3"]
    assert pledges(journal, ("giver", "=", "CHN"), among, ("rank", "=", 0)) == ["P-3"]
    nobody: Condition = ("pledge", "in", Among(named, "pledge", (("code", "in", ["FRA"]),)))
    assert pledges(journal, nobody) == []
    with pytest.raises(ZakuroError, match="no column 'x'"):
        pledges(journal, ("pledge", "in", Among(named, "x", ())))
    with pytest.raises(ZakuroError, match="is no condition"):
        pledges(journal, ("pledge", "=", Among(named, "pledge", ())))
