"""The article of an HTML page becomes text: one line per block, without menus."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from lxml import etree

from zakuro.read.document.article import Choice, choose
from zakuro.read.document.extracted import Extracted
from zakuro.read.document.front_matter import day_in
from zakuro.read.document.plain.layout import blocks_of, blocks_of_runs
from zakuro.read.document.plain.lines import Line, ends_open
from zakuro.read.document.plain.markers import Marker, marker_at
from zakuro.read.document.plain.runs import Run

_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary"
    " table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = {f"h{level}": f"#{level}" for level in range(1, 7)}
_WHITE = re.compile(r"[ \t\n\r\f]+")
_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60"
# A line break in the source between two wide characters is no space (CSS Text 3, 4.1.2).
_WIDE_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\n\r\f]*(?=[{_WIDE}])")
_EXTRACTOR = f"lxml {'.'.join(map(str, etree.LXML_VERSION[:3]))}"
_AUTHORS = frozenset("author article:author dc.creator dcterms.creator".split())
_PUBLISHERS = frozenset("og:site_name dc.publisher dcterms.publisher publisher".split())
_ENDS = re.compile(r"</(?:body|html)\s*>", re.I)
_DEEPEST = 500
"""The parser gives up a page at about 2,000 elements in each other."""
_NESTING = re.compile(
    r"<(/?)(?:a|abbr|article|b|blockquote|center|cite|div|em|fieldset|font|form|i|ins|main|mark|ol"
    r"|q|s|section|small|span|strong|sub|sup|table|tbody|u|ul)(?:\s[^<>]*)?>",
    re.I,
)
"""Tags of what can lie in itself: others end where the next of their kind begins."""
_BREAK, _CELL = "\u2028", "\u2029"
_LONGEST_BOLD_HEADING = 120
_PUBLISHED = frozenset(
    "article:published_time datepublished date dc.date dc.date.issued dcterms.date dcterms.issued"
    " dcterms.created pubdate publishdate publish-date".split()
)


def article_of(page: str) -> Extracted:
    """The article of an HTML page; one without blocks when the page has no words."""
    # What stands behind the end of the body is shown by browsers, and lost by the parser.
    page = _ENDS.sub("", page)
    root, whole = _parsed(page)
    notes: tuple[str, ...] = ()
    if not whole:
        root, _ = _parsed(_shallow(page))
        notes = (f"elements deeper than {_DEEPEST} in each other are read as plain words",)
    if root is None:
        return Extracted(text="", blocks=(), extractor=_EXTRACTOR, notes=notes)
    choice = choose(root)
    writer = _Writer(choice, root.getroottree())
    if choice.element.tag == "pre":
        text = "".join(choice.element.itertext()).replace("\r", "").strip("\n")
        blocks = blocks_of(text)
    else:
        writer.write()
        text, blocks = writer.text(), blocks_of_runs(writer.text(), writer.runs)
    return Extracted(
        text=text,
        blocks=blocks,
        extractor=_EXTRACTOR,
        title=_title(root),
        author=_named(root, _AUTHORS),
        publisher=_named(root, _PUBLISHERS),
        published=_published(root),
        language=_language(root),
        notes=notes,
    )


def _parsed(page: str) -> tuple[Any | None, bool]:
    """The tree of a page, None for one without elements, and whether all of it was parsed."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(page.encode(), parser)
    except etree.XMLSyntaxError:  # no element at all
        root = None
    return root, all(entry.level < etree.ErrorLevels.FATAL for entry in parser.error_log)


def _shallow(page: str) -> str:
    """A page without the tags of elements that lie too deep in others; their words stay."""
    depth = 0
    pieces = []
    last = 0
    for tag in _NESTING.finditer(page):
        closes = bool(tag[1])
        depth = max(depth - closes, 0)
        if depth >= _DEEPEST:
            pieces.append(page[last : tag.start()])
            last = tag.end()
        depth += not closes
    return " ".join([*pieces, page[last:]])


