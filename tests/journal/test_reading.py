from tests.journal.helpers import NOON, add, draft
from zakuro.journal import Journal
from zakuro.journal.log.merkle import TILE_WIDTH, root_of
from zakuro.journal.reading import entry_rows, head_size, last_on, read_hashes


def test_a_range_of_rows_comes_by_pages(journal: Journal) -> None:
    add(journal, 2100)
    engine = journal.engine
    assert head_size(engine) == 2100
    rows = list(entry_rows(engine, after=5, through=2050))
    assert [row[0] for row in rows] == list(range(6, 2051))
    assert {row[1:3] for row in rows} == {("report", "P-1")}


def test_the_last_on_a_subject_is_found_below_a_number(journal: Journal) -> None:
    with journal.transaction() as tx:
        for subject in ("P-1", "P-2", "P-1", "P-10"):
            tx.append(draft(subject), NOON)
    leaves = read_hashes(journal.engine, 0, 0, 4)
    assert last_on(journal.engine, "P-1") == (3, leaves[2])
    assert last_on(journal.engine, "P-1", 3) == (1, leaves[0])
    assert last_on(journal.engine, "P-1", 1) is None


def test_hashes_of_full_tiles_are_stored(journal: Journal) -> None:
    add(journal, 2 * TILE_WIDTH + 3)
    leaves = read_hashes(journal.engine, 0, 0, 2 * TILE_WIDTH + 3)
    assert len(leaves) == 2 * TILE_WIDTH + 3
    assert read_hashes(journal.engine, 1, 0, 9) == [
        root_of(leaves[:TILE_WIDTH]),
        root_of(leaves[TILE_WIDTH : 2 * TILE_WIDTH]),
    ]
    assert read_hashes(journal.engine, 1, 1, 2) == [root_of(leaves[TILE_WIDTH : 2 * TILE_WIDTH])]


def test_rows_of_several_kinds_come_in_order_of_their_numbers(journal: Journal) -> None:
    kinds = ("report", "document", "report", "review", "document", "confirmation")
    with journal.transaction() as tx:
        for kind in kinds:
            tx.append(draft(kind=kind), NOON)
    rows = list(entry_rows(journal.engine, kinds=("report", "document", "review")))
    assert [row[:2] for row in rows] == [
        (1, "report"), (2, "document"), (3, "report"), (4, "review"), (5, "document"),
    ]  # fmt: skip
