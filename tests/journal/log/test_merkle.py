from collections.abc import Callable, Sequence
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.journal.log.merkle import (
    EMPTY_ROOT,
    TILE_WIDTH,
    TileTree,
    check_consistency,
    check_inclusion,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    node_hash,
    range_root,
    root_of,
)
from zakuro.model.errors import ZakuroError

# The eight leaves with which implementations of RFC 6962 are tested, and what they must give.
LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def plain_root(leaves: Sequence[bytes]) -> bytes:
    """MTH as RFC 6962, 2.1 writes it down, word for word."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    middle = 1
    while middle * 2 < len(leaves):
        middle *= 2
    return sha256(b"\x01" + plain_root(leaves[:middle]) + plain_root(leaves[middle:])).digest()


def hashes(count: int, salt: bytes = b"") -> list[bytes]:
    return [leaf_hash(salt + str(number).encode()) for number in range(count)]


def stored(leaves: list[bytes]) -> Callable[[int, int, int], list[bytes]]:
    """The tile levels of a log, as the journal stores them."""
    levels = [leaves]
    while len(levels[-1]) >= TILE_WIDTH:
        below = levels[-1]
        full = len(below) // TILE_WIDTH
        levels.append([root_of(below[n * TILE_WIDTH : (n + 1) * TILE_WIDTH]) for n in range(full)])

    def read(level: int, start: int, end: int) -> list[bytes]:
        part = levels[level][start:end]
        assert len(part) == end - start, "the tree asked for a hash that is not stored"
        return part

    return read


def test_the_published_roots_of_rfc_6962() -> None:
    leaves = [leaf_hash(leaf) for leaf in LEAVES]
    tree = TileTree()
    assert tree.root() == EMPTY_ROOT
    for size, root in enumerate(ROOTS, start=1):
        tree.push(leaves[size - 1])
        assert tree.root().hex() == root
        assert range_root(stored(leaves[:size]), 0, size).hex() == root


def test_the_published_proofs_of_rfc_6962() -> None:
    leaves = [leaf_hash(leaf) for leaf in LEAVES]
    read = stored(leaves)
    assert [step.hex() for step in inclusion_proof(read, 0, 8)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    assert inclusion_proof(read, 0, 1) == []
    assert [step.hex() for step in consistency_proof(read, 1, 8)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    assert [step.hex() for step in consistency_proof(read, 6, 8)] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 511, 512, 65535, 65536, 65537, 70000])
def test_tiles_make_the_root_of_rfc_6962(size: int) -> None:
    leaves = hashes(size)
    tree = TileTree()
    full = [tile for leaf in leaves for tile in tree.push(leaf)]
    assert tree.root() == plain_root(leaves)
    assert range_root(stored(leaves), 0, size) == tree.root()
    tiles = {(level, index): part for level, index, part in full + tree.unfinished()}
    # As the specification of tlog-tiles says it: floor(s / 256^l) hashes at each level.
    for level in range(3):
        count = size >> (8 * level)
        read = stored(leaves)
        kept = [h for index in range(-(-count // 256)) for h in tiles[(level, index)]]
        assert kept == (read(level, 0, count) if count else [])


@given(st.data(), st.integers(1, 1200))
def test_every_proof_is_accepted_and_fits_nothing_else(data: st.DataObject, size: int) -> None:
    leaves = hashes(size)
    read = stored(leaves)
    root = plain_root(leaves)
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(read, index, size)
    check_inclusion(leaves[index], index, size, proof, root)
    for other in {0, size - 1, max(0, index - 1), index ^ 1, size} - {index}:
        with pytest.raises(ZakuroError, match="does not show"):
            check_inclusion(leaves[index], other, size, proof, root)
    with pytest.raises(ZakuroError, match="does not show"):
        check_inclusion(leaf_hash(b"other"), index, size, proof, root)
    with pytest.raises(ZakuroError, match="does not show"):
        check_inclusion(leaves[index], index, size, [*proof, leaves[0]], root)
    if proof:
        with pytest.raises(ZakuroError, match="does not show"):
            check_inclusion(leaves[index], index, size, proof[:-1], root)
        changed = data.draw(st.integers(0, len(proof) - 1))
        bad = [bytes(32) if at == changed else step for at, step in enumerate(proof)]
        with pytest.raises(ZakuroError, match="does not show"):
            check_inclusion(leaves[index], index, size, bad, root)


@given(st.data(), st.integers(1, 1200))
def test_every_log_continues_its_own_beginning_and_no_other(data: st.DataObject, new: int) -> None:
    old = data.draw(st.integers(0, new))
    leaves = hashes(new)
    proof = consistency_proof(stored(leaves), old, new)
    old_root, new_root = plain_root(leaves[:old]), plain_root(leaves)
    check_consistency(old, new, proof, old_root, new_root)
    forked = hashes(new, b"fork")
    fork_proof = consistency_proof(stored(forked), old, new)
    with pytest.raises(ZakuroError, match="does not extend"):
        check_consistency(old, new, [*proof, bytes(32)], old_root, new_root)
    if old:
        for bad_proof, bad_old, bad_new in [
            (proof, plain_root(forked[:old]), new_root),
            (proof, old_root, plain_root(forked)),
            (fork_proof, old_root, plain_root(forked)),
        ]:
            with pytest.raises(ZakuroError, match="does not extend"):
                check_consistency(old, new, bad_proof, bad_old, bad_new)
    if proof:
        with pytest.raises(ZakuroError, match="does not extend"):
            check_consistency(old, new, proof[:-1], old_root, new_root)


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=8), st.integers(1, 64), st.data())
def test_made_up_proofs_prove_nothing(proof: list[bytes], size: int, data: st.DataObject) -> None:
    leaves = hashes(size)
    root = plain_root(leaves)
    index = data.draw(st.integers(0, size - 1))
    if proof != inclusion_proof(stored(leaves), index, size):
        with pytest.raises(ZakuroError, match="does not show"):
            check_inclusion(leaves[index], index, size, proof, root)


def test_an_interior_node_is_no_entry() -> None:
    # The second-preimage attack: offer the two children of a node as if they were one entry of a
    # log half as long.  The byte before every hash makes them differ.
    leaves = hashes(4)
    root = plain_root(leaves)
    joined = leaves[0] + leaves[1]
    assert leaf_hash(joined) != node_hash(leaves[0], leaves[1])
    sibling = node_hash(leaves[2], leaves[3])
    check_inclusion(node_hash(leaves[0], leaves[1]), 0, 2, [sibling], root)
    with pytest.raises(ZakuroError, match="does not show"):
        check_inclusion(leaf_hash(joined), 0, 2, [sibling], root)


def test_a_log_cannot_shrink() -> None:
    leaves = hashes(4)
    with pytest.raises(ZakuroError, match="cannot have grown"):
        consistency_proof(stored(leaves), 5, 4)
    with pytest.raises(ZakuroError, match="does not extend"):
        check_consistency(4, 3, [], plain_root(leaves), plain_root(leaves[:3]))
    with pytest.raises(ZakuroError, match="no entry at index 4"):
        inclusion_proof(stored(leaves), 4, 4)
    with pytest.raises(ZakuroError, match="does not extend"):
        check_consistency(0, 4, [], plain_root(leaves), plain_root(leaves))


def test_an_odd_subtree_goes_up_as_it_is() -> None:
    a, b, c, d, e = (leaf_hash(bytes([n])) for n in range(5))
    assert root_of([a]) == a
    assert root_of([a, b, c]) == node_hash(node_hash(a, b), c)
    four = node_hash(node_hash(a, b), node_hash(c, d))
    assert root_of([a, b, c, d, e]) == node_hash(four, e)
