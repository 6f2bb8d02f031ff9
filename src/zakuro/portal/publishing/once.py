"""What a page shows, computed once for the languages in which it is asked for one after another."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from zakuro.portal.asked import Asked


class Heard(Asked):
    """A request that knows whether its language was looked at: what did not is in none."""

    def __init__(self, *_: object) -> None:
        """Nothing was looked at yet."""
        self.spoken = False

    @property
    def language(self) -> str:
        """The language asked for, which is noted."""
        self.spoken = True
        return self[0]


class Once:
    """What the last page gave, as long as it is asked for again in another language."""

    def __init__(self) -> None:
        self._last: tuple[Hashable, Any] | None = None

    def give(self, root: str, asked: Heard, make: Callable[[], Any]) -> Any:
        """Give what ``make`` gives; the same again where only the language is another.

        ``root`` is that of the books' log: of other books, or of more entries, all is made anew.
        """
        key = (root, asked.path, asked.form, tuple(sorted(asked.query.items())), asked.day)
        if self._last is not None and self._last[0] == key:
            return self._last[1]
        made = make()
        self._last = None if asked.spoken else (key, made)
        return made
