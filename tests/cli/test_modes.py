import pytest

from zakuro.cli.modes import Mode, chosen, flag
from zakuro.model.errors import ZakuroError

MODES = (
    Mode("ask", "", ("document",)),
    Mode("all", "all", ("document", "yes")),
    Mode("accept", "accept", ("part_of",), alone=False),
    Mode("refuse", "refuse", ("reason",), alone=False),
)
NOTHING = {"document": None, "all": False, "yes": False, "accept": (), "part_of": None,
           "refuse": (), "reason": None, "kinds": ()}  # fmt: skip


def test_the_modes_that_the_options_choose() -> None:
    assert chosen(MODES, NOTHING) == ("ask",)
    assert chosen(MODES, NOTHING | {"all": True, "document": "D-1"}) == ("all",)
    both = {"accept": ("D-1:s1",), "refuse": ("D-1:s2",), "reason": "no"}
    assert chosen(MODES, NOTHING | both) == ("accept", "refuse")


def test_what_no_chosen_mode_uses_is_refused() -> None:
    why = "--part-of means nothing here: it goes with --accept"
    with pytest.raises(ZakuroError, match=why):
        chosen(MODES, NOTHING | {"all": True, "part_of": "P-1"})
    with pytest.raises(
        ZakuroError, match=r"--document .* none of the options that choose or --all"
    ):
        chosen(MODES, NOTHING | {"accept": ("D-1:s1",), "document": "D-1"})
    with pytest.raises(ZakuroError, match="--kind means"):
        chosen(MODES, NOTHING | {"all": True, "kinds": ("pledge",)}, {"kinds": "kind"})


def test_what_stands_alone_goes_with_no_other() -> None:
    with pytest.raises(ZakuroError, match="--all does not go with --refuse"):
        chosen(MODES, NOTHING | {"all": True, "refuse": ("D-1:s2",)})


def test_an_option_as_it_is_written() -> None:
    assert flag("part_of") == "--part-of"
