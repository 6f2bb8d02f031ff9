import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.journal.log.tiles import pack_entries, tile_path, unpack_entries
from zakuro.model.errors import ZakuroError


@pytest.mark.parametrize(
    ("level", "index", "width", "path"),
    [
        (0, 0, 256, "tile/0/000"),
        (0, 273, 112, "tile/0/273.p/112"),
        (1, 999, 256, "tile/1/999"),
        (2, 1000, 1, "tile/2/x001/000.p/1"),
        (0, 1234067, 256, "tile/0/x001/x234/067"),
        (None, 1234067, 8, "tile/entries/x001/x234/067.p/8"),
    ],
)
def test_paths_are_those_of_tlog_tiles(
    level: int | None, index: int, width: int, path: str
) -> None:
    assert str(tile_path(level, index, width)) == path


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_bundles_give_back_their_entries(entries: list[bytes]) -> None:
    assert unpack_entries(pack_entries(entries)) == entries


def test_a_bundle_puts_the_length_first() -> None:
    assert pack_entries([b"ab", b"", b"x" * 65535])[:6] == b"\x00\x02ab\x00\x00"


@given(st.lists(st.binary(min_size=1, max_size=9), min_size=1, max_size=5), st.data())
def test_a_bundle_that_is_cut_off_is_refused(entries: list[bytes], data: st.DataObject) -> None:
    bundle = pack_entries(entries)
    ends = {len(pack_entries(entries[:count])) for count in range(len(entries) + 1)}
    cut = data.draw(st.integers(0, len(bundle)).filter(lambda place: place not in ends))
    with pytest.raises(ZakuroError, match="cut off"):
        unpack_entries(bundle[:cut])
