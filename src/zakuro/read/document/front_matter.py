"""The front matter of a Markdown file: what the file says of itself before its text."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import NamedTuple

from zakuro.model.vocabulary import home

_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:(?!---[ \t]*(?:\n|\Z)).*\n)*)---[ \t]*(?:\n|\Z)")
_ENTRY = re.compile(r"^([A-Za-z_][\w-]*):[ \t]*(.*(?:\n[ \t]+\S.*)*)", re.M)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_PUBLISHED = ("published_time", "published", "date")


class FrontMatter(NamedTuple):
    """What stands before the text: it ends at ``end``."""

    end: int
    title: str | None
    published: date | None
    home: str | None = None


def front_matter(text: str) -> FrontMatter | None:
    """The front matter at the beginning of a Markdown text; None when there is none.

    Only ``title``, the day of publication and ``home``, the publisher's state, are taken from it,
    as YAML writes plain and quoted words; everything else in it is passed over.  Raises
    ZakuroError for a home that is no state.
    """
    found = _FRONT_MATTER.match(text)
    if found is None:
        return None
    entries = {key.lower(): value for key, value in _ENTRY.findall(found[1])}
    days = (day_in(entries[key]) for key in _PUBLISHED if key in entries)
    return FrontMatter(
        end=found.end(),
        title=_unquoted(entries["title"]) or None if "title" in entries else None,
        published=next((day for day in days if day is not None), None),
        home=home(_unquoted(entries["home"])) if entries.get("home") else None,
    )


def day_in(words: str) -> date | None:
    """The first calendar day that the words hold in ISO 8601, as metadata gives it."""
    found = _DAY.search(words)
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _unquoted(value: str) -> str:
    """A YAML scalar's words: plain, 'single' or "double" quoted, over one or several lines."""
    value = value.strip()
    if value.startswith('"') and value.endswith('"') and len(value) > 1:
        # YAML's double quotes are JSON's, and besides fold lines and know a no-break space.
        value = re.sub(r"\\\n[ \t]*\\?", "", value).replace("\\_", "\u00a0")
        value = re.sub(r"\s*\n\s*", " ", value)
        try:
            return str(json.loads(value))
        except json.JSONDecodeError:
            return value[1:-1]
    value = re.sub(r"\s*\n\s*", " ", value)
    if value.startswith("'") and value.endswith("'") and len(value) > 1:
        return value[1:-1].replace("''", "'")
    return value
