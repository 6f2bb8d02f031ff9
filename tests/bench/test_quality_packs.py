from pathlib import Path

import pytest

from bench.quality_packs import measure, met, proofs
from zakuro.languages.load import codes, load


@pytest.mark.parametrize("code", codes())
def test_proofs_meet_words_of_their_pack(code: str) -> None:
    pack = load(code)
    assert len(list(proofs(pack))) > 60
    held, words = met(pack)
    assert 0 < held <= words


def test_each_pack_has_its_figure() -> None:
    named = [figure.name.split()[1].rstrip(":") for figure in measure(Path())]
    assert named == [code for code in codes() for _ in ("written", "generated")]
