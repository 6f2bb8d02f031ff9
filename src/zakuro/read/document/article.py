"""Where the article of an HTML page is, and what around and inside it are menus."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

_MOST = 0.7
"""The share of the page's words that the article must hold."""
_LINKED = 0.6
"""From this share of words in links on, a list or a box is a menu."""
_DROPPED = frozenset(
    "script style noscript template nav footer aside form button select option textarea svg math"
    " iframe object embed canvas audio video map dialog head rt rp".split()
)
_DROPPED_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog menu menubar".split()
)
_CONTAINERS = frozenset("body article main section div center form table tbody tr td pre".split())
_BOXES = frozenset("div section ul ol dl table".split())
_TALL = frozenset("table ul ol dl h1 h2 h3 h4 h5 h6 pre blockquote".split())
_CELLS = frozenset({"td", "th"})


@dataclass(slots=True)
class _Weight:
    """How many characters of words an element holds, in links and not, and what it holds."""

    element: Any
    plain: int = 0
    linked: int = 0
    links: int = 0
    paragraphs: int = 0
    cells: int = 0
    tall: bool = False
    heading: bool = False
    children: list[_Weight] = field(default_factory=list)


@dataclass(slots=True)
class Choice:
    """The article's element; ``menus`` are to be left out of it, ``rows`` are rows of data.

    ``heading`` is the page's main heading when it stands outside the article.
    """

    element: Any
    menus: set[Any]
    rows: set[Any]
    heading: Any | None


def choose(root: Any) -> Choice:
    """The deepest element of the page that still holds most of its words."""
    menus: set[Any] = set()
    rows: set[Any] = set()
    headings: list[Any] = []
    whole = _weigh(root, menus, rows, headings)
    chosen = whole
    while chosen.element.tag != "article":
        most = (child for child in chosen.children if child.plain >= _MOST * whole.plain > 0)
        heaviest = next(most, None)
        if heaviest is None:
            break
        chosen = heaviest
    outside = headings[0] if len(headings) == 1 and not chosen.heading else None
    return Choice(chosen.element, menus, rows, outside)


def _weigh(root: Any, menus: set[Any], rows: set[Any], headings: list[Any]) -> _Weight:
    """The weights of all containers, menus and data rows noted on the way."""
    above: list[_Weight] = [_Weight(root)]
    links = articles = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            here = _Weight(element)
            above.append(here)
            links += tag == "a"
            articles += tag in ("article", "main")
            if _is_dropped(element, inside_article=articles > 0):
                menus.add(element)
                if tag != "form":  # old pages are one whole form: it is weighed as well
                    walk.skip_subtree()
                    continue
            _add(here, element.text, linked=links > 0)
            continue
        here = above.pop()
        links -= tag == "a"
        articles -= tag in ("article", "main")
        parent = above[-1]
        _add(parent, element.tail, linked=links > 0)
        if element in menus and tag != "form":
            continue
        _close(here, parent, menus, rows)
        if tag == "h1":
            headings.append(element)
    return above[0].children[0] if above[0].children else above[0]


def _add(weight: _Weight, words: str | None, *, linked: bool) -> None:
    if words:
        length = len(words.strip())
        if linked:
            weight.linked += length
        else:
            weight.plain += length


def _close(here: _Weight, parent: _Weight, menus: set[Any], rows: set[Any]) -> None:
    """Add what an element holds to its parent's, once all of it is known."""
    element, tag = here.element, here.element.tag
    if tag in _BOXES and here.links > 1 and here.linked >= _LINKED * (here.linked + here.plain):
        menus.add(element)
        return
    if tag in _CELLS:
        parent.cells += 1
        parent.tall |= here.tall or here.paragraphs > 1
    elif tag == "tr":
        if here.cells > 1 and not here.tall:
            rows.add(element)
        parent.tall |= here.tall
    else:
        parent.cells += here.cells
        parent.tall |= here.tall or tag in _TALL
    parent.heading |= here.heading or tag == "h1"
    parent.paragraphs += here.paragraphs + (tag == "p")
    parent.links += here.links + (tag == "a")
    parent.plain += here.plain
    parent.linked += here.linked
    if tag in _CONTAINERS or tag == "html":
        parent.children.append(here)
    else:
        parent.children += here.children


def _is_dropped(element: Any, *, inside_article: bool) -> bool:
    tag = element.tag
    if tag in _DROPPED or element.get("role") in _DROPPED_ROLES:
        return True
    if tag == "header":
        return not inside_article and next(element.iter("h1"), None) is None
    if tag == "sup":  # the mark of a footnote would run into a number
        return element.find("a") is not None
    return (
        element.get("hidden") is not None
        or _is_doubled(element)
        or "display:none" in (element.get("style") or "").replace(" ", "")
    )


def _is_doubled(element: Any) -> bool:
    """Whether what is hidden from readers of screens alone is empty, or said again beside it.

    Everyone else sees it on the page.
    """
    if element.get("aria-hidden") != "true":
        return False
    words = "".join("".join(element.itertext()).split())
    parent = element.getparent()
    if not any(map(str.isalnum, words)) or parent is None:
        return True
    rest = "".join("".join(parent.itertext()).split())
    return rest.count(words) > 1
