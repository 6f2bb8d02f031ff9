"""What a request asks for: in which language and form, as of which day, and what of it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from zakuro.model.errors import ZakuroError
from zakuro.portal.api.parameters import is_day
from zakuro.words.catalogue import LOCALES

FORMS = ("html", "json", "csv", "svg", "atom", "ics")


class Asked(NamedTuple):
    """A request, read: ``path`` is without language and form, ``query`` as given.

    ``day`` is the day asked for, ``given`` whether the address names it.
    """

    language: str
    path: str
    form: str
    query: Mapping[str, str]
    day: date
    given: bool

    def address(
        self, path: str | None = None, form: str = "html", language: str = "", /, **query: object
    ) -> str:
        """Give the address of a page in this language and of this day."""
        path = self.path if path is None else path
        end = "" if form == "html" else f"index.{form}" if path.endswith("/") or not path else ""
        if form != "html" and not end:
            end = f".{form}"
        if self.given and "as-of" not in query:
            query["as-of"] = self.day.isoformat()
        kept = {name: value for name, value in query.items() if value not in (None, "")}
        return f"/{language or self.language}/{path}{end}" + (f"?{urlencode(kept)}" if kept else "")

    def same(self, form: str = "html", language: str = "", /, **query: object) -> str:
        """Give the address of this same page in another form, language, or with another query."""
        return self.address(None, form, language, **{**self.query, **query})

    def number(self, name: str) -> int:
        """Give a whole number of the query, 0 where it is absent; ZakuroError if it is none."""
        text = self.query.get(name, "0")
        if not (text.isascii() and text.isdecimal()) or len(text) > 12:
            raise ZakuroError(f"{name}={text!r} is no number.")
        return int(text)


def read_asked(path: str, query: Mapping[str, str], today: date) -> Asked | None:
    """Read an address below the root; None if it begins with no interface language."""
    language, _, rest = path.partition("/")
    if language not in LOCALES:
        return None
    form = "html"
    stem, dot, end = rest.rpartition(".")
    if dot and end in FORMS[1:]:
        rest, form = stem, end
        if rest == "index" or rest.endswith("/index"):
            rest = rest.removesuffix("index")
    said = query.get("as-of", "")
    return Asked(language, rest, form, query, _day(said) if said else today, bool(said))


def _day(text: str) -> date:
    if is_day(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    raise ZakuroError(f"as-of={text!r} is no day: write it as 2026-06-30.")


def preferred(accepted: str) -> str:
    """Give the first interface language that a browser accepts, in its order; else English."""
    weighed = []
    for place, part in enumerate(accepted.split(",")):
        tag, _, rest = part.strip().partition(";")
        weight = rest.strip().removeprefix("q=") or "1"
        try:
            weighed.append((-float(weight), place, tag.split("-")[0].lower()))
        except ValueError:
            continue
    return next((tag for _, _, tag in sorted(weighed) if tag in LOCALES), "en")
