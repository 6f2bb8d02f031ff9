import gzip
import json
from pathlib import Path

import pytest

from zakuro.model.errors import ZakuroError
from zakuro.portal.drawing.borders import arcs_of

STEPS = {"transform": {"scale": [0.5, 0.5], "translate": [70, 40]}, "arcs": [[[0, 0], [2, 4]]]}
AS_THEY_STAND = {"arcs": [[[70, 40], [71, 42]]]}


def test_the_borders_that_come_along_are_lines_in_degrees() -> None:
    arcs = arcs_of()
    assert len(arcs) > 1000
    assert all(-90 <= north <= 90 and -181 <= east <= 181 for arc in arcs for north, east in arc)


@pytest.mark.parametrize("given", [STEPS, AS_THEY_STAND])
@pytest.mark.parametrize("packed", [False, True])
def test_another_map_is_read_in_steps_or_as_it_stands(
    tmp_path: Path, given: object, packed: bool
) -> None:
    place = tmp_path / "other.json"
    written = json.dumps(given).encode()
    place.write_bytes(gzip.compress(written) if packed else written)
    assert arcs_of(str(place)) == (((40, 70), (42, 71)),)


@pytest.mark.parametrize("written", [b"", b"{}", b"[]", b"\x1f\x8bno", b'{"arcs": [1]}', b"\xff"])
def test_what_is_no_map_is_refused_in_words(tmp_path: Path, written: bytes) -> None:
    place = tmp_path / "no.json"
    place.write_bytes(written)
    with pytest.raises(ZakuroError, match="is no TopoJSON"):
        arcs_of(str(place))


def test_a_map_that_is_not_there_is_said() -> None:
    with pytest.raises(ZakuroError, match="Cannot read the map /nowhere"):
        arcs_of("/nowhere/map.json")
