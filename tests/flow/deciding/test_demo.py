from pathlib import Path

from zakuro.flow.deciding.checking import check_decisions
from zakuro.flow.deciding.demo import AS_OF, SIX, make_deciding_demo
from zakuro.flow.deciding.looking import show, texts
from zakuro.flow.keeping.logs import verify_books
from zakuro.model import vocabulary


def test_one_is_adopted_after_a_bracket_and_one_broken(tmp_path: Path) -> None:
    with make_deciding_demo(tmp_path / "six.db") as books:
        found = texts(books, AS_OF)
        assert [(t.name, t.state, t.number) for t in found] == [
            ("X-1", "adopted", 1),
            ("X-2", "broken", None),
        ]
        first, second = (show(books, name, AS_OF) for name in ("X-1", "X-2"))
        assert [b.settled_on for b in first.brackets] == ["a1"]
        assert first.bound == SIX
        assert [(s.act, s.party) for s in first.said] == [("interpretation", "XEL")]
        assert [(s.act, s.party) for s in second.said] == [("objection", "XFE")]
        assert check_decisions(books) == []
        assert verify_books(books).faults == ()


def test_no_state_in_it_is_real() -> None:
    assert not set(SIX) & vocabulary.territories().keys()
