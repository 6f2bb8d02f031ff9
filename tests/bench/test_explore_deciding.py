from bench.explore_deciding import LARGE, TWO_TEXTS


def test_the_worlds_go_up_to_four_members_and_two_texts() -> None:
    assert max(world.members for world in LARGE.values()) == 4
    assert max(world.members for world in TWO_TEXTS.values()) == 4
