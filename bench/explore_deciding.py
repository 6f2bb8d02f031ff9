"""Code and model of deciding through all interleavings, up to four members; prints the states.

python -m bench.explore_deciding            # every world, about an hour on one core
python -m bench.explore_deciding --world "four members"
"""

from __future__ import annotations

import argparse
import time

from tests.decide.plain_rules import World, what_cannot_be
from tests.decide.test_plain_rules import WORLDS, can_end, explore, joint

LARGE = {
    **WORLDS,
    "two members, three versions": World(2, versions=3),
    "three members, all propose": World(3, chair=1, versions=1),
    "three members, quorum": World(3, chair=1, quorum=(2, 3), versions=1, proposers=1),
    "three members, abstention": World(3, abstention=(1, 3), versions=1, proposers=1),
    "three members, some stay out": World(3, staying_out=(2, 3), versions=1, proposers=1),
    "three members, one concerned": World(3, chair=1, concerned=2, versions=2, proposers=1),
    "four members": World(4, chair=1, versions=1, proposers=2),
    "four members, all propose": World(4, chair=1, versions=1),
    "four members, quorum": World(4, chair=3, quorum=(2, 3), versions=1, proposers=1),
    "four members, abstention": World(4, abstention=(1, 3), versions=1, proposers=0),
}
TWO_TEXTS = {
    "two texts, two members": World(2, versions=2),
    "two texts, three members": World(3, chair=1, versions=1, proposers=1),
    "two texts, four members": World(4, chair=1, versions=1, proposers=2),
    "two texts, four members, all propose": World(4, chair=1, versions=1),
}


def search(world: World) -> int:
    """Search a world of one text whole; give the number of its states."""
    states = 0
    for found in explore(world):
        assert what_cannot_be(world, found.text) is None, found.text
        states += 1
    assert can_end(world)
    return states


def main() -> None:
    """Search the worlds asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--world", choices=[*LARGE, *TWO_TEXTS], action="append")
    asked = parser.parse_args().world or [*LARGE, *TWO_TEXTS]
    total = 0
    for name in asked:
        begun = time.perf_counter()
        states = search(LARGE[name]) if name in LARGE else joint(TWO_TEXTS[name])[1]
        total += states
        seconds = time.perf_counter() - begun
        print(f"{name}: {states:,} states, {seconds:.0f} s", flush=True)
    print(f"in all: {total:,} states; code and model agree on every path, nothing forbidden")


if __name__ == "__main__":
    main()
