from zakuro.flow.browsing.entries import log
from zakuro.flow.keeping.books import Books


def test_the_log_a_page_at_a_time(opened: Books) -> None:
    newest = log(opened, limit=4)
    size = newest.head.size
    assert [entry.number for entry in newest.entries] == [size, size - 1, size - 2, size - 3]
    older = log(opened, up_to=newest.first - 1, limit=4)
    assert older.entries[0].number == newest.first - 1
    assert [entry.number for entry in log(opened, up_to=2).entries] == [2, 1]
    assert log(opened, up_to=size + 100).last == size
    assert (log(opened, limit=4).first, log(opened, limit=size).first) == (size - 3, 1)
