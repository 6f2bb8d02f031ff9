"""The model in whole numbers: probabilities, running sums, calibration, its file."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from zakuro.read.weighing.grams import BUCKETS, Grams
from zakuro.read.weighing.model import (
    KINDS,
    NAMED,
    ONE,
    Model,
    Table,
    chances,
    model_of,
    named,
    pack,
    unpack,
)

LEVEL = Table(tuple(range(0, 101, 5)))


def drawn(seed: int, *, spoken: bool = True) -> Model:
    mixed = np.random.default_rng(seed)
    grams = mixed.integers(-3_000, 3_000, (BUCKETS, len(KINDS))) if spoken else None
    return Model(grams, mixed.integers(-3_000, 3_000, (NAMED, len(KINDS))))


@given(st.lists(st.integers(-(10**9), 10**9), min_size=len(KINDS), max_size=len(KINDS)))
def test_probabilities_make_one_but_for_rounding(scores: list[int]) -> None:
    found = chances(np.array(scores, dtype=np.int64))
    assert (found >= 0).all()
    assert ONE - len(KINDS) <= found.sum() <= ONE
    assert found.argmax() == int(np.argmax(scores)) or found.max() == found[np.argmax(scores)]


def test_running_sums_give_the_scores_of_any_span() -> None:
    text, model = "japan will build a road in peru next year", drawn(1)
    grams = Grams(text, (), spaced=True)
    sums, features = model.over(grams), named(["block=paragraph", "kind=none"])
    for start, end in ((0, len(text)), (6, 20), (3, 4)):
        first, last = grams.place(start), grams.place(end)
        direct = model.scores(grams.within(start, end), features)
        assert (model.scores_between(sums, first, last, features) == direct).all()


def test_a_file_gives_back_what_was_put_into_it() -> None:
    for spoken in (True, False):
        model = drawn(2, spoken=spoken)
        again, tables = unpack(pack(model, {"pledge": LEVEL}))
        assert tables == {"pledge": LEVEL}
        assert (again.names == model.names).all()
        assert (again.grams is None) is not spoken


def test_a_table_goes_in_proportion_between_its_steps() -> None:
    assert [LEVEL.of(chance) for chance in (0, ONE // 40, ONE // 2, ONE)] == [0, 2, 50, 100]
    assert LEVEL.of(-5) == 0
    assert LEVEL.of(2 * ONE) == 100


def test_a_language_without_weights_of_its_own_takes_those_that_all_share() -> None:
    shared, tables = model_of("xx")
    assert shared.grams is None
    assert set(tables) == {"silent", *KINDS[1:]}
    own, _ = model_of("en")
    assert own.grams is not None
