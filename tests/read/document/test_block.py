import msgspec
import pytest

from zakuro.read.document.block import Block


def test_a_block_cannot_be_changed_and_travels_as_json() -> None:
    block = Block(kind="item", start=2, end=5, level=1, number=3, path=(0,), locator="line=0,1")
    with pytest.raises(AttributeError, match="immutable"):
        block.start = 0  # type: ignore[misc]
    assert msgspec.json.decode(msgspec.json.encode(block), type=Block) == block