class _Writer:
    """Writes an element's words as lines, one run each."""

    def __init__(self, choice: Choice, tree: Any) -> None:
        self.runs: list[Run] = []
        self._choice = choice
        self._tree = tree
        self._lines: list[str] = []
        self._length = 0
        self._pieces: list[str] = []
        self._bold_pieces: list[str] = []
        self._bold = 0
        self._row = 0
        self._style = ""
        self._path: list[str] = []
        self._lists: list[int | None] = []
        self._item: Marker | None = None

    def text(self) -> str:
        """All lines written so far."""
        return "\n".join(self._lines)

    def write(self) -> None:
        """Write the article, its page's main heading first where that stands outside."""
        if self._choice.heading is not None:
            self._write(self._choice.heading)
        self._write(self._choice.element)

    def _write(self, root: Any) -> None:
        self._path = [self._tree.getpath(root)]
        counts: list[dict[str, int]] = [{}]
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if tag in _BLOCKS:
                    self._end_line()  # what was gathered stood in the element around
                if element is not root:
                    place = counts[-1][tag] = counts[-1].get(tag, 0) + 1
                    self._path.append(f"{tag}[{place}]")
                counts.append({})
                if element is not root and element in self._choice.menus:
                    walk.skip_subtree()
                else:
                    self._open(tag, element)
                    self._say(element.text)
            else:
                counts.pop()
                if element is root or element not in self._choice.menus:
                    self._close(tag, element)
                if element is not root:
                    self._path.pop()
                    self._say(element.tail)
        self._flush()

    def _say(self, words: str | None) -> None:
        if words:
            self._pieces.append(words)
            if self._bold:
                self._bold_pieces.append(words)

    def _open(self, tag: str, element: Any) -> None:
        if tag in _BLOCKS:
            if tag in ("ol", "ul"):
                start = element.get("start", "1")
                first = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
                self._lists.append(first if tag == "ol" else None)
            elif tag == "li":
                self._begin_item()
            elif tag == "tr" and element in self._choice.rows:
                self._row += 1
            elif tag in _HEADINGS:
                self._style = _HEADINGS[tag]
        elif tag == "br":
            self._pieces.append(_BREAK)
        elif tag in ("b", "strong"):
            self._bold += 1

    def _close(self, tag: str, element: Any) -> None:
        if tag in ("td", "th") and self._row:
            self._pieces.append(_CELL)
        elif tag in _BLOCKS:
            if tag == "tr" and element in self._choice.rows:
                self._row -= 1
                if not self._row:
                    self._flush_row()
            self._end_line()
            if tag in ("ol", "ul") and self._lists:
                self._lists.pop()
            elif tag in _HEADINGS:
                self._style = ""
            elif tag == "li":
                self._item = None
        elif tag in ("b", "strong"):
            self._bold -= 1

    def _begin_item(self) -> None:
        number = self._lists[-1] if self._lists else None
        if number is not None:
            self._lists[-1] = number + 1
        self._item = Marker("1." if number is not None else "•", number, number, 0)

    def _end_line(self) -> None:
        if self._row:
            self._pieces.append(" ")
        else:
            self._flush()

    def _flush_row(self) -> None:
        cells = "".join(self._pieces).replace(_BREAK, " ").split(_CELL)
        words = "\t".join(map(_collapsed, cells)).rstrip("\t")
        self._pieces.clear()
        self._bold_pieces.clear()
        if words.strip("\t"):
            self._line(words).fix("table-row")

    def _flush(self) -> None:
        """Write the words gathered so far as one line, or as several where breaks part them."""
        if not self._pieces:
            return
        words = "".join(self._pieces)
        is_bold = _letters("".join(self._bold_pieces)) == _letters(words.replace(_BREAK, ""))
        self._pieces.clear()
        self._bold_pieces.clear()
        for line in _joined([_collapsed(part) for part in words.split(_BREAK)]):
            run = self._line(line)
            if self._style:
                run.fix("heading", self._style)
            elif run.kind is None and is_bold and run.end - run.start <= _LONGEST_BOLD_HEADING:
                run.fix("heading", f"**{run.marker.style}" if run.marker else "**")

    def _line(self, words: str) -> Run:
        start = self._length
        self._lines.append(words)
        self._length += len(words) + 1
        line = Line(len(self._lines) - 1, start, start + len(words), len(self._lists), 0, gap=True)
        marker = marker_at(words, 0, len(words))
        if marker is not None and marker.end < len(words):
            marker = marker._replace(end=start + marker.end)
        else:
            marker = None
        is_item = self._item is not None
        if self._item is not None:
            marker = marker or self._item._replace(end=start)
            self._item = None
        run = Run(line, marker, locator="/".join(self._path))
        if is_item:
            run.fix("item")
        self.runs.append(run)
        return run


def _collapsed(words: str) -> str:
    """The words as a browser shows them: white space as single spaces."""
    if "\n" in words:
        words = _WIDE_BREAK.sub("", words)
    return _WHITE.sub(" ", words).strip()


def _letters(words: str) -> str:
    return _WHITE.sub("", words)


def _joined(lines: list[str]) -> list[str]:
    """The lines that breaks part, joined again where a break cuts a sentence."""
    joined: list[str] = []
    for line in filter(None, lines):
        if joined and line[0].islower() and ends_open(joined[-1], 0, len(joined[-1])):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _title(root: Any) -> str | None:
    for meta in root.iter("meta"):
        if meta.get("property") == "og:title" and (content := meta.get("content", "").strip()):
            return str(content)
    for tag in ("h1", "title"):
        found = ["".join(element.itertext()) for element in root.iter(tag)]
        if len(found) == 1 and (title := _collapsed(found[0])):
            return title
    return None


def _named(root: Any, names: frozenset[str]) -> str | None:
    for meta in root.iter("meta"):
        said = {(meta.get(key) or "").lower() for key in ("property", "name")}
        if said & names and (content := _collapsed(meta.get("content") or "")):
            return content
    return None


def _published(root: Any) -> date | None:
    for element in root.iter("meta", "time"):
        names = (element.get("property"), element.get("name"), element.get("itemprop"))
        if element.tag == "time" or any((name or "").lower() in _PUBLISHED for name in names):
            day = day_in(element.get("datetime") or element.get("content") or "")
            if day is not None:
                return day
    return None


def _language(root: Any) -> str | None:
    return root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or None
