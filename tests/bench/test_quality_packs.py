import pytest

from bench.quality_packs import met, of_pack, proofs
from zakuro.languages.load import codes, load


@pytest.mark.parametrize("code", codes())
def test_proofs_meet_words_of_their_pack(code: str) -> None:
    pack = load(code)
    assert len(list(proofs(pack))) > 60
    held, words = met(pack)
    assert 0 < held <= words


def test_a_pack_has_its_figures() -> None:
    written, any_of_both = of_pack(load("kk"))
    assert (written.floor, any_of_both.floor) == (40.0, 90.0)
    assert written.value < any_of_both.value
    assert written.cases == any_of_both.cases == met(load("kk"))[1]
