"""Commands with several ways of working: which was chosen, and that it uses every option given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from zakuro.model.errors import ZakuroError


class Mode(NamedTuple):
    """One way in which a command works.

    ``chosen_by`` is the option that chooses it (empty: chosen when none is), ``uses`` are the
    options that it takes; what is ``alone`` goes with no other mode.
    """

    name: str
    chosen_by: str
    uses: tuple[str, ...] = ()
    alone: bool = True


def flag(option: str) -> str:
    """Give an option as it is written: ``--part-of``."""
    return f"--{option.replace('_', '-')}"


def chosen(
    modes: tuple[Mode, ...], given: Mapping[str, Any], written: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Give the names of the modes that the options given choose.

    ``given`` holds the value of every option but the common ones, empty where it was not given;
    ``written`` how an option is written whose value has another name.  ZakuroError if two cannot
    go together, or if none of the chosen uses an option.
    """
    found = [mode for mode in modes if mode.chosen_by and given[mode.chosen_by]]
    found = found or [mode for mode in modes if not mode.chosen_by]
    alone = [mode for mode in found if mode.alone]
    if alone and len(found) > 1:
        others = ", ".join(flag(m.chosen_by) for m in found if m is not alone[0])
        raise ZakuroError(
            f"{flag(alone[0].chosen_by)} does not go with {others}: give one after the other."
        )
    used = {option for mode in found for option in (mode.chosen_by, *mode.uses)}
    for option, value in given.items():
        if value and option not in used:
            fits = " or ".join(_words(mode) for mode in modes if option in mode.uses)
            name = flag((written or {}).get(option, option))
            raise ZakuroError(f"{name} means nothing here: it goes with {fits}.")
    return tuple(mode.name for mode in found)


def _words(mode: Mode) -> str:
    return flag(mode.chosen_by) if mode.chosen_by else "none of the options that choose"
