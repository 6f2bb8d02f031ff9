from hypothesis import given
from hypothesis import strategies as st

from zakuro.flow.page.highlight import pieces
from zakuro.model.statement import Mark, Statement

LENGTH = 60
SPANS = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(
        lambda pair: (pair[0], min(pair[0] + pair[1], LENGTH))
    ),
    max_size=6,
)


def statements(spans: list[tuple[int, int]]) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            id=f"s{at}",
            document="00",
            kind="call",
            start=start,
            end=end,
            exact="x" * (end - start),
            derivation=(Mark(role="act", start=start, end=start + 1, exact="x"),),
        )
        for at, (start, end) in enumerate(spans, 1)
    )


@given(SPANS, st.lists(st.integers(-5, LENGTH + 5), max_size=4))
def test_pieces_follow_one_another_and_say_what_covers_them(
    spans: list[tuple[int, int]], borders: list[int]
) -> None:
    made = list(pieces(statements(spans), borders, LENGTH))
    assert [piece.start for piece in made] == [0, *(piece.stop for piece in made[:-1])]
    assert made[-1].stop == LENGTH
    for piece in made:
        covering = {at for at, (start, end) in enumerate(spans) if start <= piece.start < end}
        assert set(piece.statements) == covering
        assert set(piece.marks) == {at for at in covering if spans[at][0] == piece.start}
        sizes = [spans[at][1] - spans[at][0] for at in piece.statements]
        assert sizes == sorted(sizes, reverse=True)
    assert sorted(at for piece in made for at in piece.begin) == list(range(len(spans)))
    assert sorted(at for piece in made for at in piece.end) == list(range(len(spans)))


def test_a_text_without_statements_is_one_piece() -> None:
    assert [(piece.start, piece.stop) for piece in pieces((), (), 5)] == [(0, 5)]
    assert list(pieces((), (), 0)) == []
